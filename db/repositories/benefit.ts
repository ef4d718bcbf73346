/**
 * What customers hold, and the ledger of every movement. Entries are only ever added: the tables' triggers refuse
 * anything else. What a visit's lines make of it is benefitSettle.ts.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { type LedgerEntry, ledgerState, standingEntries } from '../../src-shared/domain/benefitLedger.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { BenefitMove } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { readShop } from './shop.ts';

export interface Benefit {
  readonly id: number;
  readonly planId: number;
  /** Null: whoever brings its code. */
  readonly customerId: number | null;
  readonly code: string | null;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly soldLineId: number | null;
  readonly renewsBenefitId: number | null;
  readonly cancelledAtMs: number | null;
}

export interface Entry extends LedgerEntry {
  readonly benefitId: number;
  readonly visitId: number | null;
  readonly staffId: number | null;
}

const BENEFIT = `SELECT id, plan_id AS planId, customer_id AS customerId, code, starts_on AS startsOn,
  ends_on AS endsOn, sold_line_id AS soldLineId, renews_benefit_id AS renewsBenefitId,
  cancelled_at_ms AS cancelledAtMs FROM benefit`;
const ENTRY = `SELECT id, benefit_id AS benefitId, move, amount, on_date AS onDate, expires_on AS expiresOn,
  visit_id AS visitId, corrects_entry_id AS correctsEntryId, staff_id AS staffId FROM benefit_entry`;

/** The moment of a change, and the shop's day it falls on. */
export interface Today {
  readonly nowMs: number;
  readonly date: string;
  readonly timeZone: string;
}

export function todayOf(db: Database, nowMs: number): Today {
  const { timeZone } = readShop(db);
  return { nowMs, date: businessDateOfInstant(nowMs, timeZone), timeZone };
}

/** @throws RevinoError `benefit.notFound` */
export function readBenefit(db: Database, id: number): Benefit {
  const row = prepared(db, `${BENEFIT} WHERE id = ?`).get(id) as Benefit | undefined;
  if (row === undefined) throw new RevinoError('benefit.notFound', { id });
  return row;
}

export function listBenefitsOfCustomer(db: Database, customerId: number): Benefit[] {
  return prepared(db, `${BENEFIT} WHERE customer_id = ? ORDER BY id`).all(customerId) as Benefit[];
}

/** As it is printed and typed: dashes, blanks and case do not tell two vouchers apart. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]+/g, '').toUpperCase();

export function findBenefitByCode(db: Database, code: string): Benefit | null {
  return (prepared(db, `${BENEFIT} WHERE code = ?`).get(plainCode(code)) as Benefit | undefined) ?? null;
}

/** All that ever moved, oldest first. */
export function listEntries(db: Database, benefitId: number): Entry[] {
  return prepared(db, `${ENTRY} WHERE benefit_id = ? ORDER BY id`).all(benefitId) as Entry[];
}

export function listEntriesOfVisit(db: Database, visitId: number): Entry[] {
  return prepared(db, `${ENTRY} WHERE visit_id = ? ORDER BY id`).all(visitId) as Entry[];
}

export function findEntry(db: Database, id: number): Entry | null {
  return (prepared(db, `${ENTRY} WHERE id = ?`).get(id) as Entry | undefined) ?? null;
}

/** The entry made under this uid before, among those of one customer's holdings of a plan. */
export function findEntryByUid(
  db: Database,
  uid: Uint8Array,
  planId: number,
  customerId: number | null,
): Entry | null {
  const row = prepared(
    db,
    `${ENTRY} WHERE uid = ? AND benefit_id IN (SELECT id FROM benefit WHERE customer_id IS ? AND plan_id = ?)`,
  ).get(uid, customerId, planId);
  return (row as Entry | undefined) ?? null;
}

export type NewBenefit = Omit<Benefit, 'id' | 'cancelledAtMs'>;

