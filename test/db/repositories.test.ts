import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
  listCategories,
  listOfferings,
  listStaff,
} from '../../db/repositories/catalogue.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import {
  findImportBatchByFile,
  finishImportBatchTx,
  hasImportedRows,
  insertImportBatchTx,
  insertImportedRowTx,
  isRowImported,
  listImportBatches,
} from '../../db/repositories/imported.ts';
import { insertOpinionTx, listOpinions, listOpinionsOfCustomer } from '../../db/repositories/opinion.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { insertShopTx, readShop, updateShopTx } from '../../db/repositories/shop.ts';
import {
  cancelVisitTx,
  completeVisitTx,
  findDeskVisitToFill,
  findVisitByReceipt,
  listVisitsOfCustomer,
  listVisitsOfDay,
  readVisit,
  recordVisitTx,
} from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import { newUid, uidToText } from '../../db/uid.ts';
import { NOW_MS, newDatabaseFile, open, openShop, refusal } from './support/databases.ts';

const DAY = '2026-03-14';
const AT = { occurredAtMs: NOW_MS, createdAtMs: NOW_MS } as const;

describe('the shop', () => {
  it('is one row that can be changed', () => {
    const empty = open(newDatabaseFile());
    expect(refusal(() => readShop(empty)).code).toBe('shop.none');
    expect(refusal(() => inTransaction(empty, () => updateShopTx(empty, { name: 'x' }))).code).toBe(
      'shop.none',
    );
    const db = openShop();
    const shop = readShop(db);
    expect(shop).toMatchObject({ name: 'Salon pod Łabędziem', isHistoryComplete: true, isDemo: false });
    expect(refusal(() => inTransaction(db, () => insertShopTx(db, shop))).code).toBe('shop.exists');
    inTransaction(db, () => updateShopTx(db, { currency: 'RON', historyStartsOn: '2020-02-29' }));
    expect(readShop(db)).toMatchObject({ currency: 'RON', historyStartsOn: '2020-02-29' });
    for (const change of [{ currency: 'zł' }, { historyStartsOn: '2021-02-29' }]) {
      expect(() => inTransaction(db, () => updateShopTx(db, change))).toThrow(/CHECK/);
    }
  });

  it('keeps settings as JSON', () => {
    const db = openShop();
    inTransaction(db, () => writeSettingTx(db, 'a', { deep: ['ż', 1, null] }));
    expect(readSetting(db, 'a')).toEqual({ deep: ['ż', 1, null] });
    inTransaction(db, () => writeSettingTx(db, 'a', false));
    expect(readSetting(db, 'a')).toBe(false);
    inTransaction(db, () => writeSettingTx(db, 'a', undefined));
    expect(readSetting(db, 'a')).toBeUndefined();
  });
});

describe('names in the catalogue', () => {
  it('are one in any spelling', () => {
    const db = openShop();
    inTransaction(db, () => {
      const staff = getOrCreateStaffTx(db, ' Żaneta Łoś ', NOW_MS);
      expect(getOrCreateStaffTx(db, 'ZANETA  LOS', NOW_MS)).toBe(staff);
      const category = getOrCreateCategoryTx(db, 'Włosy', NOW_MS);
      expect(getOrCreateCategoryTx(db, 'wlosy', NOW_MS)).toBe(category);
      const offering = getOrCreateOfferingTx(db, 'Strzyżenie', NOW_MS, {
        categoryId: category,
        plannedIntervalDays: 42,
      });
      expect(getOrCreateOfferingTx(db, 'STRZYŻENIE', NOW_MS, { plannedIntervalDays: 7 })).toBe(offering);
      expect(() => getOrCreateOfferingTx(db, '  ', NOW_MS)).toThrow();
    });
    expect(listStaff(db).map(({ name }) => name)).toEqual(['Żaneta Łoś']);
    expect(listCategories(db).map(({ name }) => name)).toEqual(['Włosy']);
    expect(listOfferings(db)).toMatchObject([{ name: 'Strzyżenie', plannedIntervalDays: 42 }]);
  });
});

