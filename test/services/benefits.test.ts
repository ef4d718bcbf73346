// Selling, earning, using and taking back, step by step, as the desk does it.
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { listEntries, todayOf } from '../../db/repositories/benefit.ts';
import { countSummaryDifferences, readShopTotals } from '../../db/repositories/summary.ts';
import { inTransaction, prepared } from '../../db/transaction.ts';
import { makeDemoShop } from '../../src-main/demo/makeDemoShop.ts';
import { changePlan, setPlanArchived, usualPlans } from '../../src-main/services/benefitPlanService.ts';
import {
  cancelBenefit,
  correctEntry,
  expireDueTx,
  renewMembership,
  setBenefitCode,
} from '../../src-main/services/benefitService.ts';
import { benefitByCode, benefitStatement, endingMemberships } from '../../src-main/services/benefitViews.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { cancelVisit, editVisit, uncancelVisit } from '../../src-main/services/visitService.ts';
import { undoRecordedVisit } from '../../src-main/services/visitUndoService.ts';
import { showVisit } from '../../src-main/services/visitViews.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { ledgerState } from '../../src-shared/domain/benefitLedger.ts';
import { contentOf, newDatabaseFile, open, openShop, refusal as refusalOf } from '../db/support/databases.ts';
import {
  customer,
  daysOn,
  grant,
  held,
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
  sumOfEntries,
  VOUCHER,
  WARRANTY,
} from './benefitSupport.ts';

const DEMO = {
  customers: 150,
  years: 1,
  seed: 4,
  locale: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Warsaw',
  until: '2026-10-31',
  nowMs: Date.UTC(2026, 10, 1, 12),
} as const;

const editLines = (db: Database, visitId: number, lines: object[], nowMs: number, change: object = {}) => {
  const shown = showVisit(db, visitId);
  return editVisit(
    db,
    appContract['visit.edit'].input.parse({
      visitId,
      customerId: shown.customer?.customerId ?? null,
      at: { date: shown.date, time: shown.time },
      staffId: null,
      note: shown.note,
      lines,
      ownValues: [],
      ...change,
    }),
    nowMs,
  );
};
const refusal = (work: () => unknown): string => refusalOf(work).code;

const cancel = (db: Database, visitId: number, nowMs: number) =>
  cancelVisit(db, { visitId, reason: null }, nowMs);

