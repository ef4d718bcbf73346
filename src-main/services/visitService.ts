/** Visits at the desk: recording, changing, refunding, cancelling. Owns the transactions; looking is visitViews.ts. */
import type { Database } from '../../db/openDatabase.ts';
import { listSoldNumbers } from '../../db/repositories/benefitSale.ts';
import { getOrCreateOfferingTx } from '../../db/repositories/catalogue.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { requireRevision } from '../../db/repositories/revision.ts';
import { isRefundLine } from '../../db/repositories/summary.ts';
import { findVisitByUid, type NewVisitLine, recordVisitTx } from '../../db/repositories/visit.ts';
import { listVisitFields } from '../../db/repositories/visitForm.ts';
import {
  type LineState,
  pickFields,
  readVisitState,
  refuseTooMuchRefunded,
  type VisitState,
  writeOwnValuesTx,
  writeVisitStateTx,
} from '../../db/repositories/visitState.ts';
import { inTransaction, prepared } from '../../db/transaction.ts';
import { uidOfText } from '../../db/uid.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { paidAnew, requirePaidRightly } from './benefitLines.ts';
import { makeNextTx, NOTHING_NEXT } from './nextStep.ts';
import { isOwnValue } from './ownFieldValue.ts';
import { readShop } from './shopService.ts';
import { momentOf, movedTo, nowIn } from './visitMoment.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type TypedLine = Input<'visit.record'>['lines'][number];
type OwnValues = Input<'visit.record'>['ownValues'];

/** @throws RevinoError `staff.notFound` */
const requireStaff = (db: Database, ids: Iterable<number | null>): void => {
  for (const id of new Set(ids)) {
    if (id !== null && prepared(db, 'SELECT 1 FROM staff WHERE id = ?').get(id) === undefined)
      throw new RevinoError('staff.notFound', { id });
  }
};

/**
 * Values in the order of their fields. One that stands unchanged is good even where its field was archived or its
 * choice taken off the list since.
 * @throws RevinoError `visit.wrongOwnValue`
 */
const ownValuesOf = (
  db: Database,
  values: OwnValues,
  kept: VisitState['ownValues'] = [],
): VisitState['ownValues'] => {
  if (values.length === 0) return [];
  const fields = new Map(listVisitFields(db).map((field) => [field.fieldId, field]));
  const known = new Map(kept);
  const wanted = new Map(values.map(({ fieldId, value }) => [fieldId, value]));
  for (const [fieldId, value] of wanted) {
    const field = fields.get(fieldId);
    const isGood =
      known.get(fieldId) === value || (field !== undefined && isOwnValue(field.kind, field.choices, value));
    if (!isGood) throw new RevinoError('visit.wrongOwnValue', { field: field?.name ?? String(fieldId) });
  }
  return [...wanted].sort(([a], [b]) => a - b);
};

/** Without an amount there must be no line: the till's row will bring both, and fills only a visit without one. */
const awaitedName = (
  lines: readonly { offeringName: string | null; amountMinor: number | null }[],
): string | null => (lines.length === 1 && lines[0]?.amountMinor === null ? lines[0].offeringName : null);

const joined = (...texts: readonly (string | null)[]): string | null =>
  texts.filter((text) => text !== null && text !== '').join(': ') || null;

const hasAmount = <L extends { amountMinor: number | null }>(line: L): line is L & { amountMinor: number } =>
  line.amountMinor !== null;

const lineOf = (db: Database, line: TypedLine & { amountMinor: number }, nowMs: number): NewVisitLine => ({
  quantityThousandths: line.quantityThousandths,
  amountMinor: line.amountMinor,
  discountMinor: line.discountMinor === 0 ? null : line.discountMinor,
  staffId: line.staffId,
  offeringId: line.offeringName === null ? null : getOrCreateOfferingTx(db, line.offeringName, nowMs),
  benefitId: line.benefitId ?? null,
});

/**
 * Records a visit, with what is agreed and given at it. A second call with the same uid answers the first one's visit and changes nothing.
 * @throws RevinoError `customer.notFound`, `staff.notFound`, `visit.inFuture`, `visit.tooLongAgo`,
 * `visit.wrongOwnValue`, `catalogue.notFound`, `gesture.overOneBudget`, `gesture.overMonthBudget`
 */
