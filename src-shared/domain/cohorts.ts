/**
 * The cohort table: customers grouped by the calendar period of their first occasion, followed period by
 * period. Two passes over typed arrays (first occasions, then cells), so that a million visits take
 * milliseconds. Cells the as-of date cannot show yet are null, never 0.
 *
 * Money: `net` is the net turnover of the cohort's customers in window k (classic), or in window k and all
 * later ones up to as-of (on-or-after), refunds subtracted when they happen. A refund makes
 * nobody active. Turnover dated in a period before a customer's first occasion (a refund of a purchase the
 * records do not hold) belongs to no window and is left out.
 */
import {
  dayOfIso,
  elapsedShareOfPeriod,
  firstDayOfPeriod,
  isoOfDay,
  periodOfDay,
  periodsByDay,
} from './calendar.ts';
import { NO_DAY, type VisitExtract } from './extract.ts';
import type { CohortKind, CohortPeriod, CohortRow, CohortTable } from './figure.ts';
import { firstSeen, START_KNOWN } from './firstSeen.ts';
import { countGaps, quantileOfCounts } from './gaps.ts';

export interface CohortQuestion {
  readonly kind: CohortKind;
  readonly by: CohortPeriod;
  /** ISO date; nothing dated later counts. */
  readonly asOf: string;
}

const NO_ROW = -1;

/** From "in window k" to "in window k or any later one", for each row of a matrix `width` wide. */
const sumBackwards = (cells: Float64Array, width: number): void => {
  for (let at = cells.length - 2; at >= 0; at--) {
    if (at % width !== width - 1) cells[at] = cells[at]! + cells[at + 1]!;
  }
};

/**
 * The cohort table as of a date. `active[k]` counts customers with an occasion in the k-th calendar period
 * after the one of their first occasion, or in it or any later one up to as-of. All rows are as
 * wide as the oldest cohort, padded with null; a period counts once its last day is reached. Cohorts
 * without customers have no row. Customers whose start is unknown or before the records are in no cohort.
 */
export const cohortTable = (extract: VisitExtract, { kind, by, asOf }: CohortQuestion): CohortTable => {
  const asOfDay = dayOfIso(asOf);
  const { firstDay, start, unknownStart } = firstSeen(extract, asOfDay);
  const elapsedShare = elapsedShareOfPeriod(asOfDay, by);
  const base = { kind, by, asOf, currency: extract.currency, elapsedShare, unknownStart };

  let earliestDay = asOfDay + 1;
  for (let of = 0; of < firstDay.length; of++) {
    if (start[of] === START_KNOWN && firstDay[of]! < earliestDay) earliestDay = firstDay[of]!;
  }
  if (earliestDay > asOfDay) return { ...base, cohorts: [] };

  const originDay = firstDayOfPeriod(periodOfDay(earliestDay, by), by);
  const periods = periodsByDay(originDay, asOfDay, by);
  const firstPeriod = periods[0]!;
  const width = periods[periods.length - 1]! - firstPeriod + 1;

  const size = new Int32Array(width);
  const firstPeriodOf = new Int32Array(firstDay.length).fill(NO_ROW);
  for (let of = 0; of < firstDay.length; of++) {
    if (start[of] !== START_KNOWN) continue;
    const cohort = periods[firstDay[of]! - originDay]! - firstPeriod;
    firstPeriodOf[of] = cohort;
    size[cohort] = size[cohort]! + 1;
  }
  const rowOfCohort = new Int32Array(width).fill(NO_ROW);
  let rows = 0;
  for (let cohort = 0; cohort < width; cohort++) if (size[cohort]! > 0) rowOfCohort[cohort] = rows++;

  const active = new Float64Array(rows * width);
  const net = new Float64Array(rows * width);
  fillCells(
    extract,
    { kind, asOfDay, originDay, firstPeriod, width, periods, firstPeriodOf, rowOfCohort },
    active,
    net,
  );
  if (kind === 'on-or-after') {
    sumBackwards(active, width);
    sumBackwards(net, width);
  }

  const elapsedPeriods = elapsedShare === 1 ? width : width - 1;
  const stillRisingFrom = kind === 'on-or-after' ? firstStillRisingDay(extract, asOfDay) : asOfDay + 1;
  const cohorts: CohortRow[] = [];
  for (let cohort = 0; cohort < width; cohort++) {
    const row = rowOfCohort[cohort]!;
    if (row === NO_ROW) continue;
    const visible = Math.max(0, elapsedPeriods - cohort);
    const cells = (matrix: Float64Array): (number | null)[] =>
      Array.from({ length: width }, (_, k) => (k < visible ? matrix[row * width + k]! : null));
    cohorts.push({
      start: isoOfDay(firstDayOfPeriod(firstPeriod + cohort, by)),
      size: size[cohort]!,
      active: cells(active),
      net: cells(net),
      stillRising: Array.from(
        { length: width },
        (_, k) => k > 0 && k < visible && firstDayOfPeriod(firstPeriod + cohort + k, by) >= stillRisingFrom,
      ),
    });
  }
  return { ...base, cohorts };
};

