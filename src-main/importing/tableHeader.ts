/**
 * Which of the first rows names the columns. Titles stand above it, and in workbooks made for reading the names may take two
 * rows: a group over several columns, and below it the columns of the group.
 */
import { plainName } from './columnNames.ts';
import type { FileRecord } from './splitRecords.ts';

/** Titles above the header rarely take more lines than this. */
const HEADER_SEARCH_RECORDS = 50;
/** A row with fewer names, compared with the fullest of the first rows, is a title or a row of groups. */
const NAMED_SHARE = 0.6;

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
const isFilledAt = (cells: readonly string[], at: number): boolean => (cells[at] ?? '').trim() !== '';

export const positionOf = (header: readonly string[], name: string): number => {
  const wanted = name.trim();
  const exact = header.findIndex((cell) => cell.trim() === wanted);
  return exact >= 0 ? exact : header.findIndex((cell) => plainName(cell) === plainName(wanted));
};

/** A header may lack the empty name of a last empty column. */
export const firstFullRecord = (records: readonly FileRecord[], width: number): FileRecord | undefined => {
  const wide = records.filter(({ cells }) => cells !== null && cells.length >= Math.max(1, width - 1));
  const least = Math.min(2, width);
  const most = Math.max(0, ...wide.slice(0, HEADER_SEARCH_RECORDS).map(({ cells }) => filled(cells ?? [])));
  const enough = (count: number) => wide.find(({ cells }) => filled(cells ?? []) >= count);
  return enough(Math.max(least, Math.ceil(most * NAMED_SHARE))) ?? enough(least);
};

/** Names that stand in two rows as one, below the second of them; null where the two rows are not one header. */
const inTwoRows = (upper: FileRecord, lower: FileRecord): FileRecord | null => {
  if (!upper.cells || !lower.cells) return null;
  const [above, below] = [upper.cells, lower.cells];
  // A digit in it: the second row is data already.
  if (filled(below) === 0 || below.some((cell) => /\d/.test(cell))) return null;
  const length = Math.max(above.length, below.length);
  const columns = Array.from({ length }, (_, at) => at);
  const fillsGap = columns.some((at) => !isFilledAt(above, at) && isFilledAt(below, at));
  const hasGap = columns.some((at) => isFilledAt(above, at) && !isFilledAt(below, at));
  if (!fillsGap || !hasGap) return null;
  const cells = columns.map((at) => (isFilledAt(below, at) ? below[at]! : (above[at] ?? '')));
  return { line: lower.line, text: lower.text, cells };
};

/**
 * The header among the first records: the row in which all of `names` stand, else the first that is nearly full, with the row
 * of groups above it or the row of names below.
 */
export const headerFrom = (
  records: readonly FileRecord[],
  width: number,
  names: readonly string[] = [],
): FileRecord | undefined => {
  const first = records.slice(0, HEADER_SEARCH_RECORDS);
  const hasAll = ({ cells }: FileRecord): boolean =>
    cells !== null && names.every((name) => positionOf(cells, name) >= 0);
  const named = names.length > 0 ? first.find(hasAll) : undefined;
  if (named) return named;
  const full = firstFullRecord(first, width);
  if (!full) return undefined;
  const at = first.indexOf(full);
  const lower = first[at + 1];
  const upper = first[at - 1];
  const both = [lower && inTwoRows(full, lower), upper && inTwoRows(upper, full)];
  return both.find((record) => record && hasAll(record)) ?? full;
};
