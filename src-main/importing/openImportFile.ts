/**
 * Looks at a file for the first time and guesses how it is to be understood: how its columns are set apart, which row
 * names them, which program it comes from, and what the columns most likely mean. Reads the beginning only and writes
 * nothing. The result is a mapping that the owner may correct.
 */
import { basename } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Mapping, OpenedFile } from '../../src-shared/contract/importContract.ts';
import type { ImportField, ImportKind } from '../../src-shared/contract/importFields.ts';
import type { DecimalMark } from '../../src-shared/domain/money.ts';
import { type ColumnValues, guessColumns } from './columnGuess.ts';
import { looksLikeHeader } from './columnNames.ts';
import { type DateGuess, guessDatePattern, isSerialDates } from './dateGuess.ts';
import { SERIAL_DATES } from './dateText.ts';
import { guessDecimal, isNumeric } from './decimalGuess.ts';
import { commonestWidth, guessLayout, recordsOf } from './layoutGuess.ts';
import { recognisePreset } from './presets/recognise.ts';
import { readLines } from './readLines.ts';
import { type RecordMapping, readRecords } from './readRecords.ts';
import { type FileReading, readingOf } from './readSample.ts';
import { type FileRecord, isBlankLine } from './splitRecords.ts';
import { firstFullRecord, headerFrom } from './tableHeader.ts';
import { Workbook } from './xlsxWorkbook.ts';

export { type FileReading, readingOf, unreadableUnlessKnown } from './readSample.ts';

/** The wizard's file before it is given a token, and before the owner's own presets are asked. */
export type ImportFileGuess = Omit<OpenedFile, 'fileToken' | 'savedPreset'>;

export interface OpenOptions {
  /** What the file holds, where the owner has said so. */
  readonly kind?: ImportKind | undefined;
  /** Sheet of a workbook. */
  readonly sheet?: string | undefined;
}

const LAYOUT_LINES = 300;
const GUESS_LINES = 5000;

const firstLines = async (path: string, reading: FileReading, count: number): Promise<string[]> => {
  const lines: string[] = [];
  for await (const batch of readLines(path, reading)) {
    for (const line of batch.lines) {
      lines.push(line);
      if (lines.length >= count) return lines;
    }
  }
  return lines;
};

const firstRecords = async (
  path: string,
  layout: RecordMapping,
  reading: FileReading,
  count: number,
): Promise<FileRecord[]> => {
  const records: FileRecord[] = [];
  for await (const _share of readRecords(path, layout, reading, (record) => records.push(record))) {
    if (records.length >= count) break;
  }
  return records.slice(0, count);
};

type Layout = Pick<Mapping, 'layout' | 'separator' | 'widths' | 'sheet'>;
interface Beginning {
  readonly layout: Layout;
  readonly records: readonly FileRecord[];
  readonly sheets: string[];
}

const beginningOfText = async (path: string, reading: FileReading): Promise<Beginning> => {
  const lines = await firstLines(path, reading, GUESS_LINES);
  const layout = guessLayout(lines.slice(0, LAYOUT_LINES));
  return { layout, records: recordsOf(lines, layout), sheets: [] };
};

/** The sheet that is asked for, else the first that holds a table. */
const beginningOfWorkbook = async (
  path: string,
  reading: FileReading,
  wanted: string | undefined,
): Promise<Beginning> => {
  const workbook = await Workbook.open(path);
  const sheets = workbook.sheets.map(({ name }) => name);
  workbook.close();
  let found: Beginning | null = null;
  for (const sheet of wanted === undefined ? sheets : [wanted]) {
    const layout: Layout = { layout: 'workbook', sheet };
    const records = await firstRecords(path, { ...layout, decimal: '.' }, reading, GUESS_LINES);
    if (records.length > (found?.records.length ?? 0)) found = { layout, records, sheets };
    if (records.length > 1 && commonestWidth(records).width > 1) break;
  }
  return found ?? { layout: { layout: 'workbook' }, records: [], sheets };
};

const beginningOf = async (
  path: string,
  reading: FileReading,
  sheet: string | undefined,
): Promise<Beginning> => {
  if (reading.format === 'workbook') return await beginningOfWorkbook(path, reading, sheet);
  if (reading.format === 'text') return await beginningOfText(path, reading);
  const layout: Layout = { layout: 'vcard' };
  const records = await firstRecords(path, { ...layout, decimal: '.' }, reading, GUESS_LINES);
  return { layout, records, sheets: [] };
};

/** Whether the first full row names the columns below it. */
const isHeader = (
  first: readonly string[],
  rows: readonly (readonly string[])[],
  lastDay: number,
): boolean => {
  const below = rows.slice(0, 200);
  if (looksLikeHeader(first)) return true;
  for (let at = 0; at < first.length; at++) {
    const values = below.map((cells) => cells[at] ?? '').filter((value) => value.trim() !== '');
    if (values.length === 0) continue;
    const numeric = values.filter(isNumeric).length >= values.length * 0.9;
    const cell = first[at]!.trim();
    if (numeric && cell !== '' && !isNumeric(cell) && /\p{L}/u.test(cell)) return true;
    const date = guessDatePattern(values, lastDay);
    if (date && date.share >= 0.9 && cell !== '' && guessDatePattern([cell], lastDay) === null) return true;
  }
  return false;
};

