/**
 * The arithmetic of one benefit's ledger. Entries are only ever added; a counter-entry takes one back whole, and a
 * counter-entry can be taken back itself. What was added first to expire is used first, which for rules that did not
 * change is first in, first out. Pure: what is written because of it is benefitSettle.ts's business.
 */

import { dayOfIso, isoOfDay } from './calendar.ts';
import type { BenefitMove } from './closedLists.ts';

export interface LedgerEntry {
  readonly id: number;
  readonly move: BenefitMove;
  readonly amount: number;
  readonly onDate: string;
  /** Of what is added: its last day. */
  readonly expiresOn: string | null;
  readonly correctsEntryId: number | null;
}

/** By which counter-entry each entry was answered. */
const counters = <E extends LedgerEntry>(entries: readonly E[]): ReadonlyMap<number, E> =>
  new Map(
    entries.flatMap((entry) =>
      entry.correctsEntryId === null ? [] : [[entry.correctsEntryId, entry] as const],
    ),
  );

/** Ids of what stands: entries and counter-entries that no standing counter-entry takes back. */
export const standingIds = (entries: readonly LedgerEntry[]): ReadonlySet<number> => {
  const counterOf = counters(entries);
  const stands = (id: number): boolean => {
    const counter = counterOf.get(id);
    return counter === undefined || !stands(counter.id);
  };
  return new Set(entries.filter(({ id }) => stands(id)).map(({ id }) => id));
};

/** What took an entry back for good, or null for one that stands. */
export const takenBackBy = <E extends LedgerEntry>(entries: readonly E[], entry: E): E | null => {
  const counterOf = counters(entries);
  let last = entry;
  let answers = 0;
  for (let next = counterOf.get(entry.id); next !== undefined; next = counterOf.get(next.id)) {
    last = next;
    answers++;
  }
  return answers % 2 === 1 ? last : null;
};

/** Entries that stand, counter-entries left out: their amounts add up to what the whole ledger does. */
export const standingEntries = <E extends LedgerEntry>(entries: readonly E[]): E[] => {
  const standing = standingIds(entries);
  return entries.filter(({ id, move }) => move !== 'correct' && standing.has(id));
};

export const sumOf = (entries: readonly Pick<LedgerEntry, 'amount'>[]): number =>
  entries.reduce((sum, { amount }) => sum + amount, 0);

/** What was added at once and lasts equally long. */
export interface Lot {
  readonly onDate: string;
  readonly expiresOn: string | null;
  readonly left: number;
}

export interface Expiry {
  /** The first day on which it is gone. */
  readonly onDate: string;
  /** Positive. */
  readonly amount: number;
}

export interface LedgerState {
  /** What can be used on the day asked about. */
  readonly balance: number;
  /** What that consists of, the first to expire first. */
  readonly lots: readonly Lot[];
  /** Everything that has expired until then, oldest first. */
  readonly expiries: readonly Expiry[];
  /** The day of a use that nothing covers, if there is one: no such ledger may be written. */
  readonly shortOn: string | null;
}

const NEVER = '9999-12-31';
const lastDayOf = ({ expiresOn }: Pick<Lot, 'expiresOn'>): string => expiresOn ?? NEVER;
const dayAfter = (isoDay: string): string => isoOfDay(dayOfIso(isoDay) + 1);

/** Within a day what is added comes first: who buys a package uses it at once. */
const inOrder = (a: LedgerEntry, b: LedgerEntry): number =>
  a.onDate < b.onDate
    ? -1
    : a.onDate > b.onDate
      ? 1
      : Math.sign(b.amount) - Math.sign(a.amount) || a.id - b.id;

/**
 * The ledger as it stands at the end of the day `asOf`. Entries of expiry are not read: they follow from the others.
 * @param cancelledOn the day on which what is left was given up
 */
export const ledgerState = (
  entries: readonly LedgerEntry[],
  asOf: string,
  cancelledOn: string | null = null,
): LedgerState => {
  const lots: { onDate: string; expiresOn: string | null; left: number }[] = [];
  let shortOn: string | null = null;
  const moves = standingEntries(entries).filter(({ move, onDate }) => move !== 'expire' && onDate <= asOf);
  for (const { amount, onDate, expiresOn } of moves.sort(inOrder)) {
    if (amount > 0) {
      const lot = { onDate, expiresOn, left: amount };
      // From the end, where what was added last nearly always belongs.
      lots.splice(lots.findLastIndex((other) => lastDayOf(other) <= lastDayOf(lot)) + 1, 0, lot);
      continue;
    }
    let wanted = cancelledOn !== null && onDate > cancelledOn ? Number.POSITIVE_INFINITY : -amount;
    for (const lot of lots) {
      if (wanted === 0) break;
      if (lastDayOf(lot) < onDate) continue;
      const taken = Math.min(lot.left, wanted);
      lot.left -= taken;
      wanted -= taken;
    }
    if (wanted > 0) shortOn ??= onDate;
  }
  const gone = new Map<string, number>();
  const left: Lot[] = [];
  for (const lot of lots) {
    if (lot.left === 0) continue;
    const expiredOn = lot.expiresOn === null || lot.expiresOn >= asOf ? null : dayAfter(lot.expiresOn);
    const givenUpOn = cancelledOn !== null && cancelledOn <= asOf ? later(cancelledOn, lot.onDate) : null;
    const onDate = earlier(expiredOn, givenUpOn);
    if (onDate === null) left.push(lot);
    else gone.set(onDate, (gone.get(onDate) ?? 0) + lot.left);
  }
  return {
    balance: left.reduce((sum, lot) => sum + lot.left, 0),
    lots: left,
    expiries: [...gone]
      .map(([onDate, amount]) => ({ onDate, amount }))
      .sort((a, b) => (a.onDate < b.onDate ? -1 : 1)),
    shortOn,
  };
};

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;
