/**
 * The visit itself: amount, what was done, a note, what is agreed for the next time. Ctrl+Enter records from anywhere on
 * the screen; Esc goes back.
 */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import type { Glance } from '../../../src-shared/contract/glanceContract.ts';
import { typedPerson } from '../../../src-shared/domain/typedPerson.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Panel, PanelHead } from '../../ui/Panel.tsx';
import { cardPath } from '../../ui/places.ts';
import { useKeptNotice } from '../../ui/useKeptNotice.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { useEmptyVisit } from '../../visitForm/useEmptyVisit.ts';
import { useVisitForm } from '../../visitForm/useVisitForm.ts';
import { VisitFields } from '../../visitForm/VisitFields.tsx';
import { draftOfUsual } from '../../visitForm/visitDraft.ts';
import { draftKeyOf, draftKeysOf, type Guest } from './guest.ts';
import { NewPersonFields } from './NewPersonFields.tsx';
import { NextFields } from './NextFields.tsx';
import { asSent, isKnownEnough } from './newPerson.ts';
import { useDetails } from './useDetails.ts';
import { useEscape } from './useEscape.ts';
import { useGiveUp } from './useGiveUp.ts';
import { useNext } from './useNext.ts';
import type { Recording } from './useRecordVisit.ts';
import styles from './VisitPanel.module.css';

export interface VisitPanelProps {
  guest: Guest;
  /** What is known of them; null while it is on its way, and of somebody without a card. */
  glance: Glance | null;
  recording: Recording;
  /** Back to it from another screen, with what was typed. */
  onComeBack(): void;
  /** The new person is somebody who has a card. */
  onKnown(customer: FoundCustomer): void;
  /** The panel's work is over; `keepsText` when it was only left. */
  onDone(keepsText: boolean): void;
}