describe('visits', () => {
  it('are listed newest first with their lines, cancelled ones too', () => {
    const db = openShop();
    inTransaction(db, () => {
      const customerId = insertCustomerTx(db, { displayName: 'Ana', createdAtMs: NOW_MS });
      const first = recordVisitTx(db, { ...AT, customerId, businessDate: '2026-03-01', source: 'desk' }, []);
      const second = recordVisitTx(db, { ...AT, customerId, businessDate: DAY, source: 'desk', note: 'ż' }, [
        { quantityThousandths: 1500, amountMinor: 300 },
        { quantityThousandths: -500, amountMinor: -100 },
      ]);
      cancelVisitTx(db, first, { atMs: NOW_MS, reason: 'mistake' });
      expect(listVisitsOfCustomer(db, customerId, 10).map(({ id, lines }) => [id, lines.length])).toEqual([
        [second, 2],
        [first, 0],
      ]);
      expect(listVisitsOfDay(db, DAY, 10)).toMatchObject([{ id: second, note: 'ż' }]);
      expect(readVisit(db, first)).toMatchObject({ cancelReason: 'mistake', cancelledAtMs: NOW_MS });
      expect(refusal(() => readVisit(db, 99)).code).toBe('visit.notFound');
      expect(refusal(() => cancelVisitTx(db, 99, { atMs: 0, reason: null })).code).toBe('visit.notFound');
    });
  });

  it('of the desk are found by the till import, once', () => {
    const db = openShop();
    inTransaction(db, () => {
      const customerId = insertCustomerTx(db, { displayName: 'Ana', createdAtMs: NOW_MS });
      const visit = { ...AT, customerId, businessDate: DAY } as const;
      const filled = recordVisitTx(db, { ...visit, source: 'desk' }, [
        { quantityThousandths: 1000, amountMinor: 1 },
      ]);
      recordVisitTx(db, { ...visit, source: 'import' }, []);
      expect(findDeskVisitToFill(db, customerId, DAY)).toBeNull();
      const waiting = recordVisitTx(db, { ...visit, source: 'desk' }, []);
      expect(findDeskVisitToFill(db, customerId, DAY)).toBe(waiting);
      expect(findDeskVisitToFill(db, customerId, '2026-03-15')).toBeNull();
      completeVisitTx(db, waiting, { receipt: 'P/1' });
      completeVisitTx(db, waiting, { receipt: 'P/2' });
      expect(findVisitByReceipt(db, 'P/1', customerId, DAY)).toBe(waiting);
      expect(findVisitByReceipt(db, 'P/1', null, DAY)).toBeNull();
      expect(findVisitByReceipt(db, 'P/1', customerId, '2026-03-15')).toBeNull();
      expect(filled).not.toBe(waiting);
    });
  });
});

describe('opinions', () => {
  it('are stored on their scales only', () => {
    const db = openShop();
    const base = { businessDate: DAY, atMs: NOW_MS, createdAtMs: NOW_MS };
    for (const wrong of [
      { nps: 11 },
      { nps: -1 },
      { csat: 0 },
      { csat: 6 },
      { ces: 8 },
      { ces: 0 },
      {},
      { nps: 5.5 },
    ]) {
      expect(() => inTransaction(db, () => insertOpinionTx(db, { ...base, ...wrong }))).toThrow();
    }
    inTransaction(db, () => {
      const customerId = insertCustomerTx(db, { displayName: 'Ana', createdAtMs: NOW_MS });
      insertOpinionTx(db, {
        ...base,
        customerId,
        nps: 0,
        csat: 5,
        ces: 7,
        comment: 'dobrze',
        channel: 'kiosk',
      });
      insertOpinionTx(db, { ...base, businessDate: '2026-02-01', comment: 'only words' });
      expect(listOpinionsOfCustomer(db, customerId, 5)).toMatchObject([
        { nps: 0, csat: 5, ces: 7, channel: 'kiosk' },
      ]);
    });
    expect(listOpinions(db, '2026-02-01', DAY).map(({ comment }) => comment)).toEqual([
      'only words',
      'dobrze',
    ]);
    expect(listOpinions(db, '2026-02-02', '2026-03-13')).toEqual([]);
  });
});

