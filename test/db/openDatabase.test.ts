import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../db/driver.ts';
import { APPLICATION_ID, openDatabase } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { runChild } from './support/childProcess.ts';
import {
  contentOfFile,
  KEY,
  NOW_MS,
  newDatabaseFile,
  OTHER_KEY,
  open,
  refusal,
  tempDir,
} from './support/databases.ts';

/** Windows keeps rights in lists of its own and shows every file as 666. */
const OWNER_ALONE = process.platform === 'win32' ? '666' : '600';

describe('a new database', () => {
  it('is for its owner alone, with its log, whatever the habit of the system', () => {
    const habit = process.umask(0);
    try {
      const file = newDatabaseFile();
      const db = open(file);
      inTransaction(db, () => insertCustomerTx(db, { displayName: 'Ana', createdAtMs: NOW_MS }));
      for (const path of [file, `${file}-wal`, `${file}-shm`]) {
        expect((statSync(path).mode & 0o777).toString(8), path).toBe(OWNER_ALONE);
      }
    } finally {
      process.umask(habit);
    }
  });
});

function codeOfOpening(file: string, key: Uint8Array | null, mode: 'read' | 'write' = 'write'): string {
  return refusal(() => openDatabase({ file, key, mode })).code;
}

/** A database with some pages in it, closed. */
function filledFile(key: Uint8Array | null): string {
  const file = newDatabaseFile(key);
  const db = openDatabase({ file, key, mode: 'write' });
  inTransaction(db, () => {
    for (let n = 0; n < 2000; n++) insertCustomerTx(db, { displayName: `Anna ${n}`, createdAtMs: NOW_MS });
  });
  db.close();
  return file;
}

