/**
 * The rows of one sheet, streamed: each row becomes a record as soon as it ends and is then forgotten. Row numbers are
 * those that the owner sees at the left edge.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { DecimalMark } from '../../src-shared/domain/money.ts';
import { asTyped } from './readLines.ts';
import { memoryKeeper } from './readMemory.ts';
import type { FileRecord, TakeRecord } from './splitRecords.ts';
import { damaged } from './xlsxArchive.ts';
import { type CellFormat, numericCellText } from './xlsxCell.ts';
import type { SharedTexts } from './xlsxTexts.ts';
import type { Workbook, WorkbookSheet } from './xlsxWorkbook.ts';
import { readXml, type XmlListener } from './xlsxXml.ts';

/** As many as Excel has; a later row is not one of a sheet. */
const MAX_ROWS = 1_048_576;
/** Columns beyond are not looked at. */
const MAX_COLUMNS = 1000;
/** XML that goes on without a row ending. */
const MAX_ROW_BYTES = 32 * 1024 ** 2;
/** How many rows are looked at before it is said how wide the sheet is. */
const ROWS_FOR_WIDTH = 300;
/** XML says the same in about four times as many letters. */
const XML_SHARE = 4;
const PLAIN: CellFormat = { kind: 'plain' };

/** A row of a sheet; its text is only made where somebody asks. */
class SheetRecord implements FileRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** Where a number or a date stands that was written as such: its notation says nothing. */
  readonly typed: readonly boolean[];

  constructor(line: number, cells: readonly string[], typed: readonly boolean[]) {
    this.line = line;
    this.cells = cells;
    this.typed = typed;
  }

  get text(): string {
    return this.cells.join('\t').trimEnd();
  }
}

/** 'C12' → 2; -1 where there is no column. */
const columnOf = (reference: string): number => {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

/** Excel writes signs that XML cannot hold, and line ends, as `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replace(/\r\n?/g, '\n')
    : text;

class SheetListener implements XmlListener {
  isDone = false;
  rows = 0;
  readonly #formats: readonly CellFormat[];
  readonly #texts: SharedTexts;
  readonly #is1904: boolean;
  readonly #decimal: DecimalMark;
  readonly #fileName: string;
  readonly #take: (record: SheetRecord) => void;
  #line = 0;
  #cells: string[] = [];
  #typed: boolean[] = [];
  #column = -1;
  #type = '';
  #style = -1;
  #value = '';
  #isInValue = false;
  #isSpoken = false;

  constructor(
    workbook: Workbook,
    formats: readonly CellFormat[],
    decimal: DecimalMark,
    take: (record: SheetRecord) => void,
  ) {
    this.#formats = formats;
    this.#texts = workbook.texts;
    this.#is1904 = workbook.is1904;
    this.#fileName = workbook.archive.fileName;
    this.#decimal = decimal;
    this.#take = take;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') {
      const at = attributes.r === undefined ? -1 : columnOf(attributes.r);
      this.#column = at >= 0 ? at : this.#column + 1;
      this.#type = attributes.t ?? 'n';
      this.#style = attributes.s === undefined ? 0 : Number(attributes.s);
      this.#value = '';
    } else if (name === 'v' || (name === 't' && this.#type === 'inlineStr' && !this.#isSpoken)) {
      this.#isInValue = true;
    } else if (name === 'row') {
      const line = Number(attributes.r ?? this.#line + 1);
      if (!(Number.isInteger(line) && line > this.#line && line <= MAX_ROWS))
        throw damaged(this.#fileName, 'row');
      this.#line = line;
      this.#cells = [];
      this.#typed = [];
      this.#column = -1;
    } else if (name === 'rPh') this.#isSpoken = true;
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#isInValue = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') {
      this.rows++;
      if (this.#cells.length > 0) this.#take(new SheetRecord(this.#line, this.#cells, this.#typed));
    } else if (name === 'rPh') this.#isSpoken = false;
    else if (name === 'sheetData') this.isDone = true;
  }

  #endCell(): void {
    if (this.#value === '' || this.#column >= MAX_COLUMNS) return;
    const isTyped = this.#type === 'n';
    const text = asTyped(this.#cellText());
    if (text.trim() === '') return;
    while (this.#cells.length < this.#column) {
      this.#cells.push('');
      this.#typed.push(false);
    }
    this.#cells[this.#column] = text;
    this.#typed[this.#column] = isTyped;
  }

  #cellText(): string {
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return unescaped(this.#texts.get(Number(value)));
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      case 'n':
        return numericCellText(value, this.#formats[this.#style] ?? PLAIN, this.#is1904, this.#decimal);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      default:
        // Errors such as #N/A, and ISO dates of newer files.
        return value;
    }
  }
}

export interface ReadSheetOptions {
  readonly decimal: DecimalMark;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Hands out the filled rows of the sheet, all of them as wide as the widest of the first, and yields the share read.
 * Throws `import.damagedWorkbook`, `import.workbookTooLarge`, `job.cancelled`.
 */
export async function* readSheet(
  workbook: Workbook,
  sheet: WorkbookSheet,
  take: TakeRecord,
  { decimal, signal }: ReadSheetOptions,
): AsyncGenerator<number> {
  const formats = await workbook.formats();
  for await (const _none of workbook.readTexts()) {
    if (signal?.aborted) throw new RevinoError('job.cancelled');
    yield 0;
  }
  const first: SheetRecord[] = [];
  let width: number | null = null;
  const hand = (record: SheetRecord): void => {
    const { line, cells, typed } = record;
    const missing = (width ?? 0) - cells.length;
    take(missing > 0 ? new SheetRecord(line, cells.concat(Array(missing).fill('')), typed) : record);
  };
  const settle = (): void => {
    width ??= Math.max(0, ...first.map(({ cells }) => cells.length));
    for (const record of first.splice(0)) hand(record);
  };
  const listener = new SheetListener(workbook, formats, decimal, (record) => {
    if (width !== null) hand(record);
    else if (first.push(record) === ROWS_FOR_WIDTH) settle();
  });
  const sizeBytes = Math.max(1, workbook.archive.sizeOf(sheet.part));
  let rows = 0;
  let bytesAtRow = 0;
  const keepMemory = memoryKeeper();
  for await (const bytesRead of readXml(workbook.archive, sheet.part, listener)) {
    keepMemory(bytesRead / XML_SHARE);
    if (signal?.aborted) throw new RevinoError('job.cancelled');
    if (listener.rows > rows) {
      rows = listener.rows;
      bytesAtRow = bytesRead;
    } else if (bytesRead - bytesAtRow > MAX_ROW_BYTES && !listener.isDone) {
      throw new RevinoError('import.workbookTooLarge', { fileName: workbook.archive.fileName });
    }
    yield Math.min(1, bytesRead / sizeBytes);
  }
  settle();
  yield 1;
}
