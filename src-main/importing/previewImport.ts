/** The first rows of a file as the import will understand them; reads the beginning of the file only, writes nothing. */
import type { Mapping, PreviewRow } from '../../src-shared/contract/importContract.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { rowInterpreter, type ShopContext } from './interpretRow.ts';
import { columnNamesOf, readingOf } from './openImportFile.ts';
import { readRecords } from './readRecords.ts';
import type { FileRecord } from './splitRecords.ts';
import { TableReader } from './tableReader.ts';

const PREVIEW_ROWS = 50;
/** What a row shows of a long cell. */
const CELL_CHARACTERS = 300;

export interface ImportPreview {
  readonly columnNames: string[];
  readonly rows: PreviewRow[];
}

/** Throws as `importVisits` does about the file and the mapping. */
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
      const { person } = row;
      return {
        line,
        cells: shown,
        understood: {
          customer: person && (person.name ?? person.externalId ?? person.phoneE164 ?? person.email),
          businessDate: row.businessDate,
          time: row.secondOfDay === null ? null : clockOf(row.secondOfDay),
          amountMinor: row.amountMinor,
          offering: row.offering,
          staff: row.staff,
        },
        rejection: null,
      };
    }),
  };
};

/** '09:05'. */
const clockOf = (secondOfDay: number): string => {
  const minutes = Math.floor(secondOfDay / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};
