/** Days on which the shop is open. */
import { dayOfIso, isoOfDay } from './calendar.ts';

export interface OpenDays {
  /** Monday first. */
  readonly weekdays: readonly boolean[];
  /** ISO days. */
  readonly closedDates: readonly string[];
}

/** 1970-01-01, day 0, was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

export const isOpenOn = (isoDate: string, { weekdays, closedDates }: OpenDays): boolean =>
  (weekdays[weekdayOf(dayOfIso(isoDate))] ?? true) && !closedDates.includes(isoDate);

/** Farther than any holiday: a shop that never opens counts every day. */
const LONGEST_CLOSED = 366;

/** The day that is `count` opening days after `isoDate`; 0 is the day itself, open or not. */
export const openingDayAfter = (
  isoDate: string,
  count: number,
  { weekdays, closedDates }: OpenDays,
): string => {
  const closed = new Set(closedDates);
  const isOpen = (day: number): boolean => (weekdays[weekdayOf(day)] ?? true) && !closed.has(isoOfDay(day));
  let day = dayOfIso(isoDate);
  for (let left = count; left > 0; left--) {
    let next = day + 1;
    while (!isOpen(next) && next - day <= LONGEST_CLOSED) next++;
    day = next - day > LONGEST_CLOSED ? day + 1 : next;
  }
  return isoOfDay(day);
};
