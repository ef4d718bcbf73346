// Any sequence of selling, earning, using, refunding, changing, cancelling, taking back, giving up, expiring and undoing
// keeps every ledger whole: against the visits as they then are, and against the rules of ledgers themselves.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { type Entry, listEntries, settleExpiryTx, todayOf } from '../../db/repositories/benefit.ts';
import { readShopTotals } from '../../db/repositories/summary.ts';
import { inTransaction, prepared } from '../../db/transaction.ts';
import { cancelBenefit, correctEntry, expireDueTx } from '../../src-main/services/benefitService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit, editVisit, uncancelVisit } from '../../src-main/services/visitService.ts';
import { showVisit } from '../../src-main/services/visitViews.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { ledgerState, standingEntries, standingIds, sumOf } from '../../src-shared/domain/benefitLedger.ts';
import { contentOf, openShop } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import {
  customer,
  daysOn,
  grant,
  holdingsOf,
  line,
  lineIdsOf,
  MEMBERSHIP,
  PACKAGE,
  POINTS,
  plan,
  record,
  refund,
  STAMPS,
  VOUCHER,
  WARRANTY,
} from './benefitSupport.ts';

const SOLD = ['Cut', 'Five massages', 'Gift voucher', 'Month', 'Brakes'] as const;

