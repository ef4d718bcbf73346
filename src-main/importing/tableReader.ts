/**
 * From lines of a file to its rows: finds the header below whatever titles stand above it, leaves blank lines out, and
 * marks rows that hold nothing (only separators, a repeated header). Waits for the first lines before it says where the
 * columns are.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { type ResolvedColumns, resolveColumns } from './resolveColumns.ts';
import { type FileRecord, isBlankLine, type RecordSplitter, recordSplitter } from './splitRecords.ts';

export interface TableRow extends FileRecord {
  /** Nothing in it to take: counted, not rejected. */
  readonly isSkipped: boolean;
}

/** Enough records to tell the usual width of a row from odd ones. */
const RECORDS_TO_RESOLVE = 300;

export class TableReader {
  readonly #mapping: Mapping;
  readonly #splitter: RecordSplitter;
  #waiting: FileRecord[] = [];
  #columns: ResolvedColumns | null = null;
  #headerText: string | null = null;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
    this.#splitter = recordSplitter(mapping);
  }

  /** Known as soon as `push` or `end` has returned the first rows. */
  get columns(): ResolvedColumns {
    if (!this.#columns) throw new Error('The columns are known after the first rows.');
    return this.#columns;
  }

  /** Rows that are complete; none while the header is still looked for. Throws as `resolveColumns`. */
  push(lines: readonly string[], firstLine: number): TableRow[] {
    return this.#take(this.#splitter.push(lines, firstLine), false);
  }

  end(): TableRow[] {
    return this.#take(this.#splitter.end(), true);
  }

  #take(records: readonly FileRecord[], isEnd: boolean): TableRow[] {
    const filled = records.filter(({ text }) => !isBlankLine(text));
    if (this.#columns) return this.#rows(filled);
    this.#waiting.push(...filled);
    if (!isEnd && this.#waiting.length < RECORDS_TO_RESOLVE) return [];
    this.#columns = resolveColumns(this.#mapping, this.#waiting.slice(0, RECORDS_TO_RESOLVE));
    const { headerLine, header } = this.#columns;
    this.#headerText = header?.join('\u001f') ?? null;
    const rows = this.#waiting.filter(({ line }) => line > headerLine);
    this.#waiting = [];
    return this.#rows(rows);
  }

  #rows(records: readonly FileRecord[]): TableRow[] {
    return records.map(({ line, text, cells }) => ({ line, text, cells, isSkipped: this.#isEmpty(cells) }));
  }

  #isEmpty(cells: readonly string[] | null): boolean {
    if (cells === null) return false;
    if (cells.every((cell) => cell === '' || cell.trim() === '')) return true;
    return (
      this.#headerText !== null &&
      cells[0] === this.columns.header?.[0] &&
      cells.join('\u001f') === this.#headerText
    );
  }
}
