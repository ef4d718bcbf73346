/**
 * What an import did to records that carry no batch number of their own, written down as it happens, so that the import
 * can be taken back whole (importUndo.ts). Only cards that were there before, and what hangs on cards, need it.
 */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

export type ImportedValue = string | number | null;

const INSERT = `INSERT INTO import_change (import_batch_id, subject, record_id, field, before, after)
  VALUES (?, ?, ?, ?, ?, ?)`;

/** @param after the record as it was made, for those that are taken back only while they are still so */
export function recordMadeTx(
  db: Database,
  batchId: number,
  subject: string,
  recordId: number,
  after: unknown = null,
): void {
  requireTransaction(db);
  prepared(db, INSERT).run(
    batchId,
    subject,
    recordId,
    null,
    null,
    after === null ? null : JSON.stringify(after),
  );
}

export interface FieldChange {
  readonly subject: string;
  readonly recordId: number;
  readonly field: string;
  readonly before: ImportedValue;
  readonly after: ImportedValue;
}

export function recordChangeTx(db: Database, batchId: number, change: FieldChange): void {
  requireTransaction(db);
  prepared(db, INSERT).run(
    batchId,
    change.subject,
    change.recordId,
    change.field,
    JSON.stringify(change.before),
    JSON.stringify(change.after),
  );
}
