/** Demo shops must be reproducible to the last figure, sound as databases, and believable as shops. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { type DemoOptions, makeDemoShop } from '../../src-main/demo/makeDemoShop.ts';
import { LOCALES, TRADES } from '../../src-shared/contract/values.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';

const UNTIL = '2026-10-31';
const options: DemoOptions = {
  customers: 400,
  years: 3,
  seed: 1,
  trade: 'salon',
  locale: 'pl',
  currency: 'PLN',
  timeZone: 'Europe/Warsaw',
  until: UNTIL,
  nowMs: Date.UTC(2026, 10, 1),
};

const demoShop = async (change: Partial<DemoOptions> = {}): Promise<Database> => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-demo-'));
  const file = join(folder, 'demo.revino');
  createDatabase({ file, key: null, backupsDir: join(folder, 'backups'), nowMs: options.nowMs });
  const db = openDatabase({ file, key: null, mode: 'write' });
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await makeDemoShop(db, { ...options, ...change });
  return db;
};

const figuresOf = (db: Database) => computeFigures(readVisitExtract(db), { asOf: UNTIL });
const shareOf = (db: Database, key: string): number =>
  figuresOf(db).find((figure) => figure.key === key)?.value ?? Number.NaN;
const count = (db: Database, sql: string): number => db.sqlite.prepare(sql).pluck().get() as number;

test('the same options make the same shop, another seed another one', async () => {
  const one = figuresOf(await demoShop());
  expect(figuresOf(await demoShop({ nowMs: Date.UTC(2027, 0, 1) }))).toEqual(one);
  expect(figuresOf(await demoShop({ seed: 2 }))).not.toEqual(one);
});

test.each(TRADES.flatMap((trade) => LOCALES.map((locale) => [trade, locale] as const)))(
  'a %s in %s is a sound database in which everybody came at least once',
  async (trade, locale) => {
    const db = await demoShop({ trade, locale, customers: 120 });
    expect(checkDatabase({ file: db.file, key: null }).problems).toEqual([]);
    expect(count(db, 'SELECT count(*) FROM customer')).toBe(120);
    expect(count(db, 'SELECT count(*) FROM customer_total WHERE occasions > 0')).toBe(120);
    expect(count(db, `SELECT count(*) FROM visit WHERE business_date > '${UNTIL}'`)).toBe(0);
    expect(count(db, 'SELECT is_demo FROM shop')).toBe(1);
  },
);

test('people return as in a real salon: many soon, fewer later, the loyal for years', async () => {
  const db = await demoShop({ customers: 1500 });
  expect(shareOf(db, 'repeatCustomerRate')).toBeGreaterThan(0.45);
  expect(shareOf(db, 'repeatCustomerRate')).toBeLessThan(0.8);
  expect(shareOf(db, 'regularShare')).toBeGreaterThan(0.3);
  expect(shareOf(db, 'identifiedShare')).toBeGreaterThan(0.85);
  expect(shareOf(db, 'identifiedShare')).toBeLessThan(1);
  const { cohorts } = cohortTable(readVisitExtract(db), {
    kind: 'classic',
    by: 'quarter',
    asOf: '2026-09-30',
  });
  const full = cohorts.filter((row) => row.active[4] !== null && row.size >= 50);
  expect(full.length).toBeGreaterThan(4);
  const share = (k: number) =>
    full.reduce((sum, row) => sum + (row.active[k] ?? 0), 0) / full.reduce((sum, row) => sum + row.size, 0);
  expect(share(1)).toBeGreaterThan(share(4));
  expect(share(4)).toBeGreaterThan(0.2);
});

test('more new people come in December than in August, and none on a Sunday', async () => {
  const db = await demoShop({ customers: 1500 });
  const newIn = (month: string) =>
    count(db, `SELECT count(*) FROM customer_total WHERE substr(first_date, 6, 2) = '${month}'`);
  expect(newIn('12')).toBeGreaterThan(newIn('08') * 1.1);
  const sold = `SELECT count(*) FROM visit WHERE strftime('%w', business_date) = '0'
    AND EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND amount_minor > 0)`;
  expect(count(db, sold)).toBe(0);
});

test('opinions go with what people do: the angry come back less', async () => {
  const db = await demoShop({ customers: 3000 });
  const returning = (where: string) =>
    count(
      db,
      `SELECT avg(EXISTS (SELECT 1 FROM visit WHERE visit.customer_id = opinion.customer_id
         AND visit.business_date > opinion.business_date)) FROM opinion WHERE ${where}`,
    );
  expect(returning('nps <= 6')).toBeLessThan(returning('nps >= 9') - 0.05);
});

test('who recommends was there before', async () => {
  const db = await demoShop({ customers: 1500 });
  expect(
    count(db, 'SELECT count(*) FROM customer WHERE recommended_by_customer_id IS NOT NULL'),
  ).toBeGreaterThan(300);
  const later = `SELECT count(*) FROM customer AS new
    JOIN customer_total AS newTotal ON newTotal.customer_id = new.id
    JOIN customer_total AS oldTotal ON oldTotal.customer_id = new.recommended_by_customer_id
    WHERE oldTotal.first_date > newTotal.first_date`;
  expect(count(db, later)).toBe(0);
});

test('a shop that closed before computers counted is one all the same', async () => {
  const db = await demoShop({ customers: 20, years: 50, until: '1950-06-30' });
  expect(count(db, 'SELECT count(*) FROM customer')).toBe(20);
});
