/** A table as CSV for the spreadsheets of one language, numbers with its decimal mark. */
import type { Words } from '../../src-shared/words/words.ts';
import { BYTE_ORDER_MARK, harmless, inQuotes, LINE_END, separatorOf } from './csvDialect.ts';
import { type Cell, type ExportColumn, type ExportTable, majorUnits } from './exportTable.ts';

export interface CsvStyle {
  readonly words: Words;
  /** Decimal digits of the currency. */
  readonly moneyDigits: number;
}

const withDecimalMark = (number: string, { locale }: Words): string =>
  locale === 'en' ? number : number.replace('.', ',');

/** A number in full: no grouping, no exponent, no more digits than it has. */
const plainNumber = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

const SHARE_DIGITS = 6;
const NUMBER_DIGITS = 6;

const quoted = (text: string, separator: string): string =>
  text.includes('"') || text.includes('\n') || text.includes('\r') || text.includes(separator)
    ? inQuotes(text)
    : text;

const csvCellText = (cell: Cell, { type }: ExportColumn, { words, moneyDigits }: CsvStyle): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return words.t(cell ? 'export.yes' : 'export.no');
  if (typeof cell === 'string') return harmless(cell);
  if (type === 'money') return withDecimalMark(majorUnits(cell, moneyDigits).toFixed(moneyDigits), words);
  return withDecimalMark(plainNumber(cell, type === 'share' ? SHARE_DIGITS : NUMBER_DIGITS), words);
};

/** The file in pieces of a row each. */
export function* csvText(table: ExportTable, style: CsvStyle): Generator<string> {
  const separator = separatorOf(style.words);
  const line = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, separator)).join(separator) + LINE_END;
  yield BYTE_ORDER_MARK + line(table.columns.map(({ title }) => harmless(title)));
  for (const row of table.rows)
    yield line(table.columns.map((column, place) => csvCellText(row[place] ?? null, column, style)));
}
