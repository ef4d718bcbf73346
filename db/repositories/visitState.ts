/**
 * A recorded visit as one value: read whole, written back whole. Editing, cancelling and taking either back are all
 * "the visit is to be like this", so there is one place that writes a changed visit and keeps what depends on it true:
 * the summaries, the refunds of its lines, the opinions given after it, the ledger of what it earned and used, the
 * appointment it was and the wish that brought it about.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { settleVisitTx, visitsPaidBack } from './benefitSettle.ts';
import { onCurrentCustomer } from './customerMerge.ts';
import { followVisitTx, moveWithVisitTx } from './followUpVisits.ts';
import { insertVisitLineTx, refreshSummaryTx, type VisitLine } from './visit.ts';

export interface LineState extends Omit<VisitLine, 'id' | 'visitId'> {
  /** Null: a line that is to be made. */
  readonly id: number | null;
}

export interface VisitState {
  readonly customerId: number | null;
  readonly staffId: number | null;
  readonly occurredAtMs: number;
  readonly businessDate: string;
  readonly note: string | null;
  readonly cancelledAtMs: number | null;
  readonly cancelReason: string | null;
  readonly lines: readonly LineState[];
  /** Value by own field, in the order of the fields. */
  readonly ownValues: readonly (readonly [fieldId: number, value: string])[];
}
export type VisitField = keyof VisitState;

const VISIT = `SELECT customer_id AS customerId, staff_id AS staffId, occurred_at_ms AS occurredAtMs,
  business_date AS businessDate, note, cancelled_at_ms AS cancelledAtMs, cancel_reason AS cancelReason
  FROM visit WHERE id = ?`;
const LINES = `SELECT id, offering_id AS offeringId, category_id AS categoryId,
  quantity_thousandths AS quantityThousandths, amount_minor AS amountMinor, import_batch_id AS importBatchId,
  corrects_line_id AS correctsLineId, discount_minor AS discountMinor, staff_id AS staffId, benefit_id AS benefitId
  FROM visit_line WHERE visit_id = ? ORDER BY id`;
const OWN_VALUES =
  'SELECT own_field_id AS fieldId, value FROM visit_own_value WHERE visit_id = ? ORDER BY own_field_id';

/** @throws RevinoError `visit.notFound` */
export function readVisitState(db: Database, visitId: number): VisitState {
  const visit = prepared(db, VISIT).get(visitId) as Omit<VisitState, 'lines' | 'ownValues'> | undefined;
  if (visit === undefined) throw new RevinoError('visit.notFound', { id: visitId });
  const ownValues = prepared(db, OWN_VALUES).all(visitId) as { fieldId: number; value: string }[];
  return {
    ...visit,
    lines: prepared(db, LINES).all(visitId) as LineState[],
    ownValues: ownValues.map(({ fieldId, value }) => [fieldId, value] as const),
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields on which it depends what a visit sells, earns and uses. */
const MOVES_LEDGER: ReadonlySet<VisitField> = new Set([
  'customerId',
  'businessDate',
  'cancelledAtMs',
  'lines',
]);

/** Names of what differs. */
function changedFields(before: VisitState, after: VisitState): VisitField[] {
  return (Object.keys(before) as VisitField[]).filter((field) => !isSame(before[field], after[field]));
}

/** The fields of a state that a change is about to replace: what is kept to take it back. */
export function pickFields(state: VisitState, fields: readonly VisitField[]): Partial<VisitState> {
  return Object.fromEntries(fields.map((field) => [field, state[field]]));
}

/**
 * Makes the visit be as `after` says. A line that keeps its id stays that line, so that refunds go on pointing at it.
 * @returns what differed
 * @throws RevinoError `visit.notFound`; `visit.hasRefunds`, `visit.refundTooLarge` when refunds would outgrow what
 * they pay back; what bringing the ledger in line refuses (benefitSettle.ts)
 */
export function writeVisitStateTx(
  db: Database,
  visitId: number,
  after: VisitState,
  nowMs: number,
): VisitField[] {
  requireTransaction(db);
  const before = readVisitState(db, visitId);
  const changed = changedFields(before, after);
  if (changed.length === 0) return changed;
  const paidBack = new Set(visitsPaidBack(db, visitId));
  prepared(
    db,
    `UPDATE visit SET customer_id = ?, staff_id = ?, occurred_at_ms = ?, business_date = ?, note = ?,
       cancelled_at_ms = ?, cancel_reason = ? WHERE id = ?`,
  ).run(
    after.customerId,
    after.staffId,
    after.occurredAtMs,
    after.businessDate,
    after.note,
    after.cancelledAtMs,
    after.cancelReason,
    visitId,
  );
  if (changed.includes('lines')) writeLinesTx(db, visitId, before.lines, after.lines);
  if (changed.includes('ownValues')) writeOwnValuesTx(db, visitId, after.ownValues);
  if (changed.includes('customerId')) followCustomerTx(db, visitId, before.customerId, after.customerId);
  refuseTooMuchRefunded(db, visitId);
  if (changed.some((field) => MOVES_LEDGER.has(field))) {
    for (const id of visitsPaidBack(db, visitId)) paidBack.add(id);
    for (const id of [visitId, ...paidBack]) settleVisitTx(db, id, nowMs);
  }
  refreshSummaryTx(db, after.customerId, after.businessDate);
  if (
    before.customerId !== after.customerId ||
    before.businessDate.slice(0, 7) !== after.businessDate.slice(0, 7)
  ) {
    refreshSummaryTx(db, before.customerId, before.businessDate);
  }
  for (const { customerId, businessDate } of [before, after]) followVisitTx(db, customerId, businessDate);
  return changed;
}

function writeLinesTx(
  db: Database,
  visitId: number,
  before: readonly LineState[],
  after: readonly LineState[],
): void {
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) deleteLineTx(db, id!);
  const known = new Map(before.map((line) => [line.id, line]));
  for (const line of after) {
    const old = known.get(line.id);
    if (old === undefined) insertVisitLineTx(db, visitId, line, freeLineId(db, line.id));
    else if (!isSame(old, line)) updateLineTx(db, line);
  }
}

/** The id a line had, when it is put back; another when that has gone to somebody else since. */
function freeLineId(db: Database, id: number | null): number | null {
  if (id === null) return null;
  return prepared(db, 'SELECT 1 FROM visit_line WHERE id = ?').get(id) === undefined ? id : null;
}

function deleteLineTx(db: Database, lineId: number): void {
  // Also a cancelled refund points here, and could be brought back.
  if (prepared(db, 'SELECT 1 FROM visit_line WHERE corrects_line_id = ?').get(lineId) !== undefined) {
    throw new RevinoError('visit.hasRefunds', { lineId });
  }
  // What it sold is withdrawn when the ledger is brought in line, and finds its line again when that is put back.
  prepared(db, 'UPDATE benefit SET sold_line_id = NULL WHERE sold_line_id = ?').run(lineId);
  prepared(db, 'DELETE FROM visit_line WHERE id = ?').run(lineId);
}

function updateLineTx(db: Database, line: LineState): void {
  prepared(
    db,
    `UPDATE visit_line SET offering_id = ?, category_id = ?, quantity_thousandths = ?, amount_minor = ?,
       discount_minor = ?, staff_id = ?, benefit_id = ? WHERE id = ?`,
  ).run(
    line.offeringId,
    line.categoryId,
    line.quantityThousandths,
    line.amountMinor,
    line.discountMinor,
    line.staffId,
    line.benefitId,
    line.id,
  );
}

export function writeOwnValuesTx(
  db: Database,
  visitId: number,
  values: readonly (readonly [fieldId: number, value: string])[],
): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM visit_own_value WHERE visit_id = ?').run(visitId);
  const insert = prepared(db, 'INSERT INTO visit_own_value (visit_id, own_field_id, value) VALUES (?, ?, ?)');
  for (const [fieldId, value] of values) insert.run(visitId, fieldId, value);
}

