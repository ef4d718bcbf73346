/** The next step with a customer: appointments, promises, gestures, open cases, wishes, and why somebody stayed away. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  APPOINTMENT_OUTCOMES,
  CASE_ORIGINS,
  LAPSE_REASONS,
  PROMISE_OUTCOMES,
} from '../../src-shared/domain/closedLists.ts';
import { offeringTable, staffTable } from './catalogue.ts';
import { createdAtMsColumn, isIsoDay, isMoney, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';
import { opinionTable } from './opinion.ts';
import { visitTable } from './visit.ts';

const customerIdColumn = () =>
  integer('customer_id')
    .notNull()
    .references(() => customerTable.id);

export const appointmentTable = sqliteTable(
  'appointment',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: customerIdColumn(),
    /** The day it is for, on the shop's calendar. */
    onDate: text('on_date').notNull(),
    /** Minutes after midnight on the shop's clock; null: some time that day. */
    atMinute: integer('at_minute'),
    offeringId: integer('offering_id').references(() => offeringTable.id),
    /** Who it is with. */
    staffId: integer('staff_id').references(() => staffTable.id),
    note: text('note'),
    /** The visit at which it was agreed. */
    madeAtVisitId: integer('made_at_visit_id').references(() => visitTable.id),
    createdAtMs: createdAtMsColumn(),
    outcome: text('outcome', { enum: APPOINTMENT_OUTCOMES }),
    endedAtMs: integer('ended_at_ms'),
    /** The visit it became. */
    visitId: integer('visit_id').references(() => visitTable.id),
  },
  (table) => [
    index('appointment_day_index').on(table.onDate, table.atMinute),
    index('appointment_customer_index').on(table.customerId, table.onDate),
    index('appointment_visit_index').on(table.visitId).where(sql`${table.visitId} IS NOT NULL`),
    index('appointment_made_at_visit_index')
      .on(table.madeAtVisitId)
      .where(sql`${table.madeAtVisitId} IS NOT NULL`),
    check('appointment_uid_is_uuid', isUid(table.uid)),
    check('appointment_on_date_is_day', isIsoDay(table.onDate)),
    check(
      'appointment_minute_is_of_a_day',
      sql`${table.atMinute} IS NULL OR ${table.atMinute} BETWEEN 0 AND 1439`,
    ),
    check(
      'appointment_outcome_is_known',
      sql`${table.outcome} IS NULL OR ${table.outcome} IN ('came', 'missed', 'cancelled')`,
    ),
    check('appointment_outcome_has_its_time', sql`(${table.outcome} IS NULL) = (${table.endedAtMs} IS NULL)`),
    check('appointment_visit_is_of_who_came', sql`${table.visitId} IS NULL OR ${table.outcome} IS 'came'`),
  ],
);

/** "Next time I will show you the new colours": what staff said they would do, or hold for a person. */
export const promiseTable = sqliteTable(
  'promise',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: customerIdColumn(),
    text: text('text').notNull(),
    /** Null: at the next visit. */
    dueOn: text('due_on'),
    madeAtVisitId: integer('made_at_visit_id').references(() => visitTable.id),
    staffId: integer('staff_id').references(() => staffTable.id),
    createdAtMs: createdAtMsColumn(),
    outcome: text('outcome', { enum: PROMISE_OUTCOMES }),
    endedAtMs: integer('ended_at_ms'),
  },
  (table) => [
    index('promise_customer_index').on(table.customerId, table.createdAtMs),
    index('promise_made_at_visit_index')
      .on(table.madeAtVisitId)
      .where(sql`${table.madeAtVisitId} IS NOT NULL`),
    check('promise_uid_is_uuid', isUid(table.uid)),
    check('promise_due_on_is_day', isIsoDay(table.dueOn)),
    check(
      'promise_outcome_is_known',
      sql`${table.outcome} IS NULL OR ${table.outcome} IN ('kept', 'dropped')`,
    ),
    check('promise_outcome_has_its_time', sql`(${table.outcome} IS NULL) = (${table.endedAtMs} IS NULL)`),
  ],
);

/** What staff may give of their own accord, with what it costs the shop. */
export const gestureKindTable = sqliteTable(
  'gesture_kind',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    foldedName: text('folded_name').notNull(),
    costMinor: integer('cost_minor').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    uniqueIndex('gesture_kind_folded_name_index').on(table.foldedName),
    check('gesture_kind_uid_is_uuid', isUid(table.uid)),
    check('gesture_kind_cost_is_money', isMoney(table.costMinor)),
    check('gesture_kind_cost_is_not_negative', sql`${table.costMinor} >= 0`),
  ],
);

