/**
 * Who is booked for today and has not come, whoever is expected next first. Enter opens.
 */
import { useState } from 'react';
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';
import { GLANCE_ROWS } from '../../../src-shared/domain/glanceRows.ts';
import { useAnswer } from '../../api/procedures.ts';
import { clockText } from '../../person/rhythmText.ts';
import { Command } from '../../ui/Command.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { isOver } from './expected.ts';
import styles from './Today.module.css';

/** More would push what waits to be finished out of sight. */
const SHOWN = 6;

export interface ExpectedProps {
  /** In their order. */
  appointments: readonly Appointment[];
  minuteNow: number;
  onOpen(appointment: Appointment): void;
  onMissed(appointment: Appointment): void;
}

export function Expected(props: ExpectedProps) {
  const { appointments, minuteNow, onOpen, onMissed } = props;
  const words = useWords();
  const [isAllShown, setIsAllShown] = useState(false);
  const shown = isAllShown ? appointments : appointments.slice(0, SHOWN);
  const { data: glances } = useAnswer(
    'customer.glanceRows',
    { customerIds: shown.slice(0, GLANCE_ROWS).map(({ customer }) => customer.customerId) },
    { keepsPrevious: true },
  );
  const hidden = appointments.length - shown.length;
  const firstHidden = appointments[shown.length];
  return (
    <section aria-labelledby="desk-expected">
      <h3 className={styles.part} id="desk-expected">
        {words.t('desk.today.expectedPart')}
      </h3>
      <ul>
        {shown.map((appointment) => {
          const { appointmentId, customer, atMinute, offering, staff } = appointment;
          const glance = glances?.rows.find(({ customerId }) => customerId === customer.customerId);
          const time = atMinute === null ? '' : clockText(atMinute);
          return (
            <li key={appointmentId} className={styles.entry}>
              <span className={styles.time} data-over={isOver(atMinute, minuteNow)}>
                {time}
              </span>
              <span className={styles.what}>
                <button
                  type="button"
                  data-row
                  className={styles.person}
                  aria-label={words.t('desk.today.openOf', {
                    name: customer.name,
                    time: time || words.t('appointments.anyTime'),
                  })}
                  onClick={() => onOpen(appointment)}
                >
                  {customer.name}
                </button>{' '}
                <span className={styles.rest}>
                  {[offering, staff].filter((part) => part !== null).join(' · ')}
                </span>
              </span>
              <span className={styles.commands}>
                {isOver(atMinute, minuteNow) ? (
                  <Command
                    isQuiet
                    className={styles.undo}
                    aria-label={words.t('desk.today.missedOf', { name: customer.name })}
                    onClick={() => onMissed(appointment)}
                  >
                    {words.t('desk.today.missedAct')}
                  </Command>
                ) : glance?.hasOpenCase ? (
                  <span className={styles.case}>{words.t('desk.today.case')}</span>
                ) : glance?.occasions === 0 ? (
                  <span className={styles.first}>{words.t('desk.today.first')}</span>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {hidden === 0 ? null : (
        <Command className={styles.more} onClick={() => setIsAllShown(true)}>
          {firstHidden?.atMinute == null || isOver(firstHidden.atMinute, minuteNow)
            ? words.t('desk.today.moreExpected', { count: hidden })
            : words.t('desk.today.moreExpectedFrom', {
                count: hidden,
                time: clockText(firstHidden.atMinute),
              })}
        </Command>
      )}
    </section>
  );
}
