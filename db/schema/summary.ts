/**
 * Summary rows: what a card, a list or an unfiltered tile needs without reading visits. Written only by
 * db/repositories/summary.ts, in the transaction that changed the visits; `checkDatabase` recomputes them.
 * A row exists exactly where there is a visit that is not cancelled.
 */
import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isIsoDay } from './columns.ts';
import { customerTable } from './customer.ts';

/** WITHOUT ROWID. */
export const customerMonthTable = sqliteTable(
  'customer_month',
  {
    customerId: integer('customer_id')
      .notNull()
      .references(() => customerTable.id),
    /** 'YYYY-MM', the shop's local calendar. */
    month: text('month').notNull(),
    /** Local days with a visit that is more than refunds. */
    occasions: integer('occasions').notNull(),
    /** Visits that are more than refunds. */
    visits: integer('visits').notNull(),
    /** Refunds included. */
    netMinor: integer('net_minor').notNull(),
    /** First and last occasion of the month; null where there are only refunds. */
    firstDate: text('first_date'),
    lastDate: text('last_date'),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.month] }),
    check('customer_month_counts_agree', sql`${table.occasions} BETWEEN 0 AND ${table.visits}`),
    check('customer_month_first_date_is_day', isIsoDay(table.firstDate)),
    check('customer_month_last_date_is_day', isIsoDay(table.lastDate)),
  ],
);

export const customerTotalTable = sqliteTable(
  'customer_total',
  {
    customerId: integer('customer_id')
      .primaryKey()
      .references(() => customerTable.id),
    occasions: integer('occasions').notNull(),
    visits: integer('visits').notNull(),
    netMinor: integer('net_minor').notNull(),
    firstDate: text('first_date'),
    lastDate: text('last_date'),
  },
  (table) => [
    index('customer_total_last_date_index').on(table.lastDate),
    check('customer_total_counts_agree', sql`${table.occasions} BETWEEN 0 AND ${table.visits}`),
    check('customer_total_first_date_is_day', isIsoDay(table.firstDate)),
    check('customer_total_last_date_is_day', isIsoDay(table.lastDate)),
  ],
);

/** Turnover without a customer, by month. */
export const walkInMonthTable = sqliteTable('walk_in_month', {
  month: text('month').primaryKey(),
  visits: integer('visits').notNull(),
  netMinor: integer('net_minor').notNull(),
});
