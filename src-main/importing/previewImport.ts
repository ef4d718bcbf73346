/** The first rows of a file as the import will understand them; reads the beginning of the file only, writes nothing. */
import type { Mapping, PreviewRow } from '../../src-shared/contract/importContract.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { rowInterpreter } from './interpretRow.ts';
import { columnNamesOf, readingOf } from './openImportFile.ts';
import { readRecords } from './readRecords.ts';
import type { ShopContext } from './rowCells.ts';
import { shownValues } from './shownRow.ts';
import type { FileRecord } from './splitRecords.ts';
import { TableReader } from './tableReader.ts';

const PREVIEW_ROWS = 50;
/** What a row shows of a long cell. */
const CELL_CHARACTERS = 300;

export interface ImportPreview {
  readonly columnNames: string[];
  readonly rows: PreviewRow[];
}

/** Throws as `importFile` does about the file and the mapping. */
export const previewImport = async (
  path: string,
  mapping: Mapping,
  { currency, timeZone }: Pick<ShopContext, 'currency' | 'timeZone'>,
  nowMs: number = Date.now(),
): Promise<ImportPreview> => {
  const reading = await readingOf(path, mapping);
  const rows: FileRecord[] = [];
  const table = new TableReader(mapping, (row) => {
    if (rows.length < PREVIEW_ROWS && !table.isEmptyRow(row.cells)) rows.push(row);
  });
  for await (const _share of readRecords(path, mapping, reading, table.take)) {
    if (rows.length === PREVIEW_ROWS) break;
  }
  if (rows.length < PREVIEW_ROWS) table.end();
  const { columns } = table;
  const interpret = rowInterpreter(mapping, columns, {
    currency,
    timeZone,
    todayDay: localDayOfInstant(nowMs, timeZone),
  });
  return {
    columnNames: columnNamesOf(columns.header, columns.width),
    rows: rows.map(({ line, cells, text }) => {
      const shown = (cells ?? [text]).map((cell) => cell.slice(0, CELL_CHARACTERS));
      const row = interpret(cells);
      if (typeof row === 'string') return { line, cells: shown, understood: null, rejection: row };
      return { line, cells: shown, understood: shownValues(row), rejection: null };
    }),
  };
};
