/** The visit itself: amount, what was done, a note. Ctrl+Enter records from anywhere inside; Esc goes back. */
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { FoundCustomer } from '../../../src-shared/contract/deskContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongTextField, TextField } from '../../ui/Field.tsx';
import { isMod } from '../../ui/Key.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { parseTypedAmount } from './typedAmount.ts';
import type { Recording } from './useRecordVisit.ts';
import styles from './VisitPanel.module.css';

export type Guest =
  | { readonly kind: 'known'; readonly customer: FoundCustomer }
  | { readonly kind: 'new'; readonly typed: string }
  | { readonly kind: 'walkIn' };

export interface VisitPanelProps {
  guest: Guest;
  recording: Recording;
  /** The panel's work is over; `keepsText` when it was only left. */
  onDone(keepsText: boolean): void;
}

/** Typed digits are a telephone, anything else a name. */
const LOOKS_LIKE_PHONE = /^[+()\d\s./-]{5,}$/;

/** What was typed to search, as a name: people search in small letters. */
const asName = (typed: string, locale: string): string =>
  typed === typed.toLocaleLowerCase(locale)
    ? typed.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase(locale))
    : typed;

export function VisitPanel({ guest, recording, onDone }: VisitPanelProps) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const typed = guest.kind === 'new' ? guest.typed : '';
  const isPhone = LOOKS_LIKE_PHONE.test(typed);
  const [name, setName] = useState(isPhone ? '' : asName(typed, words.locale));
  const [phone, setPhone] = useState(isPhone ? typed : '');
  const [amount, setAmount] = useState('');
  const [offering, setOffering] = useState('');
  const [note, setNote] = useState('');
  const [faults, setFaults] = useState({ name: false, amount: false });
  const nameField = useRef<HTMLInputElement>(null);
  const amountField = useRef<HTMLInputElement>(null);
  const saveOnly = useCommand('customer.create');

  const leave = () => {
    recording.clearError();
    onDone(true);
  };
  const isNameMissing = guest.kind === 'new' && name.trim() === '';

  const save = async () => {
    if (recording.isBusy) return;
    const amountMinor = parseTypedAmount(amount, shop.currency);
    const isAmountWrong = typeof amountMinor === 'string';
    setFaults({ name: isNameMissing, amount: isAmountWrong });
    if (isNameMissing) return nameField.current?.focus();
    if (isAmountWrong) return amountField.current?.focus();
    const isDone = await recording.record({
      guest: guest.kind === 'new' ? { kind: 'new', name: name.trim(), phone: phone.trim() || null } : guest,
      amountMinor,
      offeringName: offering.trim() || null,
      note: note.trim() || null,
    });
    if (isDone) onDone(false);
  };
  const savePersonOnly = () => {
    setFaults({ name: isNameMissing, amount: false });
    if (isNameMissing) return nameField.current?.focus();
    saveOnly.mutate(
      { name: name.trim(), phone: phone.trim() || null },
      {
        onSuccess: () => {
          recording.sayPersonSaved(name.trim());
          onDone(false);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const pressed = (event: KeyboardEvent) => {
    if (isMod(event, 'Enter')) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
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
  const about =
    guest.kind === 'known'
      ? aboutKnown(guest.customer)
      : guest.kind === 'walkIn'
        ? words.t('desk.walkInText')
        : null;

  return (
    <Panel label={words.t('desk.visitOf', { name: title })}>
      <form className={styles.form} onSubmit={submit} onKeyDown={pressed} noValidate>
        <div className={styles.top}>
          <h2 className={styles.title}>{title}</h2>
          <Command isQuiet keys="Esc" className={styles.back} onClick={leave}>
            {words.t('desk.backToSearch')}
          </Command>
        </div>
        {about === null ? null : <p className={styles.about}>{about}</p>}
        {guest.kind === 'new' ? (
          <div className={styles.pair}>
            <TextField
              ref={nameField}
              label={words.t('desk.name')}
              value={name}
              maxLength={200}
              autoFocus={isPhone || typed === ''}
              error={faults.name && name.trim() === '' ? words.t('desk.name.missing') : null}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextField
              label={words.t('desk.phone')}
              type="tel"
              value={phone}
              maxLength={40}
              autoFocus={!isPhone && typed !== ''}
              onChange={(event) => setPhone(event.currentTarget.value)}
            />
          </div>
        ) : null}
        <div className={styles.pair}>
          <TextField
            ref={amountField}
            label={words.t('desk.amount', { currency: shop.currency })}
            description={words.t('desk.amount.text')}
            inputMode="decimal"
            value={amount}
            maxLength={30}
            autoFocus={guest.kind !== 'new'}
            classNames={{ input: styles.amount ?? '' }}
            error={faults.amount ? words.t('desk.amount.wrong', { example: format.number(1234.5, 2) }) : null}
            onChange={(event) => {
              setAmount(event.currentTarget.value);
              setFaults((known) => ({ ...known, amount: false }));
            }}
          />
          <TextField
            label={words.t('desk.offering')}
            description={words.t('desk.offering.text')}
            value={offering}
            maxLength={200}
            onChange={(event) => setOffering(event.currentTarget.value)}
          />
        </div>
        <LongTextField
          label={words.t('desk.note')}
          value={note}
          maxLength={4000}
          onChange={(event) => setNote(event.currentTarget.value)}
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
