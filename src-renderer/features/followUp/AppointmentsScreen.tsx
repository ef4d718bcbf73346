/** Who is expected on which day, and of whom nobody has said whether they came. */
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';
import { useAnswer } from '../../api/procedures.ts';
import styles from '../../followUp/followUp.module.css';
import { NextStepHost } from '../../followUp/NextStepHost.tsx';
import { AppointmentRow } from '../../followUp/rows.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { useClosedDays } from '../../visitForm/useClosedDays.ts';
import { Frame, Section } from './Frame.tsx';

export function AppointmentsScreen() {
  const words = useWords();
  const isClosedOn = useClosedDays();
  const format = useFormat();
  const unanswered = useAnswer('appointment.unanswered', {});
  const ahead = useAnswer('appointment.ahead', {});
  const error = unanswered.error ?? ahead.error;
  const open = unanswered.data?.appointments ?? [];
  const { appointments = [], total = 0 } = ahead.data ?? {};
  const days = [...Map.groupBy(appointments, ({ onDate }) => onDate)];
  const isReady = unanswered.data !== undefined && ahead.data !== undefined;
  const rows = (list: readonly Appointment[]) => (
    <ul className={styles.wide}>
      {list.map((appointment) => (
        <AppointmentRow key={appointment.appointmentId} appointment={appointment} isListed />
      ))}
    </ul>
  );
  return (
    <NextStepHost>
      <Frame of="customers" title={words.t('appointments.title')}>
        {error ? <ErrorNote error={error} /> : null}
        {isReady && open.length === 0 && total === 0 ? (
          <EmptyState title={words.t('appointments.none.title')} text={words.t('appointments.none.text')} />
        ) : null}
        {open.length === 0 ? null : (
          <Section title={words.t('appointments.unanswered')} text={words.t('appointments.unanswered.text')}>
            {rows(open)}
          </Section>
        )}
        {total === 0 ? null : (
          <Section
            title={words.t('appointments.ahead')}
            text={words.t('appointments.ahead.count', { count: total })}
          >
            {days.map(([day, list]) => (
              <Section
                key={day}
                title={format.date(day, 'weekday')}
                level={3}
                {...(isClosedOn(day) ? { text: words.t('appointments.closedDay') } : {})}
              >
                {rows(list)}
              </Section>
            ))}
          </Section>
        )}
      </Frame>
    </NextStepHost>
  );
}
