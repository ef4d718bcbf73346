/**
 * Files of 1,000,000 rows: how much memory an import takes at its worst beside an idle process, and how long it takes against
 * reading the lines and inserting the bare rows into the same tables. As text, as a workbook, and as a text of which
 * every row but one is rejected.
 */
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { build } from 'vite';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { newUid } from '../../db/uid.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import { row, writeWorkbook } from '../importing/makeWorkbook.ts';
import { timed } from './measure.ts';
import type { MemoryMeasured } from './memoryImport.ts';

const REPO = join(import.meta.dirname, '../..');
const ROWS = 1_000_000;
const CUSTOMERS = 100_000;
const FIRST_DAY_MS = Date.UTC(2019, 0, 1);
const DAYS = 2000;
const SERVICES = ['Strzyżenie damskie', 'Strzyżenie męskie', 'Koloryzacja', 'Manicure', 'Pedicure', 'Masaż'];
const MEMORY_GOAL_MB = 200;
const TIME_GOAL = 3;

interface Sale {
  readonly customer: string;
  readonly dayMs: number;
  readonly receipt: number;
  readonly service: string;
  readonly minor: number;
}

/** Spread evenly without chance: equal in every run. */
const saleAt = (at: number): Sale => ({
  customer: `K${(at * 7919) % CUSTOMERS}`,
  dayMs: FIRST_DAY_MS + Math.floor((at * DAYS) / ROWS) * 86_400_000,
  receipt: at,
  service: SERVICES[at % SERVICES.length]!,
  minor: 1000 + ((at * 104_729) % 40_000),
});

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const money = (minor: number): string => `${Math.floor(minor / 100)},${String(minor % 100).padStart(2, '0')}`;

function* textRows(isRejected: boolean): Iterable<string> {
  yield 'Nr klienta;Data;Nr paragonu;Usługa;Kwota\r\n';
  for (let at = 0; at < ROWS; at += 1000) {
    let piece = '';
    for (let i = at; i < at + 1000; i++) {
      const { customer, dayMs, receipt, service, minor } = saleAt(i);
      const amount = isRejected && i > 0 ? '?' : money(minor);
      piece += `${customer};${isoDay(dayMs)};${receipt};${service};${amount}\r\n`;
    }
    yield piece;
  }
}

function* sheetRows(): Iterable<string> {
  yield row(1, ['Nr klienta', 'Data', 'Nr paragonu', 'Usługa', 'Kwota']);
  for (let at = 0; at < ROWS; at += 1000) {
    let piece = '';
    for (let i = at; i < at + 1000; i++) {
      const { customer, dayMs, receipt, service, minor } = saleAt(i);
      piece += row(i + 2, [customer, dayMs / 86_400_000 + 25_569, receipt, service, minor / 100], { 1: 1 });
    }
    yield piece;
  }
}

const makeShop = (folder: string, name: string): string => {
  const file = join(folder, `${name}.revino`);
  createDatabase({ file, key: null, backupsDir: join(folder, 'backups'), nowMs: Date.now() });
  const db = openDatabase({ file, key: null, mode: 'write' });
  const shop = {
    name: 'Million',
    trade: 'salon',
    currency: 'PLN',
    timeZone: 'Europe/Warsaw',
    locale: 'pl',
  } as const;
  createShop(db, { ...shop, isHistoryComplete: true }, Date.now());
  db.close();
  return file;
};

/** Reads the lines and inserts what they say, with nothing looked up, kept or checked. */
const insertBareRows = async (db: Database, path: string): Promise<void> => {
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
  let isHeader = true;
  db.sqlite.exec('BEGIN');
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const [customer = '', day = '', , , amount = ''] = line.split(';');
    let customerId = customerIds.get(customer);
    if (customerId === undefined) {
      customerId = insertCustomer.run(newUid(nowMs), customer, customer, nowMs).lastInsertRowid;
      customerIds.set(customer, customerId);
    }
    const visit = insertVisit.run(newUid(nowMs), customerId, Date.parse(day), day, nowMs);
    insertLine.run(visit.lastInsertRowid, Math.round(Number(amount.replace(',', '.')) * 100));
  }
  db.sqlite.exec('COMMIT');
};

const megabytes = (bytes: number): number => Math.round(bytes / 1024 ** 2);

/** As one file without types, like the app's worker: Node would need 200 MB to take the types out of the sources. */
const bundledScript = async (): Promise<string> => {
  const outDir = join(REPO, 'node_modules/.cache/revino-bench');
  await build({
    root: REPO,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: join(import.meta.dirname, 'memoryImport.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20.18',
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return join(outDir, 'memoryImport.js');
};

export const benchMemory = async (folder: string): Promise<void> => {
  const script = await bundledScript();
  const measure = (name: string, path: string, created: number): MemoryMeasured => {
    const file = makeShop(folder, name);
    const output = execFileSync(process.execPath, ['--expose-gc', script, file, path], { encoding: 'utf8' });
    const measured = JSON.parse(output) as MemoryMeasured;
    if (measured.created !== created || measured.created + measured.rejected !== ROWS) {
      throw new Error(`${name}: ${measured.created} rows created, ${measured.rejected} rejected`);
    }
    rmSync(file, { force: true });
    const over = megabytes(measured.peakBytes - measured.idleBytes);
    console.log(
      `${name}: ${over} MB over an idle process at the most (goal ${MEMORY_GOAL_MB} or less · ${over <= MEMORY_GOAL_MB ? 'met' : 'MISSED'})\n` +
        `    ${megabytes(measured.idleBytes)} MB idle; ${(measured.ms / 1000).toFixed(1)} s`,
    );
    return measured;
  };

  const text = join(folder, 'million.csv');
  await pipeline(Readable.from(textRows(false)), createWriteStream(text));
  // Both twice in turn, and the quicker of each: at this length every hiccup of the machine is in it.
  let oursMs = Number.POSITIVE_INFINITY;
  let baselineMs = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 2; round++) {
    oursMs = Math.min(oursMs, measure('Import of 1,000,000 rows of text', text, ROWS).ms);
    const baselineFile = makeShop(folder, 'bare');
    const db = openDatabase({ file: baselineFile, key: null, mode: 'write', cacheMb: 32 });
    baselineMs = Math.min(baselineMs, await timed(() => insertBareRows(db, text)));
    db.close();
    rmSync(baselineFile, { force: true });
  }
  rmSync(text);
  const ratio = oursMs / baselineMs;
  console.log(
    `    ${ratio.toFixed(2)} x reading and inserting the bare rows into the same tables (goal ${TIME_GOAL} or less · ${ratio <= TIME_GOAL ? 'met' : 'MISSED'}), ${(baselineMs / 1000).toFixed(1)} s`,
  );

  const workbook = join(folder, 'million.xlsx');
  await writeWorkbook(workbook, { formats: [0, 14], sheets: [{ name: 'Sprzedaż', rows: sheetRows() }] });
  measure('Import of 1,000,000 rows of a workbook', workbook, ROWS);
  rmSync(workbook);

  const rejected = join(folder, 'rejected.csv');
  await pipeline(Readable.from(textRows(true)), createWriteStream(rejected));
  measure('Import of 1,000,000 rows, all but one rejected', rejected, 1);
  rmSync(rejected);
};
