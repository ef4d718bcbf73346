// Two cards of one person become one: their stamps and points are one balance at the desk, and no ledger is rewritten.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { listEntries } from '../../db/repositories/benefit.ts';
import { prepared } from '../../db/transaction.ts';
import { mergeCustomers } from '../../src-main/services/mergeService.ts';
import { undoChange } from '../../src-main/services/undoService.ts';
import { editVisit, recordVisit } from '../../src-main/services/visitService.ts';
import { undoRecordedVisit } from '../../src-main/services/visitUndoService.ts';
import { showVisit } from '../../src-main/services/visitViews.ts';
import { appContract } from '../../src-shared/contract/contract.ts';
import { ledgerState, standingEntries } from '../../src-shared/domain/benefitLedger.ts';
import { poolHoldings } from '../../src-shared/domain/benefitPool.ts';
import { openShop, refusal } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import {
  customer,
  daysOn,
  holdingsOf,
  line,
  PACKAGE,
  POINTS,
  plan,
  record,
  STAMPS,
} from './benefitSupport.ts';

const setUp = (firstVisits: number, secondVisits: number) => {
  const db = openShop(null);
  const planId = plan(db, 'Card', { ...STAMPS, needed: 3, validFor: null } as typeof STAMPS);
  const [anna, ania] = [customer(db, 'Anna'), customer(db, 'Ania')];
  for (let at = 0; at < firstVisits; at++)
    record(db, { customerId: anna, lines: [line('Cut', 5000)] }, daysOn(1));
  for (let at = 0; at < secondVisits; at++)
    record(db, { customerId: ania, lines: [line('Cut', 5000)] }, daysOn(2));
  const before = entriesOf(db);
  const { changeId } = mergeCustomers(
    db,
    { uid: randomUUID(), keptId: anna, mergedId: ania, choices: {} },
    daysOn(3),
  );
  expect(entriesOf(db)).toEqual(before);
  return { db, planId, anna, ania, mergeId: changeId! };
};
const entriesOf = (db: Database): unknown[] => prepared(db, 'SELECT * FROM benefit_entry ORDER BY id').all();
const atDesk = (db: Database, customerId: number, day = 4) =>
  poolHoldings(holdingsOf(db, customerId, daysOn(day)));
const reward = (db: Database, customerId: number, benefitId: number, day = 4) =>
  record(db, { customerId, lines: [line('Cut', 0, { benefitId, discountMinor: 5000 })] }, daysOn(day));
const balances = (db: Database) =>
  (prepared(db, 'SELECT id FROM benefit ORDER BY id').all() as { id: number }[]).map(
    ({ id }) => ledgerState(listEntries(db, id), '2026-12-31').balance,
  );

