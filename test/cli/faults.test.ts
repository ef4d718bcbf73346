/** Power cuts and full disks during an import by command line: everything of it, or nothing. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../db/support/databases.ts';
import { onSmallDisk } from '../db/support/smallDisk.ts';
import { cdnow, fixture } from '../importing/support.ts';
import { runs, tellSoak } from '../runs.ts';
import { INIT, json, ROOT, start } from './support.ts';

/** Large enough to be caught in the middle. */
const bigFile = (): string => {
  const path = join(tempDir(), 'big.csv');
  const rows = Array.from(
    { length: 150_000 },
    (_, i) => `c${i % 9000},2024-01-${String(1 + (i % 28)).padStart(2, '0')},${i % 97}.00`,
  );
  writeFileSync(path, `client_id,date,amount\n${rows.join('\n')}\n`);
  return path;
};

/** The log appears when the database is opened to write: the program is up, and at work. */
const opened = async (file: string): Promise<void> => {
  while (!existsSync(`${file}-wal`)) await sleep(5);
};

const walBytes = (file: string): number => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

describe('kill -9 during an import', () => {
  it(
    'leaves nothing of it; the shop opens again and takes the file',
    async () => {
      const big = bigFile();
      for (const key of [['--no-encryption'], ['--key-file', join(tempDir(), 'key')]]) {
        for (let attempt = 0; attempt < runs(2); attempt++) {
          const file = join(tempDir(), 'shop.revino');
          const shop = ['--db', file, ...key];
          await json(['init', ...shop, ...INIT]);
          await json(['import', fixture('receipts.csv'), ...shop]);
          const before = await json(['check', '--full', ...shop]);
          const importing = start(['import', big, ...shop]);
          await opened(file);
          // From early on to shortly before the commit, which this file does not reach within a second.
          await sleep(50 + ((attempt * 250) % 730));
          importing.process.kill('SIGKILL');
          const { code } = await importing.ended;
          if (code === 0) throw new Error('The import ended before it was killed.');
          expect(await json(['check', '--full', ...shop])).toEqual(before);
          expect(await json(['import', big, ...shop])).toMatchObject({ read: 150_000, created: 150_000 });
          // Room for the next one: a soak would fill the disk.
          rmSync(dirname(file), { recursive: true });
        }
      }
      tellSoak('imports by command line', { interrupted: 2 * runs(2) });
    },
    runs(2) * 60_000,
  );

  it('while it is committing: all or nothing', async () => {
    const file = join(tempDir(), 'shop.revino');
    const shop = ['--db', file, '--no-encryption'];
    await json(['init', ...shop, ...INIT]);
    const importing = start(['import', cdnow('CDNOW_sample.txt'), ...shop]);
    // The log grows only when the transaction is being written out.
    while (walBytes(file) < 100_000 && importing.process.exitCode === null) await sleep(1);
    importing.process.kill('SIGKILL');
    await importing.ended;
    const { visits, customers } = await json<{ visits: number; customers: number }>([
      'check',
      '--full',
      ...shop,
    ]);
    expect([
      [0, 0],
      [6919, 2357],
    ]).toContainEqual([visits, customers]);
    const after = await json<{ created: number; unchanged: number }>([
      'import',
      cdnow('CDNOW_sample.txt'),
      ...shop,
    ]);
    expect(after.created + after.unchanged).toBe(6919);
  }, 60_000);

  it('Ctrl+C rolls back and says so', async () => {
    const file = join(tempDir(), 'shop.revino');
    const shop = ['--db', file, '--no-encryption'];
    await json(['init', ...shop, ...INIT]);
    const importing = start(['import', bigFile(), ...shop]);
    await opened(file);
    await sleep(50);
    importing.process.kill('SIGINT');
    const { code, stderr, stdout } = await importing.ended;
    expect([code, stdout, stderr]).toEqual([1, '', 'Cancelled. Nothing of it was saved.\n']);
    expect(await json(['check', ...shop])).toMatchObject({ ok: true, visits: 0, customers: 0 });
  }, 60_000);
});

describe('Ctrl+C while a demo shop is made', () => {
  it('leaves no half of one', async () => {
    const folder = tempDir();
    const file = join(folder, 'demo.revino');
    const size = ['--customers', '50000', '--years', '5', '--seed', '1'];
    const making = start(['demo', '--db', file, ...size, '--key-file', join(folder, 'key')]);
    await opened(file);
    await sleep(300);
    making.process.kill('SIGINT');
    const { code, stdout, stderr } = await making.ended;
    expect([code, stdout, stderr]).toEqual([1, '', 'Cancelled. Nothing of it was saved.\n']);
    expect(readdirSync(folder)).toEqual(['demo.revino.lock']);
  }, 60_000);
});

describe('a full disk', () => {
  it('ends the import with a clear line; what was there before is untouched', async () => {
    const program = (path: string) => pathToFileURL(join(ROOT, path)).href;
    const outcome = await onSmallDisk(
      3,
      `
      import { runCli } from '${program('src-main/cli/runCli.ts')}';
      const file = process.env.DISK + '/shop.revino';
      const run = async (...argv) => {
        let out = '';
        let err = '';
        const io = { stdout: { write: (t) => { out += t; } }, stderr: { write: (t) => { err += t; } }, env: {}, cwd: () => '/' };
        const code = await runCli([...argv, '--db', file, '--no-encryption'], io);
        return { code, out, err };
      };
      const init = await run('init', ...${JSON.stringify(INIT)});
      const small = await run('import', ${JSON.stringify(fixture('receipts.csv'))});
      const before = await run('check', '--full', '--json');
      const full = await run('import', ${JSON.stringify(bigFile())});
      const after = await run('check', '--full', '--json');
      const again = await run('import', ${JSON.stringify(fixture('receipts.csv'))}, '--json');
      console.log(JSON.stringify({ init, small, before, full, after, again }));
      `,
    );
    const { init, small, before, full, after, again } = outcome as Record<
      string,
      { code: number; out: string; err: string }
    >;
    expect([init?.code, small?.code, before?.code]).toEqual([0, 0, 0]);
    expect(full).toEqual({
      code: 1,
      out: '',
      err: 'The disk is full. Nothing of this step was saved, and everything saved before is safe; make room and try again.\n',
    });
    expect(after).toEqual(before);
    expect(again?.code).toBe(0);
    expect(JSON.parse(again?.out ?? '')).toMatchObject({ created: 0, unchanged: 6 });
  }, 120_000);
});

describe('what the import leaves lying about', () => {
  it('nothing but the database and its companions', async () => {
    const folder = tempDir();
    const shop = ['--db', join(folder, 'shop.revino'), '--no-encryption'];
    await json(['init', ...shop, ...INIT]);
    await json(['import', fixture('receipts.csv'), ...shop]);
    expect(existsSync(join(folder, 'shop.revino.creating'))).toBe(false);
    expect(readFileSync(join(folder, 'shop.revino')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });
});
