/**
 * Visits: recording, cancelling, listing. Desk and demo use `recordVisitTx`, which keeps the summaries; an import
 * uses the bare inserts and rebuilds the summaries of everyone it touched at its end.
 */
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { VisitSource } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { visitLineTable, visitTable } from '../schema/visit.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { settleVisitTx, visitsPaidBack } from './benefitSettle.ts';
import { followVisitTx } from './followUpVisits.ts';
import { refreshCustomerMonthTx, refreshWalkInMonthTx } from './summary.ts';

export type Visit = typeof visitTable.$inferSelect;
export type VisitLine = typeof visitLineTable.$inferSelect;
export type VisitWithLines = Visit & { readonly lines: readonly VisitLine[] };

export interface NewVisit {
  /** Null: a walk-in. */
  readonly customerId: number | null;
  readonly occurredAtMs: number;
  /** The shop's local calendar day, ISO. */
  readonly businessDate: string;
  readonly source: VisitSource;
  readonly createdAtMs: number;
  readonly staffId?: number | null;
  readonly receipt?: string | null;
  readonly note?: string | null;
  readonly importBatchId?: number | null;
  /** 16 bytes; made here when the caller has none. */
  readonly uid?: Uint8Array;
}

export interface NewVisitLine {
  /** 1 piece = 1000; negative for a refund. */
  readonly quantityThousandths: number;
  /** Paid, tax included, after discounts; negative for a refund. */
  readonly amountMinor: number;
  readonly offeringId?: number | null;
  readonly categoryId?: number | null;
  readonly importBatchId?: number | null;
  readonly correctsLineId?: number | null;
  /** What was taken off; `amountMinor` is what is left. */
  readonly discountMinor?: number | null;
  /** Null: whoever did the visit. */
  readonly staffId?: number | null;
  /** What paid for it. */
  readonly benefitId?: number | null;
}

const INSERT_VISIT = `INSERT INTO visit (uid, customer_id, staff_id, occurred_at_ms, business_date, receipt, note,
  source, import_batch_id, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_LINE = `INSERT INTO visit_line (id, visit_id, offering_id, category_id, quantity_thousandths, amount_minor,
  import_batch_id, corrects_line_id, discount_minor, staff_id, benefit_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** The visit alone; the caller sees to lines and summaries. @returns the id */
export function insertVisitTx(db: Database, visit: NewVisit): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT_VISIT).run(
    visit.uid ?? newUid(visit.createdAtMs),
    visit.customerId,
    visit.staffId ?? null,
    visit.occurredAtMs,
    visit.businessDate,
    visit.receipt ?? null,
    visit.note ?? null,
    visit.source,
    visit.importBatchId ?? null,
    visit.createdAtMs,
  );
  return Number(lastInsertRowid);
}

/**
 * One line; the caller sees to the summaries.
 * @param id that of a line which is put back
 * @returns the id
 */
export function insertVisitLineTx(
  db: Database,
  visitId: number,
  line: NewVisitLine,
  id: number | null = null,
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT_LINE).run(
    id,
    visitId,
    line.offeringId ?? null,
    line.categoryId ?? null,
    line.quantityThousandths,
    line.amountMinor,
    line.importBatchId ?? null,
    line.correctsLineId ?? null,
    line.discountMinor ?? null,
    line.staffId ?? null,
    line.benefitId ?? null,
  );
  return Number(lastInsertRowid);
}

/** After anything about one visit changed. */
export function refreshSummaryTx(db: Database, customerId: number | null, businessDate: string): void {
  const month = businessDate.slice(0, 7);
  if (customerId === null) refreshWalkInMonthTx(db, month);
  else refreshCustomerMonthTx(db, customerId, month);
}

/**
 * A whole visit; without lines it is an occasion with no amount yet.
 * @returns the id
 * @throws RevinoError what bringing the ledger in line refuses (benefitSettle.ts)
 */
export function recordVisitTx(db: Database, visit: NewVisit, lines: readonly NewVisitLine[]): number {
  const id = insertVisitTx(db, visit);
  for (const line of lines) insertVisitLineTx(db, id, line);
  for (const settled of [id, ...visitsPaidBack(db, id)]) settleVisitTx(db, settled, visit.createdAtMs);
  refreshSummaryTx(db, visit.customerId, visit.businessDate);
  followVisitTx(db, visit.customerId, visit.businessDate);
  return id;
}

/**
 * Takes a visit out of every figure; the record stays.
 * @returns false when it was cancelled before (nothing changes then)
 * @throws RevinoError `visit.notFound`
 */
