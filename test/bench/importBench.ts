/** Import of the whole CDNOW log against the least anyone could do: read its lines and insert them as they are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey } from '../../db/keys.ts';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { importVisits } from '../../src-main/importing/importVisits.ts';
import { openImportFile } from '../../src-main/importing/openImportFile.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import { compare, type Measured, timed } from './measure.ts';

const MASTER = join(import.meta.dirname, '../fixtures/cdnow/CDNOW_master.txt');
const ROWS = 69_659;
const CUSTOMERS = 23_570;

/** Same driver, encryption and pragmas as ours; one prepared statement, one transaction, no meaning. */
const insertBareRows = (db: Database): void => {
  db.sqlite.exec('CREATE TABLE bare (customer TEXT, day TEXT, pieces INTEGER, amount REAL) STRICT');
  const insert = db.sqlite.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  const lines = readFileSync(MASTER, 'utf8').split('\n').slice(1);
  db.sqlite.transaction(() => {
    for (const line of lines) {
      const cells = line.trim().split(/\s+/);
      if (cells.length === 4) insert.run(cells[0], cells[1], Number(cells[2]), Number(cells[3]));
    }
  })();
  const { n } = db.sqlite.prepare('SELECT count(*) AS n FROM bare').get() as { n: number };
  if (n !== ROWS) throw new Error(`the baseline inserted ${n} rows of ${ROWS}`);
};

export const benchImport = async (folder: string): Promise<Measured[]> => {
  const key = generateKey();
  let made = 0;
  const emptyShop = (): Database => {
    const file = join(folder, `import-${made++}.revino`);
    createDatabase({ file, key, backupsDir: join(folder, 'backups'), nowMs: Date.now() });
    const db = openDatabase({ file, key, mode: 'write', cacheMb: 256 });
    createShop(
      db,
      {
        name: 'CDNOW',
        trade: 'shop',
        currency: 'USD',
        timeZone: 'UTC',
        locale: 'en',
        isHistoryComplete: true,
      },
      Date.now(),
    );
    return db;
  };
  const { mapping } = await openImportFile(MASTER, Math.floor(Date.now() / 86_400_000));
  const ours = async (): Promise<number> => {
    const db = emptyShop();
    const ms = await timed(async () => {
      const { counts } = await importVisits(db, { path: MASTER, mapping, dryRun: false, nowMs: Date.now() });
      if (counts.created !== ROWS || counts.customersCreated !== CUSTOMERS) {
        throw new Error(`imported ${counts.created} rows, ${counts.customersCreated} customers`);
      }
    });
    db.close();
    return ms;
  };
  const baseline = async (): Promise<number> => {
    const db = emptyShop();
    const ms = await timed(() => insertBareRows(db));
    db.close();
    return ms;
  };
  return [
    await compare({
      name: 'Import of the CDNOW master, 69,659 rows, encrypted',
      baselineName: 'reading and inserting the bare rows',
      goal: 3,
      runs: 7,
      ours,
      baseline,
    }),
  ];
};
