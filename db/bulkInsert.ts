/**
 * Many rows into one table with few calls of the driver: a call costs more than the row it inserts. Rows wait in
 * memory until a statement is full; tables that a row points at (`parents`) are always written before it. Used inside a transaction; decides nothing about what is inserted.
 */
import type { Statement } from './driver.ts';
import type { Database } from './openDatabase.ts';
import { requireTransaction } from './transaction.ts';

export type BulkValue = number | string | Uint8Array | null;

/** More rows per statement gain nothing measurable, and SQLite allows 32,766 values. The rest goes in tens and ones. */
const ROWS_PER_STATEMENT = [100, 10, 1] as const;
const MOST_ROWS = ROWS_PER_STATEMENT[0];

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
  readonly #statements: readonly { readonly rows: number; readonly statement: Statement }[];
  readonly #width: number;
  readonly #parents: readonly BulkInsert[];
  readonly #values: BulkValue[];
  #used = 0;

  /** `parents` are flushed before this one, because its rows point at theirs. */
  constructor(
    db: Database,
    { table, columns, constants = {} }: BulkColumns,
    parents: readonly BulkInsert[] = [],
  ) {
    this.#db = db;
    this.#width = columns.length;
    this.#parents = parents;
    this.#values = new Array<BulkValue>(columns.length * MOST_ROWS).fill(null);
    const names = [...columns, ...Object.keys(constants)].join(', ');
    const row = `(${[...columns.map(() => '?'), ...Object.values(constants).map(literal)].join(', ')})`;
    this.#statements = ROWS_PER_STATEMENT.map((rows) => ({
      rows,
      statement: db.sqlite.prepare(
        `INSERT INTO ${table} (${names}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`,
      ),
    }));
  }

  /** Rows waiting: 0 to 99. */
  get waiting(): number {
    return this.#used / this.#width;
  }

  /** `values` in the order of the columns. Throws what SQLite throws, for any of the rows waiting. */
  push(...values: BulkValue[]): void {
    const waiting = this.#values;
    let used = this.#used;
    for (let i = 0; i < values.length; i++) waiting[used++] = values[i]!;
    this.#used = used;
    if (used === waiting.length) this.flush();
  }

  /** Afterwards every row pushed is in the table. */
  flush(): void {
    for (const parent of this.#parents) parent.flush();
    if (this.#used === 0) return;
    requireTransaction(this.#db);
    const used = this.#used;
    this.#used = 0;
    let at = 0;
    for (const { rows, statement } of this.#statements) {
      for (const step = rows * this.#width; used - at >= step; at += step) {
        statement.run(step === this.#values.length ? this.#values : this.#values.slice(at, at + step));
      }
    }
  }
}

/** The id the next row of a table gets when its ids are given out by the caller. */
export const nextId = (db: Database, table: string): number =>
  (db.sqlite.prepare(`SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`).get() as { id: number }).id;