describe('a package', () => {
  const setUp = () => {
    const db = openShop(null);
    const planId = plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' });
    const anna = customer(db, 'Anna');
    const { visitId } = record(db, { customerId: anna, lines: [line('Five massages', 40_000)] }, daysOn(1));
    return { db, planId, anna, visitId, benefitId: held(db, anna, planId, daysOn(1)).benefitId };
  };
  const use = (db: Database, customerId: number, benefitId: number, nowMs: number, more: object = {}) =>
    record(
      db,
      { customerId, lines: [line('Massage', 0, { benefitId, discountMinor: 9000, ...more })] },
      nowMs,
    );

  it('is turnover when it is sold, and an occasion of 0 when it is used', () => {
    const { db, planId, anna, benefitId } = setUp();
    use(db, anna, benefitId, daysOn(8));
    expect(held(db, anna, planId, daysOn(8))).toMatchObject({ balance: 4, given: 5, state: 'holds' });
    const totals = readShopTotals(db);
    expect(totals).toMatchObject({ netMinor: 40_000 });
    expect(held(db, anna, planId, daysOn(8)).endsOn).toBe('2026-09-15');
  });

  it('ends with its last day, and the ledger says so once', () => {
    const { db, planId, anna, benefitId } = setUp();
    expect(held(db, anna, planId, daysOn(185)).balance).toBe(5);
    expect(held(db, anna, planId, daysOn(186))).toMatchObject({ balance: 0, state: 'ended' });
    expect(refusal(() => use(db, anna, benefitId, daysOn(186)))).toBe('benefit.notHeldThen');
    const expire = () => inTransaction(db, () => expireDueTx(db, daysOn(186)));
    expire();
    const once = contentOf(db.sqlite);
    expire();
    expect(contentOf(db.sqlite)).toBe(once);
    expect(sumOfEntries(db, benefitId)).toBe(0);
  });

  it('is told of before it ends, as long as something is left of it', () => {
    const { db, anna, benefitId } = setUp();
    const ending = (day: number) => endingMemberships(db, { withinDays: 7, limit: 10 }, daysOn(day)).packages;
    expect(ending(170)).toEqual([]);
    expect(ending(180)).toEqual([
      { benefitId, customerId: anna, customerName: 'Anna', planName: 'Five', endsOn: '2026-09-15', left: 5 },
    ]);
    expect(ending(186)).toEqual([]);
    use(db, anna, benefitId, daysOn(181), { quantityThousandths: 5000 });
    expect(ending(182)).toEqual([]);
  });

  it('pays for no more than is left of it, and only lines that then cost nothing', () => {
    const { db, anna, benefitId } = setUp();
    expect(refusal(() => use(db, anna, benefitId, daysOn(2), { quantityThousandths: 6000 }))).toBe(
      'benefit.notEnough',
    );
    expect(refusal(() => use(db, anna, benefitId, daysOn(2), { amountMinor: 100 }))).toBe(
      'benefit.doesNotPay',
    );
    const ewa = customer(db, 'Ewa');
    expect(refusal(() => use(db, ewa, benefitId, daysOn(2)))).toBe('benefit.otherCustomer');
  });

  it('pays only for what the plan says', () => {
    const { db, planId, anna, benefitId } = setUp();
    record(db, { lines: [line('Massage', 9000)] }, daysOn(1));
    const massage = prepared(db, "SELECT id FROM offering WHERE name = 'Massage'").get() as { id: number };
    changePlan(
      db,
      {
        planId,
        plan: { name: 'Five', rules: PACKAGE, soldAs: 'Five massages', earns: [], pays: [massage.id] },
      },
      daysOn(1),
    );
    use(db, anna, benefitId, daysOn(2));
    const peeling = { customerId: anna, lines: [line('Peeling', 0, { benefitId })] };
    expect(refusal(() => record(db, peeling, daysOn(2)))).toBe('benefit.doesNotPay');
  });

  it('refunded unused it is gone; in part, what is left fits the part; used, it is refused', () => {
    const { db, planId, anna, visitId, benefitId } = setUp();
    const [sold] = lineIdsOf(db, visitId);
    use(db, anna, benefitId, daysOn(2));
    use(db, anna, benefitId, daysOn(3));
    const all = { lineId: sold!, quantityThousandths: 1000, amountMinor: 40_000 };
    expect(refusal(() => refund(db, visitId, [all], daysOn(4)))).toBe('benefit.usedSince');
    expect(held(db, anna, planId, daysOn(4)).balance).toBe(3);
    const part = refund(db, visitId, [{ ...all, quantityThousandths: 600, amountMinor: 24_000 }], daysOn(4));
    expect(held(db, anna, planId, daysOn(4))).toMatchObject({ balance: 0, given: 2 });
    cancel(db, part.visitId, daysOn(5));
    expect(held(db, anna, planId, daysOn(5)).balance).toBe(3);
    const bea = customer(db, 'Bea');
    const other = record(db, { customerId: bea, lines: [line('Five massages', 40_000)] }, daysOn(5));
    const whole = { ...all, lineId: lineIdsOf(db, other.visitId)[0]! };
    refund(db, other.visitId, [whole], daysOn(6));
    expect(held(db, bea, planId, daysOn(6))).toMatchObject({ balance: 0, state: 'cancelled' });
  });

  it('goes and comes back with the visit that sold it, as the same one', () => {
    const { db, planId, anna, visitId, benefitId } = setUp();
    const { changeId } = cancel(db, visitId, daysOn(2));
    expect(held(db, anna, planId, daysOn(2))).toMatchObject({ balance: 0, state: 'cancelled' });
    undoChange(db, changeId!, daysOn(3));
    expect(held(db, anna, planId, daysOn(3))).toMatchObject({ benefitId, balance: 5, state: 'holds' });
    use(db, anna, benefitId, daysOn(4));
    expect(refusal(() => cancel(db, visitId, daysOn(5)))).toBe('benefit.usedSince');
  });

  it('follows its line: taken off, put back, sold to somebody else', () => {
    const { db, planId, anna, visitId, benefitId } = setUp();
    const { changeId } = editLines(db, visitId, [{ ...line('Massage', 9000), lineId: null }], daysOn(2));
    expect(held(db, anna, planId, daysOn(2)).state).toBe('cancelled');
    undoChange(db, changeId!, daysOn(2));
    expect(held(db, anna, planId, daysOn(2))).toMatchObject({ benefitId, state: 'holds', balance: 5 });
    const ewa = customer(db, 'Ewa');
    const [lineId] = lineIdsOf(db, visitId);
    const same = [{ ...line('Five massages', 40_000), lineId }];
    editLines(db, visitId, same, daysOn(3), { customerId: ewa });
    expect(holdingsOf(db, anna, daysOn(3))).toEqual([]);
    use(db, ewa, benefitId, daysOn(4));
    expect(refusal(() => editLines(db, visitId, same, daysOn(5), { customerId: anna }))).toBe(
      'benefit.usedSince',
    );
  });

  it('recorded twice with one uid, it is sold once and used once', () => {
    const { db, planId, anna, benefitId } = setUp();
    const visit = {
      customerId: anna,
      visitUid: randomUUID(),
      lines: [line('Five massages', 40_000), line('Massage', 0, { benefitId })],
    };
    record(db, visit, daysOn(2));
    const once = contentOf(db.sqlite);
    record(db, visit, daysOn(2));
    expect(contentOf(db.sqlite)).toBe(once);
    expect(holdingsOf(db, anna, daysOn(2)).filter((one) => one.planId === planId)).toHaveLength(2);
  });

  it('a line that was paid by it gives its use back when it is refunded or paid in money after all', () => {
    const { db, planId, anna, benefitId } = setUp();
    const first = use(db, anna, benefitId, daysOn(2));
    refund(
      db,
      first.visitId,
      [{ lineId: lineIdsOf(db, first.visitId)[0]!, quantityThousandths: 1000, amountMinor: 0 }],
      daysOn(3),
    );
    expect(held(db, anna, planId, daysOn(3)).balance).toBe(5);
    const second = use(db, anna, benefitId, daysOn(4));
    const lineId = lineIdsOf(db, second.visitId)[0]!;
    const asItWas = { ...line('Massage', 0, { discountMinor: 9000 }), lineId };
    expect(editLines(db, second.visitId, [asItWas], daysOn(5))).toEqual({ changeId: null });
    editLines(db, second.visitId, [{ ...line('Massage', 9000), lineId, benefitId: null }], daysOn(5));
    expect(held(db, anna, planId, daysOn(5)).balance).toBe(5);
    expect(showVisit(db, second.visitId).lines[0]?.benefit).toBeNull();
  });
});

