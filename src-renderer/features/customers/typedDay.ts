/** Days of a person's life as people type them: "29.02.1984", "29/2/84", "1984-02-29". Always with a year. Pure. */

import type { Locale } from '../../../src-shared/contract/values.ts';
import { isCivilDate, parseIsoDate } from '../../../src-shared/domain/calendar.ts';

/** The ISO day meant by `text`, or null. Two digits of a year are the latest such year that is not after `today`. */
export const parseTypedDay = (text: string, today: string): string | null => {
  const typed = text.trim();
  if (parseIsoDate(typed) !== null) return typed;
  const parts = /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{2}|\d{4})[.\s]*$/.exec(typed);
  if (!parts) return null;
  const [day, month, last] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const century = 100 * Math.floor(Number(today.slice(0, 4)) / 100);
  for (const year of parts[3]?.length === 4 ? [last] : [century + last, century - 100 + last]) {
    if (!isCivilDate(year, month, day)) continue;
    const two = (value: number) => String(value).padStart(2, '0');
    const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    if (parts[3]?.length === 4 || iso <= today) return iso;
  }
  return null;
};

/** As it is typed again: day first, as all our languages have it. */
export const typedDayOf = (iso: string, locale: Locale): string => {
  const mark = locale === 'en' ? '/' : '.';
  return [iso.slice(8, 10), iso.slice(5, 7), iso.slice(0, 4)].join(mark);
};
