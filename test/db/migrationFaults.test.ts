// Power cuts and full disks, as far as a process can bring them about: kill -9, and a file system with no room.
import { readdirSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../db/migrateDatabase.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { acquireWriterLock } from '../../db/writerLock.ts';
import { runs, tellSoak } from '../runs.ts';
import { type Child, runChild } from './support/childProcess.ts';
import {
  contentOfFile,
  insertTestShop,
  KEY,
  NOW_MS,
  newDatabaseFile,
  realMigrations,
  tempDir,
  writeMigrations,
} from './support/databases.ts';
import { onSmallDisk } from './support/smallDisk.ts';

/** One more migration, which writes for seconds. */
const SLOW = {
  tag: '9000_slow',
  statements: [
    'CREATE TABLE bulk (id INTEGER PRIMARY KEY, filler BLOB) STRICT',
    `INSERT INTO bulk (filler) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000000)
     SELECT randomblob(200) FROM n`,
  ],
};

function filledFile(customers: number): string {
  const file = newDatabaseFile();
  const db = openDatabase({ file, key: KEY, mode: 'write' });
  insertTestShop(db);
  inTransaction(db, () => {
    for (let n = 0; n < customers; n++)
      insertCustomerTx(db, { displayName: `Ioana ${n}`, createdAtMs: NOW_MS });
  });
  db.close();
  return file;
}

function startMigrating(file: string, migrationsDir: string): Child {
  return runChild(`
    import { migrateDatabase } from 'db/migrateDatabase.ts';
    console.log('begin');
    migrateDatabase({
      file: ${JSON.stringify(file)},
      key: Uint8Array.from(${JSON.stringify([...KEY])}),
      migrationsDir: ${JSON.stringify(migrationsDir)},
      backupsDir: ${JSON.stringify(join(dirname(file), 'backups'))},
      nowMs: ${NOW_MS},
    });
    console.log('end');`);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Sound, unchanged, its lock free, and every file in the backups folder a whole backup. */
function expectUntouched(file: string, before: string): void {
  const db = openDatabase({ file, key: KEY, mode: 'write' });
  expect(db.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  expect(contentOfFile(file)).toBe(before);
  const folder = join(dirname(file), 'backups');
  const backups = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
  for (const name of backups.filter((backup) => backup.endsWith('.revino'))) {
    expect(contentOfFile(join(folder, name))).toBe(before);
  }
}

describe('a migration killed with SIGKILL', () => {
  it('in the middle of its writing leaves the old database, and its lock is free', async () => {
    const file = filledFile(2000);
    const before = contentOfFile(file);
    const child = startMigrating(file, writeMigrations([...realMigrations(), SLOW]));
    await child.said('begin');
    // With a cache smaller than the work, uncommitted pages reach the log: the hard case.
    while (sizeOf(`${file}-wal`) < 4 * 1024 * 1024) {
      if (child.process.exitCode !== null) await child.finished;
      await sleep(2);
    }
    child.process.kill('SIGKILL');
    await child.ended;
    expectUntouched(file, before);
    expect(readdirSync(join(dirname(file), 'backups')).some((name) => name.endsWith('.revino'))).toBe(true);
    expect(
      migrateDatabase({ file, key: KEY, backupsDir: join(dirname(file), 'backups'), nowMs: NOW_MS }).applied,
    ).toEqual([]);
  });

  it('at any moment', async () => {
    const file = filledFile(5000);
    const before = contentOfFile(file);
    const migrationsDir = writeMigrations([...realMigrations(), SLOW]);
    const counts = { interrupted: 0, 'while it was writing': 0 };
    for (let run = 0; run < runs(4); run++) {
      const child = startMigrating(file, migrationsDir);
      await child.said('begin');
      // From the backup before it far into its writing, which begins after half a second or so.
      await sleep((run * 290) % 1700);
      if (sizeOf(`${file}-wal`) > 0) counts['while it was writing'] += 1;
      child.process.kill('SIGKILL');
      await child.ended;
      expectUntouched(file, before);
      if (child.process.signalCode === 'SIGKILL') counts.interrupted += 1;
    }
    tellSoak('migrations', counts);
    expect(counts.interrupted).toBe(runs(4));
  });
});

describe('a new database killed with SIGKILL while it is made', () => {
  it('is either not there or complete', async () => {
    let interrupted = 0;
    for (let run = 0; run < runs(3); run++) {
      const folder = tempDir();
      const file = join(folder, 'shop.revino');
      const child = runChild(`
        import { createDatabase } from 'db/migrateDatabase.ts';
        console.log('begin');
        createDatabase({ file: ${JSON.stringify(file)}, key: null, backupsDir: ${JSON.stringify(folder)}, nowMs: 0 });`);
      await child.said('begin');
      await sleep((run * 4) % 150);
      child.process.kill('SIGKILL');
      await child.ended;
      if (child.process.signalCode === 'SIGKILL') interrupted += 1;
      if (sizeOf(file) === 0) newDatabaseFile(null, folder);
      expect(migrateDatabase({ file, key: null, backupsDir: folder, nowMs: 0 }).applied).toEqual([]);
    }
    tellSoak('new databases', { attempts: runs(3), interrupted });
  });
});

describe('the writer lock', () => {
  it('held by another process refuses, and is free the moment that process is killed', async () => {
    const file = newDatabaseFile();
    const child = runChild(`
      import { acquireWriterLock } from 'db/writerLock.ts';
      globalThis.held = acquireWriterLock(${JSON.stringify(file)});
      console.log('held');
      setInterval(() => undefined, 1000);`);
    await child.said('held');
    expect(() => acquireWriterLock(file)).toThrow('database.inUse');
    child.process.kill('SIGKILL');
    await child.ended;
    const lock = acquireWriterLock(file);
    lock.release();
    lock.release();
    acquireWriterLock(file).release();
    expect(sizeOf(`${file}.lock`)).toBe(0);
    expect(readdirSync(dirname(file)).sort()).toEqual(['shop.revino', 'shop.revino.lock']);
  });
});

describe('the writer lock of a database with two names', () => {
  it.skipIf(process.platform === 'win32')('is one lock', () => {
    const file = newDatabaseFile();
    const folderLink = join(tempDir(), 'folder');
    const fileLink = join(tempDir(), 'link.revino');
    symlinkSync(dirname(file), folderLink);
    symlinkSync(file, fileLink);
    const lock = acquireWriterLock(file);
    expect(() => acquireWriterLock(fileLink)).toThrow('database.inUse');
    expect(() => acquireWriterLock(join(folderLink, basename(file)))).toThrow('database.inUse');
    lock.release();
  });
});

/** Makes a filled database on the small disk; `codeOf` gives a refusal's code; `content` the rows as text. */
const ON_DISK = `
  import { createDatabase, migrateDatabase } from 'db/migrateDatabase.ts';
  import { backupDatabase } from 'db/backupDatabase.ts';
  import { openDatabase } from 'db/openDatabase.ts';
  import { inTransaction } from 'db/transaction.ts';
  import { statSync, writeFileSync, rmSync, readdirSync } from 'node:fs';
  const key = new Uint8Array(32).fill(9);
  const file = process.env.DISK + '/shop.revino';
  const elsewhere = FOLDER;
  const codeOf = (work) => { try { work(); return 'done'; } catch (error) { return error.code ?? String(error); } };
  const withDb = (work) => { const db = openDatabase({ file, key, mode: 'write' }); try { return work(db); } finally { db.close(); } };
  const content = () => withDb((db) => JSON.stringify([
    db.sqlite.pragma('integrity_check', { simple: true }),
    db.sqlite.prepare('SELECT * FROM sqlite_schema').all(),
    db.sqlite.prepare('SELECT * FROM setting').all(),
  ]));
  const fill = (bytes) => withDb((db) => inTransaction(db, () =>
    db.sqlite.prepare("INSERT INTO setting VALUES ('filler', json_quote(hex(randomblob(?))))").run(bytes / 2)));
  createDatabase({ file, key, backupsDir: elsewhere, nowMs: 0 });
`;

function diskScript(body: string): string {
  return `${ON_DISK.replace('FOLDER', JSON.stringify(tempDir()))}\n${body}`;
}

describe.runIf(process.platform === 'linux')('a disk that is full', () => {
  it('is found out before the migration: nothing changes, and nothing is left behind', async () => {
    const migrationsDir = writeMigrations([
      ...realMigrations(),
      { tag: '9000_small', statements: ['CREATE TABLE t (a TEXT) STRICT'] },
    ]);
    const outcome = await onSmallDisk(
      16,
      diskScript(`
        fill(5_000_000);
        const before = content();
        const backupsDir = process.env.DISK + '/backups';
        const options = { file, key, migrationsDir: ${JSON.stringify(migrationsDir)}, nowMs: 0 };
        const here = codeOf(() => migrateDatabase({ ...options, backupsDir }));
        const backup = codeOf(() => backupDatabase({ file, key, backupFile: backupsDir + '/daily.revino' }));
        const ballast = process.env.DISK + '/ballast';
        writeFileSync(ballast, Buffer.alloc(5_400_000));
        const noRoomForLog = codeOf(() => migrateDatabase({ ...options, backupsDir: elsewhere }));
        rmSync(ballast);
        const same = content() === before;
        console.log(JSON.stringify({ here, backup, noRoomForLog, same, left: readdirSync(process.env.DISK).sort() }));`),
    );
    expect(outcome).toEqual({
      here: 'database.noSpace',
      backup: 'done',
      noRoomForLog: 'database.noSpace',
      same: true,
      left: ['backups', 'shop.revino', 'shop.revino.lock'],
    });
  });

  it('that fills up in the middle of a migration: rolled back, sound, unchanged', async () => {
    const migrationsDir = writeMigrations([...realMigrations(), SLOW]);
    const outcome = await onSmallDisk(
      32,
      diskScript(`
        fill(1_000_000);
        const before = content();
        const code = codeOf(() => migrateDatabase({
          file, key, migrationsDir: ${JSON.stringify(migrationsDir)}, backupsDir: elsewhere, nowMs: 0,
        }));
        console.log(JSON.stringify({ code, same: content() === before }));`),
    );
    expect(outcome).toEqual({ code: 'database.noSpace', same: true });
  });

  it('refuses a visit or a whole import with a typed refusal, and keeps what was there', async () => {
    const outcome = await onSmallDisk(
      4,
      diskScript(`
        const before = content();
        const code = codeOf(() => fill(20_000_000));
        const same = content() === before;
        fill(1000);
        console.log(JSON.stringify({ code, same, after: content() !== before }));`),
    );
    expect(outcome).toEqual({ code: 'database.noSpace', same: true, after: true });
  });
});