describe('stamps and points', () => {
  it('are earned by everybody, and a line that they pay for never earns', () => {
    const db = openShop(null);
    const stamps = plan(db, 'Card', STAMPS);
    const points = plan(db, 'Points', POINTS);
    const anna = customer(db, 'Anna');
    for (const day of [1, 2, 3]) record(db, { customerId: anna, lines: [line('Cut', 12_500)] }, daysOn(day));
    expect(held(db, anna, stamps, daysOn(3)).balance).toBe(3);
    expect(held(db, anna, points, daysOn(3)).balance).toBe(36);
    const { benefitId } = held(db, anna, stamps, daysOn(3));
    const reward = { ...line('Cut', 0), benefitId, discountMinor: 12_500 };
    record(db, { customerId: anna, lines: [reward] }, daysOn(4));
    expect(held(db, anna, stamps, daysOn(4)).balance).toBe(0);
    expect(held(db, anna, points, daysOn(4)).balance).toBe(36);
    expect(refusal(() => record(db, { customerId: anna, lines: [reward] }, daysOn(5)))).toBe(
      'benefit.notEnough',
    );
  });

  it('points pay a part, and what they pay earns nothing', () => {
    const db = openShop(null);
    const points = plan(db, 'Points', POINTS);
    const anna = customer(db, 'Anna');
    record(db, { customerId: anna, lines: [line('Cut', 100_000)] }, daysOn(1));
    const { benefitId } = held(db, anna, points, daysOn(1));
    // 1.20 of it with points of 0.50 each takes three.
    const lines = [line('Cut', 880, { benefitId, discountMinor: 120 })];
    record(db, { customerId: anna, lines }, daysOn(2));
    expect(held(db, anna, points, daysOn(2)).balance).toBe(97);
    expect(readShopTotals(db)).toMatchObject({ netMinor: 100_880 });
  });

  it('expire lot by lot, the first to expire used first', () => {
    const db = openShop(null);
    const points = plan(db, 'Points', POINTS);
    const anna = customer(db, 'Anna');
    record(db, { customerId: anna, lines: [line('Cut', 10_000)] }, daysOn(0));
    record(db, { customerId: anna, lines: [line('Cut', 5000)] }, daysOn(30));
    const { benefitId } = held(db, anna, points, daysOn(30));
    record(db, { customerId: anna, lines: [line('Cut', 0, { benefitId, discountMinor: 200 })] }, daysOn(40));
    expect(held(db, anna, points, daysOn(61))).toMatchObject({
      balance: 11,
      nextToExpire: { amount: 6, on: '2026-05-14' },
    });
    expect(held(db, anna, points, daysOn(62)).balance).toBe(5);
    expect(held(db, anna, points, daysOn(92)).balance).toBe(0);
  });

  it('are not earned before the plan was made, by walk-ins, on what cost nothing, or on another plan’s offerings', () => {
    const db = openShop(null);
    record(db, { lines: [line('Cut', 1000), line('Wax', 1000)] }, daysOn(0));
    const cut = prepared(db, "SELECT id FROM offering WHERE name = 'Cut'").get() as { id: number };
    const stamps = plan(db, 'Card', STAMPS, { earns: [cut.id] }, daysOn(5));
    const anna = customer(db, 'Anna');
    record(
      db,
      { customerId: anna, at: { date: '2026-03-18', time: null }, lines: [line('Cut', 1000)] },
      daysOn(6),
    );
    record(db, { lines: [line('Cut', 1000)] }, daysOn(6));
    record(db, { customerId: anna, lines: [line('Cut', 0)] }, daysOn(6));
    record(db, { customerId: anna, lines: [line('Wax', 1000)] }, daysOn(6));
    record(db, { customerId: anna, lines: [] }, daysOn(6));
    expect(holdingsOf(db, anna, daysOn(6))).toEqual([]);
    record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(7));
    expect(held(db, anna, stamps, daysOn(7)).balance).toBe(1);
  });

  it('that were spent since keep their visit from being cancelled; other visits go freely', () => {
    const db = openShop(null);
    const stamps = plan(db, 'Card', { ...STAMPS, needed: 2 } as typeof STAMPS);
    const anna = customer(db, 'Anna');
    const visits = [1, 2, 3].map((day) =>
      record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(day)),
    );
    const { benefitId } = held(db, anna, stamps, daysOn(3));
    record(db, { customerId: anna, lines: [line('Cut', 0, { benefitId })] }, daysOn(4));
    const { changeId } = cancel(db, visits[2]!.visitId, daysOn(5));
    expect(held(db, anna, stamps, daysOn(5)).balance).toBe(0);
    expect(refusal(() => cancel(db, visits[0]!.visitId, daysOn(5)))).toBe('benefit.usedSince');
    undoChange(db, changeId!, daysOn(6));
    expect(held(db, anna, stamps, daysOn(6)).balance).toBe(1);
  });

  it('taken back by hand stay taken back when the visit is changed, and come back by undo', () => {
    const db = openShop(null);
    const stamps = plan(db, 'Card', STAMPS);
    const anna = customer(db, 'Anna');
    const { visitId } = record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(1));
    const { benefitId } = held(db, anna, stamps, daysOn(1));
    const [entry] = benefitStatement(db, { benefitId }, daysOn(1)).holdings[0]!.entries;
    const { changeId } = correctEntry(db, { entryId: entry!.entryId }, daysOn(2));
    expect(refusal(() => correctEntry(db, { entryId: entry!.entryId }, daysOn(2)))).toBe(
      'benefit.takenBackBefore',
    );
    const lineId = lineIdsOf(db, visitId)[0]!;
    editLines(db, visitId, [{ ...line('Cut', 2000), lineId }], daysOn(2));
    expect(held(db, anna, stamps, daysOn(2)).balance).toBe(0);
    undoChange(db, changeId!, daysOn(3));
    expect(held(db, anna, stamps, daysOn(3)).balance).toBe(1);
    expect(sumOfEntries(db, benefitId)).toBe(1);
  });

  it('an archived plan earns no more, and keeps what was earned when an old visit is changed', () => {
    const db = openShop(null);
    const stamps = plan(db, 'Card', STAMPS);
    const anna = customer(db, 'Anna');
    const { visitId } = record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(1));
    setPlanArchived(db, { planId: stamps, isArchived: true }, daysOn(2));
    record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(3));
    editLines(db, visitId, [{ ...line('Cut', 2000), lineId: lineIdsOf(db, visitId)[0]! }], daysOn(3));
    expect(held(db, anna, stamps, daysOn(3)).balance).toBe(1);
  });

  it('from the paper card are added to the card they have, once however often it is sent', () => {
    const db = openShop(null);
    const stamps = plan(db, 'Card', STAMPS);
    const anna = customer(db, 'Anna');
    record(db, { customerId: anna, lines: [line('Cut', 1000)] }, daysOn(1));
    const entryUid = randomUUID();
    const first = grant(db, { planId: stamps, customerId: anna, amount: 6, entryUid }, daysOn(2));
    grant(db, { planId: stamps, customerId: anna, amount: 6, entryUid }, daysOn(2));
    expect(held(db, anna, stamps, daysOn(2)).balance).toBe(7);
    undoChange(db, first.changeId!, daysOn(2));
    expect(held(db, anna, stamps, daysOn(2)).balance).toBe(1);
  });
});

