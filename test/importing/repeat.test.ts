/** Bringing files in again: the same one, an overlapping one, one in another order, one after the desk was quicker. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { cancelVisitTx, recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { runs } from '../runs.ts';
import { cdnow, everything, fixture, importFile, storedVisits, TODAY_MS } from './support.ts';

const HEADER = 'client_id;date;receipt;product;amount';

const write = (rows: readonly string[], folder = tempDir()): string => {
  const path = join(folder, 'visits.csv');
  writeFileSync(path, `${[HEADER, ...rows].join('\n')}\n`);
  return path;
};

const expectSound = (db: Database): void => {
  expect(checkDatabase({ file: db.file, key: null, depth: 'full' }).problems).toEqual([]);
};

describe('the same file again', () => {
  it.each(['receipts.csv', 'refunds.csv', 'walk-ins.csv', 'polish-windows1250.csv', 'phones-and-mails.csv'])(
    '%s creates nothing',
    async (name) => {
      const db = openShop(null);
      const first = await importFile(db, fixture(name));
      const visits = storedVisits(db);
      const second = await importFile(db, fixture(name));
      expect(second.counts).toMatchObject({
        read: first.counts.read,
        created: 0,
        updated: 0,
        unchanged: first.counts.created,
        customersCreated: 0,
        visitsCreated: 0,
        netMinor: first.counts.netMinor,
      });
      expect(storedVisits(db)).toEqual(visits);
      expectSound(db);
    },
  );

  it('CDNOW: 6,919 rows, 2,357 customers, then nothing', async () => {
    const db = openShop(null);
    const { counts } = await importFile(db, cdnow('CDNOW_sample.txt'));
    expect(counts).toEqual({
      read: 6919,
      created: 6919,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      rejected: 0,
      customersCreated: 2357,
      visitsCreated: 6919,
      netMinor: 24409194,
      firstDate: '1997-01-01',
      lastDate: '1998-06-30',
    });
    const again = await importFile(db, cdnow('CDNOW_sample.txt'));
    expect(again.counts).toMatchObject({ created: 0, unchanged: 6919, customersCreated: 0 });
    expectSound(db);
  });
});

describe('files that overlap', () => {
  it('rows in both are kept once, new ones are added, equal ones within a file stay two', async () => {
    const db = openShop(null);
    const january = ['a;2024-01-01;;Tea;1.00', 'a;2024-01-01;;Tea;1.00', 'b;2024-01-02;;Tea;2.00'];
    const february = ['a;2024-01-01;;Tea;1.00', 'b;2024-01-02;;Tea;2.00', 'b;2024-02-02;;Tea;3.00'];
    await importFile(db, write(january));
    const second = await importFile(db, write(february));
    expect(second.counts).toMatchObject({ read: 3, created: 1, unchanged: 2 });
    // Three equal rows where there were two: the larger number counts.
    const third = await importFile(db, write([january[0]!, january[0]!, january[0]!]));
    expect(third.counts).toMatchObject({ created: 1, unchanged: 2 });
    expect(storedVisits(db)).toHaveLength(5);
    expectSound(db);
  });

  it('a receipt cut in two by the end of an export is one visit', async () => {
    const db = openShop(null);
    await importFile(db, write(['a;2024-01-31;77;Bread;5.00', 'b;2024-01-31;78;Bread;5.00']));
    const second = await importFile(db, write(['a;2024-01-31;77;Bread;5.00', 'a;2024-01-31;77;Butter;6.00']));
    expect(second.counts).toMatchObject({ created: 1, unchanged: 1, visitsCreated: 0 });
    expect(storedVisits(db)).toHaveLength(2);
    expectSound(db);
  });

  it('a visit that was cancelled here is not brought back', async () => {
    const db = openShop(null);
    const path = write(['a;2024-01-31;;Bread;5.00']);
    await importFile(db, path);
    const visitId = db.sqlite.prepare('SELECT id FROM visit').pluck().get() as number;
    inTransaction(db, () => cancelVisitTx(db, visitId, { atMs: TODAY_MS, reason: null }));
    expect((await importFile(db, path)).counts).toMatchObject({ created: 0, unchanged: 1 });
    expect(readVisitExtract(db).day).toHaveLength(0);
  });

  it('thousands of receipts in no order are found again after they were forgotten', async () => {
    const db = openShop(null);
    const rows = Array.from({ length: 25_000 }, (_, i) => `c${i};2024-01-02;${i};Bread;1.00`);
    const { counts } = await importFile(
      db,
      write([...rows, ...rows.slice(0, 10).map((row) => `${row.slice(0, -4)}2.00`)]),
    );
    expect(counts).toMatchObject({ read: 25_010, created: 25_010, visitsCreated: 25_000 });
    expectSound(db);
  });
});

describe('after the desk', () => {
  it('the till row of that day fills the visit without an amount, once', async () => {
    const db = openShop(null);
    inTransaction(db, () => {
      const customerId = insertCustomerTx(db, {
        displayName: 'Anna',
        externalId: 'a',
        createdAtMs: TODAY_MS,
      });
      recordVisitTx(
        db,
        {
          customerId,
          occurredAtMs: Date.UTC(2024, 0, 31, 10),
          businessDate: '2024-01-31',
          source: 'desk',
          createdAtMs: TODAY_MS,
        },
        [],
      );
    });
    const path = write([
      'a;2024-01-31;7;Bread;5.00',
      'a;2024-01-31;7;Butter;6.00',
      'a;2024-01-31;8;Tea;1.00',
    ]);
    const { counts } = await importFile(db, path);
    expect(counts).toMatchObject({ read: 3, updated: 1, created: 2, visitsCreated: 1, customersCreated: 0 });
    expect(storedVisits(db)).toEqual([
      { customer: 'Anna', day: '2024-01-31', receipt: '7', lines: ['Bread 1 500', 'Butter 1 600'] },
      { customer: 'Anna', day: '2024-01-31', receipt: '8', lines: ['Tea 1 100'] },
    ]);
    expect((await importFile(db, path)).counts).toMatchObject({ updated: 0, created: 0, unchanged: 3 });
    expectSound(db);
  });
});

describe('a dry run', () => {
  it.each(['receipts.csv', 'impossible-rows.csv'])(
    '%s: counts as the real run will, and changes nothing',
    async (name) => {
      const db = openShop(null);
      await importFile(db, fixture('refunds.csv'));
      const before = everything(db);
      const dry = await importFile(db, fixture(name), {}, true);
      expect(dry.isDryRun).toBe(true);
      expect(everything(db)).toBe(before);
      const real = await importFile(db, fixture(name));
      expect(real.counts).toEqual(dry.counts);
    },
  );
});

describe('the first import into an empty shop', () => {
  const schemaOf = (db: Database) =>
    db.sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name').all();

  it.each([true, false])(
    'builds its indexes at the end and leaves the schema as it was (dry run: %s)',
    async (dryRun) => {
      const db = openShop(null);
      const before = schemaOf(db);
      await importFile(db, fixture('receipts.csv'), {}, dryRun);
      expect(schemaOf(db)).toEqual(before);
      await expect(importFile(db, fixture('impossible-rows.csv'), { dateFormat: 'dd' })).rejects.toThrow();
      expect(schemaOf(db)).toEqual(before);
      expectSound(db);
    },
  );
});

describe('the order of rows', () => {
  const row = fc
    .record({
      customer: fc.constantFrom('a', 'b', 'c', 'd', ''),
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 6 }),
      receipt: fc.constantFrom('', '1', '2'),
      product: fc.constantFrom('Tea', 'Bread', ''),
      amount: fc.integer({ min: -500, max: 5000 }),
    })
    .map(({ customer, day, month, receipt, product, amount }) => {
      const two = (n: number) => String(n).padStart(2, '0');
      return `${customer};2024-${two(month)}-${two(day)};${receipt};${product};${(amount / 100).toFixed(2)}`;
    });
  const twoOrders = fc
    .array(row, { minLength: 1, maxLength: 40 })
    .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));

  it('changes no figure', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'revino-order-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const mapping = {
      dateFormat: 'yyyy-MM-dd',
      decimal: '.' as const,
      separator: ';',
      layout: 'delimited' as const,
      header: true,
      columns: { customer: 0, date: 1, receipt: 2, offering: 3, amount: 4 },
    };
    const figuresOf = async (rows: readonly string[]) => {
      const db = openShop(null);
      const { counts } = await importFile(db, write(rows, folder), mapping);
      const extract = readVisitExtract(db);
      const asOf = '2024-06-30';
      db.close();
      return {
        counts,
        figures: computeFigures(extract, { asOf }),
        cohorts: cohortTable(extract, { kind: 'on-or-after', by: 'month', asOf }),
      };
    };
    await fc.assert(
      fc.asyncProperty(twoOrders, async ([rows, shuffled]) => {
        expect(await figuresOf(shuffled)).toEqual(await figuresOf(rows));
      }),
      { numRuns: runs(15) },
    );
  });

  it('CDNOW turned upside down gives the same figures', async () => {
    const upright = openShop(null);
    await importFile(upright, cdnow('CDNOW_sample.txt'));
    const folder = tempDir();
    const path = join(folder, 'reversed.txt');
    const lines = readFileSync(cdnow('CDNOW_sample.txt'), 'utf8').trimEnd().split('\r\n');
    writeFileSync(path, `${lines.toReversed().join('\r\n')}\r\n`);
    const reversed = openShop(null);
    await importFile(reversed, path);
    const question = { asOf: '1998-06-30' };
    expect(computeFigures(readVisitExtract(reversed), question)).toEqual(
      computeFigures(readVisitExtract(upright), question),
    );
  });
});
