/** Going back to a backup: what is refused, what is kept, and what a power cut at any step leaves. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupDatabase } from '../../db/backupDatabase.ts';
import { digestFilePath, digestLine, fileDigest } from '../../db/fileDigest.ts';
import { keyFilePath, readKeyFile, wrapKeyWithPassphrase, writeKeyFile } from '../../db/keys.ts';
import { createDatabase, migrateDatabase } from '../../db/migrateDatabase.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import {
  abandonRestore,
  commitRestore,
  finishRestore,
  isRestorePending,
  stageRestore,
} from '../../db/restoreDatabase.ts';
import { acquireWriterLock } from '../../db/writerLock.ts';
import { runs, tellSoak } from '../runs.ts';
import { runChild } from './support/childProcess.ts';
import {
  contentOf,
  contentOfFile,
  KEY,
  NOW_MS,
  newDatabaseFile,
  OTHER_KEY,
  realMigrations,
  refusal,
  tempDir,
  writeMigrations,
} from './support/databases.ts';
import { addCustomers, changeFile, filledShop, growFile } from './support/filledShop.ts';
import { onSmallDisk } from './support/smallDisk.ts';

interface Shops {
  readonly file: string;
  readonly backupFile: string;
  /** What the backup holds, and what the live one holds now. */
  readonly backup: string;
  readonly live: string;
}

/** A shop, its backup, and what was recorded after it. */
function shopAndBackup(key: Uint8Array | null = KEY, customers = 20): Shops {
  const file = filledShop(customers, key);
  const { backupFile } = backupDatabase({ file, key, backupFile: join(tempDir(), 'b.revino') });
  changeFile(file, key, (db) => addCustomers(db, 5, 'Later'));
  return { file, backupFile, backup: contentOfFile(backupFile, key), live: contentOfFile(file, key) };
}

/** Without what a look at a database leaves: its lock, and an empty log. */
const namesBeside = (file: string): string[] =>
  readdirSync(dirname(file)).filter((name) => !/\.lock$|^backups$|-(wal|shm)$/.test(name));