describe('a voucher', () => {
  it('has a number with the visit that sold it, with a card or without, and none when that is taken back', () => {
    const db = openShop(null);
    plan(db, 'Voucher', VOUCHER, { soldAs: 'Gift voucher' });
    plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' });
    const anna = customer(db, 'Anna');
    const lines = [line('Gift voucher', 5000), line('Five massages', 40_000), line('Cut', 900)];
    const visitUid = randomUUID();
    const bought = record(db, { customerId: anna, lines, visitUid }, daysOn(1));
    expect(bought.sold).toMatchObject([{ name: 'Voucher' }]);
    expect(record(db, { customerId: anna, lines, visitUid }, daysOn(1)).sold).toEqual(bought.sold);
    // Whoever has no card has both by their numbers.
    expect(
      record(db, { lines }, daysOn(1))
        .sold.map(({ name }) => name)
        .sort(),
    ).toEqual(['Five', 'Voucher']);
    undoRecordedVisit(db, { visitId: bought.visitId }, daysOn(1));
    expect(showVisit(db, bought.visitId).sold).toEqual([]);
  });

  it('sold to a walk-in is for whoever brings its number, and is used bit by bit', () => {
    const db = openShop(null);
    const planId = plan(db, 'Voucher', VOUCHER, { soldAs: 'Gift voucher' });
    const { visitId, sold } = record(db, { lines: [line('Gift voucher', 10_000)] }, daysOn(1));
    const { code } = prepared(db, 'SELECT code FROM benefit WHERE plan_id = ?').get(planId) as {
      code: string;
    };
    // Told right after recording, and on the visit as long as it is sold with it.
    expect(sold).toMatchObject([{ name: 'Voucher', code }]);
    expect(showVisit(db, visitId).sold).toEqual(sold);
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const voucher = () => benefitByCode(db, { code: typed }, daysOn(9)).holding!;
    const { benefitId } = voucher();
    expect(voucher().balance).toBe(10_000);
    const anna = customer(db, 'Anna');
    const pay = (discountMinor: number) =>
      record(db, { customerId: anna, lines: [line('Cut', 0, { benefitId, discountMinor })] }, daysOn(2));
    pay(4000);
    expect(voucher().balance).toBe(6000);
    expect(refusal(() => pay(6001))).toBe('benefit.notEnough');
    expect(refusal(() => pay(0))).toBe('benefit.doesNotPay');
    expect(benefitByCode(db, { code: 'NOPE' }, daysOn(2)).holding).toBeNull();
    const { changeId } = setBenefitCode(db, { benefitId, code: 'lato-2026' }, daysOn(3));
    expect(benefitByCode(db, { code: 'LATO 2026' }, daysOn(3)).holding?.benefitId).toBe(benefitId);
    const twin = { planId, amount: 500, code: 'Lato2026' };
    expect(refusal(() => grant(db, twin, daysOn(3)))).toBe('benefit.codeTaken');
    undoChange(db, changeId!, daysOn(4));
    expect(voucher().code).toBe(code);
  });

  it('for one use goes whole, and comes whole again', () => {
    const db = openShop(null);
    const planId = plan(db, 'Voucher', { ...VOUCHER, isPartial: false } as typeof VOUCHER);
    const anna = customer(db, 'Anna');
    const { benefitId } = grant(db, { planId, customerId: anna, amount: 10_000 }, daysOn(1));
    const lines = [line('Cut', 0, { benefitId, discountMinor: 4000 })];
    const { visitId } = record(db, { customerId: anna, lines }, daysOn(2));
    expect(held(db, anna, planId, daysOn(2)).balance).toBe(0);
    cancel(db, visitId, daysOn(3));
    expect(held(db, anna, planId, daysOn(3)).balance).toBe(10_000);
    uncancelVisit(db, { visitId }, daysOn(3));
    expect(held(db, anna, planId, daysOn(3)).balance).toBe(0);
  });

  it('only a voucher can be for whoever brings it', () => {
    const db = openShop(null);
    const planId = plan(db, 'Card', STAMPS);
    expect(refusal(() => grant(db, { planId }, daysOn(1)))).toBe('benefit.needsCustomer');
  });
});