export const recordVisit = (
  db: Database,
  visit: Input<'visit.record'>,
  nowMs: number,
  /** Whose gesture it is: the front desk gives within the budget. */
  role: Role = 'desk',
): Output<'visit.record'> =>
  inTransaction(db, () => {
    const uid = uidOfText(visit.visitUid);
    const known = findVisitByUid(db, uid);
    if (known)
      return {
        visitId: known.id,
        businessDate: known.businessDate,
        ...NOTHING_NEXT,
        sold: listSoldNumbers(db, known.id),
      };
    const customerId = visit.customerId === null ? null : requireCurrentCustomer(db, visit.customerId);
    requireStaff(db, [visit.staffId, ...visit.lines.map(({ staffId }) => staffId)]);
    const { timeZone } = readShop(db);
    const moment = visit.at === null ? nowIn(timeZone, nowMs) : momentOf(visit.at, timeZone, nowMs);
    const ownValues = ownValuesOf(db, visit.ownValues);
    const lines = visit.lines.filter(hasAmount).map((line) => lineOf(db, line, nowMs));
    requirePaidRightly(db, lines);
    const visitId = recordVisitTx(
      db,
      {
        ...moment,
        uid,
        customerId,
        staffId: visit.staffId,
        source: 'desk',
        note: joined(awaitedName(visit.lines), visit.note),
        createdAtMs: nowMs,
      },
      lines,
    );
    if (ownValues.length > 0) writeOwnValuesTx(db, visitId, ownValues);
    const made =
      customerId === null || visit.next === null
        ? NOTHING_NEXT
        : makeNextTx(db, visit.next, { customerId, visitId, staffId: visit.staffId, role, nowMs });
    return { visitId, businessDate: moment.businessDate, ...made, sold: listSoldNumbers(db, visitId) };
  });

/** Writes and logs; nothing is logged where nothing differs. */
export const changeVisitTx = (
  db: Database,
  visitId: number,
  after: VisitState,
  {
    kept,
    ...log
  }: {
    readonly action: 'update' | 'cancel' | 'uncancel';
    readonly atMs: number;
    readonly reason?: string | null;
    /** Goes along with the values to be put back. */
    readonly kept?: Readonly<Record<string, unknown>>;
  },
): Output<'visit.edit'> => {
  const before = readVisitState(db, visitId);
  const fields = writeVisitStateTx(db, visitId, after, log.atMs);
  if (fields.length === 0) return { changeId: null };
  const changeId = logChangeTx(db, {
    ...log,
    subject: 'visit',
    recordId: visitId,
    fields,
    before: { ...pickFields(before, fields), ...kept },
  });
  return { changeId };
};

/**
 * Makes a visit be as the form says.
 * @throws RevinoError `visit.notFound`, `visit.cancelled`, `visit.lineUnknown`, `visit.inFuture`,
 * `visit.tooLongAgo`, `visit.hasRefunds`, `record.changedMeanwhile`,
 * `visit.refundTooLarge`, `visit.wrongOwnValue`, `customer.notFound`, `staff.notFound`
 */
export const editVisit = (db: Database, edit: Input<'visit.edit'>, nowMs: number): Output<'visit.edit'> =>
  inTransaction(db, () => {
    const before = readVisitState(db, edit.visitId);
    if (before.cancelledAtMs !== null) throw new RevinoError('visit.cancelled', { id: edit.visitId });
    requireRevision(before, edit.revision);
    // Of somebody who was forgotten since, a visit can still be put right.
    const isTheirs = edit.customerId === null || edit.customerId === before.customerId;
    const customerId =
      isTheirs || edit.customerId === null ? edit.customerId : requireCurrentCustomer(db, edit.customerId);
    const staffBefore = new Set([before.staffId, ...before.lines.map(({ staffId }) => staffId)]);
    const staffAfter = [edit.staffId, ...edit.lines.map(({ staffId }) => staffId)];
    requireStaff(
      db,
      staffAfter.filter((id) => !staffBefore.has(id)),
    );
    return changeVisitTx(
      db,
      edit.visitId,
      {
        ...before,
        ...movedTo(before, edit.at, readShop(db).timeZone, nowMs),
        customerId,
        staffId: edit.staffId,
        note: joined(awaitedName(edit.lines), edit.note),
        lines: editedLines(db, before.lines, edit, nowMs),
        ownValues: ownValuesOf(db, edit.ownValues, before.ownValues),
      },
      { action: 'update', atMs: nowMs },
    );
  });