export function VisitPanel({ guest, glance, recording, onComeBack, onKnown, onDone }: VisitPanelProps) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const [, go] = useLocation();
  const typed = guest.kind === 'new' ? guest.typed : '';
  const draftKey = draftKeyOf(guest);
  const personKey = `${draftKey}.person`;
  const [unsaid] = useState(() => typedPerson(typed, words.locale));
  const person = useDraft(personKey, unsaid);
  const { name } = person.value;
  const [isNameFaulty, setIsNameFaulty] = useState(false);
  const [isDetailed, toggleDetails] = useDetails();
  const emptyVisit = useEmptyVisit();
  const form = useVisitForm(draftKey, emptyVisit);
  const nameField = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const formElement = useRef<HTMLFormElement>(null);
  const saveOnly = useCommand('customer.create');
  const next = useNext(draftKey, glance);
  const hasCard = guest.kind !== 'walkIn';
  const usual = glance?.usual ?? null;
  /** Asked for before it was known what that is. */
  const [isUsualWanted, setIsUsualWanted] = useState(false);
  const asLastTime = () => {
    if (usual === null) return setIsUsualWanted(glance === null);
    const { lines, staffId } = draftOfUsual(usual, { currency: form.currency, locale: words.locale });
    form.change({ lines, staffId: form.draft.staffId ?? staffId });
    // A line that comes in takes the focus; the next key belongs to the first one.
    requestAnimationFrame(() => amountField.current?.focus());
  };
  const latestUsual = useRef(asLastTime);
  useEffect(() => {
    latestUsual.current = asLastTime;
  });
  useShortcut('i', true, form.addLine);
  useShortcut('e', true, toggleDetails);
  useEffect(() => {
    if (!isUsualWanted || glance === null) return;
    setIsUsualWanted(false);
    latestUsual.current();
  }, [isUsualWanted, glance]);
  useShortcut('r', guest.kind === 'known', asLastTime);
  useShortcut('t', hasCard, next.openAppointment);
  useShortcut('p', hasCard, next.openPromise);
  useShortcut('b', hasCard, next.openGesture);

  /** Recorded or given up: nothing of it waits any more. */
  const close = (keepsText: boolean) => {
    form.drop();
    next.drop();
    person.drop();
    onDone(keepsText);
  };
  const isNameMissing = guest.kind === 'new' && name.trim() === '';

  const save = async () => {
    if (recording.isBusy) return;
    const visit = form.read();
    setIsNameFaulty(isNameMissing);
    if (isNameMissing) return nameField.current?.focus();
    const agreed = hasCard && visit !== null ? next.read(visit.staffId) : null;
    if (visit === null || agreed === undefined) return focusFirstFault(formElement.current);
    const isDone = await recording.record({
      guest: guest.kind === 'new' ? { kind: 'new', ...asSent(person.value) } : guest,
      visit,
      next: agreed,
    });
    if (isDone) close(false);
  };
  const savePersonOnly = () => {
    setIsNameFaulty(isNameMissing);
    if (isNameMissing) return nameField.current?.focus();
    saveOnly.mutate(asSent(person.value), {
      onSuccess: ({ customerId }) => {
        notices.say({
          text: words.t('desk.personSaved', { name: name.trim() }),
          action: { label: words.t('customers.openCard'), onChosen: () => go(cardPath(customerId)) },
        });
        close(false);
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  useShortcut('Enter', true, () => void save());

  const title =
    guest.kind === 'known'
      ? guest.customer.name
      : guest.kind === 'new'
        ? words.t('desk.newPerson')
        : words.t('desk.walkInName');
  const shownName = guest.kind === 'new' ? name.trim() || title : title;
  const leave = useGiveUp(guest, shownName, { recording, onComeBack, onDone });
  useEscape(leave);
  useKeptNotice(draftKeysOf(guest), {
    name: shownName,
    label: words.t('desk.backToVisit'),
    comeBack: onComeBack,
  });
  return (
    <Panel label={words.t('desk.visitOf', { name: title })}>
      <form ref={formElement} className={styles.form} onSubmit={submit} noValidate>
        {guest.kind === 'known' ? (
          <div className={styles.top}>
            <h2 className={styles.title}>{words.t('desk.visit')}</h2>
            {usual === null ? null : (
              <Command
                keys="Mod+R"
                className={styles.usual}
                aria-label={words.t('desk.asLastTimeWhat', { what: usualText(usual) })}
                title={usualText(usual)}
                onClick={asLastTime}
              >
                {words.t('desk.asLastTime')}
              </Command>
            )}
          </div>
        ) : (
          <PanelHead title={title} leave={words.t('desk.backToSearch')} onLeave={leave} />
        )}
        {guest.kind === 'walkIn' ? <p className={styles.about}>{words.t('desk.walkInText')}</p> : null}
        {guest.kind === 'new' ? (
          <NewPersonFields
            nameField={nameField}
            typed={typed}
            person={person.value}
            isNameFaulty={isNameFaulty && name.trim() === ''}
            onChange={person.change}
            onKnown={onKnown}
          />
        ) : null}
        <VisitFields
          form={form}
          isDetailed={isDetailed}
          firstField={amountField}
          takesFocus={guest.kind !== 'new' || isKnownEnough(person.value)}
          customerId={guest.kind === 'known' ? guest.customer.customerId : null}
          addKeys="Mod+I"
          detailsKeys="Mod+E"
          payKeys="Mod+6"
          onDetails={toggleDetails}
        />
        {hasCard ? <NextFields next={next} form={form} glance={glance} /> : null}
        {recording.error ? <ErrorNote error={recording.error} /> : null}
        {saveOnly.error ? <ErrorNote error={saveOnly.error} /> : null}
        <div className={styles.save}>
          {guest.kind === 'new' ? (
            <Command onClick={savePersonOnly}>{words.t('desk.savePersonOnly')}</Command>
          ) : null}
          <Action isSubmit keys="Mod+Enter" loading={recording.isBusy}>
            {words.t('desk.recordVisit')}
          </Action>
        </div>
      </form>
    </Panel>
  );

  function usualText({ lines }: NonNullable<Glance['usual']>): string {
    const names = lines.map(({ offeringName }) => offeringName).filter((one) => one !== null);
    const total = lines.reduce<number | null>(
      (sum, { amountMinor }) => (sum === null || amountMinor === null ? null : sum + amountMinor),
      0,
    );
    return [names.join(', '), total === null ? '' : format.money(total, form.currency)]
      .filter((part) => part !== '')
      .join(' · ');
  }
}

/** What is wrong is on screen only after this turn; the next key belongs there. */
const focusFirstFault = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};
