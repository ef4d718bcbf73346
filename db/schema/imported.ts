/** What was brought in from files, so that bringing it in again changes nothing. */
import { sql } from 'drizzle-orm';
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isUid, uidColumn } from './columns.ts';

export const IMPORT_KINDS = ['customers', 'visits', 'opinions'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const importBatchTable = sqliteTable(
  'import_batch',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    fileName: text('file_name').notNull(),
    /** 32 bytes. */
    fileSha256: blob('file_sha256', { mode: 'buffer' }).notNull(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    startedAtMs: integer('started_at_ms').notNull(),
    /** Null only inside the transaction that imports: a batch is committed whole or not at all. */
    finishedAtMs: integer('finished_at_ms'),
    readCount: integer('read_count').notNull(),
    createdCount: integer('created_count').notNull(),
    updatedCount: integer('updated_count').notNull(),
    unchangedCount: integer('unchanged_count').notNull(),
    skippedCount: integer('skipped_count').notNull(),
    rejectedCount: integer('rejected_count').notNull(),
    /** The mapping as JSON, so that what was understood can be explained later. */
    mapping: text('mapping').notNull(),
  },
  (table) => [
    index('import_batch_file_index').on(table.fileSha256),
    check('import_batch_uid_is_uuid', isUid(table.uid)),
    check('import_batch_file_sha256_is_hash', sql`length(${table.fileSha256}) = 32`),
    check('import_batch_kind_is_known', sql`${table.kind} IN ('customers', 'visits', 'opinions')`),
    check('import_batch_mapping_is_json', sql`json_valid(${table.mapping})`),
    check(
      'import_batch_counts_every_row',
      sql`${table.finishedAtMs} IS NULL OR ${table.readCount} = ${table.createdCount} + ${table.updatedCount} + ${table.unchangedCount} + ${table.skippedCount} + ${table.rejectedCount}`,
    ),
  ],
);

/**
 * Identity of imported rows as a multiset. The n-th equal row of a file has a key of its own: already there means
 * already imported, so after any import the count of equal rows is the larger of database and file. Overlapping
 * exports are harmless, and two equal lines in one file stay two. What a row became is written at the visit line or
 * opinion (import_batch_id); this table only remembers that it came. WITHOUT ROWID.
 */
export const importedRowTable = sqliteTable(
  'imported_row',
  {
    /** 16 bytes, made by db/repositories/imported.ts of the hash over the row and which of its equals it is. */
    rowKey: blob('row_key', { mode: 'buffer' }).primaryKey(),
    importBatchId: integer('import_batch_id')
      .notNull()
      .references(() => importBatchTable.id),
  },
  (table) => [check('imported_row_key_is_16_bytes', sql`length(${table.rowKey}) = 16`)],
);
