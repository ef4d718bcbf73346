/** How far a birthday is from a day. Pure. */
import { civilOfDay, dayOfCivil, isCivilDate } from './calendar.ts';

/** Somebody born on 29 February has their day on the 28th where there is none. */
const dayInYear = (year: number, month: number, day: number): number =>
  isCivilDate(year, month, day) ? dayOfCivil(year, month, day) : dayOfCivil(year, month, 28);

/** Whole days from `today` to the nearest birthday: 0 on it, negative after it. Both are day numbers. */
export const daysToBirthday = (birthday: number, today: number): number => {
  const { month, day } = civilOfDay(birthday);
  const { year } = civilOfDay(today);
  const away = [year - 1, year, year + 1].map((one) => dayInYear(one, month, day) - today);
  return away.reduce((nearest, days) => (Math.abs(days) < Math.abs(nearest) ? days : nearest));
};
