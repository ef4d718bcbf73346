/** Filters a shop keeps under a name. What one holds, and its schema, is its owner's business. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { FilterSubject } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface SavedFilterRow {
  readonly id: number;
  readonly name: string;
  /** JSON. */
  readonly filter: string;
}

export function listSavedFilters(db: Database, subject: FilterSubject): SavedFilterRow[] {
  return prepared(
    db,
    'SELECT id, name, filter FROM saved_filter WHERE subject = ? ORDER BY position, id',
  ).all(subject) as SavedFilterRow[];
}

/** Under a name that is there already, it takes that one's place. */
export function saveFilterTx(
  db: Database,
  { subject, name, filter }: { subject: FilterSubject; name: string; filter: unknown },
  nowMs: number,
): { readonly id: number; readonly isReplaced: boolean } {
  requireTransaction(db);
  const known = prepared(db, 'SELECT id FROM saved_filter WHERE subject = ? AND folded_name = ?').get(
    subject,
    fold(name),
  ) as { id: number } | undefined;
  const text = JSON.stringify(filter);
  if (known) {
    prepared(db, 'UPDATE saved_filter SET name = ?, filter = ? WHERE id = ?').run(name, text, known.id);
    return { id: known.id, isReplaced: true };
  }
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO saved_filter (uid, subject, name, folded_name, filter, position, created_at_ms)
     SELECT ?, ?, ?, ?, ?, coalesce(max(position), 0) + 1, ? FROM saved_filter`,
  ).run(newUid(nowMs), subject, name, fold(name), text, nowMs);
  return { id: Number(lastInsertRowid), isReplaced: false };
}

/** @throws RevinoError `catalogue.notFound`, `catalogue.nameTaken` */
export function renameFilterTx(db: Database, id: number, name: string): void {
  requireTransaction(db);
  const other = prepared(
    db,
    `SELECT name FROM saved_filter WHERE folded_name = ? AND id <> ?
     AND subject = (SELECT subject FROM saved_filter WHERE id = ?)`,
  ).get(fold(name), id, id) as { name: string } | undefined;
  if (other) throw new RevinoError('catalogue.nameTaken', { name: other.name });
  const { changes } = prepared(db, 'UPDATE saved_filter SET name = ?, folded_name = ? WHERE id = ?').run(
    name,
    fold(name),
    id,
  );
  if (changes === 0) throw new RevinoError('catalogue.notFound', { name });
}

/** One that is gone already stays gone. */
export function removeFilterTx(db: Database, id: number): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM saved_filter WHERE id = ?').run(id);
}
