/**
 * Everything the retention figures count, gathered in one pass over the rows. Counting only: what the counts
 * mean is said in retention.ts.
 */
import { type DayWindow, firstDayOfPeriod, periodOfDay } from './calendar.ts';
import type { VisitExtract } from './extract.ts';

export interface WindowCounts {
  /** Customers with an occasion in the window. */
  readonly active: number;
  readonly occasions: number;
  /** Net turnover of identified customers in the window, refunds subtracted, in minor units. */
  readonly identifiedNetMinor: number;
  readonly walkInNetMinor: number;
  /** Customers with 1, and with 2 or more occasions up to as-of. */
  readonly customersEver: number;
  readonly customersRepeat: number;
  /** Customers with an occasion in the calendar month before that of the window's last day; and in both. */
  readonly activeMonthBefore: number;
  readonly activeBothMonths: number;
  /** One entry per customer with an occasion in the window. */
  readonly occasionsOfActive: Float64Array;
  /** One entry per customer with any turnover or occasion in the window: net, and occasions. */
  readonly netOfPresent: Float64Array;
  readonly occasionsOfPresent: Float64Array;
  /** One entry per customer with an occasion in the trailing year. */
  readonly occasionsOfYear: Float64Array;
}

export const TRAILING_DAYS = 365;

export interface MonthAndBefore {
  readonly beforeFromDay: number;
  readonly fromDay: number;
}

/** First days of the calendar month that holds `day` and of the one before it. */
export const monthAndBefore = (day: number): MonthAndBefore => {
  const month = periodOfDay(day, 'month');
  return { beforeFromDay: firstDayOfPeriod(month - 1, 'month'), fromDay: firstDayOfPeriod(month, 'month') };
};

export const countWindow = (extract: VisitExtract, window: DayWindow, asOfDay: number): WindowCounts => {
  const { customer, day, netMinor, isOccasion, customerIds } = extract;
  const { fromDay, toDay } = window;
  const months = monthAndBefore(toDay);
  const yearFromDay = asOfDay - TRAILING_DAYS + 1;

  const occasionsOfActive = new Float64Array(customerIds.length);
  const netOfPresent = new Float64Array(customerIds.length);
  const occasionsOfPresent = new Float64Array(customerIds.length);
  const occasionsOfYear = new Float64Array(customerIds.length);
  const counts = {
    active: 0,
    present: 0,
    year: 0,
    occasions: 0,
    identifiedNetMinor: 0,
    customersEver: 0,
    customersRepeat: 0,
    activeMonthBefore: 0,
    activeBothMonths: 0,
  };

  for (let row = 0; row < day.length; ) {
    const of = customer[row]!;
    let ever = 0;
    let inYear = 0;
    let inWindow = 0;
    let netInWindow = 0;
    let isPresent = false;
    let wasBefore = false;
    let isInMonth = false;
    for (; row < day.length && customer[row] === of; row++) {
      const rowDay = day[row]!;
      if (rowDay > asOfDay) continue;
      const counted = isOccasion[row] === 1;
      if (rowDay >= fromDay && rowDay <= toDay) {
        isPresent = true;
        netInWindow += netMinor[row]!;
        if (counted) inWindow++;
      }
      if (!counted) continue;
      ever++;
      if (rowDay >= yearFromDay) inYear++;
      if (rowDay >= months.fromDay) isInMonth ||= rowDay <= toDay;
      else if (rowDay >= months.beforeFromDay) wasBefore = true;
    }
    if (ever > 0) counts.customersEver++;
    if (ever > 1) counts.customersRepeat++;
    if (wasBefore) {
      counts.activeMonthBefore++;
      if (isInMonth) counts.activeBothMonths++;
    }
    if (inYear > 0) occasionsOfYear[counts.year++] = inYear;
    if (inWindow > 0) {
      occasionsOfActive[counts.active++] = inWindow;
      counts.occasions += inWindow;
    }
    if (isPresent) {
      netOfPresent[counts.present] = netInWindow;
      occasionsOfPresent[counts.present++] = inWindow;
      counts.identifiedNetMinor += netInWindow;
    }
  }

  let walkInNetMinor = 0;
  for (let entry = 0; entry < extract.walkInDay.length; entry++) {
    const walkInDay = extract.walkInDay[entry]!;
    if (walkInDay >= fromDay && walkInDay <= toDay) walkInNetMinor += extract.walkInNetMinor[entry]!;
  }
  const { present, year, ...rest } = counts;
  return {
    ...rest,
    walkInNetMinor,
    occasionsOfActive: occasionsOfActive.subarray(0, counts.active),
    netOfPresent: netOfPresent.subarray(0, present),
    occasionsOfPresent: occasionsOfPresent.subarray(0, present),
    occasionsOfYear: occasionsOfYear.subarray(0, year),
  };
};
