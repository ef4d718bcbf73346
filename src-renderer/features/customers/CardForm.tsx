/**
 * A customer's card. Every field is typed into where it stands; nothing is written before it is saved (Ctrl+S, Enter).
 * What was typed and not saved is kept when another screen is opened, and asked about when the card is left by Esc.
 */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { OpenedCard } from '../../../src-shared/contract/customerContract.ts';
import type { Received } from '../../api/procedures.ts';
import { isRefusal } from '../../api/refusal.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { HoldingsPart } from '../../benefits/HoldingsPart.tsx';
import { NextSteps } from '../../followUp/NextStepsPart.tsx';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { ChangedMeanwhile } from '../../ui/ChangedMeanwhile.tsx';
import { dropDraft, useDraft } from '../../ui/drafts.ts';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { comparePath, PLACES } from '../../ui/places.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { AskAboutChanges } from './AskAboutChanges.tsx';
import { CardHead } from './CardHead.tsx';
import { ConsentPart } from './ConsentPart.tsx';
import { ContactPart } from './ContactPart.tsx';
import styles from './card.module.css';
import {
  type CardChanges,
  cardOf,
  draftOf,
  EMPTY_CARD,
  type Faults,
  FIRST_CONTACTS,
  fieldsInDispute,
  isChanged,
  type KeptChanges,
  NO_CHANGES,
  withChange,
  withoutFields,
} from './cardDraft.ts';
import type { Editing } from './cardEditing.ts';
import { DetailsPart } from './DetailsPart.tsx';
import { DuplicateNote } from './DuplicateNote.tsx';
import { Part } from './Line.tsx';
import { HouseholdPart, RecommendedPart } from './PeoplePart.tsx';
import { PrivacyPart } from './PrivacyPart.tsx';
import { RememberPart } from './RememberPart.tsx';
import { SamePersonPart } from './SamePersonPart.tsx';
import { Timeline } from './Timeline.tsx';
import { TrashPart } from './TrashPart.tsx';
import { useSaveCard } from './useSaveCard.ts';

export interface CardFormProps {
  /** Null: a new card. */
  opened: OpenedCard | null;
  choices: Received<'customer.choices'>;
}

interface SaveOptions {
  readonly isSureItIsNew?: boolean;
  readonly isMine?: boolean;
  /** The new card is then compared with this one, to become one with it. */
  readonly sameAsId?: number | null;
}