export const gestureTable = sqliteTable(
  'gesture',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: customerIdColumn(),
    visitId: integer('visit_id').references(() => visitTable.id),
    kindId: integer('kind_id')
      .notNull()
      .references(() => gestureKindTable.id),
    /** As it was when it was given. */
    costMinor: integer('cost_minor').notNull(),
    onDate: text('on_date').notNull(),
    /** What it was for, in words. */
    reason: text('reason'),
    staffId: integer('staff_id').references(() => staffTable.id),
    createdAtMs: createdAtMsColumn(),
    cancelledAtMs: integer('cancelled_at_ms'),
  },
  (table) => [
    index('gesture_customer_index').on(table.customerId, table.onDate),
    index('gesture_day_index').on(table.onDate),
    index('gesture_visit_index').on(table.visitId).where(sql`${table.visitId} IS NOT NULL`),
    check('gesture_uid_is_uuid', isUid(table.uid)),
    check('gesture_cost_is_money', isMoney(table.costMinor)),
    check('gesture_cost_is_not_negative', sql`${table.costMinor} >= 0`),
    check('gesture_on_date_is_day', isIsoDay(table.onDate)),
  ],
);

/** A problem of a customer that is still to be put right. */
export const openCaseTable = sqliteTable(
  'open_case',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: integer('customer_id').references(() => customerTable.id),
    visitId: integer('visit_id').references(() => visitTable.id),
    opinionId: integer('opinion_id').references(() => opinionTable.id),
    origin: text('origin', { enum: CASE_ORIGINS }).notNull(),
    text: text('text').notNull(),
    dueOn: text('due_on'),
    /** Who sees to it. */
    staffId: integer('staff_id').references(() => staffTable.id),
    openedOn: text('opened_on').notNull(),
    createdAtMs: createdAtMsColumn(),
    closedOn: text('closed_on'),
    closedAtMs: integer('closed_at_ms'),
    /** What was done. */
    solution: text('solution'),
  },
  (table) => [
    index('open_case_customer_index').on(table.customerId),
    uniqueIndex('open_case_opinion_index').on(table.opinionId).where(sql`${table.opinionId} IS NOT NULL`),
    index('open_case_visit_index').on(table.visitId).where(sql`${table.visitId} IS NOT NULL`),
    check('open_case_uid_is_uuid', isUid(table.uid)),
    check('open_case_origin_is_known', sql`${table.origin} IN ('opinion', 'desk', 'phone', 'message')`),
    check('open_case_due_on_is_day', isIsoDay(table.dueOn)),
    check('open_case_opened_on_is_day', isIsoDay(table.openedOn)),
    check('open_case_closed_on_is_day', isIsoDay(table.closedOn)),
    check('open_case_closing_has_its_time', sql`(${table.closedOn} IS NULL) = (${table.closedAtMs} IS NULL)`),
  ],
);

/** What a customer would have liked: wished, found, told, came. */
export const wishTable = sqliteTable(
  'wish',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: customerIdColumn(),
    text: text('text').notNull(),
    wishedOn: text('wished_on').notNull(),
    staffId: integer('staff_id').references(() => staffTable.id),
    createdAtMs: createdAtMsColumn(),
    solution: text('solution'),
    solvedOn: text('solved_on'),
    toldOn: text('told_on'),
    toldByStaffId: integer('told_by_staff_id').references(() => staffTable.id),
    /** First visit after they were told. */
    cameVisitId: integer('came_visit_id').references(() => visitTable.id),
    droppedAtMs: integer('dropped_at_ms'),
  },
  (table) => [
    index('wish_customer_index').on(table.customerId),
    index('wish_came_visit_index').on(table.cameVisitId).where(sql`${table.cameVisitId} IS NOT NULL`),
    check('wish_uid_is_uuid', isUid(table.uid)),
    check('wish_wished_on_is_day', isIsoDay(table.wishedOn)),
    check('wish_solved_on_is_day', isIsoDay(table.solvedOn)),
    check('wish_told_on_is_day', isIsoDay(table.toldOn)),
    check('wish_told_after_solved', sql`${table.toldOn} IS NULL OR ${table.solvedOn} IS NOT NULL`),
    check('wish_came_after_told', sql`${table.cameVisitId} IS NULL OR ${table.toldOn} IS NOT NULL`),
  ],
);

/** What somebody answered who was asked why they no longer come. */
export const lapseAnswerTable = sqliteTable(
  'lapse_answer',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: customerIdColumn(),
    askedOn: text('asked_on').notNull(),
    reason: text('reason', { enum: LAPSE_REASONS }).notNull(),
    text: text('text'),
    staffId: integer('staff_id').references(() => staffTable.id),
    createdAtMs: createdAtMsColumn(),
  },
  (table) => [
    index('lapse_answer_customer_index').on(table.customerId, table.askedOn),
    check('lapse_answer_uid_is_uuid', isUid(table.uid)),
    check('lapse_answer_asked_on_is_day', isIsoDay(table.askedOn)),
    check(
      'lapse_answer_reason_is_known',
      sql`${table.reason} IN ('price', 'quality', 'attitude', 'waiting', 'offer', 'otherShop', 'moved', 'noNeed', 'health', 'forgot', 'other', 'noAnswer')`,
    ),
  ],
);
