// `export` and back again, as a script would do it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/openDatabase.ts';
import { rebuildAllSummariesTx } from '../../db/repositories/summary.ts';
import { inTransaction } from '../../db/transaction.ts';
import { tempDir } from '../db/support/databases.ts';
import { INIT, inProcess } from './support.ts';

const run = async (args: readonly string[]): Promise<unknown> => {
  const { code, stdout, stderr } = await inProcess([...args, '--json']);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout);
};

const demoShop = async (): Promise<{ folder: string; db: string }> => {
  const folder = tempDir();
  const db = join(folder, 'demo.revino');
  await run([
    ...['demo', '--db', db, '--customers', '80', '--years', '2', '--seed', '3', '--until', '2026-10-31'],
    ...['--locale', 'ro', '--no-encryption'],
  ]);
  return { folder, db };
};

/** A table of visits has no amount for them, and the importer takes no visit without one. */
const withoutUnfinishedVisits = (file: string): void => {
  const db = openDatabase({ file, key: null, mode: 'write' });
  inTransaction(db, () => {
    const unfinished = 'SELECT id FROM visit WHERE id NOT IN (SELECT visit_id FROM visit_line)';
    db.sqlite.prepare(`DELETE FROM opinion WHERE visit_id IN (${unfinished})`).run();
    db.sqlite.prepare(`DELETE FROM visit WHERE id IN (${unfinished})`).run();
    rebuildAllSummariesTx(db);
  });
  db.close();
};

describe('export', () => {
  it('a whole shop comes into an empty one with identical metrics', async () => {
    const { folder, db } = await demoShop();
    const file = join(folder, 'shop.json');
    const other = join(folder, 'other.revino');
    const { rows } = (await run(['export', '--db', db, '--out', file])) as { rows: number };
    await run(['init', '--db', other, ...INIT, '--no-encryption']);
    expect(await run(['import', file, '--db', other])).toEqual({
      file: 'shop.json',
      what: 'everything',
      rows,
    });
    for (const question of [['metrics'], ['cohorts', '--kind', 'on-or-after'], ['return-curve']])
      expect(await run([...question, '--db', other])).toEqual(await run([...question, '--db', db]));
    const again = await inProcess(['import', file, '--db', other]);
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('already has customers');
  });

  it('takes the form from the name of the file, and refuses one it does not know', async () => {
    const { folder, db } = await demoShop();
    for (const [name, begins] of [
      ['a.xlsx', 'PK'],
      ['a.zip', 'PK'],
      ['a.json', '{"format":"revino-shop"'],
    ] as const) {
      await run(['export', '--db', db, '--out', join(folder, name)]);
      expect(readFileSync(join(folder, name), 'latin1').startsWith(begins)).toBe(true);
    }
    expect((await inProcess(['export', '--db', db, '--out', join(folder, 'a.pdf')])).code).toBe(2);
  });

  it.each(['customers', 'visits', 'opinions', 'offerings', 'figures', 'cohorts', 'returnCurve'])(
    '%s as CSV in the shop’s language',
    async (what) => {
      const { folder, db } = await demoShop();
      const file = join(folder, `${what}.csv`);
      const { rows } = (await run(['export', '--db', db, '--what', what, '--out', file])) as { rows: number };
      const text = readFileSync(file, 'utf8');
      expect(rows).toBeGreaterThan(0);
      expect(text.split('\r\n').length).toBeGreaterThanOrEqual(rows + 1);
      expect(text.split('\r\n')[0]).toContain(';');
    },
  );

  it.each([
    ['en', 'csv'],
    ['pl', 'csv'],
    ['ro', 'xlsx'],
  ])(
    'its tables in %s as %s are recognised by the importer, with identical metrics',
    async (locale, ending) => {
      const { folder, db } = await demoShop();
      withoutUnfinishedVisits(db);
      const other = join(folder, 'other.revino');
      await run(['init', '--db', other, ...INIT, '--history', 'complete', '--no-encryption']);
      for (const what of ['offerings', 'customers', 'visits', 'opinions']) {
        const file = join(folder, `${what}.${ending}`);
        const out = ['--out', file, '--what', what, '--locale', locale];
        const { rows } = (await run(['export', '--db', db, ...out])) as { rows: number };
        expect(await run(['import', file, '--db', other])).toMatchObject({
          kind: what,
          read: rows,
          created: rows,
        });
      }
      const metrics = async (file: string) =>
        ((await run(['metrics', '--db', file])) as { metrics: unknown }).metrics;
      expect(await metrics(other)).toEqual(await metrics(db));
    },
  );

  it('never writes over the shop', async () => {
    const { db } = await demoShop();
    expect((await inProcess(['export', '--db', db, '--format', 'json', '--out', db])).code).toBe(2);
  });
});