describe('a membership', () => {
  const setUp = () => {
    const db = openShop(null);
    const planId = plan(db, 'Monthly', MEMBERSHIP, { soldAs: 'Month' });
    const anna = customer(db, 'Anna');
    const sell = (nowMs: number) => record(db, { customerId: anna, lines: [line('Month', 15_000)] }, nowMs);
    return { db, planId, anna, sell };
  };

  it('sold again before its end goes on from there; lapsed past its grace it is a new one', () => {
    const { db, anna, sell } = setUp();
    sell(daysOn(1));
    sell(daysOn(20));
    sell(daysOn(100));
    const periods = holdingsOf(db, anna, daysOn(20))
      .sort((a, b) => a.benefitId - b.benefitId)
      .map(({ startsOn, endsOn }) => [startsOn, endsOn]);
    expect(periods).toEqual([
      ['2026-03-15', '2026-04-14'],
      ['2026-04-15', '2026-05-14'],
      ['2026-06-22', '2026-07-21'],
    ]);
    const chain = prepared(db, 'SELECT id, renews_benefit_id AS renews FROM benefit ORDER BY id').all() as {
      id: number;
      renews: number | null;
    }[];
    expect(chain.map(({ renews: before }) => before)).toEqual([null, chain[0]!.id, null]);
  });

  it('covers what is used in its period, and cannot be unsold once it did', () => {
    const { db, planId, anna, sell } = setUp();
    const sold = sell(daysOn(1));
    const { benefitId } = held(db, anna, planId, daysOn(1));
    const enter = (nowMs: number) =>
      record(db, { customerId: anna, lines: [line('Entry', 0, { benefitId, discountMinor: 800 })] }, nowMs);
    const entered = enter(daysOn(2));
    expect(refusal(() => enter(daysOn(40)))).toBe('benefit.notHeldThen');
    expect(refusal(() => cancel(db, sold.visitId, daysOn(3)))).toBe('benefit.usedSince');
    cancel(db, entered.visitId, daysOn(3));
    cancel(db, sold.visitId, daysOn(3));
    expect(held(db, anna, planId, daysOn(3)).state).toBe('cancelled');
    expect(refusal(() => uncancelVisit(db, { visitId: entered.visitId }, daysOn(4)))).toBe(
      'benefit.notHeldThen',
    );
  });

  it('is listed when it ends soon or ended lately, and no longer once it is renewed', () => {
    const { db, planId, anna, sell } = setUp();
    sell(daysOn(1));
    const ending = (nowMs: number) =>
      endingMemberships(db, { withinDays: 14, limit: 10 }, nowMs).memberships.map(({ endsOn }) => endsOn);
    expect(ending(daysOn(10))).toEqual([]);
    expect(ending(daysOn(20))).toEqual(['2026-04-14']);
    expect(ending(daysOn(50))).toEqual(['2026-04-14']);
    expect(ending(daysOn(70))).toEqual([]);
    const { benefitId } = held(db, anna, planId, daysOn(20));
    const entryUid = randomUUID();
    const renewed = renewMembership(db, { benefitId, entryUid }, daysOn(20));
    expect(renewMembership(db, { benefitId, entryUid }, daysOn(20)).benefitId).toBe(renewed.benefitId);
    expect(ending(daysOn(20))).toEqual([]);
    expect(holdingsOf(db, anna, daysOn(20)).find((one) => one.benefitId === benefitId)?.renewedById).toBe(
      renewed.benefitId,
    );
    undoChange(db, renewed.changeId!, daysOn(21));
    expect(ending(daysOn(21))).toEqual(['2026-04-14']);
  });

  it('given up, what is left of it is gone from that day on', () => {
    const { db, planId, anna, sell } = setUp();
    sell(daysOn(1));
    const { benefitId } = held(db, anna, planId, daysOn(1));
    const { changeId } = cancelBenefit(db, { benefitId }, daysOn(5));
    expect(sumOfEntries(db, benefitId)).toBe(0);
    expect(cancelBenefit(db, { benefitId }, daysOn(5))).toEqual({ changeId: null });
    undoChange(db, changeId!, daysOn(6));
    expect(held(db, anna, planId, daysOn(6))).toMatchObject({ state: 'holds', balance: 1 });
  });
});

