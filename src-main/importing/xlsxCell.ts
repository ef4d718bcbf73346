/**
 * What a cell of a workbook says, as text that the importer reads without guessing: numbers with the mapping's decimal
 * mark and nothing else, dates as `2024-01-05`, instants as `2024-01-05T10:15:00`, times of day as `10:15:00`.
 */
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import type { DecimalMark } from '../../src-shared/domain/money.ts';

export type CellFormat =
  | { readonly kind: 'plain' }
  /** A number shown with so many decimals. */
  | { readonly kind: 'number'; readonly decimals: number }
  | { readonly kind: 'date' | 'time' | 'dateTime' };

/** ECMA-376 part 1, 18.8.30: number formats that have no code in the file. 27 to 36 and 50 to 58 are East Asian dates. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [2, '0.00'],
  [4, '#,##0.00'],
  [7, '0.00'],
  [8, '0.00'],
  [14, 'mm-dd-yy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yy h:mm'],
  [39, '0.00'],
  [40, '0.00'],
  [44, '0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mmss.0'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id): [number, string] => [id, 'yyyy-mm-dd']),
  ...[32, 33, 34, 35, 55, 56].map((id): [number, string] => [id, 'h:mm:ss']),
]);

/** `code` is the format's own text where the file defines it. */
export const cellFormat = (id: number, code: string | undefined): CellFormat => {
  const section = (code ?? BUILT_IN.get(id) ?? '').split(';', 1)[0]!;
  // What is quoted, escaped or padding is shown as it stands; brackets hold colours, conditions, currencies or [h].
  const signs = section
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/^general/.test(signs)) return { kind: 'plain' };
  const hasDay = /[yd]/.test(signs) || (/m/.test(signs) && !/[hs]/.test(signs));
  const hasTime = /[hs]/.test(signs);
  if (hasDay) return { kind: hasTime ? 'dateTime' : 'date' };
  if (hasTime) return { kind: 'time' };
  const decimals = /0\.(0+)[^0#%e]*$/.exec(signs)?.[1]?.length;
  return decimals === undefined ? { kind: 'plain' } : { kind: 'number', decimals };
};

/** 1970-01-01 in the two calendars of Excel; the first counts 29 February 1900, a day that never was, as its day 60. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const DAY_THAT_NEVER_WAS = 60;
/** 9999-12-31. */
const LAST_SERIAL = 2_958_466;
const SECONDS_A_DAY = 86_400;

const clock = (second: number): string =>
  [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** Null for a number that is no day of that calendar. */
export const dayOfSerial = (serial: number, is1904: boolean): { day: number; second: number } | null => {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return null;
  let days = Math.floor(serial);
  let second = Math.round((serial - days) * SECONDS_A_DAY);
  if (second === SECONDS_A_DAY) {
    days++;
    second = 0;
  }
  if (is1904) return { day: days - EPOCH_1904, second };
  if (days === DAY_THAT_NEVER_WAS) return null;
  return { day: days - EPOCH_1900 + (days < DAY_THAT_NEVER_WAS ? 1 : 0), second };
};

const dateText = (serial: number, kind: 'date' | 'time' | 'dateTime', is1904: boolean): string | null => {
  const found = dayOfSerial(serial, is1904);
  if (!found) return null;
  if (kind === 'time' || (kind === 'dateTime' && serial < 1)) return clock(found.second);
  const day = isoOfDay(found.day);
  return kind === 'dateTime' || found.second !== 0 ? `${day}T${clock(found.second)}` : day;
};

/** Without exponent, without more digits than a double holds: 0.30000000000000004 was meant as 0.3. */
const numberText = (value: number, decimals: number | null, decimal: DecimalMark): string => {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return String(value === 0 ? 0 : value);
  const digits = Number(value.toPrecision(15));
  // A computed price is what is shown of it: 41.666666667 in a cell with two decimals is 41.67.
  let text = decimals !== null && decimals >= 2 ? withDecimals(digits, decimals) : String(digits);
  if (text.includes('e')) text = digits.toFixed(20).replace(/\.?0+$/, '');
  return decimal === '.' ? text : text.replace('.', decimal);
};

/** Rounds half away from zero on the decimal digits, as the cell shows it. */
const withDecimals = (value: number, decimals: number): string => {
  const text = String(Math.abs(value));
  if (text.includes('e') || (text.split('.')[1]?.length ?? 0) <= decimals) return String(value);
  const rounded = Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`);
  return String(value < 0 ? -rounded : rounded);
};

/** The text of a number as the file holds it, by the cell's format. */
export const numericCellText = (
  raw: string,
  format: CellFormat,
  is1904: boolean,
  decimal: DecimalMark,
): string => {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return raw;
  if (format.kind === 'date' || format.kind === 'time' || format.kind === 'dateTime') {
    const date = dateText(value, format.kind, is1904);
    if (date !== null) return date;
  }
  return numberText(value, format.kind === 'number' ? format.decimals : null, decimal);
};