describe('going back to a backup', () => {
  it.each([['encrypted', KEY] as const, ['plain', null] as const])('%s: the old one is kept', (_, key) => {
    const { file, backupFile, backup: then, live: now } = shopAndBackup(key);
    stageRestore({ backupFile, key, file });
    expect(isRestorePending(file)).toBe(false);
    expect(contentOfFile(file, key)).toBe(now);
    commitRestore(file, null, NOW_MS);
    const finished = finishRestore(file);
    expect(contentOfFile(file, key)).toBe(then);
    expect(finished?.replacedFile).toBe(`${file}.replaced-20260314T093000000Z`);
    expect(contentOfFile(finished?.replacedFile ?? '', key)).toBe(now);
    expect(namesBeside(file)).toEqual(['shop.revino', 'shop.revino.replaced-20260314T093000000Z']);
    expect(finishRestore(file)).toBeNull();
  });

  it.each([
    ['empty', ''],
    ['cut off', '{"version":1,"repla'],
    ['nothing', 'null'],
    ['a number', '7'],
    ['a list', '[]'],
    ['another folder', '{"version":1,"replacedAs":"../shop.revino.replaced-x"}'],
    ['the database itself', '{"version":1,"replacedAs":"shop.revino"}'],
    ['the backup itself', '{"version":1,"replacedAs":"shop.revino.restoring"}'],
    ['its own name', '{"version":1,"replacedAs":"shop.revino.restore.json"}'],
  ])(
    'a marker that says %s is finished all the same, again and again, and every old one kept',
    (_, marker) => {
      const { file, backupFile, backup: then, live: now } = shopAndBackup(null, 2);
      const kept = [`${file}.replaced-unknown`, `${file}.replaced-unknown-2`, `${file}.replaced-unknown-3`];
      for (const replacedFile of kept) {
        stageRestore({ backupFile, key: null, file });
        commitRestore(file, null, NOW_MS);
        writeFileSync(`${file}.restore.json`, marker);
        expect(finishRestore(file)).toEqual({ replacedFile });
        expect(contentOfFile(file, null)).toBe(then);
      }
      expect(kept.map((name) => contentOfFile(name, null))).toEqual([now, then, then]);
    },
  );

  it('keeps also what lay in the log of the old one only', async () => {
    const { file, backupFile, backup: then } = shopAndBackup();
    // Killed, so that nobody moved the log into the database.
    const child = runChild(`
      import { openDatabase } from 'db/openDatabase.ts';
      const db = openDatabase({ file: ${JSON.stringify(file)}, key: Uint8Array.from(${JSON.stringify([...KEY])}), mode: 'write' });
      db.sqlite.exec("INSERT INTO setting (key, value) VALUES ('last', '1')");
      console.log('written');
      setInterval(() => {}, 1000);
    `);
    await child.said('written');
    child.process.kill('SIGKILL');
    await child.ended;
    expect(existsSync(`${file}-wal`)).toBe(true);
    stageRestore({ backupFile, key: KEY, file });
    commitRestore(file, null, NOW_MS);
    const { replacedFile } = finishRestore(file) ?? {};
    expect(contentOfFile(file)).toBe(then);
    const replaced = openDatabase({ file: replacedFile ?? '', key: KEY, mode: 'read' });
    expect(replaced.sqlite.prepare("SELECT value FROM setting WHERE key = 'last'").pluck().get()).toBe('1');
    replaced.close();
  });

  it('works where the live database is damaged, and where there is none', () => {
    for (const make of [
      (file: string) => writeFileSync(file, readFileSync(file).fill(7, 0, 5000)),
      (file: string) => writeFileSync(file, 'no database at all'),
      null,
    ]) {
      const { file, backupFile, backup: then } = shopAndBackup();
      const target = make === null ? join(tempDir(), 'shop.revino') : file;
      make?.(file);
      stageRestore({ backupFile, key: KEY, file: target });
      commitRestore(target, null, NOW_MS);
      const finished = finishRestore(target);
      expect(finished?.replacedFile === null).toBe(make === null);
      expect(contentOfFile(target)).toBe(then);
    }
  });

  it('the key file of another key takes the place of the old one, which is kept with the old database', async () => {
    const { file } = shopAndBackup(KEY);
    const other = shopAndBackup(OTHER_KEY);
    writeKeyFile(keyFilePath(file), await wrapKeyWithPassphrase(KEY, 'the old passphrase'));
    const before = readFileSync(keyFilePath(file));
    const wrapped = await wrapKeyWithPassphrase(OTHER_KEY, 'the new passphrase');
    stageRestore({ backupFile: other.backupFile, key: OTHER_KEY, file });
    commitRestore(file, wrapped, NOW_MS);
    const { replacedFile } = finishRestore(file) ?? {};
    expect(contentOfFile(file, OTHER_KEY)).toBe(other.backup);
    expect(readKeyFile(keyFilePath(file))).toEqual(wrapped);
    expect(readFileSync(keyFilePath(replacedFile ?? ''))).toEqual(before);
  });

  it('a backup of an older schema is brought up to date by the one migration path', () => {
    const folder = tempDir();
    const old = join(folder, 'old.revino');
    const migrationsDir = writeMigrations(realMigrations().slice(0, 2));
    createDatabase({ file: old, key: KEY, migrationsDir, backupsDir: folder, nowMs: NOW_MS });
    changeFile(old, KEY, (db) =>
      db.sqlite.exec(`INSERT INTO shop (id, uid, name, currency, time_zone, locale, is_history_complete, is_demo, created_at_ms)
        VALUES (1, randomblob(16), 'Old shop', 'PLN', 'Europe/Warsaw', 'pl', 1, 0, 1)`),
    );
    const { file } = shopAndBackup();
    stageRestore({ backupFile: old, key: KEY, file });
    commitRestore(file, null, NOW_MS);
    finishRestore(file);
    const { applied, backupFile } = migrateDatabase({
      file,
      key: KEY,
      backupsDir: join(dirname(file), 'backups'),
      nowMs: NOW_MS,
    });
    expect(applied).toEqual(
      realMigrations()
        .slice(2)
        .map(({ tag }) => tag),
    );
    expect(existsSync(backupFile ?? '')).toBe(true);
    const db = openDatabase({ file, key: KEY, mode: 'read' });
    expect(db.sqlite.prepare('SELECT name FROM shop').pluck().get()).toBe('Old shop');
    db.close();
  });
});