describe('a warranty', () => {
  it('comes with what it is given for, names it, and goes with it', () => {
    const db = openShop(null);
    record(db, { lines: [line('Brakes', 1000)] }, daysOn(0));
    const brakes = prepared(db, "SELECT id FROM offering WHERE name = 'Brakes'").get() as { id: number };
    const planId = plan(db, 'Warranty', WARRANTY, { earns: [brakes.id], pays: [brakes.id] });
    const anna = customer(db, 'Anna');
    const { visitId } = record(
      db,
      { customerId: anna, lines: [line('Brakes', 50_000), line('Wipers', 5000)] },
      daysOn(1),
    );
    expect(holdingsOf(db, anna, daysOn(1))).toHaveLength(1);
    const { benefitId, endsOn, soldWith } = held(db, anna, planId, daysOn(1));
    expect([endsOn, soldWith?.offeringName]).toEqual(['2028-03-15', 'Brakes']);
    record(
      db,
      { customerId: anna, lines: [line('Brakes', 0, { benefitId, discountMinor: 9000 })] },
      daysOn(30),
    );
    // What a warranty paid for has none of its own.
    expect(holdingsOf(db, anna, daysOn(30))).toHaveLength(1);
    expect(refusal(() => cancel(db, visitId, daysOn(31)))).toBe('benefit.usedSince');
  });
});

