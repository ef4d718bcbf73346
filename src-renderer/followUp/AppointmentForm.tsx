/** When they come next, for what and with whom; also moves one that was agreed. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import type { Appointment } from '../../src-shared/contract/appointmentContract.ts';
import { useAnswer, useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { clockText } from '../person/rhythmText.ts';
import { TextField } from '../ui/Field.tsx';
import { Marked } from '../ui/Sentence.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { StaffField } from '../visitForm/StaffField.tsx';
import { parseTypedNext } from '../visitForm/typedNext.ts';
import { useClosedDays } from '../visitForm/useClosedDays.ts';
import { dueAsTyped } from './dueDay.ts';
import styles from './followUp.module.css';
import { whenText } from './followUpTold.ts';
import { meantText } from './meantText.ts';
import { StepForm } from './StepForm.tsx';
import { useSaid } from './useSaid.ts';

export interface AppointmentFormProps {
  customerId: number;
  name: string;
  /** Null: a new one. */
  appointment: Appointment | null;
  onClose(): void;
}

const typedWhen = ({ onDate, atMinute }: Appointment, today: string): string =>
  // One of a day that has gone is moved to a new one.
  onDate < today
    ? ''
    : [dueAsTyped(onDate, today), atMinute === null ? '' : clockText(atMinute)].join(' ').trim();

export function AppointmentForm({ customerId, name, appointment, onClose }: AppointmentFormProps) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const { say } = useSaid();
  const isClosedOn = useClosedDays();
  const parts = useAnswer('visit.formParts', {});
  const make = useCommand('appointment.make');
  const edit = useCommand('appointment.edit');
  const [when, setWhen] = useState(appointment === null ? '' : typedWhen(appointment, today));
  const [offeringId, setOfferingId] = useState(appointment?.offeringId ?? null);
  const [staffId, setStaffId] = useState(appointment?.staffId ?? null);
  const [note, setNote] = useState(appointment?.note ?? '');
  const [isFaulty, setIsFaulty] = useState(false);
  const meant = parseTypedNext(when, today, words.locale);
  const clashes = useAnswer(
    'appointment.clashes',
    {
      onDate: meant?.onDate ?? today,
      atMinute: meant?.atMinute ?? 0,
      staffId: staffId ?? 1,
      exceptId: appointment?.appointmentId ?? null,
    },
    { enabled: meant !== null && meant.atMinute !== null && staffId !== null },
  );
  const clash = meant?.atMinute == null || staffId === null ? undefined : clashes.data?.clashes[0];
  const save = () => {
    if (meant === null) {
      setIsFaulty(true);
      return;
    }
    const plan = { ...meant, offeringId, staffId, note: note.trim() || null };
    const day = whenText(format, meant.onDate, meant.atMinute);
    if (appointment === null)
      make.mutate(
        { ...plan, customerId, madeAtVisitId: null },
        {
          onSuccess: ({ changeId }) => {
            say(words.t('followUp.said.appointment', { name, day }), changeId, name);
            onClose();
          },
        },
      );
    else
      edit.mutate(
        { ...plan, appointmentId: appointment.appointmentId },
        {
          onSuccess: ({ changeId }) => {
            say(words.t('followUp.said.moved', { name, day }), changeId, name);
            onClose();
          },
        },
      );
  };
  const isClosed = meant !== null && isClosedOn(meant.onDate);
  const told = [
    meantText(words, format, meant, today),
    ...(isClosed ? [words.t('desk.next.closed')] : []),
  ].join(' ');
  const staff = parts.data?.staff ?? [];
  const offerings = parts.data?.offerings ?? [];
  return (
    <StepForm
      title={words.t('followUp.do.appointment')}
      about={name}
      isBusy={make.isPending || edit.isPending}
      error={make.error ?? edit.error}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.t('desk.next.when')}
        description={<Marked text={told} />}
        value={when}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        onFocus={(event) => event.currentTarget.select()}
        error={isFaulty && meant === null ? words.t('desk.next.when.wrong') : null}
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        {offerings.length === 0 ? null : (
          <Select
            label={words.t('desk.next.offering')}
            placeholder={words.t('visits.notSaid')}
            clearable
            searchable
            openOnFocus={false}
            comboboxProps={{ shadow: 'none', withinPortal: false }}
            data={offerings.map((one) => ({ value: String(one.offeringId), label: one.name }))}
            value={offeringId === null ? null : String(offeringId)}
            onChange={(chosen) => setOfferingId(chosen === null ? null : Number(chosen))}
          />
        )}
        {staff.length === 0 ? null : (
          <StaffField
            label={words.t('desk.next.staff')}
            nobody={words.t('visits.notSaid')}
            value={staffId}
            staff={staff}
            onChange={setStaffId}
          />
        )}
      </div>
      {clash === undefined ? null : (
        <p className={styles.warning} role="status">
          {words.t('followUp.clash', { name: clash.name, time: clockText(clash.atMinute) })}
        </p>
      )}
      <TextField
        label={words.t('followUp.note')}
        value={note}
        maxLength={4000}
        autoComplete="off"
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </StepForm>
  );
}
