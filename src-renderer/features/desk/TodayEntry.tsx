/** One visit in the list of today, with its way back. */
import { Link } from 'wouter';
import type { Received } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Command } from '../../ui/Command.tsx';
import { nameOr } from '../../ui/personName.ts';
import { visitPath } from '../../ui/places.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './Today.module.css';

export type TodayVisit = Received<'visit.today'>['visits'][number];

export interface TodayEntryProps {
  visit: TodayVisit;
  onUndo(): void;
  /** Of one that waits for its amount. */
  onFinish?: () => void;
  finishKeys?: string;
}

export function TodayEntry({ visit, onUndo, onFinish, finishKeys }: TodayEntryProps) {
  const words = useWords();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const name = nameOr(words, visit.customerName, words.t('desk.walkInName'));
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
          data-row
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