describe('a demo shop', () => {
  it.each(['salon', 'dental', 'workshop', 'shop', 'gym'] as const)(
    'of the trade %s holds what its ledger says, the same each time',
    async (trade) => {
      const made = async () => {
        const db = open(newDatabaseFile(null), { key: null });
        await makeDemoShop(db, { ...DEMO, trade });
        return db;
      };
      const db = await made();
      const today = todayOf(db, DEMO.nowMs);
      const ids = (prepared(db, 'SELECT id FROM benefit').all() as { id: number }[]).map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(5);
      for (const id of ids) {
        const state = ledgerState(listEntries(db, id), today.date);
        expect(state.shortOn).toBeNull();
        expect(sumOfEntries(db, id)).toBe(state.balance);
      }
      expect(countSummaryDifferences(db)).toEqual({ customer_month: 0, customer_total: 0, walk_in_month: 0 });
      const ledger = (of: Database) =>
        prepared(
          of,
          'SELECT benefit_id, move, amount, on_date, expires_on, visit_id FROM benefit_entry',
        ).all();
      expect(ledger(await made())).toEqual(ledger(db));
    },
  );
});

describe('plans', () => {
  it('are refused under a name that is taken, and of another kind than they were', () => {
    const db = openShop(null);
    const planId = plan(db, 'Card', STAMPS);
    expect(refusal(() => plan(db, 'CARD', POINTS))).toBe('catalogue.nameTaken');
    const changed = { name: 'Card', rules: POINTS, soldAs: null, earns: [], pays: [] };
    expect(refusal(() => changePlan(db, { planId, plan: changed }, daysOn(1)))).toBe('benefit.kindStays');
  });

  it('of the trade can be taken as they are', () => {
    const db = openShop(null);
    const { plans } = usualPlans(db);
    for (const one of plans) {
      const parsed = appContract['benefitPlan.create'].input.parse(one);
      plan(db, parsed.name, parsed.rules, parsed);
    }
    expect(plans.length).toBeGreaterThan(1);
    expect(usualPlans(db).plans).toEqual([]);
  });
});