export function CardForm({ opened, choices }: CardFormProps) {
  const words = useWords();
  const { today } = useOpenShop();
  const notices = useNotices();
  const [, go] = useLocation();
  const customerId = opened?.customerId ?? null;
  const draftKey = `customer.${customerId ?? 'new'}`;
  const kept = useDraft<KeptChanges>(draftKey, NO_CHANGES);
  const [faults, setFaults] = useState<Faults>({});
  const [isAsking, setIsAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const saving = useSaveCard(customerId);

  const context = { locale: words.locale, today, fields: choices.fields };
  const stored = draftOf(opened?.card ?? EMPTY_CARD, opened?.recommendedBy ?? null, context);
  const base = opened === null ? { ...stored, contacts: FIRST_CONTACTS } : stored;
  const { changes } = kept.value;
  const draft = { ...base, ...changes };
  const isDirty = isChanged(base, changes);
  const disputed = saving.isBusy ? [] : fieldsInDispute(base, kept.value);

  const change = (more: CardChanges) => {
    kept.change(withChange(base, kept.value, more));
    setFaults((known) => (Object.keys(known).length === 0 ? known : {}));
  };
  /** Over what stands in the card by now, where the person has said so. */
  const save = async ({
    isSureItIsNew = false,
    isMine = false,
    sameAsId = null,
  }: SaveOptions = {}): Promise<boolean> => {
    if (saving.isBusy) return false;
    if (!isDirty && customerId !== null) return true;
    if (disputed.length > 0 && !isMine) {
      form.current?.querySelector<HTMLElement>('[role="alert"] button')?.focus();
      return false;
    }
    const made = cardOf(draft, context);
    if ('faults' in made) {
      setFaults(made.faults);
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return false;
    }
    const savedId = await saving.save(made.card, opened?.revision ?? null, isSureItIsNew);
    if (savedId === null) return false;
    kept.drop();
    latest.current = { ...latest.current, isDirty: false };
    if (document.activeElement instanceof HTMLElement) document.activeElement.dataset.settled = '';
    if (customerId === null) go(`${PLACES.customers}/${savedId}`, { replace: true });
    if (sameAsId !== null) go(comparePath(sameAsId, savedId));
    return true;
  };
  const latest = useRef({ save, isDirty, name: draft.name });
  useEffect(() => {
    latest.current = { save, isDirty, name: draft.name };
  });
  /** What still stands in a box for the next tag is taken first. */
  const saveAll = () => {
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
      void latest.current.save();
    });
  };
  useShortcut('s', true, saveAll);

  const back = () => (history.length > 1 ? history.back() : go(PLACES.customers));
  const discard = () => {
    kept.drop();
    setFaults({});
  };
  const loadNewer = () => {
    saving.forgetError();
    if (disputed.length === 0) discard();
    else kept.change(withoutFields(kept.value, disputed));
  };
  const leave = () => (isDirty ? setIsAsking(true) : back());
  const pressed = (event: KeyboardEvent) => {
    // An open list of choices or dialog takes Esc for itself.
    const isTaken = event.target instanceof Element && event.target.closest('[aria-expanded="true"], dialog');
    if (event.key !== 'Escape' || event.defaultPrevented || isTaken) return;
    event.preventDefault();
    leave();
  };
  /** See ui/textUndo.ts. */
  const typedAgain = ({ target }: FormEvent) => {
    if (target instanceof HTMLElement) delete target.dataset.settled;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saveAll();
  };

  // Gone to another screen: nothing is lost, and the way back is one click.
  useEffect(
    () => () => {
      const { isDirty: hadChanges, name } = latest.current;
      if (!hadChanges) return;
      notices.say({
        text: words.t('customers.keptDraft', { name: name.trim() || words.t('customers.new') }),
        action: {
          label: words.t('customers.openCard'),
          onChosen: () => go(`${PLACES.customers}/${customerId ?? 'new'}`),
        },
      });
    },
    [notices, words, go, customerId],
  );

  const editing: Editing = {
    draft,
    faults: {
      ...Object.fromEntries(
        Object.entries(faults).map(([field, fault]) => [field, words.t(`customers.fault.${fault}`)]),
      ),
      ...saving.faults,
    },
    fields: choices.fields,
    sources: choices.sources,
    tags: choices.tags,
    customerId,
    change,
  };

  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={pressed}
      onInput={typedAgain}
      noValidate
    >
      <CardHead editing={editing} opened={opened} onLeave={leave} />
      {disputed.length > 0 || isRefusal(saving.error, 'record.changedMeanwhile') ? (
        <ChangedMeanwhile onLoad={loadNewer} onSaveMine={() => void save({ isMine: true })} />
      ) : saving.error ? (
        <ErrorNote error={saving.error} />
      ) : null}
      {saving.duplicates.length > 0 ? (
        <DuplicateNote
          people={saving.duplicates}
          onSaveAnyway={() => void save({ isSureItIsNew: true })}
          onSaveAndMerge={(sameAsId) => void save({ isSureItIsNew: true, sameAsId })}
        />
      ) : null}
      <div className={`${styles.columns} ${opened === null ? styles.isNew : ''}`}>
        <div className={styles.column}>
          <ContactPart editing={editing} />
          <DetailsPart editing={editing} externalId={opened?.externalId ?? null} />
        </div>
        {opened === null ? null : (
          <div className={styles.column}>
            <Part title={words.t('followUp.part')}>
              <NextSteps of={{ customerId: opened.customerId, name: opened.card.name }} />
            </Part>
            <HoldingsPart
              customerId={opened.customerId}
              frame={(title, children) => <Part title={title}>{children}</Part>}
            />
            <Timeline customerId={opened.customerId} />
          </div>
        )}
        <div className={`${styles.column} ${styles.bleeding}`}>
          <RememberPart editing={editing} />
          {opened === null ? null : (
            <>
              <ConsentPart
                customerId={opened.customerId}
                name={opened.card.name}
                consents={opened.consents}
              />
              <HouseholdPart opened={opened} />
              <RecommendedPart opened={opened} />
              <PrivacyPart
                opened={opened}
                onForgotten={() => {
                  kept.drop();
                  latest.current = { ...latest.current, isDirty: false };
                }}
              />
              <SamePersonPart opened={opened} />
              <TrashPart opened={opened} />
            </>
          )}
        </div>
      </div>
      {isDirty || customerId === null ? (
        <div className={styles.saveBar}>
          <p className={styles.saveText} role="status">
            {words.t(customerId === null ? 'customers.newUnsaved' : 'customers.unsaved')}
          </p>
          <SecondAction onClick={customerId === null ? leave : discard} {...(isDirty ? {} : { keys: 'Esc' })}>
            {words.t(customerId === null && !isDirty ? 'customers.leave' : 'customers.discard')}
          </SecondAction>
          <Action isSubmit keys="Mod+S" loading={saving.isBusy}>
            {words.t('customers.save')}
          </Action>
        </div>
      ) : null}
      {isAsking ? (
        <AskAboutChanges
          onStay={() => setIsAsking(false)}
          onDiscard={() => {
            dropDraft(draftKey);
            latest.current = { ...latest.current, isDirty: false };
            back();
          }}
          onSave={() => {
            setIsAsking(false);
            void save().then((isSaved) => {
              if (isSaved && customerId !== null) back();
            });
          }}
        />
      ) : null}
    </form>
  );
}
