// Bulk inserts must leave exactly what the same records leave one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { BulkRecords } from '../../db/repositories/bulkRecords.ts';
import { getOrCreateOfferingTx, getOrCreateStaffTx } from '../../db/repositories/catalogue.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { insertImportBatchTx, insertImportedRowTx, isRowImported } from '../../db/repositories/imported.ts';
import { insertVisitLineTx, insertVisitTx } from '../../db/repositories/visit.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { runs } from '../runs.ts';
import { NOW_MS, openShop } from './support/databases.ts';

const person = fc.record({
  displayName: fc.constantFrom('Łucja Żak', 'Ion Țepeș', 'K-1'),
  phoneE164: fc.option(fc.constantFrom('+48601234567', '+40722123456')),
  isByNumber: fc.boolean(),
});
const line = fc.record({
  amountMinor: fc.integer({ min: 0, max: 9999 }),
  quantityThousandths: fc.constantFrom(1000, 2500),
  hasOffering: fc.boolean(),
});
const visit = fc.record({
  customer: fc.nat(),
  isWalkIn: fc.boolean(),
  businessDate: fc.constantFrom('2025-01-31', '2025-02-01'),
  hasStaff: fc.boolean(),
  receipt: fc.option(fc.constantFrom('P/1', 'P/2')),
  lines: fc.array(line, { maxLength: 3 }),
});

type Visit = typeof visit extends fc.Arbitrary<infer T> ? T : never;
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

/** All rows, without the uids, which are random. */
function rowsOf(db: Database): unknown[] {
  return ['customer', 'customer_token', 'visit', 'visit_line', 'imported_row'].map((table) =>
    db.sqlite
      .prepare(`SELECT * FROM ${table} ORDER BY 1, 2`)
      .all()
      .map((row) => ({ ...(row as object), uid: null })),
  );
}

function write(db: Database, people: Person[], visits: Visit[], how: 'bulk' | 'single'): unknown[] {
  const transaction = beginTransaction(db);
  try {
    const importBatchId = insertImportBatchTx(db, {
      fileName: 'f',
      fileSha256: Buffer.alloc(32),
      kind: 'visits',
      startedAtMs: NOW_MS,
      mapping: {},
    });
    const staffId = getOrCreateStaffTx(db, 'Ewa', NOW_MS);
    const offeringId = getOrCreateOfferingTx(db, 'Strzyżenie', NOW_MS);
    const bulk = new BulkRecords(db, { source: 'import', importBatchId, createdAtMs: NOW_MS });
    const origin = { source: 'import', importBatchId, createdAtMs: NOW_MS } as const;
    const ids = people.map(({ displayName, phoneE164, isByNumber }, index) => {
      const externalId = `K-${index}`;
      const customer = { displayName: isByNumber ? externalId : displayName, externalId, phoneE164 };
      return how === 'bulk'
        ? bulk.addCustomerTx(customer)
        : insertCustomerTx(db, { ...customer, importBatchId, createdAtMs: NOW_MS });
    });
    for (const [index, each] of visits.entries()) {
      const made = {
        customerId: each.isWalkIn || ids.length === 0 ? null : ids[each.customer % ids.length]!,
        occurredAtMs: NOW_MS + index,
        businessDate: each.businessDate,
        staffId: each.hasStaff ? staffId : null,
        receipt: each.receipt,
      };
      const visitId = how === 'bulk' ? bulk.addVisitTx(made) : insertVisitTx(db, { ...made, ...origin });
      for (const { hasOffering, ...amounts } of each.lines) {
        const sold = { ...amounts, offeringId: hasOffering ? offeringId : null };
        if (how === 'bulk') bulk.addLineTx(visitId, sold);
        else insertVisitLineTx(db, visitId, { ...sold, importBatchId });
      }
      const rowHash = Buffer.alloc(16, index % 3);
      const ordinal = 1 + Math.floor(index / 3);
      if (how === 'bulk') bulk.addImportedRowTx(rowHash, ordinal);
      else insertImportedRowTx(db, rowHash, ordinal, importBatchId);
    }
    bulk.flushTx();
    for (let index = 0; index < visits.length; index++) {
      expect(isRowImported(db, Buffer.alloc(16, index % 3), 1 + Math.floor(index / 3))).toBe(true);
    }
    return rowsOf(db);
  } finally {
    transaction.rollback();
  }
}

describe('bulk records', () => {
  it('are the records of single inserts, also beyond one full statement', () => {
    const db = openShop();
    fc.assert(
      fc.property(
        fc.array(person, { maxLength: 130 }),
        fc.array(visit, { maxLength: 260 }),
        (people, visits) => {
          expect(write(db, people, visits, 'bulk')).toEqual(write(db, people, visits, 'single'));
        },
      ),
      { numRuns: runs(40) },
    );
    const everyone = Array.from({ length: 250 }, () => ({
      displayName: 'Ion Țepeș' as const,
      phoneE164: null,
      isByNumber: true,
    }));
    const everyVisit = Array.from({ length: 250 }, (_, customer) => ({
      customer,
      isWalkIn: false,
      businessDate: '2025-02-01' as const,
      hasStaff: false,
      receipt: null,
      lines: [{ amountMinor: 1, quantityThousandths: 1000 as const, hasOffering: false }],
    }));
    expect(write(db, everyone, everyVisit, 'bulk')).toEqual(write(db, everyone, everyVisit, 'single'));
  });
});