const editedLines = (
  db: Database,
  before: readonly LineState[],
  { lines, keptRefundLineIds }: Input<'visit.edit'>,
  nowMs: number,
): LineState[] => {
  const known = new Map(before.map((line) => [line.id, line]));
  /** Takes it out, so that no line can be named twice. */
  const take = (lineId: number, isRefund: boolean): LineState => {
    const line = known.get(lineId);
    if (line === undefined || isRefundLine(line.quantityThousandths, line.amountMinor) !== isRefund)
      throw new RevinoError('visit.lineUnknown', { lineId });
    known.delete(lineId);
    return line;
  };
  const kept = keptRefundLineIds.map((lineId) => take(lineId, true));
  const edited = lines.filter(hasAmount).map((line): LineState => {
    const old = line.lineId === null ? null : take(line.lineId, false);
    const made = lineOf(db, line, nowMs);
    return {
      id: old?.id ?? null,
      offeringId: made.offeringId ?? null,
      // What an import called its category stays only while the line stays what it was.
      categoryId: old !== null && old.offeringId === made.offeringId ? old.categoryId : null,
      quantityThousandths: made.quantityThousandths,
      amountMinor: made.amountMinor,
      importBatchId: old?.importBatchId ?? null,
      correctsLineId: null,
      discountMinor: made.discountMinor ?? null,
      staffId: made.staffId ?? null,
      benefitId: line.benefitId === undefined ? (old?.benefitId ?? null) : line.benefitId,
    };
  });
  requirePaidRightly(db, paidAnew(edited, before));
  // In the order in which they are read, so that saving an unchanged visit changes nothing.
  const last = Number.MAX_SAFE_INTEGER;
  return [...edited, ...kept].sort((a, b) => (a.id ?? last) - (b.id ?? last));
};

/**
 * Pays back lines of a visit: a visit of today whose lines are negative and point at what they correct.
 * @throws RevinoError `visit.notFound`, `visit.cancelled`, `visit.lineUnknown`, `visit.refundTooLarge`, `staff.notFound`
 */
export const refundVisit = (
  db: Database,
  refund: Input<'visit.refund'>,
  nowMs: number,
): Output<'visit.refund'> =>
  inTransaction(db, () => {
    const uid = uidOfText(refund.visitUid);
    const amountMinor = 0 - refund.lines.reduce((sum, line) => sum + line.amountMinor, 0);
    const known = findVisitByUid(db, uid);
    if (known) return { visitId: known.id, amountMinor };
    const bought = readVisitState(db, refund.visitId);
    if (bought.cancelledAtMs !== null) throw new RevinoError('visit.cancelled', { id: refund.visitId });
    requireStaff(db, [refund.staffId]);
    const lineById = new Map(bought.lines.map((line) => [line.id, line]));
    const lines = refund.lines.map((part): NewVisitLine => {
      const line = lineById.get(part.lineId);
      if (line === undefined) throw new RevinoError('visit.lineUnknown', { lineId: part.lineId });
      if (isRefundLine(line.quantityThousandths, line.amountMinor))
        throw new RevinoError('visit.refundTooLarge', { lineId: part.lineId });
      return {
        quantityThousandths: -part.quantityThousandths,
        amountMinor: 0 - part.amountMinor,
        offeringId: line.offeringId,
        categoryId: line.categoryId,
        staffId: line.staffId,
        correctsLineId: part.lineId,
      };
    });
    const visitId = recordVisitTx(
      db,
      {
        ...nowIn(readShop(db).timeZone, nowMs),
        uid,
        customerId: bought.customerId,
        staffId: refund.staffId,
        source: 'desk',
        note: refund.note || null,
        createdAtMs: nowMs,
      },
      lines,
    );
    refuseTooMuchRefunded(db, visitId);
    return { visitId, amountMinor };
  });

/** As kept: the kind, and what was said about it. */
const reasonText = (reason: Input<'visit.cancel'>['reason']): string | null =>
  reason === null ? null : joined(reason.kind, reason.text);

/**
 * Takes a visit out of every figure; the record stays. One cancelled before stays as it was.
 * @throws RevinoError `visit.notFound`, `visit.hasRefunds`
 */
export const cancelVisit = (
  db: Database,
  { visitId, reason }: Input<'visit.cancel'>,
  nowMs: number,
): Output<'visit.cancel'> =>
  inTransaction(db, () => {
    const before = readVisitState(db, visitId);
    if (before.cancelledAtMs !== null) return { changeId: null };
    const cancelReason = reasonText(reason);
    return changeVisitTx(
      db,
      visitId,
      { ...before, cancelledAtMs: nowMs, cancelReason },
      { action: 'cancel', atMs: nowMs, reason: cancelReason },
    );
  });

/** @throws RevinoError `visit.notFound`; `visit.refundTooLarge`, `visit.hasRefunds` for a refund that no longer fits */
export const uncancelVisit = (
  db: Database,
  { visitId }: Input<'visit.uncancel'>,
  nowMs: number,
): Output<'visit.uncancel'> =>
  inTransaction(db, () =>
    changeVisitTx(
      db,
      visitId,
      { ...readVisitState(db, visitId), cancelledAtMs: null, cancelReason: null },
      { action: 'uncancel', atMs: nowMs },
    ),
  );
