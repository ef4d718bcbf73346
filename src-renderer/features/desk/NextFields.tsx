/** What is agreed and given at the visit: the next appointment, a promise, a gesture. Each opens with its key. */
import { Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Glance } from '../../../src-shared/contract/glanceContract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { clockText, inText } from '../../person/rhythmText.ts';
import { Command } from '../../ui/Command.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import type { NextDraft, NextFaults } from '../../visitForm/nextDraft.ts';
import { StaffField } from '../../visitForm/StaffField.tsx';
import { parseTypedNext } from '../../visitForm/typedNext.ts';
import { useClosedDays } from '../../visitForm/useClosedDays.ts';
import type { VisitForm } from '../../visitForm/useVisitForm.ts';
import styles from './NextFields.module.css';
import type { Next } from './useNext.ts';

export interface NextFieldsProps {
  next: Next;
  form: VisitForm;
  /** Null while it is on its way, and of somebody who has no card yet. */
  glance: Glance | null;
}

export function NextFields({ next, form, glance }: NextFieldsProps) {
  const words = useWords();
  const { draft, faults } = next;
  return (
    <div className={styles.next}>
      {draft.appointment === null ? null : (
        <AppointmentFields
          appointment={draft.appointment}
          isFaulty={faults.when}
          form={form}
          suggestedOn={glance?.suggestedNextOn ?? null}
          onChange={(part) => next.change({ appointment: { ...draft.appointment!, ...part } })}
          onClose={() => next.change({ appointment: null })}
        />
      )}
      {draft.promise === null ? null : (
        <Row label={words.t('desk.next.promise')} onClose={() => next.change({ promise: null })}>
          <TextField
            label={words.t('desk.next.promise')}
            placeholder={words.t('desk.next.promise.example')}
            value={draft.promise}
            maxLength={4000}
            autoFocus
            error={faults.promise ? words.t('desk.next.promise.missing') : null}
            onChange={(event) => next.change({ promise: event.currentTarget.value })}
          />
        </Row>
      )}
      {draft.gesture === null ? null : (
        <GestureFields
          gesture={draft.gesture}
          faults={faults}
          currency={form.currency}
          onChange={(part) => next.change({ gesture: { ...draft.gesture!, ...part } })}
          onClose={() => next.change({ gesture: null })}
        />
      )}
      <div className={styles.commands}>
        {draft.appointment === null ? (
          <Command keys="Mod+T" onClick={next.openAppointment}>
            {words.t('desk.next.appointment')}
          </Command>
        ) : null}
        {draft.promise === null ? (
          <Command keys="Mod+P" onClick={next.openPromise}>
            {words.t('desk.next.promise')}
          </Command>
        ) : null}
        {draft.gesture === null ? (
          <Command keys="Mod+B" onClick={next.openGesture}>
            {words.t('desk.next.gesture')}
          </Command>
        ) : null}
      </div>
    </div>
  );
}

interface RowProps {
  label: string;
  children: ReactNode;
  onClose(): void;
}

function Row({ label, children, onClose }: RowProps) {
  const words = useWords();
  return (
    <div className={styles.row}>
      <div className={styles.fields}>{children}</div>
      <button
        type="button"
        className={styles.close}
        aria-label={words.t('desk.next.leaveOut', { what: label })}
        onClick={onClose}
      >
        <IconX size={16} stroke={2} aria-hidden="true" />
      </button>
    </div>
  );
}

interface AppointmentFieldsProps {
  appointment: NonNullable<NextDraft['appointment']>;
  isFaulty: boolean;
  form: VisitForm;
  suggestedOn: string | null;
  onChange(part: Partial<NonNullable<NextDraft['appointment']>>): void;
  onClose(): void;
}

