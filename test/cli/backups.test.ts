/** `backup` and `restore`: what they print, what they keep, keys, refusals, and kills. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseKeyText } from '../../db/keys.ts';
import { contentOfFile, tempDir } from '../db/support/databases.ts';
import { fixture } from '../importing/support.ts';
import { runs, tellSoak } from '../runs.ts';
import { INIT, inProcess, json, start } from './support.ts';

interface BackupDocument {
  readonly file: string;
  readonly madeAt: string;
  readonly bytes: number;
  readonly customers: number;
  readonly visits: number;
  readonly isEncrypted: boolean;
  readonly removed: readonly string[];
}

interface RestoreDocument {
  readonly file: string;
  readonly replacedFile: string | null;
  readonly customers: number;
  readonly visits: number;
  readonly migrated: readonly string[];
}

/** A command in this process that must succeed; its document. */
const run = async <T>(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<T> => {
  const { code, stdout, stderr } = await inProcess([...argv, '--json'], env);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
};

/** A shop with a few visits, its options, and its backup. */
const shopWithBackup = async () => {
  const folder = tempDir();
  const file = join(folder, 'shop.revino');
  const shop = ['--db', file, '--key-file', join(folder, 'key')];
  await run(['init', ...shop, ...INIT]);
  await run(['import', fixture('receipts.csv'), ...shop]);
  const backup = await run<BackupDocument>(['backup', ...shop]);
  return { folder, file, shop, backup };
};

describe('backup', () => {
  it('lies beside the database, or where it is told, and says what it holds', async () => {
    const { folder, shop, backup } = await shopWithBackup();
    expect(dirname(backup.file)).toBe(join(folder, 'backups'));
    expect(backup).toMatchObject({ isEncrypted: true, removed: [] });
    expect(backup.visits).toBeGreaterThan(0);
    const stick = join(tempDir(), 'stick');
    const other = await run<BackupDocument>(['backup', ...shop, '--to', stick]);
    expect(dirname(other.file)).toBe(stick);
    expect(
      await run(['check', '--full', '--db', other.file, '--key-file', join(folder, 'key')]),
    ).toMatchObject({
      ok: true,
      visits: backup.visits,
      customers: backup.customers,
    });
  });

  it('of one day keeps the newest', async () => {
    const { shop, backup } = await shopWithBackup();
    const again = await run<BackupDocument>(['backup', ...shop]);
    expect(again.removed).toEqual([backup.file.split(/[\\/]/).at(-1)]);
    expect(existsSync(backup.file)).toBe(false);
  });

  it('in words, in the language asked for', async () => {
    const { shop } = await shopWithBackup();
    const { code, stdout, stderr } = await inProcess(['backup', ...shop, '--locale', 'pl']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^Kopia zapisana w .+\.revino \(\d,\d MB; klienci: \d+, wizyty: \d+\)\.\n1 starsza kopia ustąpiła miejsca\.\n$/,
    );
  });

  it('with the passphrase alone is opened on a bare machine', async () => {
    const file = join(tempDir(), 'shop.revino');
    const env = { REVINO_PASSPHRASE: 'four words of mine' };
    await run(['init', '--db', file, ...INIT], env);
    const backup = await run<BackupDocument>(['backup', '--db', file], env);
    expect(await run(['check', '--db', backup.file], env)).toMatchObject({ ok: true });
    const bare = join(tempDir(), 'new', 'shop.revino');
    expect(await run<RestoreDocument>(['restore', backup.file, '--db', bare], env)).toMatchObject({
      file: bare,
      replacedFile: null,
    });
    expect(await run(['check', '--db', bare], env)).toMatchObject({ ok: true });
  });
});

describe('restore', () => {
  it('brings the backup back and keeps what it replaced', async () => {
    const { folder, file, shop, backup } = await shopWithBackup();
    await run(['import', fixture('walk-ins.csv'), ...shop]);
    const later = contentOfFileByKey(file, folder);
    const document = await run<RestoreDocument>(['restore', backup.file, ...shop]);
    expect(document).toMatchObject({
      file,
      visits: backup.visits,
      customers: backup.customers,
      migrated: [],
    });
    expect(contentOfFileByKey(file, folder)).toBe(contentOfFileByKey(backup.file, folder));
    expect(contentOfFileByKey(document.replacedFile ?? '', folder)).toBe(later);
    const { code, stdout } = await inProcess(['restore', backup.file, ...shop]);
    expect([code, stdout.split('\n').length]).toEqual([0, 3]);
  });

  it('works over a damaged database, and over none', async () => {
    const { folder, file, shop, backup } = await shopWithBackup();
    writeFileSync(file, readFileSync(file).subarray(0, 5000));
    await run(['restore', backup.file, ...shop]);
    expect(await run(['check', '--full', ...shop])).toMatchObject({ ok: true, visits: backup.visits });
    const bare = ['--db', join(tempDir(), 'a', 'b', 'shop.revino'), '--key-file', join(folder, 'key')];
    await run(['restore', backup.file, ...bare]);
    expect(await run(['check', '--full', ...bare])).toMatchObject({ ok: true, visits: backup.visits });
  });

  it.each([
    ['a wrong path', ['nowhere.revino'], 1],
    ['no file', [], 2],
    ['two files', ['a', 'b'], 2],
  ])('%s is said and changes nothing', async (_, files, expected) => {
    const { folder, file, shop } = await shopWithBackup();
    const before = contentOfFileByKey(file, folder);
    const { code, stdout, stderr } = await inProcess(['restore', ...files, ...shop]);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(contentOfFileByKey(file, folder)).toBe(before);
  });

  it('of the database over itself is wrong usage', async () => {
    const { file, shop } = await shopWithBackup();
    expect((await inProcess(['restore', file, ...shop])).code).toBe(2);
  });

  it('of a damaged backup is refused; the database stays', async () => {
    const { folder, file, shop, backup } = await shopWithBackup();
    const before = contentOfFileByKey(file, folder);
    const bytes = readFileSync(backup.file);
    bytes.fill(3, bytes.length - 4096);
    chmodSync(backup.file, 0o600);
    writeFileSync(backup.file, bytes);
    const { code, stderr } = await inProcess(['restore', backup.file, ...shop]);
    expect(code).toBe(1);
    expect(stderr).toContain('is damaged');
    expect(contentOfFileByKey(file, folder)).toBe(before);
    expect(readdirSync(folder).filter((name) => name.includes('restor'))).toEqual([]);
  });

  it('into a folder that is kept in step elsewhere is refused, also for a new database', async () => {
    const { folder, backup } = await shopWithBackup();
    const synced = join(folder, 'Dropbox');
    mkdirSync(synced);
    const into = ['--db', join(synced, 'shop.revino'), '--key-file', join(folder, 'key')];
    for (const argv of [
      ['restore', backup.file, ...into],
      ['init', ...into, ...INIT],
    ]) {
      const { code, stderr } = await inProcess(argv);
      expect(code).toBe(1);
      expect(stderr).toContain('synchronised or network folder');
    }
    expect(readdirSync(synced)).toEqual([]);
    // Its backups are welcome there.
    expect(
      await run([
        'backup',
        '--db',
        join(folder, 'shop.revino'),
        '--key-file',
        join(folder, 'key'),
        '--to',
        synced,
      ]),
    ).toMatchObject({ isEncrypted: true });
  });
});

describe('kill -9 during a restore', () => {
  it(
    'leaves the old one or the new one; the next command finishes or sweeps',
    async () => {
      const counts = { interrupted: 0, old: 0, new: 0 };
      for (let attempt = 0; attempt < runs(2); attempt++) {
        const { folder, shop, backup } = await shopWithBackup();
        await run(['import', fixture('walk-ins.csv'), ...shop]);
        const { visits } = await run<{ visits: number }>(['check', ...shop]);
        const restoring = start(['restore', backup.file, ...shop]);
        const locked = join(folder, 'shop.revino.restoring.partial');
        while (!existsSync(locked) && restoring.process.exitCode === null) await sleep(1);
        await sleep((attempt * 7) % 60);
        restoring.process.kill('SIGKILL');
        await restoring.ended;
        const after = await json<{ ok: boolean; visits: number }>(['check', '--full', ...shop]);
        expect(after.ok).toBe(true);
        expect([visits, backup.visits]).toContain(after.visits);
        expect(readdirSync(folder).filter((name) => /restor/.test(name))).toEqual([]);
        if (restoring.process.signalCode === 'SIGKILL') counts.interrupted += 1;
        counts[after.visits === visits ? 'old' : 'new'] += 1;
      }
      tellSoak('restores by command line', counts);
    },
    runs(2) * 30_000,
  );
});

/** What is in a database whose recovery key lies in the folder. */
function contentOfFileByKey(file: string, folder: string): string {
  return contentOfFile(file, parseKeyText(readFileSync(join(folder, 'key'), 'utf8')));
}
