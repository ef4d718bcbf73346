import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupDatabase } from '../../db/backupDatabase.ts';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { insertOpinionTx } from '../../db/repositories/opinion.ts';
import { recordVisitTx } from '../../db/repositories/visit.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  contentOfFile,
  insertTestShop,
  KEY,
  NOW_MS,
  newDatabaseFile,
  OTHER_KEY,
  realMigrations,
  refusal,
  tempDir,
  writeMigrations,
} from './support/databases.ts';

function filledFile(key: Uint8Array | null = KEY): string {
  const file = newDatabaseFile(key);
  change(file, key, (db) => {
    insertTestShop(db);
    inTransaction(db, () => {
      for (let n = 0; n < 300; n++) {
        const customerId = insertCustomerTx(db, { displayName: `Ion ${n}`, createdAtMs: NOW_MS });
        const visit = {
          customerId,
          occurredAtMs: NOW_MS,
          businessDate: '2026-03-14',
          source: 'desk',
          createdAtMs: NOW_MS,
        } as const;
        recordVisitTx(db, visit, [{ quantityThousandths: 1000, amountMinor: 100 + n }]);
        recordVisitTx(db, { ...visit, customerId: null }, [{ quantityThousandths: 1000, amountMinor: 1 }]);
        insertOpinionTx(db, {
          customerId,
          businessDate: '2026-03-14',
          atMs: NOW_MS,
          nps: n % 11,
          createdAtMs: NOW_MS,
        });
      }
    });
  });
  return file;
}

function change(file: string, key: Uint8Array | null, work: (db: Database) => void): void {
  const db = openDatabase({ file, key, mode: 'write' });
  try {
    work(db);
  } finally {
    db.close();
  }
}

describe('a backup', () => {
  it.each([['encrypted', KEY] as const, ['plain', null] as const])(
    '%s: holds everything, in use or not',
    (_, key) => {
      const file = filledFile(key);
      const folder = join(dirname(file), 'made', 'when missing');
      const writer = openDatabase({ file, key, mode: 'write' });
      // In the write-ahead log only: a file copy would miss it.
      inTransaction(writer, () =>
        insertCustomerTx(writer, { displayName: 'The latest', createdAtMs: NOW_MS }),
      );
      const { backupFile, rowCounts } = backupDatabase({ file, key, backupFile: join(folder, 'b.revino') });
      expect(rowCounts.get('customer')).toBe(301);
      expect(contentOfFile(backupFile, key)).toBe(contentOfFile(file, key));
      expect(checkDatabase({ file: backupFile, key, depth: 'full' }).problems).toEqual([]);
      expect(readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name))).toEqual(['b.revino']);
      writer.close();
    },
  );

  it('of an encrypted database is encrypted with the same key', () => {
    const file = filledFile();
    const { backupFile } = backupDatabase({ file, key: KEY, backupFile: join(tempDir(), 'b.revino') });
    expect(refusal(() => contentOfFile(backupFile, null)).code).toBe('database.keyNeeded');
    expect(refusal(() => contentOfFile(backupFile, OTHER_KEY)).code).toBe('database.wrongKey');
    expect(readFileSync(backupFile).includes('customer')).toBe(false);
  });

  it('of a damaged database fails and leaves nothing that looks like one', () => {
    const file = filledFile();
    damage(file, KEY, 'visit_line');
    const folder = tempDir();
    const error = refusal(() => backupDatabase({ file, key: KEY, backupFile: join(folder, 'b.revino') }));
    expect(error.code).toBe('database.backupFailed');
    expect(error.params.reason).toMatch(/corrupt|malformed/);
    expect(readdirSync(folder)).toEqual([]);
  });
});

/** Overwrites the root page of a table. */
function damage(file: string, key: Uint8Array | null, table: string): void {
  let page = 0;
  change(file, key, (db) => {
    page = db.sqlite
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(table) as number;
  });
  const bytes = readFileSync(file);
  bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);
}

describe('the check', () => {
  it('finds nothing in a sound database', () => {
    const report = checkDatabase({ file: filledFile(), key: KEY, depth: 'full' });
    expect(report).toMatchObject({ isSound: true, problems: [], pendingMigrations: [] });
    expect(report.rowCounts).toMatchObject({
      customer: 300,
      visit: 600,
      visit_line: 600,
      customer_total: 300,
    });
  });

  it.each([['encrypted', KEY] as const, ['plain', null] as const])('%s: names a damaged page', (_, key) => {
    const file = filledFile(key);
    damage(file, key, 'visit');
    const report = checkDatabase({ file, key });
    expect(report.isSound).toBe(false);
    expect(report.problems[0]).toMatchObject({ kind: 'integrity' });
  });

  it('names rows whose parent is gone', () => {
    const file = filledFile();
    change(file, KEY, (db) => {
      db.sqlite.pragma('foreign_keys = OFF');
      db.sqlite.exec('DELETE FROM customer WHERE id = 7');
    });
    const tables = checkDatabase({ file, key: KEY })
      .problems.filter(({ kind }) => kind === 'foreignKey')
      .map(({ where }) => where);
    expect(new Set(tables)).toEqual(
      new Set(['visit', 'opinion', 'customer_token', 'customer_month', 'customer_total']),
    );
  });

  it.each([
    ['customer_month', 'UPDATE customer_month SET net_minor = net_minor + 1 WHERE customer_id = 3', 1],
    ['customer_total', 'DELETE FROM customer_total WHERE customer_id IN (4, 5)', 2],
    ['walk_in_month', "INSERT INTO walk_in_month VALUES ('2025-01', 1, 1)", 1],
  ])('names summary rows of %s that are not what the visits say', (table, sql, rows) => {
    const file = filledFile();
    change(file, KEY, (db) => db.sqlite.exec(sql));
    const { problems } = checkDatabase({ file, key: KEY });
    const found = problems.find(({ where }) => where === table);
    expect(found?.kind).toBe('summary');
    expect(Number(found?.detail.match(/^\d+/)?.[0])).toBeGreaterThanOrEqual(rows);
  });

  it('names a table that is not STRICT', () => {
    const file = filledFile();
    change(file, KEY, (db) => db.sqlite.exec('CREATE TABLE loose (a)'));
    expect(checkDatabase({ file, key: KEY }).problems).toEqual([
      { kind: 'notStrict', where: 'loose', detail: 'the table is not STRICT' },
    ]);
  });

  it('says what is pending in an older database, and refuses a newer one', () => {
    const folder = tempDir();
    const file = join(folder, 'old.revino');
    const migrationsDir = writeMigrations(realMigrations().slice(0, 1));
    createDatabase({ file, key: KEY, migrationsDir, backupsDir: folder, nowMs: NOW_MS });
    expect(checkDatabase({ file, key: KEY })).toMatchObject({
      isSound: true,
      pendingMigrations: realMigrations()
        .slice(1)
        .map(({ tag }) => tag),
    });
    expect(refusal(() => checkDatabase({ file: newDatabaseFile(), key: KEY, migrationsDir })).code).toBe(
      'database.newer',
    );
  });
});
