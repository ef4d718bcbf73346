/** Who may sign in at this till, and the filters they keep. */
import { sql } from 'drizzle-orm';
import { blob, check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { FILTER_SUBJECTS, ROLES } from '../../src-shared/domain/closedLists.ts';
import { staffTable } from './catalogue.ts';
import { createdAtMsColumn, isUid, uidColumn } from './columns.ts';

/**
 * A member of staff who signs in. Without any owner here nobody signs in and whoever sits at the computer is the owner.
 * The PIN is a hash with a salt of its own; ten thousand PINs are soon tried by whoever holds the opened file, so it
 * keeps colleagues apart and is no second lock on the data.
 */
export const staffAccessTable = sqliteTable(
  'staff_access',
  {
    staffId: integer('staff_id')
      .primaryKey()
      .references(() => staffTable.id),
    role: text('role', { enum: ROLES }).notNull(),
    pinSalt: blob('pin_salt', { mode: 'buffer' }).notNull(),
    pinHash: blob('pin_hash', { mode: 'buffer' }).notNull(),
    pinSetAtMs: integer('pin_set_at_ms').notNull(),
    /** Wrong PINs since the last right one. */
    failedCount: integer('failed_count').notNull(),
    /** No PIN is even looked at before then. */
    lockedUntilMs: integer('locked_until_ms'),
  },
  (table) => [
    check('staff_access_role_is_known', sql`${table.role} IN ('owner', 'manager', 'desk')`),
    check('staff_access_pin_salt_is_16_bytes', sql`length(${table.pinSalt}) = 16`),
    check('staff_access_pin_hash_is_32_bytes', sql`length(${table.pinHash}) = 32`),
    check('staff_access_failed_count_is_not_negative', sql`${table.failedCount} >= 0`),
  ],
);

export const savedFilterTable = sqliteTable(
  'saved_filter',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    subject: text('subject', { enum: FILTER_SUBJECTS }).notNull(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    /** JSON: the filter as the door reads it. */
    filter: text('filter').notNull(),
    position: integer('position').notNull(),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    uniqueIndex('saved_filter_name_index').on(table.subject, table.foldedName),
    check('saved_filter_uid_is_uuid', isUid(table.uid)),
    check('saved_filter_subject_is_known', sql`${table.subject} IN ('customers')`),
    check('saved_filter_filter_is_json', sql`json_valid(${table.filter})`),
  ],
);
