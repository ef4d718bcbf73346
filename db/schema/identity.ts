/** Who is who: cards made one, cards of two people after all, and what was done about a person's data. */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { PRIVACY_ACTS } from '../../src-shared/domain/closedLists.ts';
import { staffTable } from './catalogue.ts';
import { createdAtMsColumn, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';

/** Two cards that became one; what they were lies with the other undo values. `customer.merged_into_customer_id` says how it stands now. */
export const customerMergeTable = sqliteTable(
  'customer_merge',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    keptCustomerId: integer('kept_customer_id')
      .notNull()
      .references(() => customerTable.id),
    mergedCustomerId: integer('merged_customer_id')
      .notNull()
      .references(() => customerTable.id),
    atMs: integer('at_ms').notNull(),
    staffId: integer('staff_id').references(() => staffTable.id),
    undoneAtMs: integer('undone_at_ms'),
  },
  (table) => [
    index('customer_merge_kept_index').on(table.keptCustomerId),
    index('customer_merge_merged_index').on(table.mergedCustomerId),
    check('customer_merge_uid_is_uuid', isUid(table.uid)),
    check('customer_merge_is_of_two', sql`${table.keptCustomerId} <> ${table.mergedCustomerId}`),
  ],
);

/** Records that went over to the kept card, so that undoing takes back those and no others. WITHOUT ROWID. */
export const customerMergeRecordTable = sqliteTable(
  'customer_merge_record',
  {
    mergeId: integer('merge_id')
      .notNull()
      .references(() => customerMergeTable.id),
    /** Table and column, as 'visit.customer_id'. */
    place: text('place').notNull(),
    recordId: integer('record_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.mergeId, table.place, table.recordId] })],
);

/** Pairs of cards that the owner said are two people. WITHOUT ROWID. */
export const notDuplicateTable = sqliteTable(
  'not_duplicate',
  {
    /** The smaller id. */
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    otherCustomerId: integer('other_customer_id')
      .notNull()
      .references(() => customerTable.id),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.otherCustomerId] }),
    index('not_duplicate_other_index').on(table.otherCustomerId),
    check('not_duplicate_is_ordered', sql`${table.customerId} < ${table.otherCustomerId}`),
  ],
);

/** What was done at the wish of a person about their data. Names nobody: the record outlives the erasure. */
export const privacyActTable = sqliteTable(
  'privacy_act',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    act: text('act', { enum: PRIVACY_ACTS }).notNull(),
    /** The card, which after an erasure holds no identity. */
    customerId: integer('customer_id').references(() => customerTable.id),
    atMs: integer('at_ms').notNull(),
    staffId: integer('staff_id').references(() => staffTable.id),
    /** JSON of counts and closed words: what was given out, emptied or withdrawn; never a value of the person. */
    details: text('details').notNull(),
  },
  (table) => [
    index('privacy_act_customer_index').on(table.customerId),
    check('privacy_act_uid_is_uuid', isUid(table.uid)),
    check('privacy_act_act_is_known', sql`${table.act} IN ('disclose', 'erase', 'eraseAgain', 'withdraw')`),
    check('privacy_act_details_is_json', sql`json_valid(${table.details})`),
  ],
);
