/** People, and the folded words by which the front desk finds them. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { createdAtMsColumn, isIsoDay, isUid, uidColumn } from './columns.ts';
import { importBatchTable } from './imported.ts';

/** People who share a home; each keeps a card of their own. */
export const householdTable = sqliteTable(
  'household',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [check('household_uid_is_uuid', isUid(table.uid))],
);

export const customerTable = sqliteTable(
  'customer',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    /** Number of the customer in the till or in an earlier program; what an import recognises people by. */
    externalId: text('external_id'),
    displayName: text('display_name').notNull(),
    firstName: text('first_name'),
    lastName: text('last_name'),
    /** '+48601234567'. */
    phoneE164: text('phone_e164'),
    email: text('email'),
    birthday: text('birthday'),
    /** Day the relationship began where it is known to be earlier than the records. */
    customerSince: text('customer_since'),
    /** Name of a `customer_source`. */
    source: text('source'),
    recommendedByCustomerId: integer('recommended_by_customer_id').references(
      (): AnySQLiteColumn => customerTable.id,
    ),
    note: text('note'),
    createdAtMs: createdAtMsColumn(),
    /** In the trash since then. */
    archivedAtMs: integer('archived_at_ms'),
    /** Of the shop's own customer cards. */
    cardNumber: text('card_number'),
    /** The language messages are written in; null: the shop's. */
    locale: text('locale'),
    householdId: integer('household_id').references(() => householdTable.id),
    /** The import that made this card. */
    importBatchId: integer('import_batch_id').references((): AnySQLiteColumn => importBatchTable.id),
    /** The card this one was merged into; then it is in the trash, and an import that means it means that one. */
    mergedIntoCustomerId: integer('merged_into_customer_id').references(
      (): AnySQLiteColumn => customerTable.id,
    ),
    /** Forgotten since then: no identity is left, only whose the anonymous visits are. */
    erasedAtMs: integer('erased_at_ms'),
  },
  (table) => [
    uniqueIndex('customer_card_number_index')
      .on(table.cardNumber)
      .where(sql`${table.cardNumber} IS NOT NULL`),
    index('customer_household_index').on(table.householdId).where(sql`${table.householdId} IS NOT NULL`),
    uniqueIndex('customer_external_id_index')
      .on(table.externalId)
      .where(sql`${table.externalId} IS NOT NULL`),
    index('customer_phone_index').on(table.phoneE164).where(sql`${table.phoneE164} IS NOT NULL`),
    index('customer_recommended_by_index')
      .on(table.recommendedByCustomerId)
      .where(sql`${table.recommendedByCustomerId} IS NOT NULL`),
    index('customer_merged_into_index')
      .on(table.mergedIntoCustomerId)
      .where(sql`${table.mergedIntoCustomerId} IS NOT NULL`),
    check('customer_uid_is_uuid', isUid(table.uid)),
    check('customer_birthday_is_day', isIsoDay(table.birthday)),
    check('customer_since_is_day', isIsoDay(table.customerSince)),
    check(
      'customer_phone_is_e164',
      sql`${table.phoneE164} IS NULL OR (${table.phoneE164} GLOB '+[1-9]*' AND substr(${table.phoneE164}, 2) NOT GLOB '*[^0-9]*')`,
    ),
    check(
      'customer_is_not_own_recommender',
      sql`${table.recommendedByCustomerId} IS NULL OR ${table.recommendedByCustomerId} <> ${table.id}`,
    ),
  ],
);

/** One row per folded word of the name: a prefix of any word finds the card. WITHOUT ROWID. */
export const customerTokenTable = sqliteTable(
  'customer_token',
  {
    token: text('token').notNull(),
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
  },
  (table) => [
    primaryKey({ columns: [table.token, table.customerId] }),
    index('customer_token_customer_index').on(table.customerId),
  ],
);
