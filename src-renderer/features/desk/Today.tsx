/** What still needs its amount, also from the days before; then what was recorded today. Each with its way back. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { visitPath } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Today.module.css';

/** More of those waiting would push today's visits out of sight; a till may bring their amounts any day. */
const WAITING_SHOWN = 6;

type TodayVisit = Received<'visit.today'>['visits'][number];

export function Today({ isPanelOpen }: { isPanelOpen: boolean }) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const [, go] = useLocation();
  const [isAllShown, setIsAllShown] = useState(false);
  const today = useAnswer('visit.today', {});
  const cancel = useCommand('visit.cancel');
  const undoChange = useCommand('change.undo');
  const unfinished = today.data?.unfinished ?? [];
  const isUnfinished = new Set(unfinished.map(({ visitId }) => visitId));
  const visits = (today.data?.visits ?? []).filter(({ visitId }) => !isUnfinished.has(visitId));
  const undo = (visit: TodayVisit) => {
    if (cancel.isPending) return;
    const name = visit.customerName ?? words.t('desk.walkInName');
    cancel.mutate(
      { visitId: visit.visitId },
      {
        onSuccess: ({ changeId }) =>
          notices.say({
            text: words.t('desk.undone', { name }),
            ...(changeId === null
              ? {}
              : {
                  undo: async () => {
                    await undoChange.mutateAsync({ changeId });
                    return words.t('visits.uncancelled', { name });
                  },
                }),
          }),
      },
    );
  };
  const finish = (visit: TodayVisit | undefined) => {
    if (visit) go(visitPath(visit.visitId, 'finish'));
  };
  useShortcut('d', !isPanelOpen && unfinished.length > 0, () => finish(unfinished[0]));
  return (
    <aside className={styles.today} aria-labelledby="desk-today">
      <div className={styles.top}>
        <h2 className={styles.title} id="desk-today">
          {words.t('desk.today')}
        </h2>
        {today.data ? (
          <span className={styles.day}>{format.date(today.data.businessDate, 'weekday')}</span>
        ) : null}
      </div>
      {today.error ? <ErrorNote error={today.error} /> : null}
      {today.data ? (
        <Sentence
          text={
            today.data.visitCount === 0 && visits.length === 0
              ? words.t('desk.today.none')
              : words.t('desk.today.count', { count: today.data.visitCount })
          }
        />
      ) : null}
      {unfinished.length > 0 ? (
        <section className={styles.todo} aria-labelledby="desk-unfinished">
          <h3 className={styles.part} id="desk-unfinished">
            {words.t('desk.today.unfinished')}
          </h3>
          <ul>
            {(isAllShown ? unfinished : unfinished.slice(0, WAITING_SHOWN)).map((visit, at) => (
              <Entry
                key={visit.visitId}
                visit={visit}
                onUndo={() => undo(visit)}
                onFinish={() => finish(visit)}
                {...(at === 0 ? { finishKeys: 'Mod+D' } : {})}
              />
            ))}
          </ul>
          {isAllShown || unfinished.length <= WAITING_SHOWN ? null : (
            <Command isQuiet className={styles.undo} onClick={() => setIsAllShown(true)}>
              {words.t('desk.today.allUnfinished', { count: unfinished.length - WAITING_SHOWN })}
            </Command>
          )}
        </section>
      ) : null}
      {visits.length > 0 ? (
        <section aria-labelledby="desk-last">
          <h3 className={styles.part} id="desk-last">
            {words.t('desk.today.last')}
          </h3>
          <ul>
            {visits.map((visit) => (
              <Entry key={visit.visitId} visit={visit} onUndo={() => undo(visit)} />
            ))}
          </ul>
        </section>
      ) : null}
      {cancel.error ? <ErrorNote error={cancel.error} /> : null}
    </aside>
  );
}

interface EntryProps {
  visit: TodayVisit;
  onUndo(): void;
  /** Of one that waits for its amount. */
  onFinish?: () => void;
  finishKeys?: string;
}

function Entry({ visit, onUndo, onFinish, finishKeys }: EntryProps) {
  const words = useWords();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const name = visit.customerName ?? words.t('desk.walkInName');
  const rest = [
    visit.date === today ? null : format.date(visit.date, 'dayShort'),
    visit.isRefund ? words.t('visits.refund') : null,
    visit.amountMinor === null
      ? // The list of those that wait for it has said so; and one that there is, is not for everybody's eyes.
        onFinish || visit.hasAmount
        ? null
        : words.t('desk.today.noAmount')
      : format.money(visit.amountMinor, shop.currency),
    visit.offering,
  ].filter((part) => part !== null);
  return (
    <li className={styles.entry}>
      <time className={styles.time}>{visit.time}</time>
      <span className={styles.what}>
        <Link
          href={visitPath(visit.visitId)}
          className={styles.name}
          aria-label={words.t('desk.openOf', { name, time: visit.time })}
        >
          {name}
        </Link>{' '}
        <span className={styles.rest}>{rest.join(' · ')}</span>
      </span>
      <span className={styles.commands}>
        {onFinish ? (
          <Command
            className={styles.undo}
            aria-label={words.t('desk.finishOf', { name, time: visit.time })}
            {...(finishKeys ? { keys: finishKeys } : {})}
            onClick={onFinish}
          >
            {words.t('desk.finish')}
          </Command>
        ) : null}
        <Command
          isQuiet={onFinish !== undefined}
          className={styles.undo}
          aria-label={words.t('desk.undoOf', { name, time: visit.time })}
          onClick={onUndo}
        >
          {words.t('desk.undo')}
        </Command>
      </span>
    </li>
  );
}
