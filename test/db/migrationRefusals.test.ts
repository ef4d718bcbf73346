import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { connect } from '../../db/driver.ts';
import { createDatabase, migrateDatabase } from '../../db/migrateDatabase.ts';
import { CREATE_LEDGER, LEDGER_TABLE } from '../../db/migrationLedger.ts';
import { APPLICATION_ID, openDatabase } from '../../db/openDatabase.ts';
import { acquireWriterLock } from '../../db/writerLock.ts';
import {
  contentOf,
  contentOfFile,
  KEY,
  NOW_MS,
  newDatabaseFile,
  open,
  refusal,
  tempDir,
  writeMigrations,
} from './support/databases.ts';
import { backupsOf, breakStatement, migrate, olderFile, REAL } from './support/olderDatabases.ts';

describe('a database this program must not touch', () => {
  it('a newer one is refused and stays as it was, byte for byte', () => {
    const file = olderFile(REAL.length);
    const newer = writeMigrations([
      ...REAL,
      { tag: '9000_tomorrow', statements: ['CREATE TABLE t (a TEXT) STRICT'] },
    ]);
    migrate(file, newer);
    const backups = backupsOf(file);
    const before = readFileSync(file);
    expect(refusal(() => migrate(file)).code).toBe('database.newer');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backupsOf(file)).toEqual(backups);
  });

  it('one with another history is foreign', () => {
    const file = olderFile(1);
    const before = readFileSync(file);
    const changed = [
      { tag: REAL[0]!.tag, statements: [...REAL[0]!.statements, 'SELECT 1'] },
      ...REAL.slice(1),
    ];
    expect(refusal(() => migrate(file, writeMigrations(changed))).code).toBe('database.foreign');
    const renamed = [{ ...REAL[0]!, tag: '0000_other' }, ...REAL.slice(1)];
    expect(refusal(() => migrate(file, writeMigrations(renamed))).code).toBe('database.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('line ends of a Windows checkout are no other history', () => {
    const file = olderFile(1);
    const crlf = REAL.map(({ tag, statements }) => ({
      tag,
      statements: statements.map((text) => text.replaceAll('\n', '\r\n')),
    }));
    expect(migrate(file, writeMigrations(crlf)).applied).toHaveLength(REAL.length - 1);
  });

  it.each([
    ['of another program', 0, 'CREATE TABLE customer (id INTEGER)'],
    ['with our mark but tables we did not make', APPLICATION_ID, 'CREATE TABLE customer (id INTEGER)'],
    [
      'with our mark and another history',
      APPLICATION_ID,
      `${CREATE_LEDGER}; INSERT INTO ${LEDGER_TABLE} VALUES (0, 'x', 'y', 0)`,
    ],
  ])('one %s is foreign and stays as it was', (_, applicationId, sql) => {
    const file = join(tempDir(), 'foreign.revino');
    const sqlite = connect(file, { readonly: false, timeoutMs: 0 });
    sqlite.pragma(`application_id = ${applicationId}`);
    sqlite.exec(sql);
    sqlite.close();
    const before = readFileSync(file);
    expect(refusal(() => migrate(file, undefined, null)).code).toBe('database.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(backupsOf(file)).toEqual([]);
  });

  it('a damaged one is refused before anything is written', () => {
    const file = olderFile(1, null);
    const db = openDatabase({ file, key: null, mode: 'write' });
    const root = db.sqlite
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'visit_line'")
      .pluck()
      .get() as number;
    db.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, (root - 1) * 4096 + 100, root * 4096);
    writeFileSync(file, bytes);
    expect(refusal(() => migrate(file, undefined, null)).code).toBe('database.corrupt');
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(backupsOf(file)).toEqual([]);
  });

  it('one whose foreign keys were broken elsewhere is refused', () => {
    const file = olderFile(1);
    const db = openDatabase({ file, key: KEY, mode: 'write' });
    db.sqlite.pragma('foreign_keys = OFF');
    db.sqlite.exec('DELETE FROM customer WHERE id = 5');
    db.close();
    const before = contentOfFile(file);
    expect(refusal(() => migrate(file)).code).toBe('database.corrupt');
    expect(contentOfFile(file)).toBe(before);
  });

  it('one another process writes to is in use', () => {
    const file = olderFile(1);
    const lock = acquireWriterLock(file);
    expect(refusal(() => migrate(file)).code).toBe('database.inUse');
    expect(
      migrateDatabase({ file, key: KEY, backupsDir: join(dirname(file), 'backups'), nowMs: NOW_MS, lock })
        .applied,
    ).toHaveLength(REAL.length - 1);
    expect(refusal(() => acquireWriterLock(file)).code).toBe('database.inUse');
    lock.release();
    expect(migrate(file).applied).toEqual([]);
  });

  it('a backup that cannot be made stops the migration', () => {
    const file = olderFile(1);
    const before = contentOfFile(file);
    const notAFolder = join(tempDir(), 'backups');
    writeFileSync(notAFolder, '');
    const error = refusal(() => migrateDatabase({ file, key: KEY, backupsDir: notAFolder, nowMs: NOW_MS }));
    expect(error.code).toBe('database.backupFailed');
    expect(contentOfFile(file)).toBe(before);
  });
});

describe('a new database', () => {
  it('appears complete or not at all', () => {
    const folder = tempDir();
    const file = join(folder, 'shop.revino');
    const options = { file, key: KEY, backupsDir: join(folder, 'backups'), nowMs: NOW_MS };
    const last = REAL.length - 1;
    const broken = breakStatement(last, REAL[last]!.statements.length - 1);
    expect(refusal(() => createDatabase({ ...options, migrationsDir: broken })).code).toBe(
      'database.migrationFailed',
    );
    expect(readdirSync(folder)).toEqual(['shop.revino.lock']);
    createDatabase(options);
    expect(readdirSync(folder).sort()).toEqual(['shop.revino', 'shop.revino.lock']);
    const content = contentOfFile(file);
    expect(refusal(() => createDatabase(options)).code).toBe('database.alreadyExists');
    expect(contentOfFile(file)).toBe(content);
    const db = open(file);
    expect(contentOf(db.sqlite)).toBe(content);
  });

  it('is made beside what an interrupted attempt left', () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'backups'));
    for (const suffix of ['', '-journal', '-wal', '-shm']) {
      writeFileSync(join(folder, `shop.revino.creating${suffix}`), 'half');
    }
    newDatabaseFile(KEY, folder);
    expect(readdirSync(folder).sort()).toEqual(['backups', 'shop.revino', 'shop.revino.lock']);
  });
});
