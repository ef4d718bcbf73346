/**
 * Who came back in a month, from visits alone: those whose own rhythm said that they would, those who came for the
 * second time, and those who by the shop's own return curve are late for a second visit. Knows nothing of calls,
 * messages or what they brought: that is another module's.
 */
import { type DayWindow, isoOfDay } from './calendar.ts';
import { NO_DAY, type VisitExtract } from './extract.ts';
import type { Figure } from './figure.ts';
import { type FirstSeen, firstSeen, START_KNOWN } from './firstSeen.ts';
import { type Interval, wilsonInterval } from './intervals.ts';
import { REPORT_DEFINITIONS } from './reportDefinitions.ts';
import { firstReturns, returnedWithin } from './returnCurve.ts';
import { computeRhythms } from './rhythm.ts';

const COME_BACK_KEYS = ['comeBack.due', 'comeBack.second', 'comeBack.usualDays', 'comeBack.notBack'] as const;
export type ComeBackKey = (typeof COME_BACK_KEYS)[number];

/** Where the curve of first returns is read: nobody is waited for longer than a year. */
const CURVE_DAYS = 365;
/** The part of all who return within a year that has returned by the "usual" day. */
const USUAL_PART = 0.9;

interface Days {
  /** Per customer: day of the second occasion up to as-of, or NO_DAY. */
  readonly second: Int32Array;
  /** Per customer: 1 with an occasion in the window. */
  readonly came: Uint8Array;
}

const readDays = (extract: VisitExtract, window: DayWindow, { firstDay }: FirstSeen): Days => {
  const { customer, day, isOccasion } = extract;
  const second = new Int32Array(firstDay.length).fill(NO_DAY);
  const came = new Uint8Array(firstDay.length);
  for (let row = 0; row < day.length; row++) {
    const rowDay = day[row]!;
    if (isOccasion[row] === 0 || rowDay > window.toDay) continue;
    const of = customer[row]!;
    if (rowDay >= window.fromDay) came[of] = 1;
    if (second[of] === NO_DAY && rowDay > firstDay[of]!) second[of] = rowDay;
  }
  return { second, came };
};

/** Of customers with a rhythm of their own: whom it called for the window on its eve, and who of them came in it. */
const countDue = (
  extract: VisitExtract,
  { fromDay, toDay }: DayWindow,
  came: Uint8Array,
): { due: number; dueAndCame: number } => {
  const { lastDay, occasions, rhythmDays } = computeRhythms(extract, fromDay - 1);
  let due = 0;
  let dueAndCame = 0;
  for (let of = 0; of < lastDay.length; of++) {
    if (occasions[of]! < 2 || Number.isNaN(rhythmDays[of]!)) continue;
    const expected = lastDay[of]! + Math.round(rhythmDays[of]!);
    if (expected < fromDay || expected > toDay) continue;
    due++;
    dueAndCame += came[of]!;
  }
  return { due, dueAndCame };
};

/**
 * Days after the first visit within which nine in ten of those who return within a year have returned; null
 * while nobody has been watched for a year, or nobody has returned.
 */
export const usualReturnDays = (extract: VisitExtract, asOfDay: number): number | null => {
  const returns = firstReturns(extract, asOfDay, null);
  const all = returnedWithin(returns, CURVE_DAYS)?.share ?? 0;
  if (all === 0) return null;
  return returns.estimate.steps.find(({ survival }) => 1 - survival >= USUAL_PART * all)?.time ?? null;
};

/** The four figures in the order of COME_BACK_KEYS; the window ends with the as-of day. */
export const comeBackFigures = (extract: VisitExtract, window: DayWindow): Figure[] => {
  const { fromDay, toDay } = window;
  const seen = firstSeen(extract, toDay);
  const { second, came } = readDays(extract, window, seen);
  const { due, dueAndCame } = countDue(extract, window, came);
  const usualDays = usualReturnDays(extract, toDay);
  let secondVisits = 0;
  let reached = 0;
  let notBack = 0;
  for (let of = 0; of < second.length; of++) {
    if (seen.start[of] !== START_KNOWN) continue;
    const secondDay = second[of]!;
    if (secondDay !== NO_DAY && secondDay >= fromDay) secondVisits++;
    const usualDay = seen.firstDay[of]! + (usualDays ?? 0);
    if (usualDays === null || usualDay < fromDay || usualDay > toDay) continue;
    reached++;
    if (secondDay === NO_DAY || secondDay > usualDay) notBack++;
  }
  const figure = (
    key: ComeBackKey,
    counted: Pick<Figure, 'value' | 'unit' | 'numerator' | 'denominator' | 'n'>,
    interval: Interval | null = null,
  ): Figure => ({
    key,
    ...counted,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    from: isoOfDay(fromDay),
    to: isoOfDay(toDay),
    asOf: isoOfDay(toDay),
    definition: REPORT_DEFINITIONS[key].version,
  });
  const share = (key: ComeBackKey, numerator: number, denominator: number): Figure =>
    figure(
      key,
      {
        value: denominator === 0 ? null : numerator / denominator,
        unit: 'share',
        numerator,
        denominator,
        n: denominator,
      },
      wilsonInterval(numerator, denominator),
    );
  return [
    share('comeBack.due', dueAndCame, due),
    figure('comeBack.second', {
      value: secondVisits,
      unit: 'customers',
      numerator: null,
      denominator: null,
      n: secondVisits,
    }),
    figure('comeBack.usualDays', {
      value: usualDays,
      unit: 'days',
      numerator: null,
      denominator: null,
      n: reached,
    }),
    share('comeBack.notBack', notBack, reached),
  ];
};
