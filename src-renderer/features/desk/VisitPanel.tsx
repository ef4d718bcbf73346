/** The visit itself: amount, what was done, a note. Ctrl+Enter records from anywhere inside; Esc goes back. */
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { typedPerson } from '../../../src-shared/domain/typedPerson.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { useDraft } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { isMod } from '../../ui/Key.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Panel, PanelHead } from '../../ui/Panel.tsx';
import { PLACES } from '../../ui/places.ts';
import { useKeptNotice } from '../../ui/useKeptNotice.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { useVisitForm } from '../../visitForm/useVisitForm.ts';
import { VisitFields } from '../../visitForm/VisitFields.tsx';
import { EMPTY_VISIT } from '../../visitForm/visitDraft.ts';
import { draftKeyOf, type Guest } from './guest.ts';
import { NewPersonFields } from './NewPersonFields.tsx';
import { asSent } from './newPerson.ts';
import { useDetails } from './useDetails.ts';
import type { Recording } from './useRecordVisit.ts';
import styles from './VisitPanel.module.css';

export interface VisitPanelProps {
  guest: Guest;
  recording: Recording;
  /** Back to it from another screen, with what was typed. */
  onComeBack(): void;
  /** The new person is somebody who has a card. */
  onKnown(customer: FoundCustomer): void;
  /** The panel's work is over; `keepsText` when it was only left. */
  onDone(keepsText: boolean): void;
}

const cardOf = (customerId: number): string => `${PLACES.customers}/${customerId}`;

export function VisitPanel({ guest, recording, onComeBack, onKnown, onDone }: VisitPanelProps) {
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
  const form = useVisitForm(draftKey, EMPTY_VISIT);
  const nameField = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const formElement = useRef<HTMLFormElement>(null);
  const saveOnly = useCommand('customer.create');
  useShortcut('i', true, form.addLine);
  useShortcut('e', true, toggleDetails);

  /** Recorded or given up: nothing of it waits any more. */
  const close = (keepsText: boolean) => {
    form.drop();
    person.drop();
    onDone(keepsText);
  };
  const leave = () => {
    recording.clearError();
    close(true);
  };
  const isNameMissing = guest.kind === 'new' && name.trim() === '';

  const save = async () => {
    if (recording.isBusy) return;
    const visit = form.read();
    setIsNameFaulty(isNameMissing);
    if (isNameMissing) return nameField.current?.focus();
    if (visit === null) return focusFirstFault(formElement.current);
    const isDone = await recording.record({
      guest: guest.kind === 'new' ? { kind: 'new', ...asSent(person.value) } : guest,
      visit,
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
          action: { label: words.t('customers.openCard'), onChosen: () => go(cardOf(customerId)) },
        });
        close(false);
      },
    });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const pressed = (event: KeyboardEvent) => {
    if (isMod(event, 'Enter')) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      leave();
    }
  };

  const title =
    guest.kind === 'known'
      ? guest.customer.name
      : guest.kind === 'new'
        ? words.t('desk.newPerson')
        : words.t('desk.walkInName');
  useKeptNotice([draftKey, personKey], {
    name: guest.kind === 'new' ? name.trim() || title : title,
    label: words.t('desk.backToVisit'),
    comeBack: onComeBack,
  });
  const about =
    guest.kind === 'known'
      ? aboutKnown(guest.customer)
      : guest.kind === 'walkIn'
        ? words.t('desk.walkInText')
        : null;

  return (
    <Panel label={words.t('desk.visitOf', { name: title })}>
      <form ref={formElement} className={styles.form} onSubmit={submit} onKeyDown={pressed} noValidate>
        <PanelHead title={title} leave={words.t('desk.backToSearch')} onLeave={leave} />
        {about === null ? null : (
          <p className={styles.about}>
            {about}
            {guest.kind === 'known' ? (
              <>
                {' · '}
                <Link href={cardOf(guest.customer.customerId)} className={styles.card}>
                  {words.t('customers.openCard')}
                </Link>
              </>
            ) : null}
          </p>
        )}
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
          takesFocus={guest.kind !== 'new'}
          addKeys="Mod+I"
          detailsKeys="Mod+E"
          onDetails={toggleDetails}
        />
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

  function aboutKnown(customer: FoundCustomer): string {
    const history =
      customer.lastVisitOn === null
        ? words.t('desk.noVisit')
        : words.t('desk.visits', { count: customer.occasions, last: format.date(customer.lastVisitOn) });
    return [customer.phone, history].filter((part) => part !== null).join(' · ');
  }
}

/** What is wrong is on screen only after this turn; the next key belongs there. */
const focusFirstFault = (form: HTMLElement | null): void => {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
};