describe('imports', () => {
  const hash = randomBytes(16);
  const batch = {
    fileName: 'a.csv',
    fileSha256: randomBytes(32),
    kind: 'visits',
    startedAtMs: NOW_MS,
    mapping: { a: 1 },
  } as const;

  it('know each of equal rows by its number', () => {
    const db = openShop();
    expect(hasImportedRows(db)).toBe(false);
    inTransaction(db, () => {
      const id = insertImportBatchTx(db, batch);
      insertImportedRowTx(db, hash, 1, id);
      insertImportedRowTx(db, hash, 2, id);
      finishImportBatchTx(
        db,
        id,
        { read: 3, created: 2, updated: 0, unchanged: 0, skipped: 0, rejected: 1 },
        NOW_MS,
      );
    });
    expect(hasImportedRows(db)).toBe(true);
    expect([1, 2, 3].map((ordinal) => isRowImported(db, hash, ordinal))).toEqual([true, true, false]);
    expect(isRowImported(db, randomBytes(16), 1)).toBe(false);
    expect(findImportBatchByFile(db, batch.fileSha256)).toMatchObject({
      fileName: 'a.csv',
      mapping: '{"a":1}',
    });
    expect(listImportBatches(db, 5)).toHaveLength(1);
  });

  it('must account for every row, and cannot claim one twice', () => {
    const db = openShop();
    expect(() =>
      inTransaction(db, () => {
        const id = insertImportBatchTx(db, batch);
        finishImportBatchTx(
          db,
          id,
          { read: 3, created: 1, updated: 0, unchanged: 0, skipped: 0, rejected: 1 },
          NOW_MS,
        );
      }),
    ).toThrow(/import_batch_counts_every_row/);
    expect(() =>
      inTransaction(db, () => {
        const id = insertImportBatchTx(db, batch);
        insertImportedRowTx(db, hash, 1, id);
        insertImportedRowTx(db, hash, 1, id);
      }),
    ).toThrow(/UNIQUE/);
    expect(listImportBatches(db, 5)).toEqual([]);
  });
});

describe('the schema refuses', () => {
  it.each([
    ['a day that does not exist', "UPDATE visit SET business_date = '2025-02-29'"],
    ['a day in another form', "UPDATE visit SET business_date = '2025-2-03'"],
    ['a day with a time', "UPDATE visit SET business_date = '2025-02-03 10:00'"],
    ['an unknown source', "UPDATE visit SET source = 'magic'"],
    ['a reason without cancelling', "UPDATE visit SET cancel_reason = 'x'"],
    ['a visit of nobody known', 'UPDATE visit SET customer_id = 99'],
    ['an amount beyond counting', 'UPDATE visit_line SET amount_minor = 10000000000001'],
    ['a refund that earns', 'UPDATE visit_line SET quantity_thousandths = -1'],
    ['a fractional amount', 'UPDATE visit_line SET amount_minor = 1.5'],
    ['text as an amount', "UPDATE visit_line SET amount_minor = '12 zł'"],
    ['deleting a customer with visits', 'DELETE FROM customer'],
    [
      'a second shop',
      'INSERT INTO shop SELECT 2, uid, name, trade, currency, time_zone, locale, history_starts_on, is_history_complete, is_demo, created_at_ms FROM shop',
    ],
    ['a phone in another form', "UPDATE customer SET phone_e164 = '601 234 567'"],
    ['recommending oneself', 'UPDATE customer SET recommended_by_customer_id = id'],
    ['the same number twice', "UPDATE customer SET external_id = 'same'"],
    ['a setting that is no JSON', "INSERT INTO setting VALUES ('k', '{')"],
  ])('%s', (_, sql) => {
    const db = openShop();
    inTransaction(db, () => {
      for (const displayName of ['Ana', 'Ion']) {
        const customerId = insertCustomerTx(db, { displayName, createdAtMs: NOW_MS });
        recordVisitTx(db, { ...AT, customerId, businessDate: DAY, source: 'desk' }, [
          { quantityThousandths: 1000, amountMinor: 1 },
        ]);
      }
    });
    expect(() => inTransaction(db, () => db.sqlite.exec(sql))).toThrow(
      /CHECK|FOREIGN KEY|UNIQUE|cannot store/,
    );
  });
});

describe('a uid', () => {
  it('is a UUIDv7 of its time, unlike any other', () => {
    const uids = Array.from({ length: 10_000 }, () => uidToText(newUid(NOW_MS)));
    expect(new Set(uids).size).toBe(10_000);
    for (const uid of uids)
      expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(uids[0]!.replace('-', '').slice(0, 12), 16)).toBe(NOW_MS);
    expect(uidToText(newUid(-1))).toMatch(/^00000000-0000-7/);
  });
});
