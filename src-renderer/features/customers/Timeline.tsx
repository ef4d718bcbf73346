/** What happened with the person, newest first. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { TimelineEntry } from '../../../src-shared/contract/customerContract.ts';
import { useRole } from '../../api/access.tsx';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { followUpTold } from '../../followUp/followUpTold.ts';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { evidenceText, purposeInSentence } from './ConsentPart.tsx';
import { Part } from './Line.tsx';
import styles from './timeline.module.css';

const SHOWN_AT_FIRST = 20;
const MOST_SHOWN = 5000;

export function Timeline({ customerId }: { customerId: number }) {
  const words = useWords();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const timeline = useAnswer('customer.timeline', { customerId, limit }, { keepsPrevious: true });
  if (timeline.error) return <ErrorNote error={timeline.error} />;
  if (!timeline.data) return <Waiting />;
  const { entries, total } = timeline.data;
  return (
    <Part title={words.t('customers.history')}>
      {entries.length === 0 ? <p className={styles.second}>{words.t('customers.history.none')}</p> : null}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <Entry key={`${entry.kind}${entry.id}`} entry={entry} />
        ))}
      </ol>
      {total > entries.length && limit < MOST_SHOWN ? (
        <Command onClick={() => setLimit(Math.min(MOST_SHOWN, limit * 4))}>
          {words.t('customers.history.more', { count: total - entries.length })}
        </Command>
      ) : null}
    </Part>
  );
}

interface Told {
  readonly text: string;
  readonly second: readonly (string | null)[];
  readonly amount?: string;
  readonly href?: string;
  readonly isGone?: boolean;
  readonly isQuiet?: boolean;
  /** Takes two cards apart that were made one. */
  readonly apart?: { readonly changeId: number; readonly name: string };
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const format = useFormat();
  const { text, second, amount, href, apart, isGone = false, isQuiet = false } = useTold(entry);
  const notes = second.filter((one) => one !== null && one !== '');
  return (
    <li className={styles.entry}>
      <time className={styles.date} dateTime={entry.on}>
        {format.date(entry.on, 'dayShort')}
      </time>
      <div className={styles.what}>
        <p className={isQuiet ? styles.quiet : undefined}>
          {href === undefined ? (
            <span className={isGone ? styles.gone : undefined}>{text}</span>
          ) : (
            <Link href={href} className={`${styles.visit} ${isGone ? styles.gone : ''}`}>
              {text}
            </Link>
          )}
        </p>
        {notes.length > 0 ? <p className={styles.second}>{notes.join(' · ')}</p> : null}
        {apart === undefined ? null : <TakeApart {...apart} />}
      </div>
      {amount === undefined ? null : (
        <span className={`${styles.amount} ${isGone ? styles.gone : ''}`}>{amount}</span>
      )}
    </li>
  );
}

/** For as long as it can be undone, not only while its notice stands. */
function TakeApart({ changeId, name }: { changeId: number; name: string }) {
  const words = useWords();
  const notices = useNotices();
  const undo = useCommand('change.undo');
  if (useRole() === 'desk') return null;
  return (
    <Command
      className={styles.apart}
      onClick={() =>
        undo.mutate(
          { changeId },
          {
            onSuccess: () => notices.say({ text: words.t('duplicates.takenApart', { name }) }),
            onError: notices.fail,
          },
        )
      }
    >
      {words.t('customers.merge.undo')}
    </Command>
  );
}

/** The entry in words. */
const useTold = (entry: TimelineEntry): Told => {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  if (entry.kind === 'visit') {
    const { cancelled } = entry;
    return {
      text: entry.offerings.length === 0 ? words.t('customers.visit') : entry.offerings.join(', '),
      second: [
        entry.staff,
        entry.note,
        cancelled === null
          ? null
          : words.t('customers.visit.cancelled', { on: format.date(cancelled.on, 'dayShort') }),
        cancelled?.by ?? null,
        cancelled === null || cancelled.reason === null
          ? null
          : (words.find(`customers.cancelReason.${cancelled.reason}`, {}) ?? cancelled.reason),
      ],
      // One that there is and that is not shown is not for whoever is signed in.
      ...(entry.amountMinor === null && entry.hasAmount
        ? {}
        : { amount: entry.amountMinor === null ? '–' : format.money(entry.amountMinor, shop.currency) }),
      href: `/visits/${entry.id}`,
      isGone: cancelled !== null,
    };
  }
  if (entry.kind === 'opinion') {
    const scores = [
      entry.nps === null ? null : words.t('customers.opinion.nps', { score: entry.nps }),
      entry.csat === null ? null : words.t('customers.opinion.csat', { score: entry.csat }),
      entry.ces === null ? null : words.t('customers.opinion.ces', { score: entry.ces }),
    ].filter((score) => score !== null);
    return {
      text: [words.t('customers.opinion'), ...scores].join(', '),
      second: [entry.comment === null ? null : words.t('customers.quote', { text: entry.comment })],
    };
  }
  if (entry.kind === 'consent') {
    return {
      text: words.t(entry.isGiven ? 'customers.consent.given' : 'customers.consent.withdrawn', {
        channel: words.t(`customers.channel.${entry.channel}`),
        purpose: purposeInSentence(words, entry.purpose),
      }),
      second: [evidenceText(words, entry.evidence)],
      isQuiet: true,
    };
  }
  if (entry.kind === 'import') {
    return {
      text: words.t('customers.imported', { file: entry.fileName }),
      second: [entry.isUndone ? words.t('customers.imported.undone') : null],
      isQuiet: true,
    };
  }
  if (entry.kind !== 'change') return followUpTold(entry, words, format, shop.currency);
  const fields = entry.fields
    .map((field) => words.find(`customers.field.${field}`, {}))
    .filter((field) => field !== undefined)
    .join(', ');
  // A name that was forgotten meanwhile is empty.
  if (entry.merge !== null && entry.merge.name !== '') {
    const { name, undoChangeId, isUndone } = entry.merge;
    return {
      text: words.t('customers.change.mergeOf', { name }),
      second: [entry.staff, isUndone ? words.t('duplicates.takenApart', { name }) : null],
      isQuiet: true,
      isGone: isUndone,
      ...(undoChangeId === null ? {} : { apart: { changeId: undoChangeId, name } }),
    };
  }
  return {
    text:
      words.find(`customers.change.${entry.action}`, { fields }) ??
      words.t('customers.change.update', { fields }),
    second: [entry.staff],
    isQuiet: true,
  };
};
