// What goes out must come back: the whole shop without a loss, tables without a harm to whoever opens them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { readShopTotals, rebuildAllSummariesTx } from '../../db/repositories/summary.ts';
import { EXPORTED_TABLES, readPlainRows } from '../../db/repositories/wholeShop.ts';
import { inTransaction } from '../../db/transaction.ts';
import { makeDemoShop } from '../../src-main/demo/makeDemoShop.ts';
import { csvText } from '../../src-main/exporting/csvTable.ts';
import { runExport } from '../../src-main/exporting/runExport.ts';
import { readWholeShop } from '../../src-main/exporting/wholeShopFile.ts';
import { createNamed } from '../../src-main/services/catalogueService.ts';
import { metricsDocument } from '../../src-main/services/retentionService.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import type { ExportFormat, ExportSubject } from '../../src-shared/contract/exportContract.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { contentOf, KEY, newDatabaseFile, open, tempDir } from '../db/support/databases.ts';

const NOW_MS = Date.UTC(2026, 10, 1);
const AS_OF = '2026-10-31';

type Export = (subject: ExportSubject, format: ExportFormat, locale?: 'en' | 'pl' | 'ro') => Promise<string>;

const demo = async (): Promise<{ shop: Database; folder: string; exported: Export }> => {
  const folder = tempDir();
  const shop = open(newDatabaseFile());
  await makeDemoShop(shop, {
    customers: 120,
    years: 2,
    seed: 7,
    trade: 'salon',
    locale: 'ro',
    currency: 'RON',
    timeZone: 'Europe/Bucharest',
    until: AS_OF,
    nowMs: NOW_MS,
  });
  inTransaction(shop, () => {
    const change = shop.sqlite.prepare(
      'UPDATE customer SET display_name = ?, note = ?, external_id = ? WHERE id = ?',
    );
    change.run('=HYPERLINK("http://example.com")', 'two\nlines; "quoted", \u2028 and an end', '007', 1);
    change.run('Łucja Świątek-Țăranu', '-1', '008', 2);
  });
  const exported: Export = async (subject, format, locale = 'ro') => {
    const path = join(folder, `${subject.what}-${locale}.${format}`);
    await runExport(shop, { path, subject, format, locale, nowMs: NOW_MS });
    return path;
  };
  return { shop, folder, exported };
};

const emptyShop = (): Database => {
  const db = open(newDatabaseFile());
  createShop(
    db,
    {
      name: 'Nowy',
      trade: null,
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      locale: 'pl',
      isHistoryComplete: true,
    },
    NOW_MS,
  );
  return db;
};

const plainContent = (db: Database) =>
  Object.fromEntries(EXPORTED_TABLES.map((table) => [table.name, [...readPlainRows(db, table)]]));

