/**
 * Brings the ledger in line with one visit: what its lines sell, earn and use. Whatever changed in the visit, entries
 * that no longer fit are taken back by counter-entries and the right ones are added; where everything fits, nothing is
 * written. Called by whoever writes a visit, inside the same transaction.
 *
 * Lines count less what was refunded of them. A visit that an import made neither earns nor sells: history brought in
 * later is no promise. Lines that an import puts into a visit of the desk do both.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { ledgerState, standingEntries, takenBackBy } from '../../src-shared/domain/benefitLedger.ts';
import { earnedBy, lastDayOf, soldBy, takenBy } from '../../src-shared/domain/benefitRules.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { scaledMinor } from '../../src-shared/domain/visitLine.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import {
  type Benefit,
  cancelledOn,
  correctEntryTx,
  type Entry,
  insertBenefitTx,
  insertEntryTx,
  lastUseOf,
  listBenefitsOfCustomer,
  listEntries,
  listEntriesOfVisit,
  readBenefit,
  settleExpiryTx,
  type Today,
  todayOf,
} from './benefit.ts';
import { type BenefitPlan, hasPlans, listPlans, offeringSet } from './benefitPlan.ts';
import { sharesOf } from './benefitPool.ts';
import { type BoughtLine, isSale, keepSaleTx, withdrawSaleTx } from './benefitSale.ts';

interface SettledVisit {
  readonly id: number;
  readonly customerId: number | null;
  readonly date: string;
  readonly earns: boolean;
  readonly lines: readonly BoughtLine[];
}

/**
 * @param leftOutBatch lines of this import do not count: it is being taken back
 * @throws RevinoError `benefit.notEnough`, `benefit.usedSince`, `benefit.notHeldThen`, `benefit.otherCustomer`
 */
export function settleVisitTx(
  db: Database,
  visitId: number,
  nowMs: number,
  leftOutBatch: number | null = null,
): void {
  requireTransaction(db);
  if (!hasPlans(db)) return;
  const visit = readVisit(db, visitId, leftOutBatch);
  const ledger = new VisitLedger(db, visitId);
  if (visit.lines.length === 0 && ledger.isEmpty) return;
  const today = todayOf(db, nowMs);
  const plans = listPlans(db);
  const parts = { db, visit, ledger, today, plans };
  const withdrawn = settleSalesTx(parts);
  settleEarningsTx(parts);
  settleUsesTx(parts);
  const nameOf = (benefitId: number) => {
    const { planId } = readBenefit(db, benefitId);
    return plans.find(({ id }) => id === planId)?.name ?? '';
  };
  for (const benefitId of ledger.touched) {
    const shortOn = settleExpiryTx(db, benefitId, today);
    const usedOn = shortOn ?? (withdrawn.has(benefitId) ? lastUseOf(db, benefitId) : null);
    if (usedOn === null) continue;
    throw new RevinoError(ledger.used.has(benefitId) ? 'benefit.notEnough' : 'benefit.usedSince', {
      name: nameOf(benefitId),
      date: usedOn,
    });
  }
}

interface Parts {
  readonly db: Database;
  readonly visit: SettledVisit;
  readonly ledger: VisitLedger;
  readonly today: Today;
  readonly plans: readonly BenefitPlan[];
}

/** What stands in the ledgers because of one visit, and what this settling changed there. */
class VisitLedger {
  readonly touched = new Set<number>();
  /** Benefits out of which this settling took something. */
  readonly used = new Set<number>();
  readonly #db: Database;
  readonly #visitId: number;
  readonly #benefitIds: ReadonlySet<number>;
  readonly #standing: Entry[] = [];
  /** What somebody took back by hand stays taken back, however often the visit is changed. */
  readonly #waived = new Set<number>();

  constructor(db: Database, visitId: number) {
    this.#db = db;
    this.#visitId = visitId;
    this.#benefitIds = new Set(listEntriesOfVisit(db, visitId).map(({ benefitId }) => benefitId));
    for (const benefitId of this.#benefitIds) {
      const entries = listEntries(db, benefitId);
      const own = entries.filter((entry) => entry.visitId === visitId && entry.move !== 'correct');
      this.#standing.push(...standingEntries(entries).filter((entry) => entry.visitId === visitId));
      const byHand = own.some((entry) => {
        const taker = takenBackBy(entries, entry);
        return taker !== null && taker.visitId === null;
      });
      if (byHand) this.#waived.add(benefitId);
    }
  }