describe('a restore that is refused', () => {
  const attempts: readonly (readonly [
    string,
    (shops: Shops) => Partial<Parameters<typeof stageRestore>[0]>,
    string,
  ])[] = [
    ['with another key', () => ({ key: OTHER_KEY }), 'database.wrongKey'],
    ['without its key', () => ({ key: null }), 'database.keyNeeded'],
    ['of a file that is not there', () => ({ backupFile: '/nowhere/b.revino' }), 'database.notFound'],
    [
      'of another program’s file',
      () => {
        const path = join(tempDir(), 'x.revino');
        writeFileSync(path, 'hello');
        return { backupFile: path };
      },
      'database.corrupt',
    ],
    [
      'of a newer Revino',
      () => ({ migrationsDir: writeMigrations(realMigrations().slice(0, 1)) }),
      'database.newer',
    ],
    [
      'of a database whose first start was never finished',
      () => ({ backupFile: newDatabaseFile() }),
      'shop.none',
    ],
    [
      'of rows without a parent',
      ({ backupFile }) => {
        changeFile(backupFile, KEY, (db) => {
          db.sqlite.pragma('foreign_keys = OFF');
          db.sqlite.exec('DELETE FROM customer WHERE id = 3');
        });
        return {};
      },
      'database.corrupt',
    ],
  ];
  it.each(attempts)('%s changes nothing and leaves nothing', (_, change, code) => {
    const shops = shopAndBackup();
    const { file, backupFile, live: now } = shops;
    const options = { backupFile, key: KEY, file, ...change(shops) };
    expect(refusal(() => stageRestore(options)).code).toBe(code);
    expect(namesBeside(file)).toEqual(['shop.revino']);
    expect(finishRestore(file)).toBeNull();
    expect(contentOfFile(file)).toBe(now);
  });

  it('a plain backup with one changed digit is told by its digest', () => {
    const { file, backupFile, live: now } = shopAndBackup(null);
    writeFileSync(digestFilePath(backupFile), digestLine(fileDigest(backupFile), backupFile));
    const bytes = readFileSync(backupFile);
    const at = bytes.indexOf('Ion 1');
    bytes.write('Jon', at);
    writeFileSync(backupFile, bytes);
    expect(refusal(() => stageRestore({ backupFile, key: null, file })).code).toBe('database.corrupt');
    expect(contentOfFile(file, null)).toBe(now);
  });

  it('on a full disk says so; the live database is untouched and works', async () => {
    const { file, backupFile } = shopAndBackup(KEY, 400);
    const outcome = (await onSmallDisk(
      2,
      `
      import { copyFileSync, readdirSync } from 'node:fs';
      import { stageRestore, finishRestore } from 'db/restoreDatabase.ts';
      import { openDatabase } from 'db/openDatabase.ts';
      const file = process.env.DISK + '/shop.revino';
      copyFileSync(${JSON.stringify(file)}, file);
      const key = Uint8Array.from(${JSON.stringify([...KEY])});
      const before = readdirSync(process.env.DISK);
      let code = null;
      try {
        stageRestore({ backupFile: ${JSON.stringify(backupFile)}, key, file });
      } catch (error) {
        code = error.code;
      }
      const after = readdirSync(process.env.DISK);
      const finished = finishRestore(file);
      const db = openDatabase({ file, key, mode: 'read' });
      const customers = db.sqlite.prepare('SELECT count(*) FROM customer').pluck().get();
      console.log(JSON.stringify({ code, before, after, finished, customers }));
      `,
    )) as { code: string; before: string[]; after: string[]; finished: null; customers: number };
    expect(outcome).toEqual({
      code: 'database.noSpace',
      before: ['shop.revino'],
      after: ['shop.revino'],
      finished: null,
      customers: 405,
    });
  }, 60_000);

  it('waits while another Revino has the database, and is done when it is free', () => {
    const { file, backupFile, backup: then, live: now } = shopAndBackup();
    stageRestore({ backupFile, key: KEY, file });
    commitRestore(file, null, NOW_MS);
    const lock = acquireWriterLock(file);
    expect(refusal(() => finishRestore(file)).code).toBe('database.inUse');
    expect(contentOfFile(file)).toBe(now);
    lock.release();
    finishRestore(file);
    expect(contentOfFile(file)).toBe(then);
  });

  it('given up before it counts leaves nothing; given up afterwards it still counts', () => {
    const { file, backupFile, backup: then } = shopAndBackup();
    stageRestore({ backupFile, key: KEY, file });
    abandonRestore(file);
    expect(namesBeside(file)).toEqual(['shop.revino']);
    stageRestore({ backupFile, key: KEY, file });
    commitRestore(file, null, NOW_MS);
    abandonRestore(file);
    finishRestore(file);
    expect(contentOfFile(file)).toBe(then);
  });
});