/** What a column is called on screen: its header, or its position from 1. */
export const columnNamesOf = (header: readonly string[] | null, width: number): string[] =>
  Array.from({ length: Math.max(width, header?.length ?? 0) }, (_, i) => {
    const name = header?.[i]?.trim() ?? '';
    return name === '' ? String(i + 1) : name;
  });

/** Typed numbers of a workbook have no decimal mark of their own: only texts can tell. */
const decimalOf = (
  guessed: DecimalMark,
  { layout }: Layout,
  records: readonly FileRecord[],
  fields: Readonly<Partial<Record<ImportField, number>>>,
): DecimalMark => {
  if (layout !== 'workbook') return guessed;
  const numbers = (['amount', 'unitPrice', 'quantity', 'price', 'discount', 'cost'] as const).flatMap(
    (field) => {
      const at = fields[field];
      if (at === undefined) return [];
      return [records.flatMap(({ cells, typed }) => (typed?.[at] ? [] : [cells?.[at] ?? '']))];
    },
  );
  return guessDecimal(numbers);
};

/** Dates that a workbook holds as dates need no pattern: it is that of the texts among them, if there are any. */
const dateOf = (
  guessed: DateGuess | null,
  { layout }: Layout,
  records: readonly FileRecord[],
  at: number | undefined,
  lastDay: number,
): DateGuess | null => {
  if (layout !== 'workbook' || at === undefined) return guessed;
  const texts = records.flatMap(({ cells, typed }) => (typed?.[at] ? [] : [cells?.[at] ?? '']));
  return guessDatePattern(texts, lastDay) ?? guessed;
};

/**
 * `lastDay` is the last day number that a date in the file can mean (tomorrow, in the shop's zone).
 * Throws `import.fileUnreadable`, `.fileEmpty`, `.lineTooLong`, `.notText`, and for files of other kinds as `formatOf` and
 * `readRecords`.
 */
export const openImportFile = async (
  path: string,
  lastDay: number,
  options: OpenOptions = {},
): Promise<ImportFileGuess> => {
  const fileName = basename(path);
  const reading = await readingOf(path, { encoding: 'auto' });
  const { layout, records, sheets } = await beginningOf(path, reading, options.sheet);
  const all = records.filter(({ text }) => !isBlankLine(text));
  if (all.length === 0) throw new RevinoError('import.fileEmpty', { fileName });
  const { width } = commonestWidth(all);
  const first = headerFrom(all, width) ?? firstFullRecord(all, width);
  const below = first ? all.filter(({ line }) => line > first.line) : [];
  const whole = below.filter(({ cells }) => cells !== null && cells.length === width);
  const rows = whole.flatMap(({ cells }) => (cells ? [cells] : []));
  const firstCells = first?.cells ?? [];
  const header = isHeader(firstCells, rows, lastDay) ? firstCells : null;
  const data = header === null ? [firstCells, ...rows] : rows;
  const columns: ColumnValues[] = Array.from({ length: width }, (_, i) => ({
    name: header?.[i]?.trim() || null,
    values: data.map((cells) => cells[i] ?? ''),
  }));
  const guess = guessColumns(columns, lastDay, options.kind);
  const written = { ...layout, encoding: 'auto', header: header !== null };
  const names = columnNamesOf(header, width);
  const opened = { fileName, sizeBytes: reading.sizeBytes, encoding: reading.encoding, sheets };

  const preset = header ? recognisePreset(header, data, lastDay, options.kind) : null;
  if (preset) {
    return {
      ...opened,
      mapping: { ...written, ...preset.mapping },
      columnNames: [...names, ...(preset.mapping.joined ?? []).map(({ name }) => name)],
      preset: preset.key,
      isDateOrderAmbiguous: preset.isDateOrderAmbiguous,
      isDecimalAmbiguous: false,
    };
  }
  const dateAt = guess.columns.date;
  const date = dateOf(guess.date, layout, whole, dateAt, lastDay);
  const isSerial = !date && dateAt !== undefined && isSerialDates(columns[dateAt]?.values ?? [], lastDay);
  return {
    ...opened,
    mapping: {
      kind: guess.kind,
      ...written,
      dateFormat: date?.pattern ?? (isSerial ? SERIAL_DATES : 'yyyy-MM-dd'),
      decimal: decimalOf(guess.decimal, layout, whole, guess.columns),
      onMissingCustomer: 'walk-in',
      columns: Object.fromEntries(
        Object.entries(guess.columns).map(([field, at]) => [field, columnReference(columns, at)]),
      ),
    },
    columnNames: names,
    preset: null,
    isDateOrderAmbiguous: date?.isOrderAmbiguous ?? false,
    isDecimalAmbiguous: guess.isDecimalAmbiguous && layout.layout !== 'workbook',
  };
};

/** By name where the name is the column's alone: a preset then survives a column added in front. */
const columnReference = (columns: readonly ColumnValues[], at: number): string | number => {
  const name = columns[at]?.name ?? null;
  if (name === null || name.length > 300) return at;
  return columns.filter((column) => column.name === name).length === 1 ? name : at;
};
