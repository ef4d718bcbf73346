/** The shop itself (one row) and its settings. */
import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { createdAtMsColumn, isIsoDay, isUid, uidColumn } from './columns.ts';

export const shopTable = sqliteTable(
  'shop',
  {
    /** Always 1: one database is one shop. */
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    trade: text('trade'),
    /** ISO 4217. */
    currency: text('currency').notNull(),
    /** IANA name. */
    timeZone: text('time_zone').notNull(),
    locale: text('locale').notNull(),
    /** First recorded or imported day as the owner set it; null: the first day in the records. */
    historyStartsOn: text('history_starts_on'),
    isHistoryComplete: integer('is_history_complete', { mode: 'boolean' }).notNull(),
    isDemo: integer('is_demo', { mode: 'boolean' }).notNull(),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    check('shop_is_one_row', sql`${table.id} = 1`),
    check('shop_uid_is_uuid', isUid(table.uid)),
    check('shop_currency_is_iso', sql`${table.currency} GLOB '[A-Z][A-Z][A-Z]'`),
    check('shop_history_starts_on_is_day', isIsoDay(table.historyStartsOn)),
    check('shop_flags_are_boolean', sql`${table.isHistoryComplete} IN (0, 1) AND ${table.isDemo} IN (0, 1)`),
  ],
);

/** WITHOUT ROWID. */
export const settingTable = sqliteTable(
  'setting',
  {
    key: text('key').primaryKey(),
    /** JSON text. */
    value: text('value').notNull(),
  },
  (table) => [check('setting_value_is_json', sql`json_valid(${table.value})`)],
);

/** Pictures of the shop for its papers; 'logo' is the one there is. */
export const shopPictureTable = sqliteTable(
  'shop_picture',
  {
    name: text('name').primaryKey(),
    mediaType: text('media_type').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  },
  (table) => [
    check('shop_picture_media_type_is_known', sql`${table.mediaType} IN ('image/png', 'image/jpeg')`),
    check('shop_picture_is_small', sql`length(${table.bytes}) BETWEEN 1 AND 2000000`),
  ],
);
