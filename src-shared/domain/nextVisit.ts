/** When somebody would come next by their own rhythm. Pure. */
import { dayOfIso, isoOfDay } from './calendar.ts';

/** As the owner set it; Monday first, closed days as ISO. */
export interface OpeningRule {
  readonly weekdays: readonly boolean[];
  readonly closedDates: readonly string[];
}

/** From here on people think in weeks, and come on the weekday they came. */
const WEEKS_FROM_DAYS = 11;
/** A shop that is never open has no next day either; nobody plans further ahead than its holidays last. */
const MOST_DAYS_ON = 60;

/** Monday is 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const isOpen = (day: number, { weekdays, closedDates }: OpeningRule): boolean =>
  weekdays[weekdayOf(day)] === true && !closedDates.includes(isoOfDay(day));

/** The ISO day `everyDays` after today, on an open day; null where the shop has none in reach. */
export const nextVisitDay = (today: string, everyDays: number, opening: OpeningRule): string | null => {
  const days = everyDays >= WEEKS_FROM_DAYS ? 7 * Math.round(everyDays / 7) : Math.max(1, everyDays);
  const first = dayOfIso(today) + days;
  for (let day = first; day <= first + MOST_DAYS_ON; day++) if (isOpen(day, opening)) return isoOfDay(day);
  return null;
};