/** @returns the id */
export function insertBenefitTx(db: Database, benefit: NewBenefit, nowMs: number): number {
  requireTransaction(db);
  const { planId, customerId, code, startsOn, endsOn, soldLineId, renewsBenefitId } = benefit;
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO benefit (uid, plan_id, customer_id, code, starts_on, ends_on, sold_line_id, renews_benefit_id,
       created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(newUid(nowMs), planId, customerId, code, startsOn, endsOn, soldLineId, renewsBenefitId, nowMs);
  return Number(lastInsertRowid);
}

export function updateBenefitTx(db: Database, benefit: Benefit): void {
  requireTransaction(db);
  const { id, customerId, code, startsOn, endsOn, soldLineId, renewsBenefitId, cancelledAtMs } = benefit;
  prepared(
    db,
    `UPDATE benefit SET customer_id = ?, code = ?, starts_on = ?, ends_on = ?, sold_line_id = ?,
       renews_benefit_id = ?, cancelled_at_ms = ? WHERE id = ?`,
  ).run(customerId, code, startsOn, endsOn, soldLineId, renewsBenefitId, cancelledAtMs, id);
}

export interface NewEntry {
  readonly benefitId: number;
  readonly move: BenefitMove;
  readonly amount: number;
  readonly onDate: string;
  readonly expiresOn?: string | null;
  readonly visitId?: number | null;
  readonly correctsEntryId?: number | null;
  /** 16 bytes; made here when the caller has none. */
  readonly uid?: Uint8Array;
}

/** Names who is signed in. @returns the id */
export function insertEntryTx(db: Database, entry: NewEntry, nowMs: number): number {
  requireTransaction(db);
  const { benefitId, move, amount, onDate, expiresOn = null, visitId = null, correctsEntryId = null } = entry;
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO benefit_entry (uid, benefit_id, move, amount, on_date, at_ms, expires_on, visit_id,
       corrects_entry_id, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.uid ?? newUid(nowMs),
    benefitId,
    move,
    amount,
    onDate,
    nowMs,
    expiresOn,
    visitId,
    correctsEntryId,
    db.author.staffId,
  );
  return Number(lastInsertRowid);
}

/**
 * Takes an entry back, or brings one back that was: the counter-entry answers the last one of its chain, since each can
 * be answered once.
 * @param visitId the visit whose change is the reason; null: somebody did it by hand
 * @returns the id of the counter-entry
 */
export function correctEntryTx(db: Database, entry: Entry, today: Today, visitId: number | null): number {
  const counterOf = prepared(db, `${ENTRY} WHERE corrects_entry_id = ?`);
  let last = entry;
  for (let next: Entry | undefined = entry; next !== undefined; ) {
    last = next;
    next = counterOf.get(next.id) as Entry | undefined;
  }
  return insertEntryTx(
    db,
    {
      benefitId: entry.benefitId,
      move: 'correct',
      amount: -last.amount,
      onDate: today.date,
      visitId,
      correctsEntryId: last.id,
    },
    today.nowMs,
  );
}

export const cancelledOn = ({ cancelledAtMs }: Pick<Benefit, 'cancelledAtMs'>, timeZone: string) =>
  cancelledAtMs === null ? null : businessDateOfInstant(cancelledAtMs, timeZone);

/**
 * Writes down what has expired by today, and takes back what no longer has: called after every change of a ledger, and
 * for all of them once a day. Twice does no more than once.
 * @returns the day of a use that nothing covers any more, for the caller to refuse
 */
export function settleExpiryTx(db: Database, benefitId: number, today: Today): string | null {
  requireTransaction(db);
  const benefit = readBenefit(db, benefitId);
  const entries = listEntries(db, benefitId);
  const state = ledgerState(entries, today.date, cancelledOn(benefit, today.timeZone));
  const wanted = new Map(state.expiries.map(({ onDate, amount }) => [onDate, amount]));
  for (const entry of standingEntries(entries)) {
    if (entry.move !== 'expire') continue;
    if (wanted.get(entry.onDate) === -entry.amount) wanted.delete(entry.onDate);
    else correctEntryTx(db, entry, today, null);
  }
  for (const [onDate, amount] of wanted) {
    insertEntryTx(db, { benefitId, move: 'expire', amount: -amount, onDate }, today.nowMs);
  }
  return state.shortOn;
}

/** Benefits with something whose last day lies from `from` up to the day before `until`. */
export function listExpiring(db: Database, from: string, until: string): number[] {
  const rows = prepared(
    db,
    `SELECT DISTINCT benefit_id AS id FROM benefit_entry WHERE expires_on >= ? AND expires_on < ? ORDER BY 1`,
  ).all(from, until) as { id: number }[];
  return rows.map(({ id }) => id);
}

/** The last day of a visit that counts and has a line which this paid for. */
export function lastUseOf(db: Database, benefitId: number): string | null {
  const row = prepared(
    db,
    `SELECT max(business_date) AS day FROM visit_line JOIN visit ON visit.id = visit_id
     WHERE benefit_id = ? AND cancelled_at_ms IS NULL`,
  ).get(benefitId) as { day: string | null };
  return row.day;
}

export interface EndingMembership {
  readonly benefitId: number;
  readonly customerId: number;
  readonly customerName: string;
  readonly planName: string;
  readonly endsOn: string;
}

/** Memberships that end between these days, both included, and that no other follows; the first to end first. */
export function listEnding(db: Database, from: string, to: string, limit: number): EndingMembership[] {
  return prepared(
    db,
    `SELECT benefit.id AS benefitId, customer.id AS customerId, display_name AS customerName,
       benefit_plan.name AS planName, ends_on AS endsOn
     FROM benefit JOIN benefit_plan ON benefit_plan.id = plan_id AND kind = 'membership'
     JOIN customer ON customer.id = customer_id AND customer.archived_at_ms IS NULL
     WHERE benefit.cancelled_at_ms IS NULL AND ends_on BETWEEN ? AND ?
       AND NOT EXISTS (SELECT 1 FROM benefit AS next WHERE next.customer_id = benefit.customer_id
         AND next.plan_id = benefit.plan_id AND next.cancelled_at_ms IS NULL AND next.ends_on > benefit.ends_on)
     ORDER BY ends_on, benefit.id LIMIT ?`,
  ).all(from, to, limit) as EndingMembership[];
}

export interface EndingPackage extends EndingMembership {
  readonly left: number;
}

/** Packages that end between these days, both included, with uses left; the first to end first. */
export function listEndingPackages(db: Database, from: string, to: string, limit: number): EndingPackage[] {
  return prepared(
    db,
    `SELECT benefit.id AS benefitId, customer.id AS customerId, display_name AS customerName,
       benefit_plan.name AS planName, ends_on AS endsOn, sum(amount) AS left
     FROM benefit JOIN benefit_plan ON benefit_plan.id = plan_id AND kind = 'package'
     JOIN customer ON customer.id = customer_id AND customer.archived_at_ms IS NULL
     JOIN benefit_entry ON benefit_id = benefit.id
     WHERE benefit.cancelled_at_ms IS NULL AND ends_on BETWEEN ? AND ?
     GROUP BY benefit.id HAVING sum(amount) > 0 ORDER BY ends_on, benefit.id LIMIT ?`,
  ).all(from, to, limit) as EndingPackage[];
}

/** Who has stamps, points, uses, money or a membership left today. */
export function customersWithBalance(db: Database, nowMs: number): ReadonlySet<number> {
  const today = todayOf(db, nowMs);
  const rows = prepared(
    db,
    `${BENEFIT} WHERE customer_id IS NOT NULL AND cancelled_at_ms IS NULL AND (ends_on IS NULL OR ends_on >= ?)`,
  ).all(today.date) as Benefit[];
  const held = rows.filter(({ id }) => ledgerState(listEntries(db, id), today.date).balance > 0);
  return new Set(held.map(({ customerId }) => customerId!));
}
