/**
 * What a visit does to the next step with its customer: the day's appointment becomes `came`, a wish whose solution
 * they were told of has brought them back. Nothing is added up: both are read anew from the visits that count, so that
 * recording, changing, cancelling a visit and taking any of it back leave the same.
 */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

/** The rule of the summaries: not cancelled, and not made of refunds alone. */
const COUNTS = `visit.cancelled_at_ms IS NULL AND (NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id)
  OR EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND quantity_thousandths >= 0 AND amount_minor >= 0))`;

interface DayVisit {
  readonly id: number;
  readonly occurredAtMs: number;
  readonly createdAtMs: number;
}

interface DayAppointment {
  readonly id: number;
  readonly outcome: string | null;
  readonly visitId: number | null;
  readonly createdAtMs: number;
  readonly madeAtVisitId: number | null;
}

/**
 * Of one customer's day: an appointment whose visit no longer counts is open again; a visit without one takes the
 * earliest that is open, or that staff already ticked as come. One that was made at that visit or after it was
 * written down is for another coming; one that staff called missed or cancelled stays so.
 */
export function settleAppointmentsTx(db: Database, customerId: number, onDate: string): void {
  requireTransaction(db);
  const appointments = prepared(
    db,
    `SELECT id, outcome, visit_id AS visitId, created_at_ms AS createdAtMs, made_at_visit_id AS madeAtVisitId
     FROM appointment WHERE customer_id = ? AND on_date = ? ORDER BY at_minute IS NULL, at_minute, id`,
  ).all(customerId, onDate) as DayAppointment[];
  if (appointments.length === 0) return;
  const visits = prepared(
    db,
    `SELECT id, occurred_at_ms AS occurredAtMs, created_at_ms AS createdAtMs FROM visit
     WHERE customer_id = ? AND business_date = ? AND ${COUNTS} ORDER BY occurred_at_ms, id`,
  ).all(customerId, onDate) as DayVisit[];
  const free = new Map(visits.map((visit) => [visit.id, visit]));
  const open: DayAppointment[] = [];
  const reopen = prepared(
    db,
    'UPDATE appointment SET outcome = NULL, ended_at_ms = NULL, visit_id = NULL WHERE id = ?',
  );
  for (const appointment of appointments) {
    if (appointment.visitId !== null) {
      if (free.delete(appointment.visitId)) continue;
      reopen.run(appointment.id);
      open.push({ ...appointment, outcome: null, visitId: null });
    } else if (appointment.outcome === null || appointment.outcome === 'came') open.push(appointment);
  }
  const take = prepared(
    db,
    "UPDATE appointment SET outcome = 'came', ended_at_ms = ?, visit_id = ? WHERE id = ?",
  );
  for (const visit of free.values()) {
    const at = open.findIndex(
      ({ createdAtMs, madeAtVisitId }) => createdAtMs <= visit.createdAtMs && madeAtVisitId !== visit.id,
    );
    if (at < 0) continue;
    take.run(visit.occurredAtMs, visit.id, open[at]!.id);
    open.splice(at, 1);
  }
}

const FIRST_AFTER_TOLD = `(SELECT visit.id FROM visit WHERE visit.customer_id = wish.customer_id
  AND visit.business_date > wish.told_on AND ${COUNTS}
  ORDER BY visit.business_date, visit.occurred_at_ms, visit.id LIMIT 1)`;

/**
 * A wish has brought somebody back at their first visit on a later day than the one they were told: on the same day
 * they were most likely told at the counter.
 */
export function settleWishesTx(db: Database, customerId: number): void {
  requireTransaction(db);
  const told = prepared(
    db,
    'SELECT 1 FROM wish WHERE customer_id = ? AND told_on IS NOT NULL AND dropped_at_ms IS NULL',
  ).get(customerId);
  if (told === undefined) return;
  prepared(
    db,
    `UPDATE wish SET came_visit_id = ${FIRST_AFTER_TOLD}
     WHERE customer_id = ? AND told_on IS NOT NULL AND dropped_at_ms IS NULL`,
  ).run(customerId);
}

/** After a visit of this person on this day was made, changed or taken away; null: a walk-in. */
export function followVisitTx(db: Database, customerId: number | null, businessDate: string): void {
  if (customerId === null) return;
  settleAppointmentsTx(db, customerId, businessDate);
  settleWishesTx(db, customerId);
}

/** A visit that was written down for the wrong person takes along what was agreed, given and opened at it. */
export function moveWithVisitTx(db: Database, visitId: number, from: number | null, to: number | null): void {
  requireTransaction(db);
  prepared(
    db,
    `UPDATE open_case SET customer_id = @to WHERE customer_id IS @from AND (visit_id = @visitId
       OR opinion_id IN (SELECT id FROM opinion WHERE customer_id IS @to AND visit_id = @visitId))`,
  ).run({ visitId, from, to });
  // These are of a person; with a visit that has none, they stay with whom they were made.
  if (from === null || to === null) return;
  for (const [table, column] of [
    ['appointment', 'made_at_visit_id'],
    ['promise', 'made_at_visit_id'],
    ['gesture', 'visit_id'],
  ]) {
    prepared(db, `UPDATE ${table} SET customer_id = ? WHERE customer_id = ? AND ${column} = ?`).run(
      to,
      from,
      visitId,
    );
  }
}

/** Everything of one person anew: after their visits went to another card, or came from one. */
export function settleCustomerTx(db: Database, customerId: number): void {
  const days = prepared(db, 'SELECT DISTINCT on_date AS day FROM appointment WHERE customer_id = ?').all(
    customerId,
  ) as { day: string }[];
  for (const { day } of days) settleAppointmentsTx(db, customerId, day);
  settleWishesTx(db, customerId);
}

/** After many visits came or went at once, such as with a file. */
export function settleAllTx(db: Database): void {
  requireTransaction(db);
  const days = prepared(
    db,
    `SELECT DISTINCT customer_id AS customerId, on_date AS day FROM appointment
     WHERE visit_id IS NULL AND (outcome IS NULL OR outcome = 'came')`,
  ).all() as { customerId: number; day: string }[];
  for (const { customerId, day } of days) settleAppointmentsTx(db, customerId, day);
  prepared(
    db,
    `UPDATE wish SET came_visit_id = ${FIRST_AFTER_TOLD} WHERE told_on IS NOT NULL AND dropped_at_ms IS NULL`,
  ).run();
}

/** Lets go of an import's visits, which are about to be deleted. `settleAllTx` takes those that stay. */
export function releaseImportedVisitsTx(db: Database, batchId: number): void {
  requireTransaction(db);
  const ofBatch = (column: string) =>
    `EXISTS (SELECT 1 FROM visit WHERE visit.id = ${column} AND visit.import_batch_id = ?)`;
  prepared(
    db,
    `UPDATE appointment SET outcome = NULL, ended_at_ms = NULL, visit_id = NULL
     WHERE visit_id IS NOT NULL AND ${ofBatch('appointment.visit_id')}`,
  ).run(batchId);
  prepared(
    db,
    `UPDATE wish SET came_visit_id = NULL WHERE came_visit_id IS NOT NULL AND ${ofBatch('wish.came_visit_id')}`,
  ).run(batchId);
}
