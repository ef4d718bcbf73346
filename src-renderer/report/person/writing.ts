/** How the document for a person writes what a row holds: days, amounts, words of closed lists. */
import { clockTimeOfInstant, localDayOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../../src-shared/domain/calendar.ts';
import type { PersonalRow } from '../../../src-shared/domain/personalSections.ts';
import { formatDate, formatMoney, formatNumber } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';

export interface PersonWriting {
  readonly words: Words;
  readonly currency: string;
  readonly timeZone: string;
}

/** One line of the document: when, or which; what; and what belongs to it. */
export interface PersonEntry {
  readonly label: string;
  readonly main: string;
  readonly more: readonly string[];
}

/** Reads one row: every text is null or '' where the row says nothing. */
export const readerOf = (row: PersonalRow, { words, currency, timeZone }: PersonWriting) => {
  const { locale } = words;
  const raw = (column: string): string => String(row[column] ?? '');
  const number = (column: string): number => Number(row[column] ?? 0);
  const day = (column: string): string => (row[column] == null ? '' : formatDate(raw(column), locale));
  const instant = (column: string): string =>
    row[column] == null ? '' : formatDate(isoOfDay(localDayOfInstant(number(column), timeZone)), locale);
  return {
    raw,
    number,
    has: (column: string): boolean => row[column] != null && row[column] !== '',
    day,
    instant,
    clock: (column: string): string =>
      row[column] == null ? '' : clockTimeOfInstant(number(column), timeZone),
    money: (column: string): string => formatMoney(number(column), currency, locale),
    count: (column: string): string => formatNumber(number(column), locale),
    quantity: (column: string): string =>
      formatNumber(number(column) / 1000, locale, number(column) % 1000 === 0 ? 0 : 2),
    /** A word of a closed list; as it stands in the database where no language knows it. */
    word: (family: string, column: string): string =>
      row[column] == null ? '' : (words.find(`${family}.${raw(column)}`, {}) ?? raw(column)),
    by: (column = 'staff'): string =>
      row[column] == null ? '' : words.t('privacy.doc.by', { name: raw(column) }),
  };
};
export type RowReader = ReturnType<typeof readerOf>;

/** What there is to say, in one line. */
export const told = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => part !== '' && part !== false && part != null).join(', ');

export const lines = (...parts: readonly (string | false | null | undefined)[]): string[] =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '');

export const opened = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
