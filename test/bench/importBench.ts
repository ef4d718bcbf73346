/**
 * Import of the whole CDNOW log (customers found or made, row identities, summaries, one transaction) against reading
 * its lines and inserting the bare rows, with the same driver, encryption and pragmas: into our own tables with
 * nothing looked up, kept or checked, and, printed only, into one table of four columns that has no index.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey } from '../../db/keys.ts';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { newUid } from '../../db/uid.ts';
import { importFile as importRows } from '../../src-main/importing/importFile.ts';
import { openImportFile } from '../../src-main/importing/openImportFile.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import { compare, type Measured, timed } from './measure.ts';

const MASTER = join(import.meta.dirname, '../fixtures/cdnow/CDNOW_master.txt');
const ROWS = 69_659;
const CUSTOMERS = 23_570;

const readRows = (): string[][] =>
  readFileSync(MASTER, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((cells) => cells.length === 4);

const requireRows = (db: Database, table: string): void => {
  const { n } = db.sqlite.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number };
  if (n !== ROWS) throw new Error(`the baseline inserted ${n} rows of ${ROWS}`);
};

const insertIntoPlainTable = (db: Database): void => {
  db.sqlite.exec('CREATE TABLE bare (customer TEXT, day TEXT, pieces INTEGER, amount REAL) STRICT');
  const insert = db.sqlite.prepare('INSERT INTO bare VALUES (?, ?, ?, ?)');
  db.sqlite.transaction(() => {
    for (const [customer, day, pieces, amount] of readRows()) {
      insert.run(customer, day, Number(pieces), Number(amount));
    }
  })();
  requireRows(db, 'bare');
};

const insertIntoOurTables = (db: Database): void => {
  const nowMs = Date.now();
  const insertCustomer = db.sqlite.prepare(
    'INSERT INTO customer (uid, external_id, display_name, created_at_ms) VALUES (?, ?, ?, ?)',
  );
  const insertVisit = db.sqlite.prepare(
    `INSERT INTO visit (uid, customer_id, occurred_at_ms, business_date, source, created_at_ms)
     VALUES (?, ?, ?, ?, 'import', ?)`,
  );
  const insertLine = db.sqlite.prepare(
    'INSERT INTO visit_line (visit_id, quantity_thousandths, amount_minor) VALUES (?, 1000, ?)',
  );
  const customerIds = new Map<string, number | bigint>();
  db.sqlite.transaction(() => {
    for (const [customer = '', day = '', , amount] of readRows()) {
      let customerId = customerIds.get(customer);
      if (customerId === undefined) {
        customerId = insertCustomer.run(newUid(nowMs), customer, customer, nowMs).lastInsertRowid;
        customerIds.set(customer, customerId);
      }
      const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
      const visit = insertVisit.run(newUid(nowMs), customerId, Date.parse(iso), iso, nowMs);
      insertLine.run(visit.lastInsertRowid, Math.round(Number(amount) * 100));
    }
  })();
  requireRows(db, 'visit_line');
};

export const benchImport = async (folder: string): Promise<Measured[]> => {
  const key = generateKey();
  let made = 0;
  const inEmptyShop = async (work: (db: Database) => unknown): Promise<number> => {
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
    const ms = await timed(() => work(db));
    db.close();
    return ms;
  };
  const { mapping } = await openImportFile(MASTER, Math.floor(Date.now() / 86_400_000));
  const ours = () =>
    inEmptyShop(async (db) => {
      const { counts } = await importRows(db, { path: MASTER, mapping, dryRun: false, nowMs: Date.now() });
      if (counts.created !== ROWS || counts.customersCreated !== CUSTOMERS) {
        throw new Error(`imported ${counts.created} rows, ${counts.customersCreated} customers`);
      }
    });
  const name = 'Import of the CDNOW master, 69,659 rows, encrypted';
  return [
    await compare({
      name,
      baselineName: 'reading and inserting the bare rows into the same tables',
      goal: 3,
      runs: 7,
      ours,
      baseline: () => inEmptyShop(insertIntoOurTables),
    }),
    await compare({
      name,
      baselineName: 'reading and inserting the bare rows into one table without an index',
      goal: null,
      runs: 7,
      ours,
      baseline: () => inEmptyShop(insertIntoPlainTable),
    }),
  ];
};
