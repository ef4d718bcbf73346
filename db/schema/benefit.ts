/** Reasons to stay: what a shop's plans promise, what each customer holds, and the ledger of every movement. */
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
import { BENEFIT_EFFECTS, BENEFIT_KINDS, BENEFIT_MOVES } from '../../src-shared/domain/closedLists.ts';
import { offeringTable, staffTable } from './catalogue.ts';
import { createdAtMsColumn, isIsoDay, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';
import { visitLineTable, visitTable } from './visit.ts';

export const benefitPlanTable = sqliteTable(
  'benefit_plan',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    kind: text('kind', { enum: BENEFIT_KINDS }).notNull(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    /** JSON, in the shape of its kind: src-shared/domain/benefitRules.ts. */
    rules: text('rules').notNull(),
    /** What is sold to get it: a package, a voucher, a membership. */
    soldAsOfferingId: integer('sold_as_offering_id').references(() => offeringTable.id),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('benefit_plan_folded_name_index').on(table.foldedName),
    check('benefit_plan_uid_is_uuid', isUid(table.uid)),
    check(
      'benefit_plan_kind_is_known',
      sql`${table.kind} IN ('stamps', 'points', 'package', 'voucher', 'membership', 'warranty')`,
    ),
    check('benefit_plan_rules_is_json', sql`json_valid(${table.rules})`),
  ],
);

/** Which offerings earn on a plan and which it pays for; a plan without rows of an effect means every offering. WITHOUT ROWID. */
export const benefitPlanOfferingTable = sqliteTable(
  'benefit_plan_offering',
  {
    planId: integer('plan_id')
      .notNull()
      .references(() => benefitPlanTable.id),
    offeringId: integer('offering_id')
      .notNull()
      .references(() => offeringTable.id),
    effect: text('effect', { enum: BENEFIT_EFFECTS }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.effect, table.offeringId] }),
    index('benefit_plan_offering_offering_index').on(table.offeringId),
    check('benefit_plan_offering_effect_is_known', sql`${table.effect} IN ('earns', 'pays')`),
  ],
);

/** One card, package, voucher, membership or warranty that somebody holds. Its balance is the sum of its entries. */
export const benefitTable = sqliteTable(
  'benefit',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    planId: integer('plan_id')
      .notNull()
      .references(() => benefitPlanTable.id),
    /** Null: a voucher for whoever brings it. */
    customerId: integer('customer_id').references(() => customerTable.id),
    /** Number on the voucher. */
    code: text('code'),
    startsOn: text('starts_on').notNull(),
    /** Last day it holds; null: without end. */
    endsOn: text('ends_on'),
    /** The line it was bought with. */
    soldLineId: integer('sold_line_id').references((): AnySQLiteColumn => visitLineTable.id),
    /** Of a membership: the one it follows. */
    renewsBenefitId: integer('renews_benefit_id').references((): AnySQLiteColumn => benefitTable.id),
    createdAtMs: createdAtMsColumn(),
    cancelledAtMs: integer('cancelled_at_ms'),
  },
  (table) => [
    index('benefit_customer_index').on(table.customerId),
    index('benefit_sold_line_index').on(table.soldLineId).where(sql`${table.soldLineId} IS NOT NULL`),
    uniqueIndex('benefit_code_index').on(table.code).where(sql`${table.code} IS NOT NULL`),
    check('benefit_uid_is_uuid', isUid(table.uid)),
    check('benefit_starts_on_is_day', isIsoDay(table.startsOn)),
    check('benefit_ends_on_is_day', isIsoDay(table.endsOn)),
  ],
);

/** Append-only: triggers refuse update and delete. Holds no text of people, so erasure has nothing to empty here. */
export const benefitEntryTable = sqliteTable(
  'benefit_entry',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    benefitId: integer('benefit_id')
      .notNull()
      .references(() => benefitTable.id),
    move: text('move', { enum: BENEFIT_MOVES }).notNull(),
    /** Stamps, points, uses, or minor units of money; positive adds. */
    amount: integer('amount').notNull(),
    onDate: text('on_date').notNull(),
    atMs: integer('at_ms').notNull(),
    /** Of what is added: the last day it can be used. */
    expiresOn: text('expires_on'),
    visitId: integer('visit_id').references(() => visitTable.id),
    /** Of a counter-entry: what it takes back. */
    correctsEntryId: integer('corrects_entry_id').references((): AnySQLiteColumn => benefitEntryTable.id),
    staffId: integer('staff_id').references(() => staffTable.id),
  },
  (table) => [
    index('benefit_entry_benefit_index').on(table.benefitId, table.onDate),
    index('benefit_entry_visit_index').on(table.visitId).where(sql`${table.visitId} IS NOT NULL`),
    uniqueIndex('benefit_entry_corrects_index')
      .on(table.correctsEntryId)
      .where(sql`${table.correctsEntryId} IS NOT NULL`),
    check('benefit_entry_uid_is_uuid', isUid(table.uid)),
    check('benefit_entry_move_is_known', sql`${table.move} IN ('grant', 'earn', 'use', 'expire', 'correct')`),
    check(
      'benefit_entry_amount_has_the_sign_of_its_move',
      sql`CASE WHEN ${table.move} IN ('grant', 'earn') THEN ${table.amount} > 0 WHEN ${table.move} IN ('use', 'expire') THEN ${table.amount} < 0 ELSE ${table.amount} <> 0 END`,
    ),
    check('benefit_entry_on_date_is_day', isIsoDay(table.onDate)),
    check('benefit_entry_expires_on_is_day', isIsoDay(table.expiresOn)),
    check(
      'benefit_entry_corrects_another',
      sql`(${table.move} = 'correct') = (${table.correctsEntryId} IS NOT NULL)`,
    ),
  ],
);