interface CellLayout {
  readonly kind: CohortKind;
  readonly asOfDay: number;
  /** First day of the oldest cohort's period. */
  readonly originDay: number;
  readonly firstPeriod: number;
  readonly width: number;
  readonly periods: Int32Array;
  /** Per customer: period of the first occasion counted from `firstPeriod`, or NO_ROW. */
  readonly firstPeriodOf: Int32Array;
  readonly rowOfCohort: Int32Array;
}

/**
 * One linear pass. Classic counts a customer once per period with an occasion; on-or-after counts each
 * customer once, in the last such period, and is summed backwards afterwards.
 */
const fillCells = (
  { customer, day, netMinor, isOccasion }: VisitExtract,
  { kind, asOfDay, originDay, firstPeriod, width, periods, firstPeriodOf, rowOfCohort }: CellLayout,
  active: Float64Array,
  net: Float64Array,
): void => {
  const isClassic = kind === 'classic';
  let current = -1;
  let cohort = NO_ROW;
  /** Cell of the current customer's period 0 when counted from `firstPeriod`. */
  let base = 0;
  let lastActive = -1;
  for (let row = 0; row < day.length; row++) {
    const rowCustomer = customer[row]!;
    if (rowCustomer !== current) {
      if (!isClassic && lastActive >= 0) active[lastActive] = active[lastActive]! + 1;
      current = rowCustomer;
      cohort = firstPeriodOf[rowCustomer]!;
      base = cohort === NO_ROW ? 0 : rowOfCohort[cohort]! * width - cohort;
      lastActive = -1;
    }
    if (cohort === NO_ROW) continue;
    const rowDay = day[row]!;
    if (rowDay > asOfDay || rowDay < originDay) continue;
    const period = periods[rowDay - originDay]! - firstPeriod;
    if (period < cohort) continue;
    const cell = base + period;
    net[cell] = net[cell]! + netMinor[row]!;
    if (isOccasion[row] === 0 || cell === lastActive) continue;
    if (isClassic) active[cell] = active[cell]! + 1;
    lastActive = cell;
  }
  if (!isClassic && lastActive >= 0) active[lastActive] = active[lastActive]! + 1;
};

/**
 * Windows beginning on this day or later are still rising: an absence from them has been watched for less time
 * than nine in ten gaps take. Without a single gap nothing is known, and every window may rise.
 */
const firstStillRisingDay = (extract: VisitExtract, asOfDay: number): number => {
  const usualGapDays = quantileOfCounts(countGaps(extract, asOfDay), 0.9);
  return usualGapDays === null ? NO_DAY : asOfDay + 2 - Math.ceil(usualGapDays);
};
