/**
 * The scalar retention figures, each with its window, its counts, its n and its interval, by the definitions
 * of docs/indicators.md. Tables and curves are in cohorts.ts and returnCurve.ts; words for all of them in
 * src-shared/words.
 */
import { type DayWindow, dayOfIso, type FigureWindow, isoOfDay, resolveWindow } from './calendar.ts';
import { DEFINITIONS, type FigureKey, RETURN_DAYS } from './definitions.ts';
import type { VisitExtract } from './extract.ts';
import type { Figure } from './figure.ts';
import { type FirstSeen, firstSeen, START_KNOWN } from './firstSeen.ts';
import { type Interval, ratioInterval, wilsonInterval } from './intervals.ts';
import { firstReturns, returnedWithin } from './returnCurve.ts';
import { computeRhythms, RHYTHM_STATES } from './rhythm.ts';
import { countWindow, monthAndBefore, TRAILING_DAYS } from './windowCounts.ts';

/** Occasions a regular customer has at least. */
const REGULAR_OCCASIONS = 3;

type Counted = Pick<Figure, 'value' | 'numerator' | 'denominator' | 'n'>;

const makeFigure = (
  key: FigureKey,
  asOf: string,
  window: DayWindow | null,
  counted: Counted,
  interval: Interval | null,
): Figure => ({
  key,
  ...counted,
  unit: DEFINITIONS[key].unit,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
  from: window && isoOfDay(window.fromDay),
  to: window && isoOfDay(window.toDay),
  asOf,
  definition: DEFINITIONS[key].version,
});

const ratioOf = (numerator: number, denominator: number): Counted => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
  n: denominator,
});

const countOf = (value: number): Counted => ({ value, numerator: null, denominator: null, n: value });

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

const ones = (length: number): Float64Array => new Float64Array(length).fill(1);

/** Of the customers seen in the trailing year: how many, and how many of them are regular and not late. */
const countRegular = (extract: VisitExtract, asOfDay: number): { regular: number; recent: number } => {
  const { lastDay, occasions, state } = computeRhythms(extract, asOfDay);
  const overdue = RHYTHM_STATES.indexOf('overdue');
  let regular = 0;
  let recent = 0;
  for (let of = 0; of < lastDay.length; of++) {
    if (occasions[of] === 0 || lastDay[of]! <= asOfDay - TRAILING_DAYS) continue;
    recent++;
    // Three occasions bring two gaps, so the state is always known here.
    if (occasions[of]! >= REGULAR_OCCASIONS && state[of]! < overdue) regular++;
  }
  return { regular, recent };
};

const countNew = ({ firstDay, start }: FirstSeen, { fromDay, toDay }: DayWindow): number => {
  let count = 0;
  for (let of = 0; of < firstDay.length; of++) {
    if (start[of] === START_KNOWN && firstDay[of]! >= fromDay && firstDay[of]! <= toDay) count++;
  }
  return count;
};

/**
 * Every scalar figure of the first form, in the order of DEFINITIONS. Amounts are minor units of
 * `extract.currency`. A value is null where its denominator is 0, and for a first return past the last
 * follow-up. `returningCustomers` is active minus new, so while history is partial it holds those of unknown
 * start too; `unknownStartShare` says how many those are. Throws RangeError on a bad date or an empty window.
 */
export const computeFigures = (extract: VisitExtract, question: FigureWindow): Figure[] => {
  const { asOf } = question;
  const asOfDay = dayOfIso(asOf);
  const window = resolveWindow(question);
  const year: DayWindow = { fromDay: asOfDay - TRAILING_DAYS + 1, toDay: asOfDay };
  const month: DayWindow = { fromDay: monthAndBefore(window.toDay).fromDay, toDay: window.toDay };
  const seen = firstSeen(extract, asOfDay);
  const counts = countWindow(extract, window, asOfDay);
  const { regular, recent } = countRegular(extract, asOfDay);
  const isNew = countNew(seen, window);
  const returning = counts.active - isNew;
  const turnoverMinor = counts.identifiedNetMinor + counts.walkInNetMinor;
  const returns = firstReturns(extract, asOfDay, null, seen);

  const figure = (
    key: FigureKey,
    over: DayWindow | null,
    counted: Counted,
    interval: Interval | null = null,
  ): Figure => makeFigure(key, asOf, over, counted, interval);
  const share = (key: FigureKey, over: DayWindow | null, successes: number, trials: number): Figure =>
    figure(key, over, ratioOf(successes, trials), wilsonInterval(successes, trials));

  return [
    share('regularShare', year, regular, recent),
    figure('activeCustomers', window, countOf(counts.active)),
    figure('newCustomers', window, { ...countOf(isNew), n: counts.active }),
    figure('returningCustomers', window, { ...countOf(returning), n: counts.active }),
    share('returningShare', window, returning, counts.active),
    share('repeatCustomerRate', null, counts.customersRepeat, counts.customersEver),
    share('monthRetention', month, counts.activeBothMonths, counts.activeMonthBefore),
    ...RETURN_DAYS.map((days) => {
      const within = returnedWithin(returns, days);
      return figure(
        `firstReturn.${days}`,
        null,
        { value: within?.share ?? null, numerator: null, denominator: null, n: returns.estimate.n },
        within?.interval ?? null,
      );
    }),
    figure(
      'purchaseFrequency',
      window,
      ratioOf(counts.occasions, counts.active),
      ratioInterval(counts.occasionsOfActive, ones(counts.active)),
    ),
    figure(
      'intensity.netPerOccasion',
      window,
      ratioOf(counts.identifiedNetMinor, counts.occasions),
      ratioInterval(counts.netOfPresent, counts.occasionsOfPresent),
    ),
    figure(
      'intensity.occasionsPerCustomer',
      year,
      ratioOf(sumOf(counts.occasionsOfYear), counts.occasionsOfYear.length),
      ratioInterval(counts.occasionsOfYear, ones(counts.occasionsOfYear.length)),
    ),
    figure('turnover', window, {
      value: turnoverMinor,
      numerator: null,
      denominator: null,
      n: counts.occasions,
    }),
    figure('identifiedShare', window, {
      ...ratioOf(counts.identifiedNetMinor, turnoverMinor),
      n: counts.occasions,
    }),
    share('unknownStartShare', null, seen.unknownStart, seen.customers),
  ];
};