describe('the whole shop as JSON', () => {
  it('comes into an empty shop row for row, with the same metrics, and the database is sound', async () => {
    const { shop, exported } = await demo();
    const path = await exported({ what: 'everything' }, 'json');
    const other = emptyShop();
    await readWholeShop(other, path);
    expect(plainContent(other)).toEqual(plainContent(shop));
    expect(readShopTotals(other)).toEqual(readShopTotals(shop));
    expect(metricsDocument(readVisitExtract(other), { asOf: AS_OF })).toEqual(
      metricsDocument(readVisitExtract(shop), { asOf: AS_OF }),
    );
    other.close();
    expect(checkDatabase({ file: other.file, key: KEY }).problems).toEqual([]);
  });

  it('is one JSON document for every other program', async () => {
    const { shop, exported } = await demo();
    const path = await exported({ what: 'everything' }, 'json');
    const document = JSON.parse(readFileSync(path, 'utf8'));
    expect(document.format).toBe('revino-shop');
    expect(document.tables.customer).toHaveLength(plainContent(shop).customer!.length);
    expect(document.tables.customer[1].displayName).toBe('Łucja Świątek-Țăranu');
  });

  it('is refused by a shop with records, which stays as it was', async () => {
    const { shop, exported } = await demo();
    const path = await exported({ what: 'everything' }, 'json');
    const before = plainContent(shop);
    await expect(readWholeShop(shop, path)).rejects.toMatchObject({ code: 'export.shopNotEmpty' });
    expect(plainContent(shop)).toEqual(before);
  });

  it('leaves the empty shop untouched when the file is cut off, changed or newer, wherever that is', async () => {
    const { folder, exported } = await demo();
    const text = readFileSync(await exported({ what: 'everything' }, 'json'), 'utf8');
    const lines = text.split('\n');
    const path = join(folder, 'damaged.json');
    const other = emptyShop();
    const before = plainContent(other);
    const damages = fc.oneof(
      fc.nat(lines.length - 3).map((kept) => lines.slice(0, kept + 1).join('\n')),
      fc.nat(text.length - 4).map((kept) => text.slice(0, kept + 1)),
      fc.nat(lines.length - 3).map((at) => lines.with(at, '{"cut":').join('\n')),
      fc.nat(lines.length - 3).map((at) => lines.with(at, '"unheard_of":[').join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(damages, async (damaged) => {
        writeFileSync(path, damaged);
        await expect(readWholeShop(other, path)).rejects.toMatchObject({
          code: expect.stringMatching(/^(export|import|database)\./),
        });
        expect(plainContent(other)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

/** What others may have made of a file: a text editor, a disk, an earlier version of the program. */
const broughtIn = async (text: string): Promise<Database> => {
  const path = join(tempDir(), 'shop.json');
  writeFileSync(path, text);
  const db = emptyShop();
  const before = contentOf(db.sqlite);
  try {
    await readWholeShop(db, path);
  } catch (error) {
    expect(contentOf(db.sqlite)).toBe(before);
    throw error;
  }
  return db;
};

describe('a whole shop that was changed on its way', () => {
  const customer = (change: object) => (row: object) => ({ ...row, ...change });
  it.each([
    ['a truth value', 'customer', customer({ displayName: true })],
    ['an object', 'customer', customer({ cardNumber: {} })],
    ['a text for a number', 'visit_line', customer({ amountMinor: 'much' })],
    ['half a cent', 'visit_line', customer({ amountMinor: 1.5 })],
    ['an amount beyond all money', 'visit_line', customer({ amountMinor: 1e300 })],
    ['an identity that is none', 'customer', customer({ uid: 'zz'.repeat(16) })],
    ['a day before the calendar', 'visit', customer({ businessDate: '0000-01-01' })],
    ['the same number twice', 'customer', customer({ id: 1 })],
    ['a customer who is not there', 'visit', customer({ customerId: 999_999 })],
    ['no name', 'customer', ({ displayName, ...row }: Record<string, unknown>) => row],
    ['a time zone of another planet', 'shop', customer({ timeZone: 'Mars/Base' })],
    ['a language nobody speaks here', 'shop', customer({ locale: 'xx' })],
    ['a trade nobody knows', 'shop', customer({ trade: 'piracy' })],
  ])('%s is refused as damage, and nothing is brought in', async (_name, table, change) => {
    const { exported } = await demo();
    const lines = readFileSync(await exported({ what: 'everything' }, 'json'), 'utf8').split('\n');
    const rows = lines.indexOf(`"${table}":[`) + 1;
    const at = lines[rows + 1] === '],' ? rows : rows + 1;
    const end = lines[at]!.endsWith(',') ? ',' : '';
    const changed = JSON.stringify(change(JSON.parse(lines[at]!.replace(/,$/, '')))) + end;
    await expect(broughtIn(lines.with(at, changed).join('\n'))).rejects.toMatchObject({
      code: 'export.damaged',
      params: { line: expect.any(Number) },
    });
  });

  it('one of an earlier version, without the columns and tables made since, comes in with their defaults', async () => {
    const { shop, exported } = await demo();
    const text = readFileSync(await exported({ what: 'everything' }, 'json'), 'utf8');
    const earlier = text
      .replaceAll(/,"householdId":(null|\d+)/g, '')
      .replace(/"shop_picture":\[\s*\],\n/, '');
    expect(earlier.length).toBeLessThan(text.length);
    expect(plainContent(await broughtIn(earlier))).toEqual(plainContent(shop));
  });
});

describe('the log of changes in an export', () => {
  const withLog = async () => {
    const parts = await demo();
    for (const name of ['Ana', 'Ștefan', 'Łucja']) createNamed(parts.shop, 'staff', name, NOW_MS);
    return { ...parts, path: await parts.exported({ what: 'everything' }, 'json') };
  };

  it('goes without its key, and is chained anew where it comes in', async () => {
    const { shop, path } = await withLog();
    const text = readFileSync(path, 'utf8');
    expect(readSetting(shop, 'changeLog.key')).toMatch(/^[0-9a-f]{64}$/);
    expect(text).not.toContain(String(readSetting(shop, 'changeLog.key')));
    const other = await broughtIn(text);
    const rows = (db: Database) => plainContent(db).change_log!.map(({ chain, ...row }) => row);
    expect(rows(other)).toEqual(rows(shop));
    expect(rows(other)).toHaveLength(3);
    expect(readSetting(other, 'changeLog.key')).not.toBe(readSetting(shop, 'changeLog.key'));
    createNamed(other, 'staff', 'Maria', NOW_MS);
    expect(checkDatabase({ file: other.file, key: KEY }).problems).toEqual([]);
    inTransaction(other, () => other.sqlite.prepare('DELETE FROM change_log WHERE id = 2').run());
    expect(checkDatabase({ file: other.file, key: KEY }).problems).toMatchObject([{ kind: 'changeLog' }]);
  });

  it('a key that an earlier version wrote out is not used again', async () => {
    const { path } = await withLog();
    const known = 'ab'.repeat(32);
    const text = readFileSync(path, 'utf8').replace(
      '"setting":[\n',
      `"setting":[\n${JSON.stringify({ key: 'changeLog.key', value: JSON.stringify(known) })},\n`,
    );
    const other = await broughtIn(text);
    expect(readSetting(other, 'changeLog.key')).not.toBe(known);
    expect(checkDatabase({ file: other.file, key: KEY }).problems).toEqual([]);
  });
});

describe('what people type', () => {
  it.each(['PLN', 'JPY', 'KWD'])('comes back whole, in %s', async (currency) => {
    const { shop, exported } = await demo();
    const names = [
      'a\0b',
      '\u2028\u2029',
      '\u202eRTL \u05d0',
      '=1+1',
      '@x',
      '\ttab',
      '"q";,',
      'a\r\nb',
      '\ufeffbom',
      "'=x",
      '👩‍👩‍👧',
      'null',
    ];
    inTransaction(shop, () => {
      shop.sqlite.prepare('UPDATE shop SET currency = ?').run(currency);
      const change = shop.sqlite.prepare('UPDATE customer SET display_name = ?, note = ? WHERE id = ?');
      for (const [i, name] of names.entries()) change.run(name, name.repeat(5000), i + 1);
      shop.sqlite.prepare('UPDATE visit_line SET amount_minor = ? WHERE id = 1').run(10_000_000_000_000);
      shop.sqlite
        .prepare("INSERT INTO shop_picture (name, media_type, bytes) VALUES ('logo', 'image/png', ?)")
        .run(Buffer.alloc(2_000_000, 0xa7));
      rebuildAllSummariesTx(shop);
    });
    const other = await broughtIn(readFileSync(await exported({ what: 'everything' }, 'json'), 'utf8'));
    expect(plainContent(other)).toEqual(plainContent(shop));
    expect(readShopTotals(other)).toEqual(readShopTotals(shop));
  });
});

describe('CSV', () => {
  it.each([
    ['en', ',', '.'],
    ['pl', ';', ','],
    ['ro', ';', ','],
  ] as const)('follows the spreadsheets of %s', async (locale, delimiter, decimal) => {
    const { shop, exported } = await demo();
    const text = readFileSync(await exported({ what: 'visits' }, 'csv', locale), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    const [header, ...rows] = parse(text, { bom: true, delimiter }) as string[][];
    const { t } = wordsFor(locale);
    expect(header![0]).toBe(t('export.customer'));
    const net = rows.reduce((sum, row) => sum + Number(row[7]!.replace(decimal, '.')), 0);
    const expected = shop.sqlite
      .prepare(
        'SELECT sum(l.amount_minor) AS net FROM visit_line l JOIN visit v ON v.id = l.visit_id WHERE v.cancelled_at_ms IS NULL',
      )
      .get() as { net: number };
    expect(Math.round(net * 100)).toBe(expected.net);
  });

  it('makes every text harmless that a spreadsheet would run, and keeps every other as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'pl', 'ro' as const),
        (typed, locale) => {
          const words = wordsFor(locale as 'en');
          const table = {
            key: 'k',
            title: 't',
            columns: [{ key: 'a', title: 'a', type: 'text' as const }],
            rows: [[typed]],
          };
          const text = [...csvText(table, { words, moneyDigits: 2 })].join('');
          const [, row] = parse(text, {
            bom: true,
            delimiter: locale === 'en' ? ',' : ';',
            record_delimiter: '\r\n',
            relax_column_count: true,
          }) as string[][];
          const cell = row?.[0] ?? '';
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
          expect(cell === typed || cell === `'${typed}`).toBe(true);
        },
      ),
    );
  });

  it('keeps numbers numbers, also below zero', async () => {
    const words = wordsFor('pl');
    const columns = [{ key: 'a', title: 'a', type: 'money' as const }];
    const table = { key: 'k', title: 't', columns, rows: [[-12345], [0], [5]] };
    expect([...csvText(table, { words, moneyDigits: 2 })].slice(1)).toEqual([
      '-123,45\r\n',
      '0,00\r\n',
      '0,05\r\n',
    ]);
  });
});

describe('a figure table', () => {
  it.each(['figures', 'returnCurve'] as const)('%s has a row for each value in JSON', async (what) => {
    const { exported } = await demo();
    const document = JSON.parse(readFileSync(await exported({ what, asOf: AS_OF }, 'json'), 'utf8'));
    expect(document.currency).toBe('RON');
    expect(document[what].length).toBeGreaterThan(10);
  });

  it('cohorts leave cells empty that are not known yet', async () => {
    const { exported } = await demo();
    const subject = { what: 'cohorts', kind: 'classic', by: 'month', asOf: AS_OF } as const;
    const { cohorts } = JSON.parse(readFileSync(await exported(subject, 'json'), 'utf8'));
    expect(cohorts[0].active0).toBe(cohorts[0].size);
    expect(cohorts.at(-1).active1).toBeNull();
  });
});
