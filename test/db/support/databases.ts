/** Private folders, real databases and ways to compare them, for the db tests. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { tableNames } from '../../../db/backupDatabase.ts';
import type { Sqlite } from '../../../db/driver.ts';
import { createDatabase } from '../../../db/migrateDatabase.ts';
import { CHECKOUT_MIGRATIONS_DIR } from '../../../db/migrationLedger.ts';
import { type Database, type OpenOptions, openDatabase } from '../../../db/openDatabase.ts';
import { insertShopTx } from '../../../db/repositories/shop.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';

export const KEY = Uint8Array.from({ length: 32 }, (_, index) => index * 7 + 1);
export const OTHER_KEY = KEY.map((byte) => byte ^ 1);
export const NOW_MS = Date.UTC(2026, 2, 14, 9, 30);

/** A folder of this test alone, removed when it ends. */
export function tempDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'revino-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Migrated, empty, closed. */
export function newDatabaseFile(key: Uint8Array | null = KEY, folder = tempDir()): string {
  const file = join(folder, 'shop.revino');
  createDatabase({ file, key, backupsDir: join(folder, 'backups'), nowMs: NOW_MS });
  return file;
}

/** Open until the test ends. */
export function open(file: string, options: Partial<OpenOptions> = {}): Database {
  const db = openDatabase({ file, key: KEY, mode: 'write', ...options });
  onTestFinished(() => db.close());
  return db;
}

/** A new database with a shop, open to write. */
export function openShop(key: Uint8Array | null = KEY): Database {
  const db = open(newDatabaseFile(key), { key });
  insertTestShop(db);
  return db;
}

export function insertTestShop(db: Database): void {
  inTransaction(db, () =>
    insertShopTx(db, {
      name: 'Salon pod Łabędziem',
      trade: 'salon',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      locale: 'pl',
      historyStartsOn: null,
      isHistoryComplete: true,
      isDemo: false,
      createdAtMs: NOW_MS,
    }),
  );
}

/** Everything in a database as text: its schema and all rows of all tables, long bytes by their digest. */
export function contentOf(sqlite: Sqlite): string {
  const schema = sqlite.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
  const rows = tableNames(sqlite).map((name) => [
    name,
    (sqlite.prepare(`SELECT * FROM "${name}"`).raw().all() as unknown[][]).map((row) =>
      row.map(digestOfBytes),
    ),
  ]);
  return JSON.stringify([schema, rows, sqlite.pragma('application_id'), sqlite.pragma('user_version')]);
}

/** As JSON, bytes are a list of numbers: of a file grown by 25 MB that would be a text of 90 MB. */
function digestOfBytes(value: unknown): unknown {
  return Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value;
}

export function contentOfFile(file: string, key: Uint8Array | null = KEY): string {
  const db = openDatabase({ file, key, mode: 'read' });
  try {
    return contentOf(db.sqlite);
  } finally {
    db.close();
  }
}

/** The refusal `work` ends in; anything else fails the test. */
export function refusal(work: () => unknown): RevinoError {
  try {
    work();
  } catch (error) {
    if (error instanceof RevinoError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

export async function refusalOf(work: () => Promise<unknown>): Promise<RevinoError> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RevinoError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

export interface MigrationText {
  tag: string;
  statements: string[];
}

const BREAKPOINT = '--> statement-breakpoint';

/** The real migrations, as a text that a test may change before writing it to a folder of its own. */
export function realMigrations(): MigrationText[] {
  const journal = JSON.parse(
    readFileSync(join(CHECKOUT_MIGRATIONS_DIR, 'meta', '_journal.json'), 'utf8'),
  ) as { entries: { tag: string }[] };
  return journal.entries.map(({ tag }) => ({
    tag,
    statements: readFileSync(join(CHECKOUT_MIGRATIONS_DIR, `${tag}.sql`), 'utf8').split(BREAKPOINT),
  }));
}

export function writeMigrations(migrations: readonly MigrationText[], folder = tempDir()): string {
  mkdirSync(join(folder, 'meta'), { recursive: true });
  const entries = migrations.map(({ tag }, idx) => ({
    idx,
    version: '6',
    when: idx,
    tag,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'sqlite', entries }),
  );
  for (const { tag, statements } of migrations) {
    writeFileSync(join(folder, `${tag}.sql`), statements.join(BREAKPOINT));
  }
  return folder;
}
