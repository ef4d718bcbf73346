/**
 * Prints how Revino's work compares with named baselines of the same run. `npm run bench -- cohorts import`
 * runs those sections alone. Needs the set-up and the build that scripts/bench.mjs does first.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKey } from '../../db/keys.ts';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import { readVisitExtract } from '../../db/repositories/extract.ts';
import { makeDemoShop } from '../../src-main/demo/makeDemoShop.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import { benchBackup } from './backupBench.ts';
import { benchCard } from './cardBench.ts';
import { benchCohorts } from './cohortBench.ts';
import { benchImport } from './importBench.ts';
import { compare, describe, type Measured, timed } from './measure.ts';
import { benchMemory } from './memoryBench.ts';
import { benchScroll } from './scrollBench.ts';
import { benchSearch } from './searchBench.ts';
import { benchStart } from './startBench.ts';
import { benchVisit } from './visitBench.ts';

const SECTIONS = [
  'cohorts',
  'import',
  'memory',
  'card',
  'visit',
  'search',
  'cold',
  'backup',
  'start',
  'scroll',
] as const;
type Section = (typeof SECTIONS)[number];

const chosen = process.argv.slice(2);
for (const name of chosen) {
  if (!(SECTIONS as readonly string[]).includes(name)) {
    console.error(`There is no section ${name}. There are: ${SECTIONS.join(', ')}.`);
    process.exit(2);
  }
}
const isWanted = (section: Section): boolean => chosen.length === 0 || chosen.includes(section);
const folder = mkdtempSync(join(tmpdir(), 'revino-bench-'));

/** A demo shop of over 1,000,000 visits and 100,000 customers; the window opens it without asking for a key. */
const makeLargeShop = async (name: string, key: Uint8Array | null): Promise<string> => {
  const dataFolder = join(folder, name);
  const file = join(dataFolder, 'shop.revino');
  mkdirSync(dataFolder);
  createDatabase({ file, key, backupsDir: join(dataFolder, 'backups'), nowMs: Date.now() });
  const db = openDatabase({ file, key, mode: 'write', cacheMb: 256 });
  const { visits, customers } = await makeDemoShop(db, {
    customers: 100_000,
    years: 5,
    seed: 1,
    trade: 'salon',
    locale: 'pl',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    until: '2026-10-31',
    nowMs: Date.now(),
  });
  db.close();
  console.log(
    `(demo shop: ${visits} visits, ${customers} customers, ${key === null ? 'plain' : 'encrypted'})`,
  );
  return dataFolder;
};

/** Cold: open the encrypted file, read the extract, compute the table. Printed only. */
const benchCold = async (file: string, key: Uint8Array): Promise<Measured[]> => {
  const readAll = (): ReturnType<typeof readVisitExtract> => {
    const db = openDatabase({ file, key, mode: 'read', cacheMb: 256 });
    const extract = readVisitExtract(db);
    db.close();
    return extract;
  };
  const extract = readAll();
  const table = () => cohortTable(extract, { kind: 'classic', by: 'month', asOf: '2026-10-31' });
  return [
    await compare({
      name: 'The same table cold, from the encrypted file of over 1,000,000 visits',
      baselineName: 'the table with the extract in memory',
      goal: null,
      runs: 5,
      ours: () => timed(() => cohortTable(readAll(), { kind: 'classic', by: 'month', asOf: '2026-10-31' })),
      baseline: () => timed(table),
    }),
  ];
};

const print = (measured: readonly Measured[]): void => {
  for (const one of measured) console.log(describe(one));
};

try {
  console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
  if (isWanted('cohorts')) print(await benchCohorts());
  if (isWanted('import')) print(await benchImport(folder));
  if (isWanted('memory')) await benchMemory(folder);
  let plain: string | undefined;
  const plainShop = async (): Promise<string> => {
    plain ??= await makeLargeShop('plain', null);
    return plain;
  };
  if ((['card', 'visit', 'search', 'cold', 'backup'] as const).some(isWanted)) {
    const key = generateKey();
    const file = join(await makeLargeShop('encrypted', key), 'shop.revino');
    if (isWanted('cold')) print(await benchCold(file, key));
    if (isWanted('backup')) {
      print(await benchBackup({ file, key }, join(await plainShop(), 'shop.revino'), folder));
    }
    if (isWanted('card')) {
      const db = openDatabase({ file, key, mode: 'write' });
      print(await benchCard(db));
      db.close();
    }
    if (isWanted('search')) {
      const copy = `${file}.search`;
      copyFileSync(file, copy);
      const db = openDatabase({ file: copy, key, mode: 'write' });
      print(await benchSearch(db));
      db.close();
    }
    if (isWanted('visit')) {
      const db = openDatabase({ file, key, mode: 'write' });
      print(await benchVisit(db));
      db.close();
    }
  }
  if (isWanted('start')) print(await benchStart(await plainShop()));
  if (isWanted('scroll')) print(await benchScroll(await plainShop()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
