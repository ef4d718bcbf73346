/** Who made a change, and who made a record: for what only its maker may touch. */
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

export interface Authorship {
  readonly staffId: number | null;
  readonly atMs: number;
}

export const readAuthorOfChange = (db: Database, changeId: number): Authorship | null =>
  (prepared(db, 'SELECT staff_id AS staffId, at_ms AS atMs FROM change_log WHERE id = ?').get(changeId) as
    | Authorship
    | undefined) ?? null;

/** Of the record's making; null where it came by an import, or before changes were logged. */
export const readMaker = (db: Database, subject: string, recordId: number): Authorship | null =>
  (prepared(
    db,
    `SELECT staff_id AS staffId, at_ms AS atMs FROM change_log
     WHERE subject = ? AND record_id = ? AND action = 'create' ORDER BY id DESC LIMIT 1`,
  ).get(subject, recordId) as Authorship | undefined) ?? null;