  get isEmpty(): boolean {
    return this.#benefitIds.size === 0;
  }

  /** Benefits that this visit ever moved. */
  benefits(): Benefit[] {
    return [...this.#benefitIds].map((id) => readBenefit(this.#db, id));
  }

  isWaived(benefitId: number): boolean {
    return this.#waived.has(benefitId);
  }

  standing(move: Entry['move'], benefitId: number): Entry[] {
    return this.#standing.filter((entry) => entry.move === move && entry.benefitId === benefitId);
  }

  takeBackTx(entries: readonly Entry[], today: Today): void {
    for (const entry of entries) {
      correctEntryTx(this.#db, entry, today, this.#visitId);
      this.#standing.splice(this.#standing.indexOf(entry), 1);
      this.touched.add(entry.benefitId);
    }
  }

  /** Exactly this stands of a move on a benefit, or nothing. */
  makeTx(
    move: 'earn' | 'use',
    benefitId: number,
    amount: number,
    onDate: string,
    expiresOn: string | null,
    today: Today,
  ): void {
    const standing = this.standing(move, benefitId);
    const [only] = standing;
    if (standing.length === 1 && only?.amount === amount && only.onDate === onDate) return;
    this.takeBackTx(standing, today);
    if (amount === 0) return;
    const entry = { benefitId, move, amount, onDate, expiresOn, visitId: this.#visitId };
    insertEntryTx(this.#db, entry, today.nowMs);
    this.touched.add(benefitId);
    if (move === 'use') this.used.add(benefitId);
  }
}

/** @returns what was sold here and is not any more */
function settleSalesTx({ db, visit, ledger, today, plans }: Parts): ReadonlySet<number> {
  const ever = ledger.benefits();
  const kept = new Set<number>();
  const soldBefore = prepared(db, 'SELECT id FROM benefit WHERE sold_line_id = ? AND plan_id = ?');
  for (const plan of plans) {
    for (const line of visit.lines) {
      if (!isSale(plan, line, visit.customerId)) continue;
      const same = soldBefore.get(line.lineId, plan.id) as { id: number } | undefined;
      // A line that was put back, or stands in for another, goes on with what that one sold.
      const left = ever.find(
        ({ id, planId, soldLineId }) => planId === plan.id && soldLineId === null && !kept.has(id),
      );
      const benefit = same ? readBenefit(db, same.id) : (left ?? null);
      if (benefit === null && !isOpen(plan, visit, today)) continue;
      if (benefit !== null) {
        kept.add(benefit.id);
        // Given up or taken back by hand.
        const grants = ledger.standing('grant', benefit.id);
        if (ledger.isWaived(benefit.id) || (grants.length > 0 && benefit.cancelledAtMs !== null)) continue;
      }
      const sale = { plan, line, visitId: visit.id, customerId: visit.customerId, onDate: visit.date };
      const known = benefit === null ? null : { benefit, isGranted: isAsSold(ledger, benefit, sale) };
      if (known && !(known.isGranted && benefit?.customerId === visit.customerId))
        ledger.takeBackTx(ledger.standing('grant', known.benefit.id), today);
      const { id, isTouched } = keepSaleTx(db, sale, known, today);
      kept.add(id);
      if (isTouched) ledger.touched.add(id);
    }
  }
  const withdrawn = new Set<number>();
  for (const { id } of ever) {
    const grants = ledger.standing('grant', id);
    if (kept.has(id) || grants.length === 0) continue;
    ledger.takeBackTx(grants, today);
    withdrawSaleTx(db, id, today);
    withdrawn.add(id);
  }
  return withdrawn;
}

function isAsSold(
  ledger: VisitLedger,
  benefit: Benefit,
  { plan, line, onDate }: { plan: BenefitPlan; line: BoughtLine; onDate: string },
): boolean {
  const [grant, ...more] = ledger.standing('grant', benefit.id);
  return more.length === 0 && grant?.onDate === onDate && grant.amount === soldBy(plan.rules, line);
}

/** Nothing is earned or sold on what is archived, nor on a day before the plan was made. */
function isOpen(plan: BenefitPlan, { earns, date }: SettledVisit, { timeZone }: Today): boolean {
  return earns && plan.archivedAtMs === null && businessDateOfInstant(plan.createdAtMs, timeZone) <= date;
}

function settleEarningsTx({ db, visit, ledger, today, plans }: Parts): void {
  const ever = ledger.benefits();
  for (const plan of plans) {
    if (plan.rules.kind !== 'stamps' && plan.rules.kind !== 'points') continue;
    const before = ever.filter(({ planId }) => planId === plan.id);
    const amount = earnedBy(plan.rules, offeringSet(plan.earns), visit.lines);
    const benefitId = amount === 0 ? null : earningOnTx(db, plan, visit, before, today);
    for (const { id } of before) {
      if (id !== benefitId) ledger.takeBackTx(ledger.standing('earn', id), today);
    }
    if (benefitId === null || ledger.isWaived(benefitId)) continue;
    const expiresOn = lastDayOf(visit.date, plan.rules.validFor);
    ledger.makeTx('earn', benefitId, amount, visit.date, expiresOn, today);
  }
}

/** The card on which this visit earns, made where everybody collects. */
function earningOnTx(
  db: Database,
  plan: BenefitPlan,
  visit: SettledVisit,
  before: readonly Benefit[],
  today: Today,
): number | null {
  const { customerId } = visit;
  if (customerId === null || !visit.earns) return null;
  const known = before.find((benefit) => benefit.customerId === customerId);
  if (known !== undefined) return known.id;
  if (!isOpen(plan, visit, today)) return null;
  const isForEveryone = 'isForEveryone' in plan.rules && plan.rules.isForEveryone;
  const cards = listBenefitsOfCustomer(db, customerId).filter(({ planId }) => planId === plan.id);
  const open = cards.find(
    ({ cancelledAtMs, startsOn }) => cancelledAtMs === null && (isForEveryone || startsOn <= visit.date),
  );
  if (open !== undefined) return open.id;
  // Who gave theirs up does not want another.
  if (!isForEveryone || cards.length > 0) return null;
  return insertBenefitTx(
    db,
    {
      planId: plan.id,
      customerId,
      code: null,
      startsOn: visit.date,
      endsOn: null,
      soldLineId: null,
      renewsBenefitId: null,
    },
    today.nowMs,
  );
}

function settleUsesTx({ db, visit, ledger, today, plans }: Parts): void {
  const ids = new Set(visit.lines.flatMap(({ benefitId }) => (benefitId === null ? [] : [benefitId])));
  const wanted = new Map<number, number>();
  for (const id of ids) {
    const benefit = readBenefit(db, id);
    const plan = plans.find((one) => one.id === benefit.planId)!;
    requireHeld(db, benefit, plan, visit, today);
    const lines = visit.lines.filter(({ benefitId }) => benefitId === id);
    const taken = lines.reduce((sum, line) => sum + takenBy(plan.rules, line), 0);
    const rest =
      plan.rules.kind === 'voucher' && !plan.rules.isPartial && taken > 0
        ? balanceWithout(db, ledger, benefit, visit.date)
        : 0;
    const { id: visitId, customerId, date } = visit;
    const use = { benefit, plan, customerId, visitId, date, amount: Math.max(taken, rest) };
    for (const [from, share] of sharesOf(db, use, wanted)) wanted.set(from, (wanted.get(from) ?? 0) + share);
  }
  for (const { id } of ledger.benefits()) {
    if (!wanted.has(id)) ledger.takeBackTx(ledger.standing('use', id), today);
  }
  for (const [id, amount] of wanted) ledger.makeTx('use', id, 0 - amount, visit.date, null, today);
}

/** What there would be if this visit took nothing: a voucher for one use goes whole. */
function balanceWithout(db: Database, ledger: VisitLedger, benefit: Benefit, date: string): number {
  const own = new Set(ledger.standing('use', benefit.id).map(({ id }) => id));
  const others = standingEntries(listEntries(db, benefit.id)).filter(({ id }) => !own.has(id));
  return ledgerState(others, date).balance;
}

function requireHeld(
  db: Database,
  benefit: Benefit,
  { name, kind }: BenefitPlan,
  { customerId, date }: SettledVisit,
  today: Today,
): void {
  if (benefit.customerId !== null && benefit.customerId !== customerId)
    throw new RevinoError('benefit.otherCustomer', { name });
  const givenUp = cancelledOn(benefit, today.timeZone);
  const isWithin =
    (benefit.endsOn === null || date <= benefit.endsOn) && (givenUp === null || date <= givenUp);
  // Nothing is taken out of these, so that the ledger alone would not miss it.
  const lasts = kind === 'membership' || kind === 'warranty';
  const isGranted =
    !lasts || standingEntries(listEntries(db, benefit.id)).some(({ move }) => move === 'grant');
  const hasBegun = !lasts || benefit.startsOn <= date;
  if (!isWithin || !isGranted || !hasBegun) throw new RevinoError('benefit.notHeldThen', { name, date });
}

function readVisit(db: Database, visitId: number, leftOutBatch: number | null): SettledVisit {
  const visit = prepared(
    db,
    `SELECT customer_id AS customerId, business_date AS date, source, cancelled_at_ms AS cancelledAtMs
     FROM visit WHERE id = ?`,
  ).get(visitId) as {
    customerId: number | null;
    date: string;
    source: string;
    cancelledAtMs: number | null;
  };
  return {
    id: visitId,
    customerId: visit.customerId,
    date: visit.date,
    earns: visit.source !== 'import',
    lines: visit.cancelledAtMs === null ? boughtLines(db, visitId, leftOutBatch) : [],
  };
}

interface LineRow extends Omit<BoughtLine, 'discountMinor'> {
  readonly boughtThousandths: number;
  readonly discountMinor: number | null;
}

/** Lines that were bought, less what was paid back of them; of what a benefit paid, the same share. */
function boughtLines(db: Database, visitId: number, leftOutBatch: number | null): BoughtLine[] {
  const rows = prepared(
    db,
    `SELECT line.id AS lineId, line.offering_id AS offeringId, line.benefit_id AS benefitId,
       line.discount_minor AS discountMinor, line.quantity_thousandths AS boughtThousandths,
       line.quantity_thousandths + ifnull(sum(back.quantity), 0) AS quantityThousandths,
       line.amount_minor + ifnull(sum(back.amount), 0) AS amountMinor
     FROM visit_line AS line LEFT JOIN (
       SELECT corrects_line_id AS id, quantity_thousandths AS quantity, amount_minor AS amount
       FROM visit_line JOIN visit ON visit.id = visit_id AND cancelled_at_ms IS NULL
       WHERE corrects_line_id IN (SELECT id FROM visit_line WHERE visit_id = @visitId)
     ) AS back ON back.id = line.id
     WHERE line.visit_id = @visitId AND line.quantity_thousandths >= 0 AND line.amount_minor >= 0
       AND (@leftOutBatch IS NULL OR line.import_batch_id IS NOT @leftOutBatch)
     GROUP BY line.id`,
  ).all({ visitId, leftOutBatch }) as LineRow[];
  return rows.map(({ boughtThousandths, discountMinor, ...line }) => ({
    ...line,
    discountMinor:
      boughtThousandths === 0 || discountMinor === null
        ? (discountMinor ?? 0)
        : scaledMinor(discountMinor, line.quantityThousandths, boughtThousandths),
  }));
}

/** Visits whose lines a visit pays back. */
export function visitsPaidBack(db: Database, visitId: number): number[] {
  const rows = prepared(
    db,
    `SELECT DISTINCT bought.visit_id AS id FROM visit_line AS back
     JOIN visit_line AS bought ON bought.id = back.corrects_line_id WHERE back.visit_id = ?`,
  ).all(visitId) as { id: number }[];
  return rows.map(({ id }) => id);
}
