/** Days as people type them: "31.10.", "31.10.2026", "2026-10-31", "yesterday". Pure: today is an argument. */
import { isCivilDate, parseIsoDate } from '../../src-shared/domain/calendar.ts';

export interface DateWords {
  readonly today: string;
  readonly yesterday: string;
}

const isoOf = (year: number, month: number, day: number): string | null =>
  isCivilDate(year, month, day)
    ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    : null;

/** The ISO day before another. */
export const dayBefore = (isoDate: string): string =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/**
 * The ISO day meant by `text`, or null. Day before month, as in Europe; without a year the latest such day
 * that is not after `today`; two-digit years are of this century.
 */
export const parseTypedDate = (text: string, today: string, words: DateWords): string | null => {
  const typed = text.trim().toLowerCase();
  if (typed === words.today.toLowerCase()) return today;
  if (typed === words.yesterday.toLowerCase()) return dayBefore(today);
  if (parseIsoDate(typed) !== null) return typed;
  const parts = /^(\d{1,2})[.\-/ ]+(\d{1,2})(?:[.\-/ ]+(\d{2}|\d{4}))?[.\s]*$/.exec(typed);
  if (!parts) return null;
  const day = Number(parts[1]);
  const month = Number(parts[2]);
  const thisYear = Number(today.slice(0, 4));
  if (parts[3] !== undefined) {
    const year = Number(parts[3]);
    return isoOf(parts[3].length === 2 ? 2000 + year : year, month, day);
  }
  // 29 February is looked for as far back as the last leap year.
  for (let year = thisYear; year > thisYear - 8; year--) {
    const iso = isoOf(year, month, day);
    if (iso !== null && iso <= today) return iso;
  }
  return null;
};

/** The last day of the month before the one that holds `isoDate`. */
export const endOfMonthBefore = (isoDate: string): string => dayBefore(`${isoDate.slice(0, 7)}-01`);
