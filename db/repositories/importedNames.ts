/**
 * Things that files call by name: staff, categories, offerings, tags, sources. A name that folds to a known one is the
 * known one; a new one is made, and written down so that undoing the import takes it away again.
 */
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { recordMadeTx } from './importChange.ts';

export const NAMED_TABLES = ['staff', 'category', 'offering', 'tag', 'customer_source'] as const;
export type NamedTable = (typeof NAMED_TABLES)[number];

/** Columns of a named record that somebody may change after an import made it. */
const SNAPSHOT: Readonly<Record<NamedTable, readonly string[]>> = {
  staff: ['name', 'archived_at_ms'],
  category: ['name', 'archived_at_ms'],
  offering: [
    'name',
    'category_id',
    'price_minor',
    'tax_rate_basis_points',
    'cost_minor',
    'planned_interval_days',
    'archived_at_ms',
  ],
  tag: ['name'],
  customer_source: ['name', 'is_recommendation', 'archived_at_ms'],
};

/** A named record as JSON of what people can change in it; null when it is gone. */
export function snapshotOf(db: Database, table: NamedTable, id: number): string | null {
  const row = prepared(db, `SELECT ${SNAPSHOT[table].join(', ')} FROM ${table} WHERE id = ?`).get(id);
  return row === undefined ? null : JSON.stringify(row);
}

export interface NamedRecord {
  readonly id: number;
  readonly name: string;
  readonly isNew: boolean;
}

export interface NameMaking {
  readonly batchId: number;
  readonly nowMs: number;
}

/** The caller records a new one with `recordNamedTx`, once its other columns are set. */
export function getOrMakeNamedTx(db: Database, table: NamedTable, name: string, nowMs: number): NamedRecord {
  requireTransaction(db);
  const foldedName = fold(name);
  if (foldedName === '') throw new Error(`An empty name is no ${table}.`);
  const found = prepared(db, `SELECT id, name FROM ${table} WHERE folded_name = ? ORDER BY id LIMIT 1`).get(
    foldedName,
  ) as { id: number; name: string } | undefined;
  if (found !== undefined) return { ...found, isNew: false };
  const extra = table === 'customer_source' ? ', is_recommendation' : '';
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO ${table} (uid, name, folded_name, created_at_ms${extra}) VALUES (?, ?, ?, ?${extra === '' ? '' : ', 0'})`,
  ).run(newUid(nowMs), name.trim(), foldedName, nowMs);
  return { id: Number(lastInsertRowid), name: name.trim(), isNew: true };
}

export function recordNamedTx(db: Database, table: NamedTable, id: number, batchId: number): void {
  recordMadeTx(db, batchId, table, id, JSON.parse(snapshotOf(db, table, id) ?? 'null'));
}

/** Remembers what it was asked: a file names few things, very often. */
export class ImportedNames {
  readonly #db: Database;
  readonly #making: NameMaking;
  readonly #known: Readonly<Record<NamedTable, Map<string, NamedRecord>>> = {
    staff: new Map(),
    category: new Map(),
    offering: new Map(),
    tag: new Map(),
    customer_source: new Map(),
  };

  constructor(db: Database, making: NameMaking) {
    this.#db = db;
    this.#making = making;
  }

  getTx(table: NamedTable, name: string): NamedRecord {
    const known = this.#known[table];
    let record = known.get(name);
    if (record === undefined) {
      record = getOrMakeNamedTx(this.#db, table, name, this.#making.nowMs);
      if (record.isNew) recordNamedTx(this.#db, table, record.id, this.#making.batchId);
      known.set(name, record);
    }
    return record;
  }
}
