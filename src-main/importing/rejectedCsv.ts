/**
 * Rejected rows as a table that a spreadsheet opens: line, reason in the reader's language, and the row as it stands in
 * the file. A cell that a spreadsheet would run as a formula is made plain text.
 */
import type { RejectedRow } from '../../src-shared/contract/importContract.ts';
import type { Words } from '../../src-shared/words/words.ts';

/** Excel takes a UTF-8 file without it for the old code page. */
const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** Spreadsheets of languages with a decimal comma part columns by semicolons. */
const separatorOf = ({ locale }: Words): string => (locale === 'en' ? ',' : ';');

/** A quote in front keeps `=HYPERLINK(…)` a text; always quoted, so that line breaks inside a row stay inside. */
export const csvCell = (text: string): string => {
  const harmless = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};

export const rejectedCsvHeader = (words: Words): string =>
  BYTE_ORDER_MARK +
  [words.t('rejected.line'), words.t('rejected.reason'), words.t('rejected.text')]
    .map(csvCell)
    .join(separatorOf(words)) +
  LINE_END;

export const rejectedCsvLine = ({ line, reason, text }: RejectedRow, words: Words): string =>
  [String(line), words.t(`rejection.${reason}`), csvCell(text)]
    .map((cell, i) => (i === 1 ? csvCell(cell) : cell))
    .join(separatorOf(words)) + LINE_END;

export const rejectedCsv = (rows: readonly RejectedRow[], words: Words): string =>
  rejectedCsvHeader(words) + rows.map((row) => rejectedCsvLine(row, words)).join('');
