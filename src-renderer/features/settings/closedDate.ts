/** A closed day as it is typed: without a year it is the next such day, today included. Pure. */
import { dayOfCivil, isCivilDate, isoOfDay, parseIsoDate } from '../../../src-shared/domain/calendar.ts';
import { parseTypedDate } from '../../ui/typedDate.ts';

const NO_YEAR = /^(\d{1,2})[.\-/ ]+(\d{1,2})[.\s]*$/;
/** 29 February comes back within eight years. */
const YEARS_AHEAD = 8;

/** An ISO day, or null where the text is none. */
export const parseClosedDate = (text: string, today: string): string | null => {
  const typed = text.trim();
  const parts = NO_YEAR.exec(typed);
  if (!parts) {
    const day = parseTypedDate(typed, today, { today: '', yesterday: '' });
    return typed === '' || day === null || parseIsoDate(day) === null ? null : day;
  }
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year <= thisYear + YEARS_AHEAD; year++) {
    if (!isCivilDate(year, Number(parts[2]), Number(parts[1]))) continue;
    const iso = isoOfDay(dayOfCivil(year, Number(parts[2]), Number(parts[1])));
    if (iso >= today) return iso;
  }
  return null;
};
