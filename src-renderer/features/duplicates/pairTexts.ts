/** A pair of cards in words: why they may be one person's, what speaks against it, how each of them has come. */
import type { CardPair, PairSide } from '../../../src-shared/contract/mergeContract.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { Format } from '../../ui/wordsContext.tsx';

export const whyText = (words: Words, { reasons, doubts }: Pick<CardPair, 'reasons' | 'doubts'>): string => {
  const said = reasons.map((reason) => words.t(`customers.duplicate.${reason}`)).join(', ');
  if (doubts.length === 0) return said;
  const against = doubts.map((doubt) => words.t(`duplicates.doubt.${doubt}`)).join(', ');
  return words.t('duplicates.but', { reasons: said, doubts: against });
};

/** "12 visits, last on 3 Feb 2026". */
export const visitsText = (
  words: Words,
  format: Format,
  visits: number,
  lastVisitOn: string | null,
): string => {
  if (visits === 0) return words.t('duplicates.noVisit');
  const count = words.t('duplicates.visits', { count: visits });
  if (lastVisitOn === null) return count;
  return `${count}, ${words.t('duplicates.last', { on: format.date(lastVisitOn, 'dayShort') })}`;
};

/** What tells people of one name apart. */
export const knownOf = (words: Words, format: Format, side: PairSide): string[] => [
  ...(side.phone === null ? [] : [side.phone]),
  ...(side.birthday === null
    ? []
    : [words.t('duplicates.born', { on: format.date(side.birthday, 'dayShort') })]),
  ...(side.isInTrash ? [words.t('customers.duplicate.inTrash')] : []),
];

/** The card that has more of the person stays, unless somebody wants it the other way. */
export const usuallyKept = ({ one, other }: CardPair): readonly [PairSide, PairSide] =>
  other.occasions > one.occasions ? [other, one] : [one, other];

export const pairKey = ({ one, other }: CardPair): string => `${one.customerId} ${other.customerId}`;
