/** What was recorded today, each entry with its way back. */
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Today.module.css';

type TodayVisit = Received<'visit.today'>['visits'][number];

export interface TodayProps {
  isPanelOpen: boolean;
  /** Ctrl+Z belongs to the text while there is any. */
  isTyping: boolean;
  onUndone(name: string | null): void;
}

export function Today({ isPanelOpen, isTyping, onUndone }: TodayProps) {
  const words = useWords();
  const format = useFormat();
  const today = useAnswer('visit.today', {});
  const cancel = useCommand('visit.cancel');
  const visits = today.data?.visits ?? [];
  const undo = (visit: TodayVisit | undefined) => {
    if (!visit || cancel.isPending) return;
    cancel.mutate({ visitId: visit.visitId }, { onSuccess: () => onUndone(visit.customerName) });
  };
  useShortcut('z', !isPanelOpen && !isTyping, () => undo(visits[0]));
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
            today.data.visitCount === 0
              ? words.t('desk.today.none')
              : words.t('desk.today.count', { count: today.data.visitCount })
          }
        />
      ) : null}
      {visits.length > 0 ? (
        <section aria-labelledby="desk-last">
          <h3 className={styles.part} id="desk-last">
            {words.t('desk.today.last')}
          </h3>
          <ul>
            {visits.map((visit, at) => (
              <Entry key={visit.visitId} visit={visit} isLast={at === 0} onUndo={() => undo(visit)} />
            ))}
          </ul>
        </section>
      ) : null}
      {cancel.error ? <ErrorNote error={cancel.error} /> : null}
    </aside>
  );
}

function Entry({ visit, isLast, onUndo }: { visit: TodayVisit; isLast: boolean; onUndo(): void }) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const name = visit.customerName ?? words.t('desk.walkInName');
  const rest = [
    visit.amountMinor === null ? null : format.money(visit.amountMinor, shop.currency),
    visit.offering,
  ].filter((part) => part !== null);
  return (
    <li className={styles.entry}>
      <time className={styles.time}>{visit.time}</time>
      <span className={styles.what}>
        <span className={styles.name}>{name}</span> <span className={styles.rest}>{rest.join(' · ')}</span>
      </span>
      <Command
        className={styles.undo}
        aria-label={words.t('desk.undoOf', { name, time: visit.time })}
        {...(isLast ? { keys: 'Mod+Z' } : {})}
        onClick={onUndo}
      >
        {words.t('desk.undo')}
      </Command>
    </li>
  );
}
