/** Visits and what was bought, done or refunded in them: the ground every figure stands on. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { VISIT_SOURCES } from '../../src-shared/domain/closedLists.ts';
import { benefitTable } from './benefit.ts';
import { categoryTable, offeringTable, staffTable } from './catalogue.ts';
import { createdAtMsColumn, isIsoDay, isMoney, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';
import { importBatchTable } from './imported.ts';

export const visitTable = sqliteTable(
  'visit',
  {
    id: integer('id').primaryKey(),
    /** Indexed for the desk's own visits only: a million imported rows would pay for what nothing asks. */
    uid: uidColumn(),
    /** Null: a walk-in. In turnover, never in retention. */
    customerId: integer('customer_id').references(() => customerTable.id),
    staffId: integer('staff_id').references(() => staffTable.id),
    occurredAtMs: integer('occurred_at_ms').notNull(),
    /** The shop's local calendar day: the only day the figures know. */
    businessDate: text('business_date').notNull(),
    receipt: text('receipt'),
    note: text('note'),
    source: text('source', { enum: VISIT_SOURCES }).notNull(),
    importBatchId: integer('import_batch_id').references((): AnySQLiteColumn => importBatchTable.id),
    createdAtMs: createdAtMsColumn(),
    cancelledAtMs: integer('cancelled_at_ms'),
    cancelReason: text('cancel_reason'),
  },
  (table) => [
    // Covers the extract and the summaries: customer, day and whether it counts, without touching the table.
    index('visit_customer_day_index').on(table.customerId, table.businessDate, table.cancelledAtMs),
    index('visit_day_index').on(table.businessDate),
    uniqueIndex('visit_desk_uid_index').on(table.uid).where(sql`${table.source} = 'desk'`),
    index('visit_receipt_index').on(table.receipt, table.customerId).where(sql`${table.receipt} IS NOT NULL`),
    check('visit_uid_is_uuid', isUid(table.uid)),
    check('visit_business_date_is_day', isIsoDay(table.businessDate)),
    // Not IN (...): SQLite builds that list anew for every row, half the cost of inserting one.
    check(
      'visit_source_is_known',
      sql`${table.source} = 'desk' OR ${table.source} = 'import' OR ${table.source} = 'demo'`,
    ),
    check(
      'visit_cancel_reason_needs_cancelling',
      sql`${table.cancelReason} IS NULL OR ${table.cancelledAtMs} IS NOT NULL`,
    ),
  ],
);

export const visitLineTable = sqliteTable(
  'visit_line',
  {
    id: integer('id').primaryKey(),
    visitId: integer('visit_id')
      .notNull()
      .references(() => visitTable.id),
    offeringId: integer('offering_id').references(() => offeringTable.id),
    categoryId: integer('category_id').references(() => categoryTable.id),
    /**
     * Thousandths, so that 0.125 kg and 1.5 h are exact and a sum is the same in any order; REAL would give
     * two equal baskets two different sums. 1 piece = 1000; a refund is negative.
     */
    quantityThousandths: integer('quantity_thousandths').notNull(),
    /** What was paid, tax included, after discounts; negative for refunds. */
    amountMinor: integer('amount_minor').notNull(),
    /** The import that brought this line; a visit of the desk may have got its lines from the till. */
    importBatchId: integer('import_batch_id').references((): AnySQLiteColumn => importBatchTable.id),
    correctsLineId: integer('corrects_line_id').references((): AnySQLiteColumn => visitLineTable.id),
    /** What was taken off the price; `amountMinor` is what is left. */
    discountMinor: integer('discount_minor'),
    /** Who did this part; null: whoever did the visit. */
    staffId: integer('staff_id').references(() => staffTable.id),
    /** What paid for it: a package, a full stamp card, points. Such a line is an occasion of 0 and never earns. */
    benefitId: integer('benefit_id').references((): AnySQLiteColumn => benefitTable.id),
  },
  (table) => [
    index('visit_line_benefit_index').on(table.benefitId).where(sql`${table.benefitId} IS NOT NULL`),
    index('visit_line_visit_index').on(table.visitId),
    index('visit_line_corrects_index')
      .on(table.correctsLineId)
      .where(sql`${table.correctsLineId} IS NOT NULL`),
    check('visit_line_amount_is_money', isMoney(table.amountMinor)),
    check(
      'visit_line_refund_is_not_income',
      sql`${table.quantityThousandths} >= 0 OR ${table.amountMinor} <= 0`,
    ),
  ],
);
