/**
 * From lines of a file to its rows: finds the header below whatever titles stand above it, leaves blank lines out, and
 * tells rows that hold nothing (only separators, a repeated header). Waits for the first lines before it says where the
 * columns are.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { type ResolvedColumns, resolveColumns } from './resolveColumns.ts';
import {
  type FileRecord,
  isBlankLine,
  type RecordSplitter,
  recordSplitter,
  type TakeRecord,
} from './splitRecords.ts';

/** Enough records to tell the usual width of a row from odd ones. */
const RECORDS_TO_RESOLVE = 300;

export class TableReader {
  readonly #mapping: Mapping;
  readonly #splitter: RecordSplitter;
  readonly #takeRow: TakeRecord;
  #waiting: FileRecord[] = [];
  #columns: ResolvedColumns | null = null;
  #headerText: string | null = null;

  /** `takeRow` gets every row that is not blank, one by one; `columns` is known by then. */
  constructor(mapping: Mapping, takeRow: TakeRecord) {
    this.#mapping = mapping;
    this.#splitter = recordSplitter(mapping);
    this.#takeRow = takeRow;
  }

  /** Known as soon as the first row has been handed out. */
  get columns(): ResolvedColumns {
    if (!this.#columns) throw new Error('The columns are known after the first rows.');
    return this.#columns;
  }

  /** Throws as `resolveColumns`. */
  push(lines: readonly string[], firstLine: number): void {
    this.#splitter.push(lines, firstLine, this.#take);
  }

  /** Throws as `resolveColumns`. */
  end(): void {
    this.#splitter.end(this.#take);
    if (!this.#columns) this.#resolve();
  }

  /** True for a row of nothing but separators, and for the header once more: counted, not rejected. */
  isEmptyRow(cells: readonly string[] | null): boolean {
    if (cells === null) return false;
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return true;
    return (
      this.#headerText !== null &&
      cells[0] === this.columns.header?.[0] &&
      cells.join('\u001f') === this.#headerText
    );
  }

  readonly #take: TakeRecord = (record) => {
    if (isBlankLine(record.text)) return;
    if (this.#columns) {
      this.#takeRow(record);
      return;
    }
    this.#waiting.push(record);
    if (this.#waiting.length === RECORDS_TO_RESOLVE) this.#resolve();
  };

  #resolve(): void {
    this.#columns = resolveColumns(this.#mapping, this.#waiting);
    const { headerLine, header } = this.#columns;
    this.#headerText = header?.join('\u001f') ?? null;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const record of waiting) if (record.line > headerLine) this.#takeRow(record);
  }
}
