/** Booked for the days before, and nobody has said whether they came. */
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';
import type { AppointmentOutcome } from '../../../src-shared/domain/closedLists.ts';
import { Command } from '../../ui/Command.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Today.module.css';

/** The rest is asked when these are answered. */
const SHOWN = 3;

export interface DidTheyComeProps {
  appointments: readonly Appointment[];
  onAnswer(appointment: Appointment, outcome: AppointmentOutcome): void;
}

export function DidTheyCome({ appointments, onAnswer }: DidTheyComeProps) {
  const words = useWords();
  const format = useFormat();
  if (appointments.length === 0) return null;
  return (
    <section aria-labelledby="desk-did-come">
      <h3 className={styles.part} id="desk-did-come">
        {words.t('desk.today.didTheyCome')}
      </h3>
      <ul>
        {appointments.slice(0, SHOWN).map((appointment) => {
          const { appointmentId, customer, onDate, offering } = appointment;
          return (
            <li key={appointmentId} className={styles.asked}>
              <span className={styles.what}>
                {customer.name}{' '}
                <span className={styles.rest}>
                  {[format.date(onDate, 'weekdayShort'), offering]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </span>
              </span>
              <span className={styles.commands}>
                <Command
                  data-row
                  className={styles.undo}
                  aria-label={words.t('desk.today.cameOf', { name: customer.name })}
                  onClick={() => onAnswer(appointment, 'came')}
                >
                  {words.t('common.yes')}
                </Command>
                <Command
                  className={styles.undo}
                  aria-label={words.t('desk.today.missedOf', { name: customer.name })}
                  onClick={() => onAnswer(appointment, 'missed')}
                >
                  {words.t('common.no')}
                </Command>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
