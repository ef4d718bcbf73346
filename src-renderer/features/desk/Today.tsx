/**
 * The day at a glance: who is still expected, whoever is next first; what needs its amount; who was booked before and is
 * not accounted for; what was recorded last. Each with its way back.
 */
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import type { Appointment } from '../../../src-shared/contract/appointmentContract.ts';
import type { AppointmentOutcome } from '../../../src-shared/domain/closedLists.ts';
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Key } from '../../ui/Key.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { nameOr } from '../../ui/personName.ts';
import { visitPath } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { DidTheyCome } from './DidTheyCome.tsx';
import { Expected } from './Expected.tsx';
import { expectedFirst } from './expected.ts';
import { Reminders } from './Reminders.tsx';
import styles from './Today.module.css';
import { TodayEntry, type TodayVisit } from './TodayEntry.tsx';
import { useMinuteNow } from './useMinuteNow.ts';

/** More of those waiting would push today's visits out of sight; a till may bring their amounts any day. */
const WAITING_SHOWN = 6;
/** The last ones are taken back; the others are in the customers' cards. */
const LAST_SHOWN = 8;

/** What the arrows move between. */
export const rowsOf = (place: HTMLElement | null): readonly HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

export interface TodayProps {
  isPanelOpen: boolean;
  isBoxEmpty: boolean;
  /** Where the rows are, for the arrow that leads there from the box. */
  rowsRef: RefObject<HTMLElement | null>;
  onOpen(appointment: Appointment): void;
  onBackToBox(): void;
}