describe('a connection', () => {
  it.each([['encrypted', KEY] as const, ['plain', null] as const])(
    '%s: has the pragmas of the design',
    (_, key) => {
      const db = open(newDatabaseFile(key), { key });
      const pragma = (name: string) => db.sqlite.pragma(name, { simple: true });
      expect(pragma('journal_mode')).toBe('wal');
      expect(pragma('synchronous')).toBe(2);
      expect(pragma('foreign_keys')).toBe(1);
      expect(pragma('temp_store')).toBe(2);
      expect(pragma('busy_timeout')).toBe(5000);
      expect(pragma('cache_size')).toBe(-64 * 1024);
      expect(pragma('application_id')).toBe(APPLICATION_ID);
    },
  );

  it('reads beside the writer and cannot write', () => {
    const file = newDatabaseFile();
    const writer = open(file);
    const reader = open(file, { mode: 'read' });
    inTransaction(writer, () => insertCustomerTx(writer, { displayName: 'Anna', createdAtMs: NOW_MS }));
    expect(reader.sqlite.prepare('SELECT display_name FROM customer').pluck().get()).toBe('Anna');
    expect(refusal(() => inTransaction(reader, () => reader.sqlite.exec('DELETE FROM customer'))).code).toBe(
      'database.notWritable',
    );
  });

  it('leaves no readable word of an encrypted database on disk', () => {
    const file = newDatabaseFile(KEY);
    const db = open(file);
    inTransaction(db, () =>
      insertCustomerTx(db, { displayName: 'Bogumiła Unmistakable', createdAtMs: NOW_MS }),
    );
    const bytes = Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]);
    expect(bytes.includes('Unmistakable')).toBe(false);
    expect(bytes.includes('CREATE TABLE')).toBe(false);
    expect(bytes.includes('SQLite format')).toBe(false);
  });

  it('makes a database only where there is none, and never by accident', () => {
    const file = newDatabaseFile();
    const before = readFileSync(file);
    expect(refusal(() => openDatabase({ file, key: KEY, mode: 'write', create: true })).code).toBe(
      'database.alreadyExists',
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    const absent = join(tempDir(), 'absent.revino');
    expect(codeOfOpening(absent, null)).toBe('database.notFound');
    expect(codeOfOpening(absent, KEY, 'read')).toBe('database.notFound');
    expect(statSync(absent, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('a file that cannot be opened', () => {
  it('no key, wrong key, key for a plain file', () => {
    const encrypted = newDatabaseFile(KEY);
    expect(codeOfOpening(encrypted, null)).toBe('database.keyNeeded');
    expect(codeOfOpening(encrypted, OTHER_KEY)).toBe('database.wrongKey');
    expect(codeOfOpening(encrypted, OTHER_KEY, 'read')).toBe('database.wrongKey');
    expect(codeOfOpening(newDatabaseFile(null), KEY)).toBe('database.wrongKey');
  });

  it("another program's SQLite file is refused and stays as it was", () => {
    const file = join(tempDir(), 'other.db');
    const other = connect(file, { readonly: false, timeoutMs: 0 });
    other.exec('CREATE TABLE invoice (id INTEGER); INSERT INTO invoice VALUES (1)');
    other.close();
    const before = readFileSync(file);
    expect(codeOfOpening(file, null)).toBe('database.foreign');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('empty, text, a folder', () => {
    const folder = tempDir();
    const empty = join(folder, 'empty.revino');
    writeFileSync(empty, '');
    expect(codeOfOpening(empty, null)).toBe('database.corrupt');
    expect(codeOfOpening(empty, KEY)).toBe('database.corrupt');
    expect(refusal(() => openDatabase({ file: empty, key: null, mode: 'write', create: true })).code).toBe(
      'database.alreadyExists',
    );
    const text = join(folder, 'text.revino');
    writeFileSync(text, 'customer;date;amount\n');
    expect(codeOfOpening(text, null)).toBe('database.corrupt');
    expect(codeOfOpening(folder, null)).toBe('database.foreign');
    expect(codeOfOpening(join(text, 'below.revino'), null)).toBe('database.notWritable');
    expect(
      refusal(() =>
        openDatabase({ file: join(folder, 'none', 'a.revino'), key: null, mode: 'write', create: true }),
      ).code,
    ).toBe('database.notWritable');
  });

  it.each([['encrypted', KEY] as const, ['plain', null] as const])('%s: cut short', (_, key) => {
    const file = filledFile(key);
    truncateSync(file, 5000);
    expect(codeOfOpening(file, key)).toBe('database.corrupt');
    truncateSync(file, 8192);
    const code = refusal(() => contentOfFile(file, key)).code;
    expect(code).toBe('database.corrupt');
  });

  it.each([['encrypted', KEY] as const, ['plain', null] as const])(
    '%s: damaged pages are named',
    (_, key) => {
      const file = filledFile(key);
      const bytes = readFileSync(file);
      for (let at = 5 * 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at + 8, at + 80);
      writeFileSync(file, bytes);
      const error = refusal(() => {
        const db = open(file, { key });
        inTransaction(db, () => db.sqlite.prepare('SELECT count(DISTINCT display_name) FROM customer').get());
      });
      expect(error.code).toBe('database.corrupt');
      expect(error.params).toEqual({ file });
    },
  );

  it('damage in the first page of a plain file is damage, not a wrong key', () => {
    const file = filledFile(null);
    const bytes = readFileSync(file);
    bytes.fill(0, 16, 60);
    writeFileSync(file, bytes);
    expect(codeOfOpening(file, null)).toBe('database.corrupt');
  });
});

/** Root may write anywhere, so the child gives its rights away before it tries. */
const WITHOUT_RIGHTS = `
  import { chmodSync } from 'node:fs';
  import { openDatabase } from 'db/openDatabase.ts';
  import { acquireWriterLock } from 'db/writerLock.ts';
  import { createDatabase } from 'db/migrateDatabase.ts';
  const attempt = (work) => { try { work(); return 'done'; } catch (error) { return error.code ?? String(error); } };
  const lose = () => { if (process.getuid() === 0) { process.setgroups([]); process.setgid(65534); process.setuid(65534); } };
  openDatabase({ file: process.env.WARM, key: null, mode: 'read' }).close();
`;

describe.runIf(process.platform !== 'win32')('without the right to write', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = tempDir();
    file = newDatabaseFile(null, folder);
    chmodSync(folder, 0o755);
  });

  async function tryAll(): Promise<Record<string, string>> {
    const warm = newDatabaseFile(null);
    const child = runChild(
      `${WITHOUT_RIGHTS.replace('process.env.WARM', JSON.stringify(warm))}
      lose();
      const file = ${JSON.stringify(file)};
      console.log(JSON.stringify({
        write: attempt(() => {
          const db = openDatabase({ file, key: null, mode: 'write' });
          db.sqlite.exec('DELETE FROM setting');
          db.close();
        }),
        read: attempt(() => openDatabase({ file, key: null, mode: 'read' }).close()),
        lock: attempt(() => acquireWriterLock(file).release()),
        create: attempt(() => createDatabase({ file: file + '.new', key: null, backupsDir: '/nowhere', nowMs: 0 })),
      }));`,
    );
    return JSON.parse(await child.finished) as Record<string, string>;
  }

  it('a folder that may only be read', async () => {
    chmodSync(file, 0o444);
    chmodSync(`${file}.lock`, 0o444);
    chmodSync(folder, 0o555);
    const outcome = await tryAll();
    expect(outcome.write).toBe('database.notWritable');
    expect(outcome.lock).toBe('database.notWritable');
    expect(outcome.create).toBe('database.notWritable');
    chmodSync(folder, 0o755);
  });

  it('a file that may not even be read', async () => {
    chmodSync(file, 0o000);
    const outcome = await tryAll();
    expect(outcome.write).toBe('database.notWritable');
    expect(outcome.read).toBe('database.notWritable');
  });
});

describe('the driver', () => {
  it('is not loaded by a runtime that it would crash', async () => {
    const child = runChild(`
      Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '9' } });
      const { openDatabase } = await import(${JSON.stringify(new URL('../../db/openDatabase.ts', import.meta.url).href)});
      try {
        openDatabase({ file: ${JSON.stringify(newDatabaseFile(null))}, key: null, mode: 'read' });
      } catch (error) {
        console.log(error.message);
      }`);
    expect(await child.finished).toMatch(/needs Node 22\.14 or later.*npm/);
  });

  it('opens a copy of the file elsewhere', () => {
    const file = filledFile(KEY);
    const folder = join(tempDir(), 'ünïcode ăâ');
    mkdirSync(folder);
    const copy = join(folder, 'kopia bazy.revino');
    copyFileSync(file, copy);
    expect(contentOfFile(copy)).toBe(contentOfFile(file));
  });
});