const lineStep = fc.record({
  what: fc.constantFrom(...SOLD),
  amount: fc.integer({ min: 0, max: 30_000 }),
  quantity: fc.constantFrom(1000, 1000, 2000, 500),
  /** Which of the customer's holdings pays, if any. */
  paidBy: fc.option(fc.nat(9), { freq: 1 }),
});

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      who: fc.nat(2),
      lines: fc.array(lineStep, { maxLength: 3 }),
      back: fc.nat(5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      which: fc.nat(9),
      who: fc.nat(2),
      lines: fc.array(lineStep, { maxLength: 3 }),
      keeps: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('uncancel' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      which: fc.nat(9),
      share: fc.constantFrom(1, 0.5, 0.3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('grant' as const),
      who: fc.nat(2),
      plan: fc.nat(5),
      amount: fc.integer({ min: 1, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('correct' as const), which: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('giveUp' as const), which: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 70 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), which: fc.nat(9) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const NO_LINE = { quantityThousandths: 1000 };

class Shop {
  readonly db: Database = openShop(null);
  readonly people: number[];
  readonly plans: number[];
  readonly changes: number[] = [];
  day = 1;

  constructor() {
    const { db } = this;
    this.people = ['Anna', 'Bea'].map((name) => customer(db, name));
    record(db, { lines: [line('Brakes', 100), line('Massage', 100)] }, daysOn(0));
    const brakes = prepared(db, "SELECT id FROM offering WHERE name = 'Brakes'").get() as { id: number };
    this.plans = [
      plan(db, 'Card', STAMPS),
      plan(db, 'Points', POINTS),
      plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' }),
      plan(db, 'Voucher', VOUCHER, { soldAs: 'Gift voucher' }),
      plan(db, 'Monthly', MEMBERSHIP, { soldAs: 'Month' }),
      plan(db, 'Warranty', WARRANTY, { earns: [brakes.id] }),
    ];
  }

  get nowMs(): number {
    return daysOn(this.day);
  }

  pick<T>(list: readonly T[], at: number): T | undefined {
    return list[at % Math.max(1, list.length)];
  }

  visits(): number[] {
    const rows = prepared(this.db, 'SELECT id FROM visit ORDER BY id DESC').all() as { id: number }[];
    return rows.map(({ id }) => id);
  }

  lines(who: number | null, steps: Extract<Step, { do: 'record' }>['lines']) {
    const holdings = who === null ? [] : holdingsOf(this.db, who, this.nowMs);
    return steps.map(({ what, amount, quantity, paidBy }) => {
      const holding = paidBy === null ? undefined : this.pick(holdings, paidBy);
      const sold = { ...NO_LINE, quantityThousandths: quantity };
      if (holding === undefined) return line(what, amount, sold);
      const isPart = holding.rules.kind === 'points' || holding.rules.kind === 'voucher';
      const discountMinor = isPart ? Math.min(amount, 2000) : amount;
      return line(what, amount - discountMinor, { ...sold, discountMinor, benefitId: holding.benefitId });
    });
  }

  /** The door's own refusals are fine; anything else is not. */
  try(work: () => { changeId?: number | null } | unknown): void {
    const before = contentOf(this.db.sqlite);
    try {
      const made = work();
      if (
        typeof made === 'object' &&
        made !== null &&
        'changeId' in made &&
        typeof made.changeId === 'number'
      )
        this.changes.unshift(made.changeId);
    } catch (error) {
      if (!(error instanceof RevinoError) || error.code === 'internal') throw error;
      expect(contentOf(this.db.sqlite)).toBe(before);
    }
  }

  do(one: Step): void {
    const { db, nowMs } = this;
    const who = 'who' in one ? (this.people[one.who] ?? null) : null;
    switch (one.do) {
      case 'record': {
        const at = { date: todayOf(db, daysOn(Math.max(0, this.day - one.back))).date, time: null };
        const visit = { customerId: who, at, lines: this.lines(who, one.lines), visitUid: randomUUID() };
        this.try(() => {
          const made = record(db, visit, nowMs);
          const once = contentOf(db.sqlite);
          record(db, visit, nowMs);
          expect(contentOf(db.sqlite)).toBe(once);
          return made;
        });
        return;
      }
      case 'edit': {
        const visitId = this.pick(this.visits(), one.which)!;
        const shown = showVisit(db, visitId);
        const kept = shown.lines
          .filter(({ isRefund }) => !isRefund)
          .map(({ lineId, offeringName, quantityThousandths, amountMinor, discountMinor }) => ({
            lineId,
            offeringName,
            quantityThousandths,
            amountMinor,
            discountMinor,
          }));
        const added = this.lines(who, one.lines).map((made) => ({ ...made, lineId: null }));
        const edit = {
          visitId,
          customerId: one.keeps ? (shown.customer?.customerId ?? null) : who,
          at: { date: shown.date, time: shown.time },
          staffId: null,
          note: null,
          lines: one.keeps ? [...kept, ...added] : added,
          keptRefundLineIds: shown.lines.filter(({ isRefund }) => isRefund).map(({ lineId }) => lineId),
          ownValues: [],
        };
        this.try(() => editVisit(db, appContract['visit.edit'].input.parse(edit), nowMs));
        return;
      }
      case 'cancel':
        this.try(() =>
          cancelVisit(db, { visitId: this.pick(this.visits(), one.which)!, reason: null }, nowMs),
        );
        return;
      case 'uncancel':
        this.try(() => uncancelVisit(db, { visitId: this.pick(this.visits(), one.which)! }, nowMs));
        return;
      case 'refund': {
        const visitId = this.pick(this.visits(), one.which)!;
        const back = showVisit(db, visitId)
          .lines.filter(({ refundable }) => refundable.quantityThousandths > 0)
          .map(({ lineId, refundable }) => ({
            lineId,
            quantityThousandths: Math.ceil(refundable.quantityThousandths * one.share),
            amountMinor: Math.ceil(refundable.amountMinor * one.share),
          }));
        if (back.length > 0) this.try(() => refund(db, visitId, back, nowMs));
        return;
      }
      case 'grant': {
        const given = {
          planId: this.plans[one.plan]!,
          customerId: who,
          amount: one.amount,
          entryUid: randomUUID(),
        };
        this.try(() => {
          const made = grant(db, given, nowMs);
          const once = contentOf(db.sqlite);
          grant(db, given, nowMs);
          expect(contentOf(db.sqlite)).toBe(once);
          return made;
        });
        return;
      }
      case 'correct': {
        const entries = prepared(db, 'SELECT id FROM benefit_entry ORDER BY id DESC').all() as {
          id: number;
        }[];
        const entry = this.pick(entries, one.which);
        if (entry !== undefined) this.try(() => correctEntry(db, { entryId: entry.id }, nowMs));
        return;
      }
      case 'giveUp': {
        const benefits = prepared(db, 'SELECT id FROM benefit ORDER BY id DESC').all() as { id: number }[];
        const benefit = this.pick(benefits, one.which);
        if (benefit !== undefined) this.try(() => cancelBenefit(db, { benefitId: benefit.id }, nowMs));
        return;
      }
      case 'wait':
        this.day += one.days;
        inTransaction(db, () => expireDueTx(db, this.nowMs));
        return;
      case 'undo': {
        const changeId = this.pick(this.changes, one.which);
        if (changeId !== undefined) this.try(() => undoChange(db, changeId, nowMs));
      }
    }
  }
}

interface BenefitRow {
  readonly id: number;
  readonly kind: string;
  readonly customerId: number | null;
}

function expectWhole(shop: Shop): void {
  const { db, nowMs } = shop;
  const today = todayOf(db, nowMs);
  const benefits = prepared(
    db,
    'SELECT benefit.id, kind, customer_id AS customerId FROM benefit JOIN benefit_plan ON benefit_plan.id = plan_id',
  ).all() as BenefitRow[];
  const byVisit = new Map<number, Entry[]>();
  for (const { id } of benefits) {
    const entries = listEntries(db, id);
    expect(sumOf(entries)).toBeGreaterThanOrEqual(0);
    const ofId = new Map(entries.map((entry) => [entry.id, entry]));
    for (const { move, amount, correctsEntryId } of entries) {
      if (move === 'correct') expect(amount).toBe(0 - ofId.get(correctsEntryId!)!.amount);
    }
    // Writing down what expired changes nothing that the desk reads, and a second time nothing at all.
    const cancelledAtMs = (
      prepared(db, 'SELECT cancelled_at_ms AS at FROM benefit WHERE id = ?').get(id) as {
        at: number | null;
      }
    ).at;
    const on = cancelledAtMs === null ? null : todayOf(db, cancelledAtMs).date;
    const state = ledgerState(entries, today.date, on);
    expect(state.shortOn).toBeNull();
    inTransaction(db, () => settleExpiryTx(db, id, today));
    const settled = listEntries(db, id);
    expect(sumOf(settled)).toBe(state.balance);
    inTransaction(db, () => settleExpiryTx(db, id, today));
    expect(listEntries(db, id)).toEqual(settled);
    const standing = standingIds(settled);
    for (const entry of standingEntries(settled)) {
      if (entry.visitId !== null) byVisit.set(entry.visitId, [...(byVisit.get(entry.visitId) ?? []), entry]);
    }
    expect(standing.size).toBeLessThanOrEqual(settled.length);
  }
  expectVisitsAgree(db, byVisit, new Map(benefits.map((one) => [one.id, one])));
}

interface CountedRow {
  readonly visitId: number;
  readonly cancelled: number;
  readonly customerId: number | null;
  readonly benefitId: number | null;
  readonly quantity: number;
  readonly amount: number;
}

/** What stands of a visit is no more than its lines say, and a line that something paid for earns nothing. */
function expectVisitsAgree(
  db: Database,
  byVisit: ReadonlyMap<number, readonly Entry[]>,
  benefits: ReadonlyMap<number, BenefitRow>,
): void {
  const rows = prepared(
    db,
    `SELECT visit_id AS visitId, visit.cancelled_at_ms IS NOT NULL AS cancelled, customer_id AS customerId,
       benefit_id AS benefitId,
       quantity_thousandths + ifnull((SELECT sum(quantity_thousandths) FROM visit_line back JOIN visit given ON given.id = back.visit_id
         WHERE back.corrects_line_id = visit_line.id AND given.cancelled_at_ms IS NULL), 0) AS quantity,
       amount_minor + ifnull((SELECT sum(amount_minor) FROM visit_line back JOIN visit given ON given.id = back.visit_id
         WHERE back.corrects_line_id = visit_line.id AND given.cancelled_at_ms IS NULL), 0) AS amount
     FROM visit_line JOIN visit ON visit.id = visit_id WHERE corrects_line_id IS NULL`,
  ).all() as CountedRow[];
  const linesOf = Map.groupBy(rows, ({ visitId }) => visitId);
  for (const [visitId, entries] of byVisit) {
    const lines = (linesOf.get(visitId) ?? []).filter(
      ({ cancelled, quantity }) => cancelled === 0 && quantity > 0,
    );
    const paid = lines.filter(({ benefitId, amount }) => benefitId === null && amount > 0);
    for (const entry of entries) {
      const { kind, customerId } = benefits.get(entry.benefitId)!;
      const users = lines.filter(({ benefitId }) => benefitId === entry.benefitId);
      if (entry.move === 'use') {
        expect(users.length).toBeGreaterThan(0);
        const pieces = users.reduce((sum, { quantity }) => sum + Math.max(1, Math.floor(quantity / 1000)), 0);
        if (kind === 'package') expect(entry.amount).toBe(-pieces);
        if (kind === 'stamps') expect(entry.amount).toBe(-3 * pieces);
      }
      if (entry.move === 'earn') {
        expect(lines[0]?.customerId).toBe(customerId);
        expect(paid.length).toBeGreaterThan(0);
        const sum = paid.reduce((all, { amount }) => all + amount, 0);
        expect(entry.amount).toBe(kind === 'stamps' ? 1 : Math.floor(sum / 1000));
      }
      if (entry.move === 'grant') expect(lines.some(({ benefitId }) => benefitId === null)).toBe(true);
    }
  }
  for (const { visitId, cancelled, quantity, benefitId } of rows) {
    if (cancelled === 1 || quantity <= 0 || benefitId === null) continue;
    const { kind } = benefits.get(benefitId)!;
    const used = (byVisit.get(visitId) ?? []).some(
      ({ move, benefitId: of }) => move === 'use' && of === benefitId,
    );
    if (kind === 'package' || kind === 'stamps') expect(used).toBe(true);
  }
}

/** Turnover is what was paid: the sale of a package, and nothing when it is used. */
function expectTurnover(db: Database): void {
  const { paid } = prepared(
    db,
    'SELECT ifnull(sum(amount_minor), 0) AS paid FROM visit_line JOIN visit ON visit.id = visit_id WHERE cancelled_at_ms IS NULL',
  ).get() as { paid: number };
  expect(readShopTotals(db).netMinor).toBe(paid);
  const free = prepared(
    db,
    `SELECT count(*) AS n FROM visit_line JOIN benefit ON benefit.id = benefit_id JOIN benefit_plan ON benefit_plan.id = plan_id
     WHERE kind IN ('package', 'stamps', 'warranty') AND amount_minor <> 0`,
  ).get() as { n: number };
  expect(free.n).toBe(0);
}

describe('any sequence of what is done to visits and benefits', () => {
  it('keeps every ledger the sum of its entries, never below nothing, and true to the visits', {
    timeout: 600_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (steps) => {
        const shop = new Shop();
        for (const one of steps) {
          shop.do(one);
          expectWhole(shop);
        }
        expectTurnover(shop.db);
        const { db } = shop;
        expect(lineIdsOf(db, shop.visits()[0]!)).toBeDefined();
        expect(checkDatabase({ file: db.file, key: null, depth: 'quick' }).problems).toEqual([]);
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('the ledger itself', () => {
  it('refuses to be changed and to be shortened', () => {
    const shop = new Shop();
    record(shop.db, { customerId: shop.people[0]!, lines: [line('Cut', 5000)] }, shop.nowMs);
    const { sqlite } = shop.db;
    expect(() => sqlite.exec('UPDATE benefit_entry SET amount = 2')).toThrow(/append-only/);
    expect(() => sqlite.exec('DELETE FROM benefit_entry')).toThrow(/append-only/);
  });
});
