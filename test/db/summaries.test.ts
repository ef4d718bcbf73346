// The summary rows and the extract against a plain recomputation in JS, for any sequence of commands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { getOrCreateOfferingTx } from '../../db/repositories/catalogue.ts';
import { insertCustomerTx, updateCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { updateShopTx } from '../../db/repositories/shop.ts';
import {
  countSummaryDifferences,
  readCustomerTotal,
  readShopTotals,
  rebuildAllSummariesTx,
  rebuildForCustomersTx,
  rebuildWalkInMonthsTx,
} from '../../db/repositories/summary.ts';
import {
  cancelVisitTx,
  insertVisitLineTx,
  insertVisitTx,
  type NewVisit,
  recordVisitTx,
} from '../../db/repositories/visit.ts';
import { beginTransaction, inTransaction } from '../../db/transaction.ts';
import { NO_DAY, NO_OFFERING } from '../../src-shared/domain/extract.ts';
import { runs } from '../runs.ts';
import { NOW_MS, openShop } from './support/databases.ts';

const SOUND = { customer_month: 0, customer_total: 0, walk_in_month: 0 };
const DAYS = ['2024-02-28', '2024-02-29', '2024-03-01', '2024-12-31', '2025-01-01', '1999-06-15'];

interface Line {
  readonly amountMinor: number;
  readonly quantityThousandths: number;
  /** 0: none; else the n-th offering. */
  readonly offering: number;
}
type Command =
  | {
      readonly kind: 'record';
      readonly customer: number;
      readonly day: string;
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'cancel'; readonly visit: number };

const line: fc.Arbitrary<Line> = fc
  .record({
    amountMinor: fc.integer({ min: -300, max: 300 }),
    quantityThousandths: fc.constantFrom(-1000, 0, 500, 1000),
    offering: fc.nat(3),
  })
  .map((made) =>
    made.quantityThousandths < 0 ? { ...made, amountMinor: -Math.abs(made.amountMinor) } : made,
  );
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      customer: fc.nat(3),
      day: fc.constantFrom(...DAYS),
      lines: fc.array(line, { maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), visit: fc.nat(20) }) },
);

/** Customers 1 to 3 are people, 0 is a walk-in. */
interface Model {
  readonly customer: number;
  readonly day: string;
  readonly lines: readonly Line[];
  isCancelled: boolean;
}

const isRefund = (each: Line) => each.quantityThousandths < 0 || each.amountMinor < 0;
const isOccasion = ({ lines }: Model) => lines.length === 0 || lines.some((each) => !isRefund(each));
const netOf = (visits: readonly Model[]) =>
  visits.flatMap(({ lines }) => lines).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
const dayNumber = (iso: string) => Date.parse(iso) / 86_400_000;

/** A shop with three customers and three offerings; each case runs in a transaction that is rolled back. */
function shopOfThree(): { db: Database; customers: number[]; offerings: number[] } {
  const db = openShop();
  const customers: number[] = [];
  const offerings: number[] = [];
  inTransaction(db, () => {
    for (const name of ['Ana', 'Bogdan', 'Celina']) {
      customers.push(insertCustomerTx(db, { displayName: name, createdAtMs: NOW_MS }));
      offerings.push(getOrCreateOfferingTx(db, `Usługa ${name}`, NOW_MS));
    }
  });
  return { db, customers, offerings };
}

function visitOf(customers: readonly number[], customer: number, day: string): NewVisit {
  return {
    customerId: customer === 0 ? null : customers[customer - 1]!,
    occurredAtMs: NOW_MS,
    businessDate: day,
    source: 'desk',
    createdAtMs: NOW_MS,
  };
}

function linesOf(offerings: readonly number[], lines: readonly Line[]) {
  return lines.map(({ offering, ...rest }) => ({
    ...rest,
    offeringId: offering === 0 ? null : offerings[offering - 1]!,
  }));
}

