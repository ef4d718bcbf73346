/** When a row happened: the shop's local day, and the instant, noon where the file names a day alone. */
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import { instantOfLocalTime } from '../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { type DateParser, EARLIEST_DAY } from './dateText.ts';
import { localDate, type ShopContext } from './rowCells.ts';

export interface RowMoment {
  readonly businessDate: string;
  /** Seconds after local midnight, or null where the file gives the day alone. */
  readonly secondOfDay: number | null;
  readonly occurredAtMs: number;
}

/** Noon is on its day in every zone's summer and winter. */
const NOON_MS = 12 * 3_600_000;

export const momentReader = (
  parseDate: DateParser,
  { timeZone, todayDay }: Pick<ShopContext, 'timeZone' | 'todayDay'>,
): ((text: string) => RowMoment | RejectionReason) => {
  const known = new Map<number, { readonly businessDate: string; readonly noonMs: number }>();
  const factsOf = (day: number) => {
    let facts = known.get(day);
    if (!facts) {
      facts = { businessDate: isoOfDay(day), noonMs: instantOfLocalTime(day, NOON_MS, timeZone) };
      known.set(day, facts);
    }
    return facts;
  };
  return (text) => {
    if (text === '') return 'missingDate';
    const date = parseDate(text);
    if (date === null) return 'invalidDate';
    const { day, instantMs } = localDate(date, timeZone);
    if (day < EARLIEST_DAY || day > todayDay) return 'dateOutOfRange';
    const { businessDate, noonMs } = factsOf(day);
    const { secondOfDay } = date;
    const occurredAtMs =
      instantMs ?? (secondOfDay === null ? noonMs : instantOfLocalTime(day, secondOfDay * 1000, timeZone));
    return { businessDate, secondOfDay, occurredAtMs };
  };
};
