/**
 * Rejected rows as a table to be corrected and brought in again: the columns of the original, then line and reason in the
 * reader's language.
 */
import type { Words } from '../../src-shared/words/words.ts';
import { BYTE_ORDER_MARK, harmless, inQuotes, LINE_END, separatorOf } from '../exporting/csvDialect.ts';
import type { RejectedFileShape, RejectedRow } from './importFile.ts';

/** Always quoted: the cells are somebody else's. */
export const csvCell = (text: string): string => inQuotes(harmless(text));

const csvLine = (cells: readonly string[], separator: string): string =>
  cells.map(csvCell).join(separator) + LINE_END;

/** The columns of the file, in its own order; a row that is not even cells stands whole in the first. */
const ownCells = ({ cells, text }: RejectedRow, width: number): string[] => {
  const own = cells ?? [text];
  return Array.from({ length: Math.max(width, own.length) }, (_, i) => own[i] ?? '');
};

/** Without a header there is nothing to name the added columns by, and a bare number would look like one of the file's. */
export const rejectedCsvHeader = (shape: RejectedFileShape, words: Words): string => {
  const { header, width } = shape;
  if (header === null) return BYTE_ORDER_MARK;
  const names = Array.from({ length: width }, (_, i) => header[i] ?? '');
  return (
    BYTE_ORDER_MARK +
    csvLine(
      [...names, words.t('rejected.line'), words.t('rejected.reason')],
      shape.separator ?? separatorOf(words),
    )
  );
};

export const rejectedCsvLine = (row: RejectedRow, shape: RejectedFileShape, words: Words): string => {
  const reason = words.t(`rejection.${row.reason}`);
  const added =
    shape.header === null
      ? [`${words.t('rejected.line')} ${row.line}: ${reason}`]
      : [String(row.line), reason];
  return csvLine([...ownCells(row, shape.width), ...added], shape.separator ?? separatorOf(words));
};