function runCommands(shop: ReturnType<typeof shopOfThree>, commands: readonly Command[]): Model[] {
  const { db, customers, offerings } = shop;
  const visits: { id: number; model: Model }[] = [];
  for (const step of commands) {
    if (step.kind === 'record') {
      const id = recordVisitTx(
        db,
        visitOf(customers, step.customer, step.day),
        linesOf(offerings, step.lines),
      );
      visits.push({ id, model: { ...step, isCancelled: false } });
    } else if (visits.length > 0) {
      const { id, model } = visits[step.visit % visits.length]!;
      expect(cancelVisitTx(db, id, { atMs: NOW_MS, reason: null })).toBe(!model.isCancelled);
      model.isCancelled = true;
    }
  }
  return visits.map(({ model }) => model).filter((model) => !model.isCancelled);
}

function expectTotals(shop: ReturnType<typeof shopOfThree>, visits: readonly Model[]): void {
  for (const [index, id] of shop.customers.entries()) {
    const own = visits.filter(({ customer }) => customer === index + 1);
    const days = own
      .filter(isOccasion)
      .map(({ day }) => day)
      .sort();
    expect(readCustomerTotal(shop.db, id)).toEqual({
      occasions: new Set(days).size,
      visits: days.length,
      netMinor: netOf(own),
      firstDate: days[0] ?? null,
      lastDate: days.at(-1) ?? null,
    });
  }
  const days = visits.map(({ day }) => day).sort();
  const walkIns = visits.filter(({ customer }) => customer === 0);
  expect(readShopTotals(shop.db)).toMatchObject({
    visits: visits.filter(isOccasion).length,
    netMinor: netOf(visits),
    walkInNetMinor: netOf(walkIns),
    firstDate: days[0] ?? null,
    lastDate: days.at(-1) ?? null,
  });
}

function expectExtract(shop: ReturnType<typeof shopOfThree>, visits: readonly Model[]): void {
  const extract = readVisitExtract(shop.db);
  const rows = [...extract.customer].map((customer, row) => ({
    customerId: extract.customerIds[customer],
    day: extract.day[row],
    netMinor: extract.netMinor[row],
    isOccasion: extract.isOccasion[row],
    offering: extract.offering[row],
  }));
  const expected = shop.customers.flatMap((customerId, index) => {
    const own = visits.filter(({ customer }) => customer === index + 1);
    return [...new Set(own.map(({ day }) => day))].sort().map((day) => {
      const onDay = own.filter((visit) => visit.day === day);
      const main = onDay
        .flatMap(({ lines }) => lines)
        .filter((each) => !isRefund(each) && each.offering > 0)
        .sort((a, b) => b.amountMinor - a.amountMinor || a.offering - b.offering)[0];
      return {
        customerId,
        day: dayNumber(day),
        netMinor: netOf(onDay),
        isOccasion: onDay.some(isOccasion) ? 1 : 0,
        offering: main === undefined ? NO_OFFERING : main.offering - 1,
      };
    });
  });
  expect(rows).toEqual(expected);
  const walkIns = visits.filter(({ customer }) => customer === 0);
  const walkInDays = [...new Set(walkIns.map(({ day }) => day))].sort();
  expect([...extract.walkInDay]).toEqual(walkInDays.map(dayNumber));
  expect([...extract.walkInNetMinor]).toEqual(
    walkInDays.map((day) => netOf(walkIns.filter((visit) => visit.day === day))),
  );
  const first = visits.map(({ day }) => day).sort()[0];
  expect(extract.historyStartsOnDay).toBe(first === undefined ? NO_DAY : dayNumber(first));
}

