/** Cards of the whole base that may be one person's: for the analytics process, which compares them; main shows a page. */
import type { Database } from '../../db/openDatabase.ts';
import {
  type PairSide,
  readDuplicateCards,
  readKeptApart,
  readPairSides,
} from '../../db/repositories/duplicatePairs.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { DUPLICATE_CERTAINTIES, type DuplicateCertainty } from '../../src-shared/domain/closedLists.ts';
import { type DuplicatePair, duplicatePairs } from '../../src-shared/domain/duplicatePairs.ts';
import type { PhoneBook } from './phoneBook.ts';

type Output = OutputOf<AppContract['customer.duplicatePairs']>;

/** Of the shop as it is now, the strongest first. */
export const findDuplicatePairs = (db: Database): readonly DuplicatePair[] =>
  duplicatePairs(readDuplicateCards(db), readKeptApart(db));

export interface PairPage {
  readonly pairs: readonly (Omit<DuplicatePair, 'ids' | 'strength'> & {
    readonly sides: readonly PairSide[];
  })[];
  readonly total: number;
  readonly counts: Readonly<Record<DuplicateCertainty, number>>;
}

export const pairPage = (
  db: Database,
  all: readonly DuplicatePair[],
  { offset, limit }: InputOf<AppContract['customer.duplicatePairs']>,
): PairPage => {
  const some = all.slice(offset, offset + limit);
  const sides = readPairSides(db, [...new Set(some.flatMap(({ ids }) => ids))]);
  const counts = { sure: 0, likely: 0, perhaps: 0 };
  for (const { certainty } of all) counts[certainty]++;
  return {
    pairs: some.map(({ ids, reasons, doubts, certainty }) => ({
      sides: ids.flatMap((id) => sides.get(id) ?? []),
      reasons,
      doubts,
      certainty,
    })),
    total: all.length,
    counts,
  };
};

export const shownPairPage = ({ pairs, total, counts }: PairPage, phones: PhoneBook): Output => {
  const shown = ({ phoneE164, isInTrash, ...side }: PairSide) => ({
    ...side,
    phone: phoneE164 === null ? null : phones.shown(phoneE164),
    isInTrash: isInTrash === 1,
  });
  return {
    pairs: pairs.flatMap(({ sides: [one, other], reasons, doubts, certainty }) =>
      one === undefined || other === undefined
        ? []
        : [{ one: shown(one), other: shown(other), reasons: [...reasons], doubts: [...doubts], certainty }],
    ),
    total,
    counts: Object.fromEntries(DUPLICATE_CERTAINTIES.map((one) => [one, counts[one]])) as Output['counts'],
  };
};
