/** What was brought in from files, so that bringing it in again changes nothing. */
import { sql } from 'drizzle-orm';
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { IMPORT_KINDS } from '../../src-shared/domain/closedLists.ts';
import { isUid, uidColumn } from './columns.ts';

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
    /** Taken back whole since then. */
    undoneAtMs: integer('undone_at_ms'),
  },
  (table) => [
    index('import_batch_file_index').on(table.fileSha256),
    check('import_batch_uid_is_uuid', isUid(table.uid)),
    check('import_batch_file_sha256_is_hash', sql`length(${table.fileSha256}) = 32`),
    check(
      'import_batch_kind_is_known',
      sql`${table.kind} IN ('customers', 'visits', 'opinions', 'offerings')`,
    ),
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

/**
 * What an import did to records that carry no batch number of their own, so that the whole import can be taken back:
 * the record it made (`field` null), or the value a field had before. Emptied of a person's values by erasure.
 */
export const importChangeTable = sqliteTable(
  'import_change',
  {
    id: integer('id').primaryKey(),
    importBatchId: integer('import_batch_id')
      .notNull()
      .references(() => importBatchTable.id),
    /** Table of the record. */
    subject: text('subject').notNull(),
    recordId: integer('record_id').notNull(),
    /** Column that was changed; null: the record was made. */
    field: text('field'),
    /** JSON. */
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    index('import_change_batch_index').on(table.importBatchId),
    index('import_change_record_index').on(table.subject, table.recordId),
    check('import_change_before_is_json', sql`${table.before} IS NULL OR json_valid(${table.before})`),
    check('import_change_after_is_json', sql`${table.after} IS NULL OR json_valid(${table.after})`),
  ],
);

/** How a file of one program is to be understood; recognised by its header. */
export const importPresetTable = sqliteTable(
  'import_preset',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    kind: text('kind', { enum: IMPORT_KINDS }).notNull(),
    /** JSON list of the folded column names. */
    header: text('header').notNull(),
    mapping: text('mapping').notNull(),
    createdAtMs: integer('created_at_ms').notNull(),
    lastUsedAtMs: integer('last_used_at_ms'),
  },
  (table) => [
    check('import_preset_uid_is_uuid', isUid(table.uid)),
    check(
      'import_preset_kind_is_known',
      sql`${table.kind} IN ('customers', 'visits', 'opinions', 'offerings')`,
    ),
    check('import_preset_header_is_json', sql`json_valid(${table.header})`),
    check('import_preset_mapping_is_json', sql`json_valid(${table.mapping})`),
  ],
);