export function Today({ isPanelOpen, isBoxEmpty, rowsRef, onOpen, onBackToBox }: TodayProps) {
  const words = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const [isAllWaitingShown, setIsAllWaitingShown] = useState(false);
  const [isAllLastShown, setIsAllLastShown] = useState(false);
  const today = useAnswer('visit.today', {});
  const booked = useAnswer('appointment.ofDay', { on: null });
  const unanswered = useAnswer('appointment.unanswered', {});
  const minuteNow = useMinuteNow();
  const { undo, setOutcome, error } = useTodaySteps();
  const unfinished = today.data?.unfinished ?? [];
  const isUnfinished = new Set(unfinished.map(({ visitId }) => visitId));
  const visits = (today.data?.visits ?? []).filter(({ visitId }) => !isUnfinished.has(visitId));
  const expected = expectedFirst(booked.data?.appointments ?? [], minuteNow);
  const asked = unanswered.data?.appointments ?? [];
  const finish = (visit: TodayVisit | undefined) => {
    if (visit) go(visitPath(visit.visitId, 'finish'));
  };
  const hasRows = expected.length + unfinished.length + asked.length + visits.length > 0;
  /** Up and down from row to row, whatever stands in it; out at the top, and by Esc. */
  const moved = (event: KeyboardEvent) => {
    const rows = rowsOf(rowsRef.current);
    const from = (event.target as Element).closest('li');
    const at = rows.findIndex((row) => row.closest('li') === from);
    if (event.key === 'ArrowDown') rows[Math.min(at + 1, rows.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') at <= 0 ? onBackToBox() : rows[at - 1]?.focus();
    else if (event.key === 'Escape' && !isPanelOpen) onBackToBox();
    else return;
    event.preventDefault();
  };
  useShortcut('d', !isPanelOpen && unfinished.length > 0, () => finish(unfinished[0]));
  return (
    <aside className={styles.today} aria-labelledby="desk-today" ref={rowsRef} onKeyDown={moved}>
      <div className={styles.top}>
        <div className={styles.heading}>
          <h2 className={styles.title} id="desk-today">
            {words.t('desk.today')}
          </h2>
          {isBoxEmpty && !isPanelOpen && hasRows ? <Key keys="Down" /> : null}
        </div>
        {today.data ? (
          <span className={styles.day}>{format.date(today.data.businessDate, 'weekday')}</span>
        ) : null}
      </div>
      {today.error ? <ErrorNote error={today.error} /> : null}
      {booked.error ? <ErrorNote error={booked.error} /> : null}
      {today.data && (booked.data || booked.error) ? (
        <DaySentence today={today.data} booked={booked.data ?? null} isEmpty={visits.length === 0} />
      ) : null}
      {expected.length === 0 ? null : (
        <Expected
          appointments={expected}
          minuteNow={minuteNow}
          onOpen={onOpen}
          onMissed={(appointment) => setOutcome(appointment, 'missed')}
        />
      )}
      {unfinished.length > 0 ? (
        <section className={styles.todo} aria-labelledby="desk-unfinished">
          <h3 className={styles.part} id="desk-unfinished">
            {words.t('desk.today.unfinished')}
          </h3>
          <ul>
            {(isAllWaitingShown ? unfinished : unfinished.slice(0, WAITING_SHOWN)).map((visit, at) => (
              <TodayEntry
                key={visit.visitId}
                visit={visit}
                onUndo={() => undo(visit)}
                onFinish={() => finish(visit)}
                {...(at === 0 ? { finishKeys: 'Mod+D' } : {})}
              />
            ))}
          </ul>
          {isAllWaitingShown || unfinished.length <= WAITING_SHOWN ? null : (
            <Command isQuiet className={styles.undo} onClick={() => setIsAllWaitingShown(true)}>
              {words.t('desk.today.allUnfinished', { count: unfinished.length - WAITING_SHOWN })}
            </Command>
          )}
        </section>
      ) : null}
      <DidTheyCome appointments={asked} onAnswer={setOutcome} />
      <Reminders />
      {visits.length > 0 ? (
        <section aria-labelledby="desk-last">
          <h3 className={styles.part} id="desk-last">
            {words.t('desk.today.last')}
          </h3>
          <ul>
            {(isAllLastShown ? visits : visits.slice(0, LAST_SHOWN)).map((visit) => (
              <TodayEntry key={visit.visitId} visit={visit} onUndo={() => undo(visit)} />
            ))}
          </ul>
          {isAllLastShown || visits.length <= LAST_SHOWN ? null : (
            <Command isQuiet className={styles.undo} onClick={() => setIsAllLastShown(true)}>
              {words.t('desk.today.allUnfinished', { count: visits.length - LAST_SHOWN })}
            </Command>
          )}
        </section>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
    </aside>
  );
}

interface DaySentenceProps {
  today: Received<'visit.today'>;
  booked: Received<'appointment.ofDay'> | null;
  /** Nothing was recorded. */
  isEmpty: boolean;
}

/** "14 booked: 6 came, 8 still expected. Two visits to finish." Before the first of anything, what will stand here. */
function DaySentence({ today, booked, isEmpty }: DaySentenceProps) {
  const words = useWords();
  const toFinish = today.unfinished.length;
  const finish = toFinish === 0 ? [] : [words.t('desk.today.toFinish', { count: toFinish })];
  if (booked !== null && booked.appointments.length > 0) {
    const { appointments, came, expected, missed } = booked;
    const parts = [
      words.t('desk.today.came', { count: came }),
      words.t('desk.today.expected', { count: expected }),
      ...(missed === 0 ? [] : [words.t('desk.today.missed', { count: missed })]),
    ];
    const said = words.t('desk.today.booked', { count: appointments.length, parts: parts.join(', ') });
    return <Sentence text={[said, ...finish].join(' ')} />;
  }
  if (today.visitCount === 0 && isEmpty && toFinish === 0)
    return (
      <>
        <Sentence text={words.t('desk.today.none')} />
        <Sentence text={words.t('desk.today.teach')} size="note" />
      </>
    );
  return <Sentence text={[words.t('desk.today.count', { count: today.visitCount }), ...finish].join(' ')} />;
}

/** What can be done from the list: taking a visit back, saying whether somebody came. Both can be taken back. */
const useTodaySteps = () => {
  const words = useWords();
  const notices = useNotices();
  const takeBack = useCommand('visit.undoRecorded');
  const outcome = useCommand('appointment.setOutcome');
  const undoChange = useCommand('change.undo');
  const say = (text: string, changeId: number | null, undone: string) =>
    notices.say({
      text,
      ...(changeId === null
        ? {}
        : {
            undo: async () => {
              await undoChange.mutateAsync({ changeId });
              return undone;
            },
          }),
    });
  return {
    error: takeBack.error ?? outcome.error,
    undo: (visit: TodayVisit) => {
      if (takeBack.isPending) return;
      const name = nameOr(words, visit.customerName, words.t('desk.walkInName'));
      takeBack.mutate(
        { visitId: visit.visitId },
        {
          onSuccess: ({ changeId }) =>
            say(words.t('desk.undone', { name }), changeId, words.t('visits.uncancelled', { name })),
        },
      );
    },
    setOutcome: ({ appointmentId, customer }: Appointment, made: AppointmentOutcome) => {
      if (outcome.isPending) return;
      const { name } = customer;
      outcome.mutate(
        { appointmentId, outcome: made },
        {
          onSuccess: ({ changeId }) =>
            say(
              made === 'came'
                ? words.t('desk.today.cameSaid', { name })
                : words.t('desk.today.missedSaid', { name }),
              changeId,
              words.t('desk.today.openAgain', { name }),
            ),
        },
      );
    },
  };
};
