/** Where new customers come from, and what was spent on finding them. */
import { asc } from 'drizzle-orm';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { customerSourceTable } from '../schema/acquisition.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { renameTx } from './archivable.ts';

export type CustomerSource = typeof customerSourceTable.$inferSelect;

export function listSources(db: Database): CustomerSource[] {
  return db.orm.select().from(customerSourceTable).orderBy(asc(customerSourceTable.foldedName)).all();
}

/** Names that stand on cards and are in no list. */
export function listUnlistedSources(db: Database): string[] {
  return prepared(
    db,
    `SELECT DISTINCT source FROM customer WHERE source IS NOT NULL AND archived_at_ms IS NULL
       AND source NOT IN (SELECT name FROM customer_source) ORDER BY source LIMIT 100`,
  )
    .all()
    .map((row) => (row as { source: string }).source);
}

/**
 * A name that folds to a known one is the known one, archived or not.
 * @returns the name to be written on the card: the stored spelling
 */
export function getOrCreateSourceTx(
  db: Database,
  name: string,
  nowMs: number,
  isRecommendation = false,
): { id: number; name: string; isNew: boolean } {
  requireTransaction(db);
  const found = prepared(
    db,
    'SELECT id, name FROM customer_source WHERE folded_name = ? ORDER BY id LIMIT 1',
  ).get(fold(name)) as { id: number; name: string } | undefined;
  if (found !== undefined) return { ...found, isNew: false };
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO customer_source (uid, name, folded_name, is_recommendation, created_at_ms) VALUES (?, ?, ?, ?, ?)`,
  ).run(newUid(nowMs), name.trim(), fold(name), Number(isRecommendation), nowMs);
  return { id: Number(lastInsertRowid), name: name.trim(), isNew: true };
}

export function readSource(db: Database, id: number): CustomerSource | null {
  return listSources(db).find((source) => source.id === id) ?? null;
}

/** Also on every card, in the trash too: a name that only the cards still knew would be a source nobody can find. @returns how many cards */
export function renameSourceTx(db: Database, source: CustomerSource, name: string): number {
  requireTransaction(db);
  renameTx(db, 'customer_source', source.id, name);
  return writeOnCardsTx(db, source.name, name);
}

/** Cards that have one spelling get another. @returns how many cards */
export function writeOnCardsTx(db: Database, from: string, to: string): number {
  requireTransaction(db);
  if (from === to) return 0;
  return prepared(db, 'UPDATE customer SET source = ? WHERE source = ?').run(to, from).changes;
}

export function setRecommendationTx(db: Database, id: number, isRecommendation: boolean): boolean {
  requireTransaction(db);
  return (
    prepared(db, 'UPDATE customer_source SET is_recommendation = ? WHERE id = ?').run(
      Number(isRecommendation),
      id,
    ).changes > 0
  );
}

export function isSourceOnCards(db: Database, name: string): boolean {
  return prepared(db, 'SELECT 1 FROM customer WHERE source = ? LIMIT 1').get(name) !== undefined;
}

export interface SpendRow {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly sourceId: number | null;
  readonly amountMinor: number;
}

/** Both ends included. */
export function listSpend(db: Database, fromMonth: string, toMonth: string): SpendRow[] {
  return prepared(
    db,
    `SELECT month, source_id AS sourceId, amount_minor AS amountMinor FROM acquisition_spend
     WHERE month BETWEEN ? AND ? ORDER BY month, source_id`,
  ).all(fromMonth, toMonth) as SpendRow[];
}

/** One amount per month and source; null empties it. */
export function writeSpendTx(
  db: Database,
  month: string,
  sourceId: number | null,
  amountMinor: number | null,
): void {
  requireTransaction(db);
  if (amountMinor === null) {
    prepared(db, 'DELETE FROM acquisition_spend WHERE month = ? AND source_id IS ?').run(month, sourceId);
    return;
  }
  const { changes } = prepared(
    db,
    'UPDATE acquisition_spend SET amount_minor = ? WHERE month = ? AND source_id IS ?',
  ).run(amountMinor, month, sourceId);
  if (changes > 0) return;
  prepared(db, 'INSERT INTO acquisition_spend (month, source_id, amount_minor) VALUES (?, ?, ?)').run(
    month,
    sourceId,
    amountMinor,
  );
}
