/**
 * Closes months: computes what is to be kept of each, writes it once, and says what later corrections would have made of
 * it. Computing is the analytics process's part, writing the main process's; `sealMonths` joins them, a month at a time,
 * so that an owner's question never waits for more than one.
 */
import { createHash } from 'node:crypto';
import type { Database } from '../../db/openDatabase.ts';
import { readOpinionCounts } from '../../db/repositories/opinionSummary.ts';
import {
  countCorrectedVisits,
  insertSealedMonthTx,
  listSealedMonths,
  type SealedMonthRow,
  wasKeptInTime,
} from '../../db/repositories/sealedMonth.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  type Correction,
  type SealedFigures,
  sealedFiguresSchema,
} from '../../src-shared/contract/reportContract.ts';
import type { Shop } from '../../src-shared/contract/shopContract.ts';
import { businessDateOfInstant, instantOfLocalTime } from '../../src-shared/domain/businessDate.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import type { OpinionCounts } from '../../src-shared/domain/opinionFigures.ts';
import {
  changedFigures,
  GRACE_DAYS,
  lastDayOfMonth,
  monthFigures,
  monthsToSeal,
} from '../../src-shared/domain/sealing.ts';
import { coveredDays } from './retentionService.ts';

export type SealedMonth = Omit<SealedMonthRow, 'figures'> & SealedFigures;

/** Newest first. Throws on JSON that nobody of us wrote. */
export const readSealedMonths = (db: Database): SealedMonth[] =>
  listSealedMonths(db).map(({ figures, ...row }) => ({
    ...row,
    ...sealedFiguresSchema.parse(JSON.parse(figures)),
  }));

const firstOf = (month: string): string => `${month}-01`;

/** Numbers per row in the fingerprint. */
const COLUMNS = 6;
const ROWS_AT_ONCE = 16_384;

/**
 * A fingerprint of everything the figures of `asOf` come from. Customers by id, not by place: a later customer's first
 * visit must not move it.
 */
export const inputsOf = (
  extract: VisitExtract,
  asOf: string,
  opinions: OpinionCounts,
): SealedFigures['inputs'] => {
  const lastDay = dayOfIso(asOf);
  const { day, customer, customerIds, customerSinceDay, netMinor, isOccasion, offering } = extract;
  const hash = createHash('sha256');
  // A piece at a time: for a million rows and a year of months, whole copies would cost more than the hashing.
  const cells = new Float64Array(ROWS_AT_ONCE * COLUMNS);
  let held = 0;
  let days = 0;
  for (let row = 0; row < day.length; row++) {
    if (day[row]! > lastDay) continue;
    const of = customer[row]!;
    const at = held * COLUMNS;
    cells[at] = customerIds[of]!;
    cells[at + 1] = customerSinceDay[of]!;
    cells[at + 2] = day[row]!;
    cells[at + 3] = netMinor[row]!;
    cells[at + 4] = isOccasion[row]!;
    cells[at + 5] = extract.offerings[offering[row]!]?.id ?? -1;
    days++;
    if (++held < ROWS_AT_ONCE) continue;
    hash.update(new Uint8Array(cells.buffer));
    held = 0;
  }
  hash.update(new Uint8Array(cells.buffer, 0, held * COLUMNS * 8));
  const walkIns = extract.walkInDay.findLastIndex((walkInDay) => walkInDay <= lastDay) + 1;
  const settings = {
    currency: extract.currency,
    isHistoryComplete: extract.isHistoryComplete,
    historyStartsOnDay: extract.historyStartsOnDay,
    planned: extract.offerings.flatMap(({ id, plannedIntervalDays }) =>
      plannedIntervalDays === null ? [] : [[id, plannedIntervalDays]],
    ),
    opinions: [opinions.nps, opinions.csat, opinions.ces],
  };
  const digest = hash
    .update(new Uint8Array(Int32Array.from(extract.walkInDay.subarray(0, walkIns)).buffer))
    .update(new Uint8Array(Float64Array.from(extract.walkInNetMinor.subarray(0, walkIns)).buffer))
    .update(JSON.stringify(settings))
    .digest('hex');
  return { days, digest };
};

/** Months that are over for long enough and not sealed yet, newest first. */
export const openMonths = (db: Database, extract: VisitExtract, shop: Shop, nowMs: number): string[] => {
  const covered = coveredDays(extract);
  const sealed = new Set(listSealedMonths(db).map(({ month }) => month));
  return monthsToSeal(
    covered && isoOfDay(covered.first),
    businessDateOfInstant(nowMs, shop.timeZone),
    sealed,
  );
};

export type MonthToSeal = Omit<SealedMonthRow, 'sealedAtMs'>;

/** What is to be kept of a month that is over. Reads, writes nothing. */
export const monthToSeal = (db: Database, extract: VisitExtract, shop: Shop, month: string): MonthToSeal => {
  const asOf = lastDayOfMonth(month);
  const opinions = readOpinionCounts(db, firstOf(month), asOf);
  const sealed: SealedFigures = {
    format: 1,
    inputs: inputsOf(extract, asOf, opinions),
    figures: monthFigures(extract, asOf, opinions),
  };
  const graceEnds = instantOfLocalTime(dayOfIso(asOf) + GRACE_DAYS + 1, 0, shop.timeZone);
  return {
    month,
    asOf,
    isReconstructed: !wasKeptInTime(db, firstOf(month), asOf, graceEnds),
    figures: JSON.stringify(sealed),
  };
};

/** Answers false where the month was sealed before. Owns its transaction. */
export const keepSealedMonth = (db: Database, month: MonthToSeal, sealedAtMs: number): boolean =>
  inTransaction(db, () => insertSealedMonthTx(db, { ...month, sealedAtMs }));

export interface SealingParts {
  readonly nowMs: () => number;
  readonly openMonths: (nowMs: number) => Promise<readonly string[]>;
  readonly monthToSeal: (month: string) => Promise<MonthToSeal>;
  readonly keep: (month: MonthToSeal, sealedAtMs: number) => Promise<boolean>;
  readonly isEnding: () => boolean;
}

/** Seals what is to be sealed; what is left when the app ends is sealed after its next start. Answers how many. */
export const sealMonths = async (parts: SealingParts): Promise<number> => {
  let sealed = 0;
  for (const month of await parts.openMonths(parts.nowMs())) {
    if (parts.isEnding()) break;
    // Asked before it is computed: what is entered meanwhile is a correction, and is listed as one.
    const sealedAtMs = parts.nowMs();
    if (await parts.keep(await parts.monthToSeal(month), sealedAtMs)) sealed++;
  }
  return sealed;
};

/** Corrections of the given sealed months, in their order; those without any are left out. */
export const readCorrections = (
  db: Database,
  extract: VisitExtract,
  sealed: readonly SealedMonth[],
): Correction[] => {
  const visits = countCorrectedVisits(db, sealed);
  return sealed.flatMap((month): Correction[] => {
    const corrected = visits.get(month.month) ?? 0;
    const opinions = readOpinionCounts(db, firstOf(month.month), month.asOf);
    const isSame = inputsOf(extract, month.asOf, opinions).digest === month.inputs.digest;
    const changed = isSame ? [] : changedFigures(month.figures, monthFigures(extract, month.asOf, opinions));
    return corrected === 0 && changed.length === 0
      ? []
      : [{ month: month.month, visits: corrected, changed }];
  });
};