export function cancelVisitTx(
  db: Database,
  visitId: number,
  cancelling: { readonly atMs: number; readonly reason: string | null },
): boolean {
  requireTransaction(db);
  const visit = prepared(
    db,
    'SELECT customer_id AS customerId, business_date AS businessDate, cancelled_at_ms AS cancelledAtMs FROM visit WHERE id = ?',
  ).get(visitId) as Pick<Visit, 'customerId' | 'businessDate' | 'cancelledAtMs'> | undefined;
  if (visit === undefined) throw new RevinoError('visit.notFound', { id: visitId });
  if (visit.cancelledAtMs !== null) return false;
  prepared(db, 'UPDATE visit SET cancelled_at_ms = ?, cancel_reason = ? WHERE id = ?').run(
    cancelling.atMs,
    cancelling.reason,
    visitId,
  );
  refreshSummaryTx(db, visit.customerId, visit.businessDate);
  followVisitTx(db, visit.customerId, visit.businessDate);
  return true;
}

/** @throws RevinoError `visit.notFound` */
export function readVisit(db: Database, visitId: number): VisitWithLines {
  const visit = db.orm.select().from(visitTable).where(eq(visitTable.id, visitId)).get();
  if (visit === undefined) throw new RevinoError('visit.notFound', { id: visitId });
  return withLines(db, [visit])[0]!;
}

/** @returns the visit recorded under this uid before, or null */
export function findVisitByUid(db: Database, uid: Uint8Array): Pick<Visit, 'id' | 'businessDate'> | null {
  const row = prepared(
    db,
    "SELECT id, business_date AS businessDate FROM visit WHERE uid = ? AND source = 'desk'",
  ).get(uid);
  return (row as Pick<Visit, 'id' | 'businessDate'> | undefined) ?? null;
}

/** Newest first, cancelled ones included. */
export function listVisitsOfCustomer(db: Database, customerId: number, limit: number): VisitWithLines[] {
  const visits = db.orm
    .select()
    .from(visitTable)
    .where(eq(visitTable.customerId, customerId))
    .orderBy(desc(visitTable.businessDate), desc(visitTable.occurredAtMs), desc(visitTable.id))
    .limit(limit)
    .all();
  return withLines(db, visits);
}

/** Everything of one local day, newest first, cancelled ones included. */
export function listVisitsOfDay(db: Database, businessDate: string, limit: number): VisitWithLines[] {
  const visits = db.orm
    .select()
    .from(visitTable)
    .where(eq(visitTable.businessDate, businessDate))
    .orderBy(desc(visitTable.occurredAtMs), desc(visitTable.id))
    .limit(limit)
    .all();
  return withLines(db, visits);
}

function withLines(db: Database, visits: readonly Visit[]): VisitWithLines[] {
  const ids = visits.map(({ id }) => id);
  const lines = db.orm
    .select()
    .from(visitLineTable)
    .where(inArray(visitLineTable.visitId, ids))
    .orderBy(asc(visitLineTable.id))
    .all();
  const byVisit = Map.groupBy(lines, ({ visitId }) => visitId);
  return visits.map((visit) => ({ ...visit, lines: byVisit.get(visit.id) ?? [] }));
}

/**
 * The visit a till row belongs to when the desk was quicker: same customer, same local day, entered at the desk,
 * no lines yet. @returns the id of the earliest such visit, or null
 */
export function findDeskVisitToFill(db: Database, customerId: number, businessDate: string): number | null {
  const row = prepared(
    db,
    `SELECT id FROM visit WHERE customer_id = ? AND business_date = ? AND cancelled_at_ms IS NULL
       AND source = 'desk' AND NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id)
     ORDER BY occurred_at_ms, id LIMIT 1`,
  ).get(customerId, businessDate) as { id: number } | undefined;
  return row?.id ?? null;
}

/**
 * The visit of one receipt: rows with one receipt number and one customer are one visit, also when two
 * overlapping exports hold one row each. The day is part of it because tills start their numbers anew.
 * @returns the id, or null
 */
export function findVisitByReceipt(
  db: Database,
  receipt: string,
  customerId: number | null,
  businessDate: string,
): number | null {
  const row = prepared(
    db,
    `SELECT id FROM visit WHERE receipt = ? AND customer_id IS ? AND business_date = ? ORDER BY id LIMIT 1`,
  ).get(receipt, customerId, businessDate) as { id: number } | undefined;
  return row?.id ?? null;
}

/** Gives a desk visit the staff member and receipt number it lacked when the till import fills it. */
export function completeVisitTx(
  db: Database,
  visitId: number,
  details: { readonly staffId?: number; readonly receipt?: string },
): void {
  requireTransaction(db);
  prepared(
    db,
    'UPDATE visit SET staff_id = coalesce(staff_id, ?), receipt = coalesce(receipt, ?) WHERE id = ?',
  ).run(details.staffId ?? null, details.receipt ?? null, visitId);
}
