/**
 * What was imported: batches, and the identity of each row (db/schema/imported.ts explains the multiset rule).
 * An importer counts equal rows within its file and asks here for the n-th of them.
 */
import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { ImportKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { importBatchTable } from '../schema/imported.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type ImportBatch = typeof importBatchTable.$inferSelect;

export interface NewImportBatch {
  readonly fileName: string;
  /** 32 bytes. */
  readonly fileSha256: Buffer;
  readonly kind: ImportKind;
  readonly startedAtMs: number;
  /** Kept as JSON. */
  readonly mapping: unknown;
}

/** Every row read is in exactly one of the others: the database refuses counts that do not add up. */
export interface ImportCounts {
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** First thing in an import's transaction, so that rows can point at it. @returns the id */
export function insertImportBatchTx(db: Database, batch: NewImportBatch): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO import_batch (uid, file_name, file_sha256, kind, started_at_ms, read_count, created_count,
       updated_count, unchanged_count, skipped_count, rejected_count, mapping)
     VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, ?)`,
  ).run(
    newUid(batch.startedAtMs),
    batch.fileName,
    batch.fileSha256,
    batch.kind,
    batch.startedAtMs,
    JSON.stringify(batch.mapping),
  );
  return Number(lastInsertRowid);
}

/** An import learns the hash of its file while reading it, so the batch begins without. @param fileSha256 32 bytes */
export function setImportBatchHashTx(db: Database, batchId: number, fileSha256: Buffer): void {
  requireTransaction(db);
  prepared(db, 'UPDATE import_batch SET file_sha256 = ? WHERE id = ?').run(fileSha256, batchId);
}

/** Last thing in an import's transaction. */
export function finishImportBatchTx(
  db: Database,
  batchId: number,
  counts: ImportCounts,
  finishedAtMs: number,
): void {
  requireTransaction(db);
  prepared(
    db,
    `UPDATE import_batch SET read_count = ?, created_count = ?, updated_count = ?, unchanged_count = ?,
       skipped_count = ?, rejected_count = ?, finished_at_ms = ? WHERE id = ?`,
  ).run(
    counts.read,
    counts.created,
    counts.updated,
    counts.unchanged,
    counts.skipped,
    counts.rejected,
    finishedAtMs,
    batchId,
  );
}

/** Newest first. */
export function listImportBatches(db: Database, limit: number): ImportBatch[] {
  return db.orm.select().from(importBatchTable).orderBy(desc(importBatchTable.id)).limit(limit).all();
}

/** The last import of exactly this file, or null: only a hint for people, the rows decide what is new. */
export function findImportBatchByFile(db: Database, fileSha256: Buffer): ImportBatch | null {
  return (
    db.orm
      .select()
      .from(importBatchTable)
      .where(eq(importBatchTable.fileSha256, fileSha256))
      .orderBy(desc(importBatchTable.id))
      .get() ?? null
  );
}

/** False in a shop without imports: then no row need be asked for. */
export function hasImportedRows(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM imported_row LIMIT 1').get() !== undefined;
}

/** The key of the n-th of equal rows: the first keeps the hash, each further one gets another that follows from it. */
export function importedRowKey(rowHash: Buffer, ordinal: number): Buffer {
  if (ordinal === 1) return rowHash;
  return createHash('sha256').update(rowHash).update(`#${ordinal}`).digest().subarray(0, 16);
}

/**
 * @param rowHash 16 bytes over the row as it was understood, its kind included
 * @param ordinal 1 for the first of equal rows in the file
 */
export function isRowImported(db: Database, rowHash: Buffer, ordinal: number): boolean {
  return (
    prepared(db, 'SELECT 1 FROM imported_row WHERE row_key = ?').get(importedRowKey(rowHash, ordinal)) !==
    undefined
  );
}

/** @throws SqliteError when the row was imported before: the importer asks first */
export function insertImportedRowTx(db: Database, rowHash: Buffer, ordinal: number, batchId: number): void {
  requireTransaction(db);
  prepared(db, 'INSERT INTO imported_row (row_key, import_batch_id) VALUES (?, ?)').run(
    importedRowKey(rowHash, ordinal),
    batchId,
  );
}
