/**
 * Many rows into one table with few calls of the driver: a call costs more than the row it inserts. Rows wait in
 * memory until a statement is full; tables that a row points at (`parents`) are always written before it. Used inside a transaction; decides nothing about what is inserted.
 */
import type { Statement } from './driver.ts';
import type { Database } from './openDatabase.ts';
import { requireTransaction } from './transaction.ts';

export type BulkValue = number | string | Uint8Array | null;

/** More rows per statement gain nothing measurable, and SQLite allows 32,766 values. */
const ROWS_PER_STATEMENT = 100;

const literal = (value: number | string | null): string => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
};

export interface BulkColumns {
  readonly table: string;
  /** One value each per row, in this order. */
  readonly columns: readonly string[];
  /** The same in every row, so never bound. */
  readonly constants?: Readonly<Record<string, number | string | null>>;
}

export class BulkInsert {
  readonly #db: Database;
  readonly #full: Statement;
  readonly #single: Statement;
  readonly #width: number;
  readonly #parents: readonly BulkInsert[];
  #values: BulkValue[] = [];

  /** `parents` are flushed before this one, because its rows point at theirs. */
  constructor(
    db: Database,
    { table, columns, constants = {} }: BulkColumns,
    parents: readonly BulkInsert[] = [],
  ) {
    this.#db = db;
    this.#width = columns.length;
    this.#parents = parents;
    const names = [...columns, ...Object.keys(constants)].join(', ');
    const row = `(${[...columns.map(() => '?'), ...Object.values(constants).map(literal)].join(', ')})`;
    const insert = `INSERT INTO ${table} (${names}) VALUES `;
    this.#full = db.sqlite.prepare(insert + Array.from({ length: ROWS_PER_STATEMENT }, () => row).join(', '));
    this.#single = db.sqlite.prepare(insert + row);
  }

  /** `values` in the order of the columns. Throws what SQLite throws, for any of the rows waiting. */
  push(...values: BulkValue[]): void {
    for (const value of values) this.#values.push(value);
    if (this.#values.length === this.#width * ROWS_PER_STATEMENT) this.flush();
  }

  /** Afterwards every row pushed is in the table. */
  flush(): void {
    for (const parent of this.#parents) parent.flush();
    if (this.#values.length === 0) return;
    requireTransaction(this.#db);
    const values = this.#values;
    this.#values = [];
    if (values.length === this.#width * ROWS_PER_STATEMENT) {
      this.#full.run(values);
      return;
    }
    for (let at = 0; at < values.length; at += this.#width)
      this.#single.run(values.slice(at, at + this.#width));
  }
}

/** The id the next row of a table gets when its ids are given out by the caller. */
export const nextId = (db: Database, table: string): number =>
  (db.sqlite.prepare(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`).get() as { id: number }).id;
