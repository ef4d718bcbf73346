/**
 * When each customer came for the first time, and whether the records can know it. Where the records begin in
 * the middle of the shop's life, old customers look new at their first recorded visit; this module
 * says whose start is not known, so that no figure counts them as new (docs/indicators.md, "History
 * starts somewhere").
 */
import { NO_DAY, type VisitExtract } from './extract.ts';
import { shopGaps } from './gaps.ts';

/** No occasion up to the as-of date. */
export const START_NONE = 0;
/** The first recorded occasion is the real first one. */
export const START_KNOWN = 1;
/** Seen too soon after the records begin, without a "customer since" date: nobody knows. */
export const START_UNKNOWN = 2;
/** A customer since before the records begin: known, but new in no recorded period. */
export const START_BEFORE_HISTORY = 3;

/** The shortest time after the beginning of the records in which a first visit proves nothing. */
const UNKNOWN_START_DAYS = 180;

export interface FirstSeen {
  /** Per customer: day of the first occasion up to as-of, or NO_DAY. */
  readonly firstDay: Int32Array;
  /** Per customer: one of the START_ codes. */
  readonly start: Uint8Array;
  /** Customers with an occasion up to as-of. */
  readonly customers: number;
  /** Of those, the ones whose start is unknown. */
  readonly unknownStart: number;
}

/**
 * Last day on which a first visit leaves the start unknown: max(180 days, 2 x the shop's rhythm) after the
 * records begin. NO_DAY when history is complete.
 */
export const lastUnknownStartDay = (extract: VisitExtract, asOfDay: number): number => {
  if (extract.isHistoryComplete || extract.historyStartsOnDay === NO_DAY) return NO_DAY;
  const rhythmDays = shopGaps(extract, asOfDay)?.medianDays ?? 0;
  return extract.historyStartsOnDay + Math.floor(Math.max(UNKNOWN_START_DAYS, 2 * rhythmDays));
};

export const firstSeen = (extract: VisitExtract, asOfDay: number): FirstSeen => {
  const { customer, day, isOccasion, customerIds, customerSinceDay } = extract;
  const isPartial = !extract.isHistoryComplete;
  const unknownUntilDay = lastUnknownStartDay(extract, asOfDay);
  const firstDay = new Int32Array(customerIds.length).fill(NO_DAY);
  const start = new Uint8Array(customerIds.length);
  let customers = 0;
  let unknownStart = 0;
  let lastCustomer = -1;
  for (let row = 0; row < day.length; row++) {
    const rowCustomer = customer[row]!;
    if (rowCustomer === lastCustomer || isOccasion[row] === 0) continue;
    const rowDay = day[row]!;
    lastCustomer = rowCustomer;
    if (rowDay > asOfDay) continue;
    firstDay[rowCustomer] = rowDay;
    customers++;
    const sinceDay = customerSinceDay[rowCustomer]!;
    if (isPartial && sinceDay !== NO_DAY && sinceDay < extract.historyStartsOnDay) {
      start[rowCustomer] = START_BEFORE_HISTORY;
    } else if (isPartial && sinceDay === NO_DAY && rowDay <= unknownUntilDay) {
      start[rowCustomer] = START_UNKNOWN;
      unknownStart++;
    } else {
      start[rowCustomer] = START_KNOWN;
    }
  }
  return { firstDay, start, customers, unknownStart };
};
