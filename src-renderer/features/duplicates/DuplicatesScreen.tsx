/** Cards of the whole base that may be one person's, the surest first. Arrows choose a pair, Enter compares its cards. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CardPair } from '../../../src-shared/contract/mergeContract.ts';
import { DUPLICATE_CERTAINTIES } from '../../../src-shared/domain/closedLists.ts';
import { useAnswer } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle, PartTitle } from '../../ui/PageTitle.tsx';
import { PlaceTabs } from '../../ui/PlaceTabs.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PAIRS_AT_FIRST } from '../../ui/useDuplicateCount.ts';
import { useShortcut } from '../../ui/useShortcut.ts';
import { Waiting } from '../../ui/Waiting.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './duplicates.module.css';
import { PairRow } from './PairRow.tsx';
import { pairKey } from './pairTexts.ts';
import { useKeepApart } from './useKeepApart.ts';

const MOST_SHOWN = 200;

/** Where somebody was when they went to compare two cards: they come back to the same place. */
let lastAt = 0;

export function DuplicatesScreen() {
  const words = useWords();
  const [limit, setLimit] = useState(PAIRS_AT_FIRST);
  const [at, setAt] = useState(lastAt);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const answer = useAnswer('customer.duplicatePairs', { offset: 0, limit }, { keepsPrevious: true });
  const keepApart = useKeepApart();
  const links = useRef(new Map<string, HTMLAnchorElement>());
  // The base is compared anew after a decision; until then what was decided is left out here.
  const pairs = (answer.data?.pairs ?? []).filter((pair) => !decided.has(pairKey(pair)));
  const current = Math.max(0, Math.min(at, pairs.length - 1));
  const currentKey = pairs[current] === undefined ? null : pairKey(pairs[current]);
  const { total = 0, counts = { sure: 0, likely: 0, perhaps: 0 } } = answer.data ?? {};

  const select = (next: number) => {
    lastAt = Math.max(0, next);
    setAt(lastAt);
  };
  const focus = (next: number) => {
    const pair = pairs[Math.max(0, Math.min(next, pairs.length - 1))];
    if (pair) links.current.get(pairKey(pair))?.focus();
  };
  const apart = (pair: CardPair) => {
    const key = pairKey(pair);
    setDecided((known) => new Set([...known, key]));
    const shownAgain = () => setDecided((known) => new Set([...known].filter((one) => one !== key)));
    void keepApart(pair.one, pair.other, shownAgain).then((isSaid) => {
      if (!isSaid) shownAgain();
    });
  };
  useShortcut('d', pairs.length > 0, () => pairs[current] && apart(pairs[current]));

  // The focus is where the next key should go, also when the pair it was on is decided.
  useEffect(() => {
    if (currentKey !== null && document.activeElement === document.body)
      links.current.get(currentKey)?.focus();
  }, [currentKey]);

  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: pairs.length - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    focus(to);
  };
  const likely = counts.sure + counts.likely;
  const canShowMore = limit < MOST_SHOWN && total > limit;
  return (
    <Page>
      <div className={styles.screen}>
        <PlaceTabs of="customers" />
        <div className={styles.top}>
          <PageTitle>{words.t('duplicates.title')}</PageTitle>
          {total === 0 ? null : (
            <Sentence
              size="lead"
              text={
                likely > 0
                  ? words.t('duplicates.lead', { count: likely })
                  : words.t('duplicates.lead.perhaps')
              }
            />
          )}
        </div>
        {answer.error ? <ErrorNote error={answer.error} /> : null}
        {answer.data === undefined && !answer.error ? <Waiting /> : null}
        {answer.data !== undefined && pairs.length === 0 ? (
          <EmptyState title={words.t('duplicates.none.title')} text={words.t('duplicates.none.text')} />
        ) : null}
        {DUPLICATE_CERTAINTIES.map((certainty) => {
          const some = pairs.filter((pair) => pair.certainty === certainty);
          if (some.length === 0) return null;
          return (
            <section key={certainty} className={styles.section} aria-labelledby={`pairs-${certainty}`}>
              <PartTitle id={`pairs-${certainty}`}>{words.t(`duplicates.certainty.${certainty}`)}</PartTitle>
              {certainty === 'perhaps' ? (
                <p className={styles.sectionText}>{words.t('duplicates.perhaps.text')}</p>
              ) : null}
              <ul className={styles.list} onKeyDown={pressed}>
                {some.map((pair) => {
                  const key = pairKey(pair);
                  return (
                    <PairRow
                      key={key}
                      pair={pair}
                      isCurrent={key === currentKey}
                      link={(link) => {
                        if (link) links.current.set(key, link);
                        else links.current.delete(key);
                      }}
                      onFocus={() => select(pairs.indexOf(pair))}
                      onApart={() => apart(pair)}
                    />
                  );
                })}
              </ul>
            </section>
          );
        })}
        {canShowMore ? (
          <div>
            <Command onClick={() => setLimit(MOST_SHOWN)}>
              {words.t('duplicates.more', { count: Math.min(MOST_SHOWN, total) - limit })}
            </Command>
          </div>
        ) : total > limit ? (
          <p className={styles.sectionText}>{words.t('duplicates.rest', { count: total - limit })}</p>
        ) : null}
      </div>
    </Page>
  );
}