describe('two stamp cards of one person', () => {
  it('are one at the desk; stamps go on one of them, a reward takes from both', () => {
    const { db, anna } = setUp(2, 2);
    const [card, ...more] = atDesk(db, anna);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ balance: 4, state: 'holds', planName: 'Card' });
    record(db, { customerId: anna, lines: [line('Cut', 5000)] }, daysOn(4));
    expect(balances(db)).toEqual([3, 2]);
    const { visitId } = reward(db, anna, card!.benefitId);
    expect(atDesk(db, anna)).toMatchObject([{ balance: 2 }]);
    const second = record(db, { customerId: anna, lines: [line('Cut', 5000)] }, daysOn(5));
    reward(db, anna, card!.benefitId, 5);
    expect(atDesk(db, anna, 5)).toMatchObject([{ balance: 0, state: 'empty' }]);
    expect(refusal(() => reward(db, anna, card!.benefitId, 5)).code).toBe('benefit.notEnough');
    // What was earned is spent: the visit that earned it stays until the reward is taken back.
    expect(refusal(() => undoRecordedVisit(db, { visitId: second.visitId }, daysOn(5))).code).toBe(
      'benefit.usedSince',
    );
    undoRecordedVisit(db, { visitId }, daysOn(5));
    expect(atDesk(db, anna, 5)).toMatchObject([{ balance: 3 }]);
    expect(checkDatabase({ file: db.file, key: null, depth: 'quick' }).problems).toEqual([]);
  });

  it('keep what each gave when the visit is changed, and when they are two cards again', () => {
    const { db, anna, ania, mergeId } = setUp(2, 2);
    const { visitId } = reward(db, anna, atDesk(db, anna)[0]!.benefitId);
    const shares = () =>
      (prepared(db, 'SELECT id FROM benefit ORDER BY id').all() as { id: number }[]).map(({ id }) =>
        standingEntries(listEntries(db, id))
          .filter(({ move }) => move === 'use')
          .map(({ amount }) => amount),
      );
    expect(shares()).toEqual([[-2], [-1]]);
    const editNote = (note: string) => {
      const shown = showVisit(db, visitId);
      return editVisit(
        db,
        appContract['visit.edit'].input.parse({
          visitId,
          customerId: anna,
          at: { date: shown.date, time: shown.time },
          staffId: null,
          note,
          lines: shown.lines.map(({ lineId, offeringName, amountMinor, discountMinor }) => ({
            lineId,
            offeringName,
            amountMinor,
            discountMinor,
          })),
          ownValues: [],
        }),
        daysOn(5),
      );
    };
    const written = entriesOf(db).length;
    editNote('Fringe');
    expect(entriesOf(db)).toHaveLength(written);
    undoChange(db, mergeId, daysOn(5));
    editNote('Fringe, short');
    expect(shares()).toEqual([[-2], [-1]]);
    expect([atDesk(db, anna, 5)[0]?.balance, atDesk(db, ania, 5)[0]?.balance]).toEqual([0, 1]);
  });

  it('never owe, and give out exactly what was collected', () => {
    fc.assert(
      fc.property(
        fc.nat(7),
        fc.nat(7),
        fc.array(fc.constantFrom('visit', 'reward', 'undo'), { maxLength: 12 }),
        (first, second, steps) => {
          const { db, anna } = setUp(first, second);
          const made: { visitId: number; gave: number }[] = [];
          let expected = first + second;
          for (const step of steps) {
            const [card] = atDesk(db, anna);
            expect(card?.balance ?? 0).toBe(expected);
            if (step === 'undo') {
              const last = made.pop();
              if (last === undefined) continue;
              undoRecordedVisit(db, { visitId: last.visitId }, daysOn(4));
              expected -= last.gave;
            } else if (step === 'visit') {
              const { visitId } = record(db, { customerId: anna, lines: [line('Cut', 100)] }, daysOn(4));
              made.push({ visitId, gave: 1 });
              expected += 1;
            } else if (expected >= 3) {
              made.push({ visitId: reward(db, anna, card!.benefitId).visitId, gave: -3 });
              expected -= 3;
            } else if (card !== undefined)
              expect(refusal(() => reward(db, anna, card.benefitId)).code).toBe('benefit.notEnough');
            for (const balance of balances(db)) expect(balance).toBeGreaterThanOrEqual(0);
          }
          expect(atDesk(db, anna).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: runs(20) },
    );
  });
});

it('points are one balance too; packages stay what they are', () => {
  const db = openShop(null);
  plan(db, 'Points', POINTS);
  plan(db, 'Five', PACKAGE, { soldAs: 'Five massages' });
  const [anna, ania] = [customer(db, 'Anna'), customer(db, 'Ania')];
  for (const customerId of [anna, ania])
    record(db, { customerId, lines: [line('Five massages', 40_000)] }, daysOn(1));
  mergeCustomers(db, { uid: randomUUID(), keptId: anna, mergedId: ania, choices: {} }, daysOn(1));
  const desk = atDesk(db, anna, 2);
  expect(desk.map(({ planName, balance }) => [planName, balance]).sort()).toEqual([
    ['Five', 5],
    ['Five', 5],
    ['Points', 80],
  ]);
  const { benefitId } = desk.find(({ planName }) => planName === 'Points')!;
  const bought = line('Cut', 1000, { benefitId, discountMinor: 3000 });
  recordVisit(
    db,
    appContract['visit.record'].input.parse({
      customerId: anna,
      note: null,
      lines: [bought],
      visitUid: randomUUID(),
    }),
    daysOn(2),
  );
  expect(atDesk(db, anna, 2).find(({ planName }) => planName === 'Points')).toMatchObject({ balance: 20 });
});
