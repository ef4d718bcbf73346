/** What was changed when, how to take it back, and what the figures of a closed month were. */
import { sql } from 'drizzle-orm';
import { blob, check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staffTable } from './catalogue.ts';
import { isIsoDay } from './columns.ts';

/** Record ids and field names, never values: the log outlives the erasure of a person. */
export const changeLogTable = sqliteTable(
  'change_log',
  {
    id: integer('id').primaryKey(),
    atMs: integer('at_ms').notNull(),
    staffId: integer('staff_id').references(() => staffTable.id),
    /** 'create', 'update', 'cancel', 'archive', 'unarchive', 'import', 'undo' ... */
    action: text('action').notNull(),
    /** Table of the record. */
    subject: text('subject').notNull(),
    recordId: integer('record_id').notNull(),
    /** JSON list of field names. */
    fields: text('fields').notNull(),
    /** The reason given, where one is asked for. */
    reason: text('reason'),
    /** HMAC-SHA-256 over the row and the HMAC of the row before it. */
    chain: blob('chain', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    index('change_log_record_index').on(table.subject, table.recordId),
    check('change_log_fields_is_json', sql`json_valid(${table.fields})`),
    check('change_log_chain_is_hash', sql`length(${table.chain}) = 32`),
  ],
);

/** The values a change replaced. Emptied by erasure, and of what is too old to be taken back. */
export const undoValueTable = sqliteTable(
  'undo_value',
  {
    changeId: integer('change_id')
      .primaryKey()
      .references(() => changeLogTable.id),
    /** JSON: the record as it was, in the shape its repository writes. */
    before: text('before').notNull(),
    undoneAtMs: integer('undone_at_ms'),
  },
  (table) => [check('undo_value_before_is_json', sql`json_valid(${table.before})`)],
);

/** The figures of a month as they were when it was closed. Never updated. */
export const sealedMonthTable = sqliteTable(
  'sealed_month',
  {
    /** 'YYYY-MM'. */
    month: text('month').primaryKey(),
    /** Its last day. */
    asOf: text('as_of').notNull(),
    sealedAtMs: integer('sealed_at_ms').notNull(),
    /** Closed long after its end, from imported records. */
    isReconstructed: integer('is_reconstructed', { mode: 'boolean' }).notNull(),
    /** JSON: each figure with its definition version, n, numerator, denominator and interval. */
    figures: text('figures').notNull(),
  },
  (table) => [
    check('sealed_month_is_month', sql`date(${table.month} || '-01') IS ${table.month} || '-01'`),
    check('sealed_month_as_of_is_day', isIsoDay(table.asOf)),
    check('sealed_month_reconstructed_is_boolean', sql`${table.isReconstructed} IN (0, 1)`),
    check('sealed_month_figures_is_json', sql`json_valid(${table.figures})`),
  ],
);
