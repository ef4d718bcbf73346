/**
 * Local calendar days as whole numbers, so that a million rows can be placed in months, quarters and
 * years with integer arithmetic alone. A day number is the count of days since 1970-01-01 in the
 * proleptic Gregorian calendar. Nothing here knows the clock or a time zone: see businessDate.ts.
 * The day-to-date conversion follows Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
import type { CohortPeriod } from './figure.ts';

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Day number of a civil date; the caller guarantees that the date exists. `(1970, 1, 2)` is 1. */
export const dayOfCivil = (year: number, month: number, day: number): number => {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

export const civilOfDay = (day: number): CivilDate => {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

export const daysInMonth = (year: number, month: number): number =>
  month === 2
    ? isLeapYear(year)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31;

/** True when the three numbers name a real day of the years 1 to 9999. */
export const isCivilDate = (year: number, month: number, day: number): boolean =>
  Number.isInteger(year) &&
  Number.isInteger(month) &&
  Number.isInteger(day) &&
  year >= 1 &&
  year <= 9999 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month);

/** Day number of an ISO date (`2026-10-31`), or null when the text is not a real date in that form. */
export const parseIsoDate = (text: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  return isCivilDate(year, month, day) ? dayOfCivil(year, month, day) : null;
};

/** Like `parseIsoDate`, for text that was checked before; throws RangeError otherwise. */
export const dayOfIso = (text: string): number => {
  const day = parseIsoDate(text);
  if (day === null) throw new RangeError(`not an ISO date: ${JSON.stringify(text)}`);
  return day;
};

/** ISO text of a day number of the years 1 to 9999; throws RangeError outside them. */
export const isoOfDay = (dayNumber: number): string => {
  const { year, month, day } = civilOfDay(dayNumber);
  if (!isCivilDate(year, month, day)) throw new RangeError(`not a day of the years 1 to 9999: ${dayNumber}`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** Months, quarters or years per period step, in months. */
const MONTHS_IN = { month: 1, quarter: 3, year: 12 } as const satisfies Record<CohortPeriod, number>;

/** Consecutive number of the calendar period that holds the day; neighbours differ by 1. */
export const periodOfDay = (day: number, by: CohortPeriod): number => {
  const { year, month } = civilOfDay(day);
  return Math.floor((year * 12 + month - 1) / MONTHS_IN[by]);
};

export const firstDayOfPeriod = (period: number, by: CohortPeriod): number => {
  const month = period * MONTHS_IN[by];
  const year = Math.floor(month / 12);
  return dayOfCivil(year, month - year * 12 + 1, 1);
};

export const lastDayOfPeriod = (period: number, by: CohortPeriod): number =>
  firstDayOfPeriod(period + 1, by) - 1;

export const daysInPeriod = (period: number, by: CohortPeriod): number =>
  firstDayOfPeriod(period + 1, by) - firstDayOfPeriod(period, by);

/** Share of the period holding `day` that has elapsed at the end of that day: above 0, and 1 on its last day. */
export const elapsedShareOfPeriod = (day: number, by: CohortPeriod): number => {
  const period = periodOfDay(day, by);
  return (day - firstDayOfPeriod(period, by) + 1) / daysInPeriod(period, by);
};

/**
 * `periodOfDay` for every day from `fromDay` to `toDay`: entry `day - fromDay`. Converting each
 * distinct day once is what makes placing a million rows cheap.
 */
export const periodsByDay = (fromDay: number, toDay: number, by: CohortPeriod): Int32Array => {
  const table = new Int32Array(Math.max(0, toDay - fromDay + 1));
  let period = 0;
  let nextStart = Number.NEGATIVE_INFINITY;
  for (let day = fromDay; day <= toDay; day++) {
    if (day >= nextStart) {
      period = periodOfDay(day, by);
      nextStart = firstDayOfPeriod(period + 1, by);
    }
    table[day - fromDay] = period;
  }
  return table;
};

/** Both ends belong to the window. */
export interface DayWindow {
  readonly fromDay: number;
  readonly toDay: number;
}

export interface FigureWindow {
  /** ISO date. */
  readonly asOf: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * The window of a figure: by default the calendar month of `to`, where `to` is the as-of date. Days
 * after as-of are cut off, because nothing dated later may count.
 * Throws RangeError on a bad date and where nothing is left between `from` and `to`.
 */
export const resolveWindow = ({ asOf, from, to }: FigureWindow): DayWindow => {
  const asOfDay = dayOfIso(asOf);
  const toDay = to === undefined ? asOfDay : Math.min(dayOfIso(to), asOfDay);
  const fromDay =
    from === undefined ? firstDayOfPeriod(periodOfDay(toDay, 'month'), 'month') : dayOfIso(from);
  if (fromDay > toDay) throw new RangeError(`the window ${from} to ${isoOfDay(toDay)} holds no day`);
  return { fromDay, toDay };
};
