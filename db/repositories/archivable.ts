/**
 * Records that people make in the settings: archived where history refers to them, deleted where nothing does. Which
 * tables refer is not listed here: the foreign keys know, those of tables still to come included.
 */
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

export type ArchivableTable =
  | 'staff'
  | 'category'
  | 'offering'
  | 'customer_source'
  | 'own_field'
  | 'gesture_kind'
  | 'survey'
  | 'survey_question';

/** @returns false when there is no such record */
export function setArchivedTx(
  db: Database,
  table: ArchivableTable,
  id: number,
  archivedAtMs: number | null,
): boolean {
  requireTransaction(db);
  const { changes } = prepared(db, `UPDATE ${table} SET archived_at_ms = ? WHERE id = ?`).run(
    archivedAtMs,
    id,
  );
  return changes > 0;
}

/** @returns false when something refers to it; nothing changed then */
export function deleteUnlessReferencedTx(db: Database, table: ArchivableTable, id: number): boolean {
  requireTransaction(db);
  try {
    prepared(db, `DELETE FROM ${table} WHERE id = ?`).run(id);
    return true;
  } catch (error) {
    // SQLite takes back the statement, not the transaction.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      return false;
    throw error;
  }
}

/** The record of this name, in whatever spelling. */
export function findByName(
  db: Database,
  table: Exclude<ArchivableTable, 'own_field' | 'survey' | 'survey_question'>,
  name: string,
): { id: number; archivedAtMs: number | null } | null {
  const row = prepared(
    db,
    `SELECT id, archived_at_ms AS archivedAtMs FROM ${table} WHERE folded_name = ? ORDER BY id LIMIT 1`,
  ).get(fold(name)) as { id: number; archivedAtMs: number | null } | undefined;
  return row ?? null;
}

export function renameTx(
  db: Database,
  table: Exclude<ArchivableTable, 'survey' | 'survey_question'>,
  id: number,
  name: string,
): boolean {
  requireTransaction(db);
  const { changes } = prepared(db, `UPDATE ${table} SET name = ?, folded_name = ? WHERE id = ?`).run(
    name,
    fold(name),
    id,
  );
  return changes > 0;
}
