/** Where new customers come from, and what finding them costs. */
import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAtMsColumn, isMoney, isUid, uidColumn } from './columns.ts';

export const customerSourceTable = sqliteTable(
  'customer_source',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    /** What `customer.source` holds; renamed there in the same transaction. */
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    /** New customers of this source came by word of mouth. */
    isRecommendation: integer('is_recommendation', { mode: 'boolean' }).notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('customer_source_name_index').on(table.name),
    check('customer_source_uid_is_uuid', isUid(table.uid)),
    check('customer_source_recommendation_is_boolean', sql`${table.isRecommendation} IN (0, 1)`),
  ],
);

export const acquisitionSpendTable = sqliteTable(
  'acquisition_spend',
  {
    id: integer('id').primaryKey(),
    /** 'YYYY-MM'. */
    month: text('month').notNull(),
    /** Null: for all sources together. */
    sourceId: integer('source_id').references(() => customerSourceTable.id),
    amountMinor: integer('amount_minor').notNull(),
    note: text('note'),
  },
  (table) => [
    uniqueIndex('acquisition_spend_month_source_index').on(table.month, table.sourceId),
    // Nulls are never equal to each other in the index above.
    uniqueIndex('acquisition_spend_month_index').on(table.month).where(sql`${table.sourceId} IS NULL`),
    check('acquisition_spend_month_is_month', sql`date(${table.month} || '-01') IS ${table.month} || '-01'`),
    check('acquisition_spend_amount_is_money', isMoney(table.amountMinor)),
    check('acquisition_spend_is_not_negative', sql`${table.amountMinor} >= 0`),
  ],
);
