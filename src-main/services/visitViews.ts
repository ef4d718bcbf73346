/** Looking at visits: one whole, those of today, and what their form offers. */
import type { Database } from '../../db/openDatabase.ts';
import { listSoldNumbers } from '../../db/repositories/benefitSale.ts';
import { listCategories, listOfferings, listStaff } from '../../db/repositories/catalogue.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { listOpinionsOfVisit } from '../../db/repositories/opinion.ts';
import { revisionOf } from '../../db/repositories/revision.ts';
import { isRefundLine } from '../../db/repositories/summary.ts';
import { readVisit } from '../../db/repositories/visit.ts';
import {
  countVisitsOfDay,
  type DayEntry,
  listDayEntries,
  listSealedMonths,
  listUnfinished,
  listVisitFields,
} from '../../db/repositories/visitForm.ts';
import { listRefundsOfVisit, readVisitState } from '../../db/repositories/visitState.ts';
import { inReadTransaction, prepared } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { OutputOf } from '../../src-shared/contract/procedure.ts';
import type { ShownLine, ShownVisit } from '../../src-shared/contract/visitContract.ts';
import {
  businessDateOfInstant,
  clockTimeOfInstant,
  instantOfLocalTime,
} from '../../src-shared/domain/businessDate.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { refundableOf } from '../../src-shared/domain/visitLine.ts';
import { readShop } from './shopService.ts';

type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** The list of today is a glance, not a register. */
const LISTED_VISITS = 50;

export const visitFormParts = (db: Database): Output<'visit.formParts'> =>
  inReadTransaction(db, () => {
    const categories = new Map(listCategories(db).map(({ id, name }) => [id, name]));
    return {
      staff: listStaff(db).map(({ id, name, archivedAtMs }) => ({
        staffId: id,
        name,
        isArchived: archivedAtMs !== null,
      })),
      offerings: listOfferings(db)
        .filter(({ archivedAtMs }) => archivedAtMs === null)
        .map(({ id, name, categoryId, priceMinor }) => ({
          offeringId: id,
          name,
          category: categoryId === null ? null : (categories.get(categoryId) ?? null),
          priceMinor,
        })),
      ownFields: listVisitFields(db).map((field) => ({ ...field, choices: [...field.choices] })),
      sealedMonths: listSealedMonths(db),
    };
  });

/** @throws RevinoError `visit.notFound` */
export const showVisit = (db: Database, visitId: number): ShownVisit =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    const { receipt, source } = readVisit(db, visitId);
    const visit = readVisitState(db, visitId);
    const { customerId, cancelledAtMs, occurredAtMs, businessDate } = visit;
    return {
      visitId,
      revision: revisionOf(visit),
      customer: customerId === null ? null : { customerId, name: readCustomer(db, customerId).displayName },
      date: businessDate,
      time: clockTimeOfInstant(occurredAtMs, timeZone),
      staffId: visit.staffId,
      receipt,
      note: visit.note,
      source,
      cancelled:
        cancelledAtMs === null
          ? null
          : { on: businessDateOfInstant(cancelledAtMs, timeZone), reason: visit.cancelReason },
      lines: shownLines(db, visitId, visit.lines),
      ownValues: visit.ownValues.map(([fieldId, value]) => ({ fieldId, value })),
      sold: listSoldNumbers(db, visitId),
      isMonthSealed: listSealedMonths(db).includes(businessDate.slice(0, 7)),
      opinions: listOpinionsOfVisit(db, visitId, customerId).map(({ id, nps, csat, ces, comment }) => ({
        opinionId: id,
        nps,
        csat,
        ces,
        comment,
      })),
    };
  });

const NOTHING_LEFT = { quantityThousandths: 0, amountMinor: 0 };

function shownLines(
  db: Database,
  visitId: number,
  lines: ReturnType<typeof readVisitState>['lines'],
): ShownLine[] {
  const refunds = Map.groupBy(listRefundsOfVisit(db, visitId), ({ lineId }) => lineId);
  const nameOf = prepared(db, 'SELECT name FROM offering WHERE id = ?');
  const planOf = prepared(
    db,
    `SELECT benefit.id AS benefitId, name FROM benefit JOIN benefit_plan ON benefit_plan.id = plan_id
     WHERE benefit.id = ?`,
  );
  const correctedVisit = prepared(
    db,
    `SELECT visit.id AS visitId, business_date AS date FROM visit_line JOIN visit ON visit.id = visit_id
     WHERE visit_line.id = ?`,
  );
  return lines.map((line) => {
    const own = refunds.get(line.id!) ?? [];
    const isRefund = isRefundLine(line.quantityThousandths, line.amountMinor);
    const corrected = line.correctsLineId === null ? null : correctedVisit.get(line.correctsLineId);
    return {
      lineId: line.id!,
      offeringName: line.offeringId === null ? null : (nameOf.get(line.offeringId) as { name: string }).name,
      quantityThousandths: line.quantityThousandths,
      amountMinor: line.amountMinor,
      discountMinor: line.discountMinor,
      staffId: line.staffId,
      benefit: line.benefitId === null ? null : (planOf.get(line.benefitId) as ShownLine['benefit']),
      isRefund,
      corrects: (corrected as ShownLine['corrects'] | undefined) ?? null,
      refundable: isRefund ? NOTHING_LEFT : refundableOf(line, own),
      refunds: own.map(({ visitId: id, businessDate, quantityThousandths, amountMinor }) => ({
        visitId: id,
        date: businessDate,
        quantityThousandths,
        amountMinor,
      })),
    };
  });
}

/** A visit without an amount is asked for again so long: a week off, and it is still remembered. */
const UNFINISHED_DAYS = 7;

export const visitsToday = (db: Database, nowMs: number): Output<'visit.today'> =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    const businessDate = businessDateOfInstant(nowMs, timeZone);
    const firstDate = isoOfDay(dayOfIso(businessDate) - UNFINISHED_DAYS);
    const midnightMs = instantOfLocalTime(dayOfIso(businessDate), 0, timeZone);
    const shown = (entry: DayEntry) => ({
      visitId: entry.visitId,
      time: clockTimeOfInstant(entry.occurredAtMs, timeZone),
      date: entry.businessDate,
      customerName: entry.customerName,
      offering: entry.offering,
      amountMinor: entry.lineCount === 0 ? null : entry.amountMinor,
      hasAmount: entry.lineCount > 0,
      isRefund: entry.isRefund === 1,
    });
    return {
      businessDate,
      visits: listDayEntries(db, businessDate, midnightMs, LISTED_VISITS).map(shown),
      unfinished: listUnfinished(db, firstDate, businessDate, LISTED_VISITS).map(shown),
      visitCount: countVisitsOfDay(db, businessDate),
    };
  });
