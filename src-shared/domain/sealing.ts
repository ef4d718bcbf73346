/**
 * Closing a month: which months are due, which figures are kept of each, and what later corrections would have made
 * of them (docs/indicators.md, "Sealing"). Sealed values never change; this module only compares.
 */
import { dayOfIso, firstDayOfPeriod, isoOfDay, lastDayOfPeriod, periodOfDay } from './calendar.ts';
import { comeBackFigures } from './comeBack.ts';
import type { VisitExtract } from './extract.ts';
import type { Figure } from './figure.ts';
import { type OpinionCounts, opinionFigures } from './opinionFigures.ts';
import { REPORT_DEFINITIONS } from './reportDefinitions.ts';
import { computeFigures } from './retention.ts';
import { firstReturns, returnedWithin } from './returnCurve.ts';
import { TRAILING_DAYS } from './windowCounts.ts';

/** Whole days after a month's last day before it may be sealed: what is entered late still gets in. */
export const GRACE_DAYS = 3;

export const monthOfPeriod = (period: number): string =>
  isoOfDay(firstDayOfPeriod(period, 'month')).slice(0, 7);

export const periodOfMonth = (month: string): number => periodOfDay(dayOfIso(`${month}-01`), 'month');

/** Last local day of `2026-10`, ISO. */
export const lastDayOfMonth = (month: string): string =>
  isoOfDay(lastDayOfPeriod(periodOfMonth(month), 'month'));

/** Months from the first visit's to the last one that may be sealed and is not, newest first. */
export const monthsToSeal = (
  firstVisitOn: string | null,
  today: string,
  sealed: ReadonlySet<string>,
): string[] => {
  if (firstVisitOn === null) return [];
  const first = periodOfMonth(firstVisitOn.slice(0, 7));
  const months: string[] = [];
  for (let period = periodOfMonth(today.slice(0, 7)) - 1; period >= first; period--) {
    const isOver = dayOfIso(today) - lastDayOfPeriod(period, 'month') >= GRACE_DAYS;
    const month = monthOfPeriod(period);
    if (isOver && !sealed.has(month)) months.push(month);
  }
  return months;
};

/** The 60-day return of customers new in the 365 days up to as-of: what the page and the screen say. */
export const RECENT_RETURN_KEY = 'recentReturn.60' satisfies keyof typeof REPORT_DEFINITIONS;

const recentReturn = (extract: VisitExtract, asOf: string): Figure => {
  const toDay = dayOfIso(asOf);
  const fromDay = toDay - TRAILING_DAYS + 1;
  const returns = firstReturns(extract, toDay, { fromDay, toDay });
  const within = returnedWithin(returns, 60);
  return {
    key: RECENT_RETURN_KEY,
    value: within?.share ?? null,
    unit: 'share',
    numerator: null,
    denominator: null,
    n: returns.estimate.n,
    low: within?.interval?.low ?? null,
    high: within?.interval?.high ?? null,
    from: isoOfDay(fromDay),
    to: asOf,
    asOf,
    definition: REPORT_DEFINITIONS[RECENT_RETURN_KEY].version,
  };
};

/** Every figure of a month's report, as of `asOf`, a day of the month. */
export const monthFigures = (extract: VisitExtract, asOf: string, opinions: OpinionCounts): Figure[] => {
  const toDay = dayOfIso(asOf);
  const fromDay = firstDayOfPeriod(periodOfDay(toDay, 'month'), 'month');
  return [
    ...computeFigures(extract, { asOf }),
    recentReturn(extract, asOf),
    ...opinionFigures(opinions, isoOfDay(fromDay), asOf),
    ...comeBackFigures(extract, { fromDay, toDay }),
  ];
};

export interface ChangedFigure {
  readonly sealed: Figure;
  /** The same figure, computed today as of the same day. */
  readonly now: Figure;
}

/** Below this a difference is rounding, not news. */
const SAME = 1e-9;

/** Figures that would be others today. One whose definition has changed since is another figure, not a correction. */
export const changedFigures = (sealed: readonly Figure[], now: readonly Figure[]): ChangedFigure[] =>
  sealed.flatMap((figure) => {
    const today = now.find(({ key }) => key === figure.key);
    if (!today || today.definition !== figure.definition) return [];
    const isSame =
      figure.value === null || today.value === null
        ? figure.value === today.value
        : Math.abs(figure.value - today.value) <= SAME * Math.max(1, Math.abs(figure.value));
    return isSame ? [] : [{ sealed: figure, now: today }];
  });
