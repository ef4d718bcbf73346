/** Who works here and what is offered. Names are unique after folding: "Strzyżenie" and "STRZYZENIE" are one. */
import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { createdAtMsColumn, isMoney, isUid, uidColumn } from './columns.ts';

export const staffTable = sqliteTable(
  'staff',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('staff_folded_name_index').on(table.foldedName),
    check('staff_uid_is_uuid', isUid(table.uid)),
  ],
);

export const categoryTable = sqliteTable(
  'category',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('category_folded_name_index').on(table.foldedName),
    check('category_uid_is_uuid', isUid(table.uid)),
  ],
);

export const offeringTable = sqliteTable(
  'offering',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    categoryId: integer('category_id').references(() => categoryTable.id),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    priceMinor: integer('price_minor'),
    /** 2300 is 23 %. */
    taxRateBasisPoints: integer('tax_rate_basis_points'),
    costMinor: integer('cost_minor'),
    /** Planned days between visits; overrides the measured rhythm. */
    plannedIntervalDays: integer('planned_interval_days'),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('offering_folded_name_index').on(table.foldedName),
    check('offering_uid_is_uuid', isUid(table.uid)),
    check('offering_price_is_money', isMoney(table.priceMinor)),
    check('offering_cost_is_money', isMoney(table.costMinor)),
    check(
      'offering_tax_rate_is_share',
      sql`${table.taxRateBasisPoints} IS NULL OR ${table.taxRateBasisPoints} BETWEEN 0 AND 10000`,
    ),
    check(
      'offering_planned_interval_is_positive',
      sql`${table.plannedIntervalDays} IS NULL OR ${table.plannedIntervalDays} > 0`,
    ),
  ],
);