function AppointmentFields(props: AppointmentFieldsProps) {
  const { appointment, isFaulty, form, suggestedOn, onChange, onClose } = props;
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const isClosedOn = useClosedDays();
  const { staff, offerings } = form.parts;
  const meant = parseTypedNext(appointment.when, today, words.locale, suggestedOn);
  const meantText =
    meant === null
      ? null
      : meant.atMinute === null
        ? words.t('desk.next.on', {
            day: format.date(meant.onDate, 'weekdayShort'),
            span: inText(words, dayOfIso(meant.onDate) - dayOfIso(today)),
          })
        : words.t('desk.next.onAt', {
            day: format.date(meant.onDate, 'weekdayShort'),
            time: clockText(meant.atMinute),
            span: inText(words, dayOfIso(meant.onDate) - dayOfIso(today)),
          });
  const told =
    meant !== null && isClosedOn(meant.onDate)
      ? `${meantText} ${words.t('desk.next.closed')}`
      : (meantText ?? '');
  return (
    <Row label={words.t('desk.next.appointment')} onClose={onClose}>
      <TextField
        label={words.t('desk.next.when')}
        description={meantText === null ? words.t('desk.next.when.examples') : <Marked text={told} />}
        value={appointment.when}
        maxLength={60}
        autoComplete="off"
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        error={isFaulty && meant === null ? words.t('desk.next.when.wrong') : null}
        onChange={(event) => onChange({ when: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        {offerings.length === 0 ? null : (
          <Select
            label={words.t('desk.next.offering')}
            placeholder={words.t('visits.notSaid')}
            clearable
            searchable
            openOnFocus={false}
            comboboxProps={{ shadow: 'none' }}
            data={offerings.map(({ offeringId, name }) => ({ value: String(offeringId), label: name }))}
            value={appointment.offeringId === null ? null : String(appointment.offeringId)}
            onChange={(chosen) => onChange({ offeringId: chosen === null ? null : Number(chosen) })}
          />
        )}
        {staff.length > 1 ? (
          <StaffField
            label={words.t('desk.next.staff')}
            nobody={words.t('visits.notSaid')}
            value={appointment.staffId}
            staff={staff}
            onChange={(staffId) => onChange({ staffId })}
          />
        ) : null}
      </div>
    </Row>
  );
}

interface GestureFieldsProps {
  gesture: NonNullable<NextDraft['gesture']>;
  faults: NextFaults;
  currency: string;
  onChange(part: Partial<NonNullable<NextDraft['gesture']>>): void;
  onClose(): void;
}

function GestureFields({ gesture, faults, currency, onChange, onClose }: GestureFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const choices = useAnswer('gesture.choices', {});
  const kinds = choices.data?.kinds ?? [];
  const mayExceed = choices.data?.mayExceed ?? false;
  const left = choices.data?.leftThisMonthMinor ?? null;
  const chosen = kinds.find(({ kindId }) => kindId === gesture.kindId);
  if (choices.data && kinds.length === 0)
    return (
      <Row label={words.t('desk.next.gesture')} onClose={onClose}>
        <p className={styles.note}>{words.t('desk.next.gesture.none')}</p>
      </Row>
    );
  return (
    <Row label={words.t('desk.next.gesture')} onClose={onClose}>
      <div className={styles.pair}>
        <Select
          label={words.t('desk.next.gesture')}
          {...(left === null
            ? {}
            : {
                description: words.t('desk.next.gesture.left', {
                  amount: format.money(left, currency, true),
                }),
              })}
          autoFocus
          openOnFocus={false}
          comboboxProps={{ shadow: 'none' }}
          data={kinds.map(({ kindId, name, costMinor, over }) => ({
            value: String(kindId),
            label: words.t('desk.next.gesture.kind', { name, cost: format.money(costMinor, currency) }),
            disabled: over !== null && !mayExceed,
          }))}
          value={gesture.kindId === null ? null : String(gesture.kindId)}
          error={
            faults.gesture && gesture.kindId === null
              ? words.t('desk.next.gesture.missing')
              : chosen?.over === null || chosen === undefined
                ? null
                : words.t(`desk.next.gesture.over.${chosen.over}`)
          }
          onChange={(kindId) => onChange({ kindId: kindId === null ? null : Number(kindId) })}
        />
        <TextField
          label={words.t('desk.next.gesture.reason')}
          value={gesture.reason}
          maxLength={4000}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      </div>
    </Row>
  );
}