describe('after any sequence of recording and cancelling', () => {
  it('summary rows, totals and the extract are what the visits say', () => {
    const shop = shopOfThree();
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const transaction = beginTransaction(shop.db);
        try {
          const visits = runCommands(shop, commands);
          expect(countSummaryDifferences(shop.db)).toEqual(SOUND);
          expectTotals(shop, visits);
          expectExtract(shop, visits);
        } finally {
          transaction.rollback();
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('an import that rebuilds only whom it touched leaves the same rows as rebuilding everything', () => {
    const { db, customers, offerings } = shopOfThree();
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 10 }),
        fc.array(command, { maxLength: 15 }),
        (before, imported) => {
          const transaction = beginTransaction(db);
          try {
            runCommands({ db, customers, offerings }, before);
            const touched = new Set<number>();
            const months = new Set<string>();
            for (const step of imported) {
              if (step.kind !== 'record') continue;
              const visit = { ...visitOf(customers, step.customer, step.day), source: 'import' as const };
              const id = insertVisitTx(db, visit);
              for (const each of linesOf(offerings, step.lines)) insertVisitLineTx(db, id, each);
              if (visit.customerId === null) months.add(step.day.slice(0, 7));
              else touched.add(visit.customerId);
            }
            rebuildForCustomersTx(db, touched);
            rebuildWalkInMonthsTx(db, months);
            expect(countSummaryDifferences(db)).toEqual(SOUND);
            rebuildAllSummariesTx(db);
            expect(countSummaryDifferences(db)).toEqual(SOUND);
          } finally {
            transaction.rollback();
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });
});

describe('the ground rules by example', () => {
  it('a refund-only visit lowers the turnover and is no occasion; an empty visit is one', () => {
    const { db, customers } = shopOfThree();
    const sale = { quantityThousandths: 1000, amountMinor: 5000 };
    const refund = { quantityThousandths: -1000, amountMinor: -5000 };
    inTransaction(db, () => {
      recordVisitTx(db, visitOf(customers, 1, '2025-01-10'), [sale]);
      recordVisitTx(db, visitOf(customers, 1, '2025-01-10'), []);
      recordVisitTx(db, visitOf(customers, 1, '2025-02-03'), [refund]);
      recordVisitTx(db, visitOf(customers, 2, '2025-02-03'), [refund, sale]);
      recordVisitTx(db, visitOf(customers, 3, '2025-02-03'), [{ quantityThousandths: 1000, amountMinor: 0 }]);
    });
    expect(readCustomerTotal(db, customers[0]!)).toEqual({
      occasions: 1,
      visits: 2,
      netMinor: 0,
      firstDate: '2025-01-10',
      lastDate: '2025-01-10',
    });
    expect(readCustomerTotal(db, customers[1]!)).toMatchObject({ occasions: 1, netMinor: 0 });
    expect(readCustomerTotal(db, customers[2]!)).toMatchObject({ occasions: 1, netMinor: 0 });
    expect([...readVisitExtract(db).isOccasion]).toEqual([1, 0, 1, 1]);
  });

  it('customer since, the owner, and planned intervals reach the extract', () => {
    const { db, customers, offerings } = shopOfThree();
    inTransaction(db, () => {
      recordVisitTx(db, visitOf(customers, 3, '2025-02-03'), [
        { quantityThousandths: 1000, amountMinor: 1, offeringId: offerings[1]! },
      ]);
      updateCustomerTx(db, customers[0]!, { customerSince: '1990-05-05' });
      updateCustomerTx(db, customers[2]!, { customerSince: '1969-12-31' });
      updateShopTx(db, { historyStartsOn: '2020-01-01', isHistoryComplete: false });
    });
    const extract = readVisitExtract(db);
    expect([...extract.customerIds]).toEqual([customers[2]]);
    expect([...extract.customerSinceDay]).toEqual([-1]);
    expect(extract.historyStartsOnDay).toBe(18262);
    expect(extract.isHistoryComplete).toBe(false);
    expect(extract.currency).toBe('PLN');
    expect(extract.offerings.map(({ name }) => name)).toEqual([
      'Usługa Ana',
      'Usługa Bogdan',
      'Usługa Celina',
    ]);
    expect([...extract.offering]).toEqual([1]);
  });

  it('writing outside a transaction is a defect and says so', () => {
    const { db, customers } = shopOfThree();
    expect(() => recordVisitTx(db, visitOf(customers, 1, '2025-01-10'), [])).toThrow(/inside a transaction/);
    expect(db.sqlite.prepare('SELECT count(*) FROM visit').pluck().get()).toBe(0);
  });
});
