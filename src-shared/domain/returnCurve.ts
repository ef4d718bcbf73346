/**
 * How soon a new customer comes back: Kaplan-Meier over the time from the first to the second occasion, of
 * the customers new in a window, right-censored at the as-of date. Customers whose start is not
 * known cannot be timed and are left out; how many is told.
 */

import { type DayWindow, dayOfIso } from './calendar.ts';
import { DEFINITIONS } from './definitions.ts';
import { NO_DAY, type VisitExtract } from './extract.ts';
import type { ReturnCurve } from './figure.ts';
import { type FirstSeen, firstSeen, START_KNOWN, START_UNKNOWN } from './firstSeen.ts';
import type { Interval } from './intervals.ts';
import { type KaplanMeier, kaplanMeier, stepAt, survivalInterval } from './kaplanMeier.ts';

export interface FirstReturns {
  readonly estimate: KaplanMeier;
  /** Customers first seen in the window whose start is unknown. */
  readonly unknownStart: number;
  /** Days for which the estimate says anything; null without customers. */
  readonly lastFollowUpDays: number | null;
}

/** Times to the second occasion of customers new in `window`, or of all when it is null. */
export const firstReturns = (
  extract: VisitExtract,
  asOfDay: number,
  window: DayWindow | null,
  seen: FirstSeen = firstSeen(extract, asOfDay),
): FirstReturns => {
  const { customer, day, isOccasion } = extract;
  const { firstDay, start } = seen;
  const secondDay = new Int32Array(firstDay.length).fill(NO_DAY);
  for (let row = 0; row < day.length; row++) {
    const of = customer[row]!;
    if (isOccasion[row] === 0 || secondDay[of] !== NO_DAY) continue;
    const rowDay = day[row]!;
    if (rowDay > firstDay[of]! && rowDay <= asOfDay) secondDay[of] = rowDay;
  }
  const times = new Int32Array(firstDay.length);
  const isReturned = new Uint8Array(firstDay.length);
  let n = 0;
  let unknownStart = 0;
  let earliest = asOfDay;
  for (let of = 0; of < firstDay.length; of++) {
    const first = firstDay[of]!;
    if (first === NO_DAY || (window && (first < window.fromDay || first > window.toDay))) continue;
    if (start[of] === START_UNKNOWN) unknownStart++;
    if (start[of] !== START_KNOWN) continue;
    const second = secondDay[of]!;
    times[n] = (second === NO_DAY ? asOfDay : second) - first;
    isReturned[n] = second === NO_DAY ? 0 : 1;
    if (first < earliest) earliest = first;
    n++;
  }
  const estimate = kaplanMeier(times.subarray(0, n), isReturned.subarray(0, n));
  // Once everybody has returned, "within d days" stays true for as long as anybody could have been watched.
  const hasEnded = estimate.steps.at(-1)?.survival === 0;
  return { estimate, unknownStart, lastFollowUpDays: hasEnded ? asOfDay - earliest : estimate.lastTime };
};

/** Estimated share returned within `days`, with its interval; null past the last follow-up. */
export const returnedWithin = (
  { estimate, lastFollowUpDays }: FirstReturns,
  days: number,
): { readonly share: number; readonly interval: Interval | null } | null => {
  if (lastFollowUpDays === null || days > lastFollowUpDays) return null;
  const step = stepAt(estimate, days);
  const survival = survivalInterval(step);
  return {
    share: 1 - (step?.survival ?? 1),
    interval: survival && { low: 1 - survival.high, high: 1 - survival.low },
  };
};

export interface ReturnCurveQuestion {
  /** ISO date; later visits do not count and end nobody's waiting. */
  readonly asOf: string;
  /** First and last day of the first occasions to take in; without them all up to as-of. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The curve as step points. Throws RangeError on a bad date. */
export const returnCurve = (extract: VisitExtract, { asOf, from, to }: ReturnCurveQuestion): ReturnCurve => {
  const asOfDay = dayOfIso(asOf);
  const fromDay = from === undefined ? NO_DAY : dayOfIso(from);
  const toDay = to === undefined ? asOfDay : Math.min(dayOfIso(to), asOfDay);
  const { estimate, unknownStart, lastFollowUpDays } = firstReturns(extract, asOfDay, { fromDay, toDay });
  return {
    asOf,
    from: from ?? null,
    to: to ?? null,
    n: estimate.n,
    returned: estimate.events,
    unknownStart,
    lastFollowUpDays,
    points: estimate.steps.map((step) => {
      const survival = survivalInterval(step);
      return {
        days: step.time,
        returned: 1 - step.survival,
        low: survival && 1 - survival.high,
        high: survival && 1 - survival.low,
        atRisk: step.atRisk,
      };
    }),
    definition: DEFINITIONS['firstReturn.365'].version,
  };
};
