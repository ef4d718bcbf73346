/** Two cards that may be one person's, as one line: Enter compares them. */
import type { Ref } from 'react';
import { Link } from 'wouter';
import type { CardPair, PairSide } from '../../../src-shared/contract/mergeContract.ts';
import { Command } from '../../ui/Command.tsx';
import { comparePath } from '../../ui/places.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './duplicates.module.css';
import { knownOf, usuallyKept, visitsText, whyText } from './pairTexts.ts';

export interface PairRowProps {
  pair: CardPair;
  /** The one that keys mean. */
  isCurrent: boolean;
  link: Ref<HTMLAnchorElement>;
  onFocus(): void;
  onApart(): void;
}

export function PairRow({ pair, isCurrent, link, onFocus, onApart }: PairRowProps) {
  const words = useWords();
  const [kept, merged] = usuallyKept(pair);
  return (
    <li className={styles.row} data-current={isCurrent || undefined}>
      <Link
        ref={link}
        href={comparePath(kept.customerId, merged.customerId)}
        className={styles.pair}
        tabIndex={isCurrent ? 0 : -1}
        onFocus={onFocus}
      >
        <Side side={pair.one} />
        <Side side={pair.other} />
        <span className={styles.why}>{whyText(words, pair)}</span>
      </Link>
      <Command
        isQuiet
        className={styles.apart}
        onClick={onApart}
        tabIndex={isCurrent ? 0 : -1}
        aria-label={`${words.t('duplicates.apart')}: ${words.t('duplicates.pair', { one: pair.one.name, other: pair.other.name })}`}
        {...(isCurrent ? { keys: 'Mod+D' } : {})}
      >
        {words.t('duplicates.apart')}
      </Command>
    </li>
  );
}

function Side({ side }: { side: PairSide }) {
  const words = useWords();
  const format = useFormat();
  const known = knownOf(words, format, side);
  return (
    <span className={styles.side}>
      <span className={styles.name}>{side.name}</span>{' '}
      {known.length === 0 ? null : <span className={styles.facts}>{known.join(' · ')}</span>}{' '}
      <span className={styles.facts}>{visitsText(words, format, side.occasions, side.lastVisitOn)}</span>
    </span>
  );
}
