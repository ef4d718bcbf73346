/** The owner's lists: what history refers to is archived and not deleted, and a new name reaches every record. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { getOrCreateSourceTx, listSpend } from '../../db/repositories/acquisition.ts';
import {
  getOrCreateCategoryTx,
  getOrCreateOfferingTx,
  getOrCreateStaffTx,
} from '../../db/repositories/catalogue.ts';
import { brokenLinks } from '../../db/repositories/changeLog.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  addUsualOfferings,
  changeOffering,
  createOffering,
  createSource,
  listCategories,
  listOfferings,
  listSources,
  listStaff,
  removeOrArchive,
  renameNamed,
  renameSource,
  setArchived,
  usualOfferings,
} from '../../src-main/services/catalogueService.ts';
import {
  changeOwnField,
  createOwnField,
  listOwnFields,
  moveOwnField,
  readCostToServe,
  readOpeningDays,
  spendOfYear,
  writeCostToServe,
  writeOpeningDays,
  writeSpend,
} from '../../src-main/services/settingsService.ts';
import { changeShop, createShop, currencyLock, readShop } from '../../src-main/services/shopService.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { LOCALES, TRADES } from '../../src-shared/contract/values.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

const emptyShop = (
  change: { trade?: (typeof TRADES)[number]; locale?: 'en' | 'pl' | 'ro' } = {},
): Database => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-catalogue-'));
  const file = join(folder, 'shop.revino');
  createDatabase({ file, key: null, backupsDir: join(folder, 'backups'), nowMs: NOW });
  const db = openDatabase({ file, key: null, mode: 'write' });
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  createShop(
    db,
    {
      name: 'Salon',
      trade: change.trade ?? 'salon',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      locale: change.locale ?? 'pl',
      isHistoryComplete: true,
    },
    NOW,
  );
  return db;
};

const visited = (db: Database, offering: string, staff: string): void =>
  inTransaction(db, () => {
    const categoryId = getOrCreateCategoryTx(db, 'Włosy', NOW);
    const offeringId = getOrCreateOfferingTx(db, offering, NOW, { categoryId });
    const staffId = getOrCreateStaffTx(db, staff, NOW);
    recordVisitTx(
      db,
      {
        customerId: null,
        occurredAtMs: NOW,
        businessDate: '2026-11-20',
        source: 'desk',
        createdAtMs: NOW,
        staffId,
      },
      [{ quantityThousandths: 1000, amountMinor: 12_000, offeringId, categoryId }],
    );
  });

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RevinoError) return error.code;
    throw error;
  }
};

describe('removing', () => {
  test('what visits name is archived, what nothing names is deleted', () => {
    const db = emptyShop();
    visited(db, 'Strzyżenie', 'Ania');
    const { id: unused } = createOffering(db, 'Trwała', null, NOW);
    const used = listOfferings(db).offerings.find(({ name }) => name === 'Strzyżenie')?.offeringId ?? 0;
    const staff = listStaff(db).staff[0]?.id ?? 0;
    const category = listCategories(db).categories[0]?.id ?? 0;

    expect(removeOrArchive(db, 'offering', unused, NOW)).toEqual({ outcome: 'deleted' });
    expect(removeOrArchive(db, 'offering', used, NOW)).toEqual({ outcome: 'archived' });
    expect(removeOrArchive(db, 'staff', staff, NOW)).toEqual({ outcome: 'archived' });
    expect(removeOrArchive(db, 'category', category, NOW)).toEqual({ outcome: 'archived' });
    expect(listOfferings(db).offerings.map(({ name, isArchived }) => [name, isArchived])).toEqual([
      ['Strzyżenie', true],
    ]);
    expect(listStaff(db).staff).toEqual([{ id: staff, name: 'Ania', isArchived: true }]);
    // The visit still says what it was.
    expect(db.sqlite.prepare('SELECT count(*) FROM visit_line WHERE offering_id = ?').pluck().get(used)).toBe(
      1,
    );
    // Twice does no harm, and back again it is as before.
    expect(removeOrArchive(db, 'offering', unused, NOW)).toEqual({ outcome: 'deleted' });
    setArchived(db, 'staff', staff, false, NOW);
    expect(listStaff(db).staff[0]?.isArchived).toBe(false);
    expect(brokenLinks(db, 5)).toEqual([]);
  });

  test('a source that stands on a card or has money spent on it is archived', () => {
    const db = emptyShop();
    inTransaction(db, () => insertCustomerTx(db, { displayName: 'Ewa', source: 'Ulotka', createdAtMs: NOW }));
    const { id: onCard } = createSource(db, 'Ulotka', false, NOW);
    const { id: spentOn } = createSource(db, 'Internet', false, NOW);
    const { id: unused } = createSource(db, 'Radio', false, NOW);
    writeSpend(db, [{ month: '2026-10', sourceId: spentOn, amountMinor: 5000 }], NOW);
    expect(removeOrArchive(db, 'customer_source', onCard, NOW).outcome).toBe('archived');
    expect(removeOrArchive(db, 'customer_source', spentOn, NOW).outcome).toBe('archived');
    expect(removeOrArchive(db, 'customer_source', unused, NOW).outcome).toBe('deleted');
  });
});

describe('names', () => {
  test('a source that is renamed is renamed on every card at once, or not at all', () => {
    const db = emptyShop();
    const { id } = createSource(db, 'Facebook', false, NOW);
    createSource(db, 'Polecenie', true, NOW);
    inTransaction(db, () => {
      for (const name of ['Ewa', 'Jan'])
        insertCustomerTx(db, { displayName: name, source: 'Facebook', createdAtMs: NOW });
      insertCustomerTx(db, { displayName: 'Ola', source: 'Polecenie', createdAtMs: NOW });
    });
    expect(codeOf(() => renameSource(db, id, 'POLECENIE', NOW))).toBe('catalogue.nameTaken');
    expect(renameSource(db, id, 'Media społecznościowe', NOW)).toEqual({ cards: 2 });
    const onCards = db.sqlite.prepare('SELECT source FROM customer ORDER BY id').pluck().all();
    expect(onCards).toEqual(['Media społecznościowe', 'Media społecznościowe', 'Polecenie']);
    expect(listSources(db).unlisted).toEqual([]);
  });

  test('a source known from cards alone is taken over in the spelling the owner gives it', () => {
    const db = emptyShop();
    inTransaction(db, () =>
      insertCustomerTx(db, { displayName: 'Ewa', source: 'facebook', createdAtMs: NOW }),
    );
    expect(listSources(db).unlisted).toEqual(['facebook']);
    createSource(db, 'Facebook', false, NOW);
    expect(listSources(db).unlisted).toEqual([]);
    expect(db.sqlite.prepare('SELECT source FROM customer').pluck().get()).toBe('Facebook');
    inTransaction(db, () => {
      expect(getOrCreateSourceTx(db, 'FACEBOOK', NOW)).toMatchObject({ name: 'Facebook', isNew: false });
    });
  });

  test('two names that an import could not tell apart are refused, a change of case is not', () => {
    const db = emptyShop();
    const { id } = createOffering(db, 'Strzyżenie', 'Włosy', NOW);
    expect(codeOf(() => createOffering(db, 'strzyzenie', null, NOW))).toBe('catalogue.nameTaken');
    changeOffering(db, id, { name: 'STRZYŻENIE', priceMinor: 9000, category: 'Fryzjer' }, NOW);
    expect(listOfferings(db).offerings).toMatchObject([
      { name: 'STRZYŻENIE', priceMinor: 9000, category: 'Fryzjer', costMinor: null },
    ]);
    expect(codeOf(() => changeOffering(db, 999, { priceMinor: 1 }, NOW))).toBe('catalogue.notFound');
    const category = listCategories(db).categories.find(({ name }) => name === 'Fryzjer')?.id ?? 0;
    expect(codeOf(() => renameNamed(db, 'category', category, 'włosy', NOW))).toBe('catalogue.nameTaken');
  });
});

describe('the currency', () => {
  test.each([
    ['visits', (db: Database) => visited(db, 'Strzyżenie', 'Ania')],
    [
      'prices',
      (db: Database) => {
        const { id } = createOffering(db, 'Trwała', null, NOW);
        changeOffering(db, id, { costMinor: 100 }, NOW);
      },
    ],
    ['spend', (db: Database) => writeSpend(db, [{ month: '2026-10', sourceId: null, amountMinor: 1 }], NOW)],
    [
      'costs',
      (db: Database) => writeCostToServe(db, { perVisitMinor: 100, perCustomerYearMinor: null }, NOW),
    ],
  ] as const)('is locked once there are %s', (reason, make) => {
    const db = emptyShop();
    changeShop(db, { currency: 'RON' }, NOW);
    expect(readShop(db).currency).toBe('RON');
    expect(currencyLock(db)).toBeNull();
    make(db);
    expect(currencyLock(db)).toBe(reason);
    expect(codeOf(() => changeShop(db, { currency: 'EUR', name: 'Another' }, NOW))).toBe(
      'shop.currencyLocked',
    );
    // All or nothing, and everything else can still be changed.
    expect(readShop(db).name).toBe('Salon');
    changeShop(
      db,
      { currency: 'RON', name: 'Another', timeZone: 'Europe/Bucharest', historyStartsOn: '2020-01-02' },
      NOW,
    );
    expect(readShop(db)).toMatchObject({ name: 'Another', historyStartsOn: '2020-01-02' });
    expect(codeOf(() => changeShop(db, { timeZone: 'Europe/Atlantis' }, NOW))).toBe('shop.invalidTimeZone');
  });
});

describe('spend', () => {
  test('has one amount per month and source, whatever is typed in whatever order', () => {
    const db = emptyShop();
    const { id } = createSource(db, 'Internet', false, NOW);
    const cell = fc.record({
      month: fc.constantFrom('2026-01', '2026-02', '2026-12'),
      sourceId: fc.constantFrom(null, id),
      amountMinor: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (cells) => {
        db.sqlite.exec('DELETE FROM acquisition_spend');
        writeSpend(db, cells, NOW);
        const expected = new Map(cells.map((each) => [`${each.month} ${each.sourceId}`, each.amountMinor]));
        const kept = spendOfYear(db, 2026).spend;
        expect(new Map(kept.map((each) => [`${each.month} ${each.sourceId}`, each.amountMinor]))).toEqual(
          new Map([...expected].filter(([, amount]) => amount !== null)),
        );
        expect(kept).toHaveLength([...expected.values()].filter((amount) => amount !== null).length);
      }),
      { numRuns: 40 },
    );
  });

  test('is written whole or not at all', () => {
    const db = emptyShop();
    const cells = [
      { month: '2026-01', sourceId: null, amountMinor: 5 },
      { month: '2026-01', sourceId: 77, amountMinor: 5 },
    ];
    expect(codeOf(() => writeSpend(db, cells, NOW))).toBe('catalogue.notFound');
    expect(listSpend(db, '2026-01', '2026-12')).toEqual([]);
  });
});

describe('rules of the shop', () => {
  test('opening days and costs begin unknown, and are kept in order', () => {
    const db = emptyShop();
    expect(readOpeningDays(db).weekdays.every(Boolean)).toBe(true);
    expect(readCostToServe(db)).toEqual({ perVisitMinor: null, perCustomerYearMinor: null });
    const weekdays = [true, true, true, true, true, false, false];
    writeOpeningDays(db, { weekdays, closedDates: ['2026-12-26', '2026-12-25', '2026-12-25'] }, NOW);
    expect(readOpeningDays(db)).toEqual({ weekdays, closedDates: ['2026-12-25', '2026-12-26'] });
  });

  test('own fields keep their order, their names and their choices', () => {
    const db = emptyShop();
    const make = (name: string) =>
      createOwnField(db, { subject: 'customer', kind: 'text', name, choices: [] }, NOW).id;
    const [one, two, three] = [make('Alergie'), make('Kawa'), make('Pies')];
    createOwnField(db, { subject: 'visit', kind: 'text', name: 'Kawa', choices: [] }, NOW);
    expect(codeOf(() => make('kawa'))).toBe('catalogue.nameTaken');
    moveOwnField(db, three, -1, NOW);
    moveOwnField(db, one, -1, NOW);
    const ofCustomer = () =>
      listOwnFields(db)
        .fields.filter(({ subject }) => subject === 'customer')
        .map(({ ownFieldId }) => ownFieldId);
    expect(ofCustomer()).toEqual([one, three, two]);
    const choice = (choices: string[]) =>
      createOwnField(db, { subject: 'customer', kind: 'choice', name: 'Napój', choices }, NOW).id;
    expect(codeOf(() => choice(['Kawa']))).toBe('ownField.choicesMissing');
    expect(codeOf(() => choice(['Kawa', 'kawa']))).toBe('ownField.choicesMissing');
    const made = choice(['Kawa', 'Herbata']);
    changeOwnField(db, made, { choices: ['Kawa', 'Herbata', 'Woda'] }, NOW);
    expect(listOwnFields(db).fields.find(({ ownFieldId }) => ownFieldId === made)?.choices).toHaveLength(3);
    const { id: customerId } = {
      id: inTransaction(db, () => insertCustomerTx(db, { displayName: 'Ewa', createdAtMs: NOW })),
    };
    db.sqlite.prepare('INSERT INTO customer_own_value VALUES (?, ?, ?)').run(customerId, made, 'Kawa');
    expect(removeOrArchive(db, 'own_field', made, NOW).outcome).toBe('archived');
    expect(removeOrArchive(db, 'own_field', two, NOW).outcome).toBe('deleted');
  });
});

test.each(TRADES.flatMap((trade) => LOCALES.map((locale) => [trade, locale] as const)))(
  'the usual offerings of a %s in %s are taken over by choice, once',
  (trade, locale) => {
    const db = emptyShop({ trade, locale });
    const { offerings } = usualOfferings(db);
    expect(offerings.length).toBeGreaterThan(5);
    expect(new Set(offerings.map(({ name }) => name)).size).toBe(offerings.length);
    const names = offerings.slice(0, 3).map(({ name }) => name);
    expect(addUsualOfferings(db, [...names, 'Something else'], NOW)).toEqual({ added: 3 });
    expect(addUsualOfferings(db, names, NOW)).toEqual({ added: 0 });
    expect(usualOfferings(db).offerings).toHaveLength(offerings.length - 3);
    expect(
      listOfferings(db).offerings.every(
        ({ priceMinor, category }) => priceMinor === null && category !== null,
      ),
    ).toBe(true);
  },
);
