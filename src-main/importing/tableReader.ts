/**
 * From the records of a file to its rows: finds the header below whatever titles stand above it, leaves blank lines out,
 * joins columns that the mapping wants joined, and tells rows that hold nothing (only separators, a repeated header) or
 * that the mapping leaves out. Waits for the first records before it says where the columns are.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { type ResolvedColumns, resolveColumns } from './resolveColumns.ts';
import { type FileRecord, isBlankLine, type TakeRecord } from './splitRecords.ts';

/** Enough records to tell the usual width of a row from odd ones. */
const RECORDS_TO_RESOLVE = 300;

const NEGATIVE = /^\s*(?:[-(\u2212]|.*[-\u2212]\s*$)/;
const isFilled = (cell: string): boolean => cell !== '' && cell.trim() !== '';

interface Rule {
  readonly at: number;
  readonly values: ReadonlySet<string>;
}

export class TableReader {
  readonly #mapping: Mapping;
  readonly #takeRow: TakeRecord;
  #waiting: FileRecord[] = [];
  #columns: ResolvedColumns | null = null;
  #headerText: string | null = null;
  #leftOut: readonly Rule[] = [];
  #refunds: readonly Rule[] = [];
  /** The column that says that a row is a refund: its amount, else its quantity. */
  #signed: number | undefined;
  /** The row before, where empty cells repeat it. */
  #above: readonly string[] | null = null;

  /** `takeRow` gets every row that is not blank, one by one; `columns` is known by then. */
  constructor(mapping: Mapping, takeRow: TakeRecord) {
    this.#mapping = mapping;
    this.#takeRow = takeRow;
  }

  /** Known as soon as the first row has been handed out. */
  get columns(): ResolvedColumns {
    if (!this.#columns) throw new Error('The columns are known after the first rows.');
    return this.#columns;
  }

  /** One record of the file, in order. Throws as `resolveColumns`. */
  readonly take: TakeRecord = (record) => {
    if (!record.cells?.some(isFilled) && isBlankLine(record.text)) return;
    if (this.#columns) {
      this.#hand(record);
      return;
    }
    this.#waiting.push(record);
    if (this.#waiting.length === RECORDS_TO_RESOLVE) this.#resolve();
  };

  /** Throws as `resolveColumns`. */
  end(): void {
    if (!this.#columns) this.#resolve();
  }

  /** True for a row of nothing but separators, the header once more, and rows left out by rule: counted, not rejected. */
  isEmptyRow(cells: readonly string[] | null): boolean {
    if (cells === null) return false;
    if (!cells.some(isFilled) || this.#holds(this.#leftOut, cells)) return true;
    return (
      this.#headerText !== null &&
      cells[0] === this.columns.header?.[0] &&
      cells.slice(0, this.columns.fileWidth).join('\u001f') === this.#headerText
    );
  }

  #holds(rules: readonly Rule[], cells: readonly string[]): boolean {
    return rules.some(({ at, values }) => values.has(fold(cells[at] ?? '')));
  }

  #resolve(): void {
    const columns = resolveColumns(this.#mapping, this.#waiting);
    this.#columns = columns;
    const { headerLine, header, fileWidth, at } = columns;
    this.#headerText = header?.slice(0, fileWidth).join('\u001f') ?? null;
    this.#leftOut = columns.rules.filter((rule) => rule.as === 'leaveOut');
    this.#refunds = columns.rules.filter((rule) => rule.as === 'refund');
    this.#signed = at.amount ?? at.quantity;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const record of waiting) if (record.line > headerLine) this.#hand(record);
  }

  #hand(record: FileRecord): void {
    const { joined, fileWidth, filledDown } = this.columns;
    let { cells } = record;
    if (cells !== null && joined.length > 0) {
      if (cells.slice(fileWidth).some(isFilled)) cells = null;
      else {
        const own = Array.from({ length: fileWidth }, (_, i) => cells?.[i] ?? '');
        cells = own.concat(joined.map((parts) => joinedCell(parts.map((at) => own[at]!))));
      }
    }
    if (cells !== null && filledDown.length > 0) {
      cells = this.#filledFromAbove(cells, filledDown);
      this.#above = cells;
    }
    if (cells !== null && this.#signed !== undefined && this.#holds(this.#refunds, cells)) {
      const value = cells[this.#signed] ?? '';
      if (isFilled(value) && !NEGATIVE.test(value)) cells = cells.with(this.#signed, `-${value.trim()}`);
    }
    this.#takeRow(cells === record.cells ? record : { line: record.line, text: record.text, cells });
  }

  #filledFromAbove(cells: readonly string[], columns: readonly number[]): readonly string[] {
    const { receipt } = this.columns.at;
    const above = this.#above;
    const isSameReceipt =
      above !== null &&
      receipt !== undefined &&
      isFilled(cells[receipt] ?? '') &&
      cells[receipt] === above[receipt];
    if (!isSameReceipt) return cells;
    return cells.map((cell, at) => (!isFilled(cell) && columns.includes(at) ? (above[at] ?? '') : cell));
  }
}

const joinedCell = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