/** From the n-th change to the disk on, nothing reaches it any more: a power cut, seen from the files. */
const CUT = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  let left = Infinity;
  for (const name of ['renameSync', 'rmSync', 'fsyncSync', 'writeSync', 'openSync']) {
    const real = fs[name];
    fs[name] = (...args) => {
      if (left-- <= 0) throw new Error('the power is cut');
      return real(...args);
    };
  }
  syncBuiltinESMExports();
`;

describe('a power cut', () => {
  it('at every single step of the exchange leaves the old one or the new one, and nothing is lost', async () => {
    const wrapped = await wrapKeyWithPassphrase(OTHER_KEY, 'another passphrase');
    const { file: prepared, live: before } = shopAndBackup(KEY, 3);
    const other = shopAndBackup(OTHER_KEY, 4);
    writeFileSync(keyFilePath(prepared), 'the old key');
    stageRestore({ backupFile: other.backupFile, key: OTHER_KEY, file: prepared });
    const files = Array.from({ length: 40 }, () => {
      const folder = tempDir();
      cpSync(dirname(prepared), folder, { recursive: true });
      return join(folder, 'shop.revino');
    });
    const child = runChild(`
      import { commitRestore, finishRestore } from 'db/restoreDatabase.ts';
      ${CUT}
      const isCut = ${JSON.stringify(files)}.map((file, step) => {
        left = step;
        try {
          commitRestore(file, ${JSON.stringify(wrapped)}, ${NOW_MS});
          finishRestore(file);
          return false;
        } catch (error) {
          if (!String(error.cause ?? error).includes('the power is cut')) throw error;
          return true;
        } finally {
          left = Infinity;
        }
      });
      console.log(JSON.stringify(isCut));
    `);
    const isCut = JSON.parse(await child.finished) as boolean[];
    expect(isCut.at(-1)).toBe(false);
    const outcomes = files.map((file) => {
      finishRestore(file);
      const replaced = `${file}.replaced-20260314T093000000Z`;
      const isNew = existsSync(replaced);
      if (isNew) {
        expect(contentOfFile(file, OTHER_KEY)).toBe(other.backup);
        expect(contentOfFile(replaced)).toBe(before);
        expect(readKeyFile(keyFilePath(file))).toEqual(wrapped);
        expect(readFileSync(keyFilePath(replaced), 'utf8')).toBe('the old key');
      } else {
        expect(contentOfFile(file)).toBe(before);
        expect(readFileSync(keyFilePath(file), 'utf8')).toBe('the old key');
      }
      const others = namesBeside(file).filter((name) => !name.includes('replaced'));
      expect(others).toEqual(['shop.revino', 'shop.revino.key.json']);
      return isNew ? 'new' : 'old';
    });
    // First the old one, and from the marker on always the new one.
    const firstNew = outcomes.indexOf('new');
    expect(firstNew).toBeGreaterThan(5);
    expect(outcomes.slice(firstNew)).not.toContain('old');
    expect(isCut.indexOf(false)).toBeGreaterThan(firstNew + 5);
  }, 60_000);

  it(
    'kill -9 at random moments of a whole restore: old or new, whole',
    async () => {
      const file = filledShop(50);
      growFile(file, KEY, 20);
      const { backupFile } = backupDatabase({ file, key: KEY, backupFile: join(tempDir(), 'b.revino') });
      const then = contentOfFile(backupFile);
      const counts = { interrupted: 0, old: 0, new: 0 };
      for (let attempt = 0; attempt < runs(3); attempt++) {
        const folder = tempDir();
        const live = filledShop(3, KEY, folder);
        const now = contentOfFile(live);
        const child = runChild(`
          import { commitRestore, finishRestore, stageRestore } from 'db/restoreDatabase.ts';
          console.log('ready');
          const file = ${JSON.stringify(live)};
          stageRestore({ backupFile: ${JSON.stringify(backupFile)}, key: Uint8Array.from(${JSON.stringify([...KEY])}), file });
          commitRestore(file, null, ${NOW_MS});
          finishRestore(file);
        `);
        await child.said('ready');
        await new Promise((resolve) => setTimeout(resolve, (attempt * 97) % 450));
        child.process.kill('SIGKILL');
        await child.ended;
        finishRestore(live);
        const names = namesBeside(live);
        const content = contentOfFile(live);
        expect(content === now || content === then, `attempt ${attempt}`).toBe(true);
        expect(names).toHaveLength(content === then ? 2 : 1);
        if (child.process.signalCode === 'SIGKILL') counts.interrupted += 1;
        counts[content === then ? 'new' : 'old'] += 1;
        // Room for the next one: a soak would fill the disk.
        rmSync(folder, { recursive: true });
      }
      tellSoak('restores', counts);
      expect(counts.interrupted).toBeGreaterThan(runs(3) / 3);
    },
    runs(3) * 15_000,
  );
});

describe('damage by chance', () => {
  /** A small generator of our own, so that a failure can be run again. */
  const randomOf = (seed: number) => {
    let state = seed + 1;
    return (below: number): number => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
      return Math.abs((state ^ (state >>> 13)) % below);
    };
  };

  /** One to three flipped bytes, a lost end, or a page of zeros. */
  const damage = (bytes: Buffer, random: (below: number) => number): Buffer => {
    const kind = random(4);
    if (kind === 0) return bytes.subarray(0, random(bytes.length));
    if (kind === 1) {
      const start = 4096 * random(bytes.length / 4096);
      return Buffer.from(bytes).fill(0, start, start + 4096);
    }
    const flipped = Buffer.from(bytes);
    for (let n = 0; n <= random(3); n++) {
      const at = random(bytes.length);
      flipped[at] = flipped[at]! ^ (1 + random(255));
    }
    return flipped;
  };

  it.each([['encrypted', KEY] as const, ['plain', null] as const])(
    '%s backup: told, and another backup is restored',
    (_, key) => {
      const { file, backupFile, backup: then, live: now } = shopAndBackup(key, 60);
      const whole = readFileSync(backupFile);
      const folder = join(tempDir(), 'stick');
      mkdirSync(folder);
      const damaged = join(folder, 'b.revino');
      const digest = digestLine(fileDigest(backupFile), damaged);
      if (key === null) writeFileSync(digestFilePath(damaged), digest);
      let told = 0;
      for (let seed = 0; seed < runs(25); seed++) {
        const bytes = damage(whole, randomOf(seed));
        if (bytes.equals(whole)) continue;
        writeFileSync(damaged, bytes);
        let code: string | null = null;
        try {
          stageRestore({ backupFile: damaged, key, file });
          // Only damage to what no row lies in may pass, and then every figure is as it was.
          expect(contentOfFile(`${file}.restoring`, key), `seed ${seed}`).toBe(then);
          abandonRestore(file);
        } catch (error) {
          code = (error as { code?: string }).code ?? String(error);
        }
        if (key === null) expect(code, `seed ${seed}`).not.toBeNull();
        if (code !== null) told += 1;
        if (code !== null)
          expect(
            ['database.corrupt', 'database.wrongKey', 'database.foreign', 'database.keyNeeded'],
            `seed ${seed}`,
          ).toContain(code);
        expect(contentOfFile(file, key)).toBe(now);
      }
      expect(told).toBeGreaterThan(runs(25) / 2);
      stageRestore({ backupFile, key, file });
      commitRestore(file, null, NOW_MS);
      finishRestore(file);
      expect(contentOfFile(file, key)).toBe(then);
    },
    runs(25) * 2000,
  );

  it(
    'encrypted live database: told or harmless, and a backup puts it right',
    () => {
      const { file, backupFile, backup: then, live: now } = shopAndBackup(KEY, 60);
      const whole = readFileSync(file);
      let told = 0;
      for (let seed = 0; seed < runs(25); seed++) {
        const bytes = damage(whole, randomOf(1000 + seed));
        writeFileSync(file, bytes);
        let content: string | null = null;
        try {
          const db = openDatabase({ file, key: KEY, mode: 'read' });
          try {
            content = contentOf(db.sqlite);
          } finally {
            db.close();
          }
        } catch (error) {
          expect(String((error as { code?: string }).code), `seed ${seed}`).toMatch(
            /corrupt|wrongKey|SQLITE_/i,
          );
        }
        // Never other rows than those that were recorded.
        expect([null, now], `seed ${seed}`).toContain(content);
        if (content === null) told += 1;
      }
      // Some of the damage lies where no row does.
      expect(told).toBeGreaterThan(runs(25) / 2);
      stageRestore({ backupFile, key: KEY, file });
      commitRestore(file, null, NOW_MS);
      finishRestore(file);
      expect(contentOfFile(file)).toBe(then);
    },
    runs(25) * 2000,
  );
});