/** Written down for the wrong person: what they said after the visit goes along. Refunds would have to, too. */
function followCustomerTx(db: Database, visitId: number, from: number | null, to: number | null): void {
  const refund = prepared(
    db,
    `SELECT 1 FROM visit_line AS refund JOIN visit_line AS line ON line.id = refund.corrects_line_id
     WHERE line.visit_id = @visitId OR refund.visit_id = @visitId`,
  ).get({ visitId });
  if (refund !== undefined) throw new RevinoError('visit.hasRefunds', { id: visitId });
  prepared(db, 'UPDATE opinion SET customer_id = ? WHERE visit_id = ? AND customer_id IS ?').run(
    to,
    visitId,
    from,
  );
  moveWithVisitTx(db, visitId, from, to);
}

/**
 * Of every line this visit has or corrects: the refunds that count come to no more than the line, and the line's own
 * visit counts too.
 * @throws RevinoError `visit.hasRefunds`, `visit.refundTooLarge`
 */
export function refuseTooMuchRefunded(db: Database, visitId: number): void {
  const faults = prepared(
    db,
    `SELECT visit.cancelled_at_ms IS NOT NULL AS isCancelled
     FROM visit_line AS line
     JOIN visit ON visit.id = line.visit_id
     JOIN visit_line AS refund ON refund.corrects_line_id = line.id
     JOIN visit AS given ON given.id = refund.visit_id AND given.cancelled_at_ms IS NULL
     WHERE line.id IN (SELECT id FROM visit_line WHERE visit_id = @visitId
                       UNION SELECT corrects_line_id FROM visit_line WHERE visit_id = @visitId)
     GROUP BY line.id
     HAVING isCancelled OR sum(-refund.quantity_thousandths) > line.quantity_thousandths
       OR sum(-refund.amount_minor) > line.amount_minor`,
  ).all({ visitId }) as { isCancelled: number }[];
  if (faults.some(({ isCancelled }) => isCancelled === 1)) {
    throw new RevinoError('visit.hasRefunds', { id: visitId });
  }
  if (faults.length > 0) throw new RevinoError('visit.refundTooLarge', { id: visitId });
}

export interface RefundOfLine {
  readonly lineId: number;
  readonly visitId: number;
  readonly businessDate: string;
  /** Negative, as kept. */
  readonly quantityThousandths: number;
  readonly amountMinor: number;
}

/** Refunds of a visit's lines that count, oldest first. */
export function listRefundsOfVisit(db: Database, visitId: number): RefundOfLine[] {
  return prepared(
    db,
    `SELECT refund.corrects_line_id AS lineId, given.id AS visitId, given.business_date AS businessDate,
       refund.quantity_thousandths AS quantityThousandths, refund.amount_minor AS amountMinor
     FROM visit_line AS line
     JOIN visit_line AS refund ON refund.corrects_line_id = line.id
     JOIN visit AS given ON given.id = refund.visit_id AND given.cancelled_at_ms IS NULL
     WHERE line.visit_id = ? ORDER BY refund.id`,
  ).all(visitId) as RefundOfLine[];
}

/** Takes a logged change of a visit back; what was changed since in other fields stays. */
export function putBackVisitTx(
  db: Database,
  { recordId, before, atMs }: { readonly recordId: number; readonly before: unknown; readonly atMs: number },
): void {
  const then = onCurrentCustomer(db, before as Partial<VisitState>);
  writeVisitStateTx(db, recordId, { ...readVisitState(db, recordId), ...then }, atMs);
}
