// A file that was asked for is there whole or not at all, whatever stands in its place and whatever goes wrong.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runExport } from '../../src-main/exporting/runExport.ts';
import { saveWhole } from '../../src-main/saving/saveWhole.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { runChild } from '../db/support/childProcess.ts';
import { openShop, tempDir } from '../db/support/databases.ts';
import { onSmallDisk } from '../db/support/smallDisk.ts';

const isPosix = process.platform !== 'win32';
const modeOf = (path: string) => statSync(path).mode & 0o777;
const notWritable = { code: 'report.notWritable' };

describe('saving a file', () => {
  it('replaces an older one, and leaves nothing beside it', async () => {
    const folder = tempDir();
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    await saveWhole(path, ['new', ' text']);
    expect(readFileSync(path, 'utf8')).toBe('new text');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('a name as long as the system allows', async () => {
    const folder = tempDir();
    const name = `${'a'.repeat(250)}.csv`;
    await saveWhole(join(folder, name), 'whole');
    expect(readdirSync(folder)).toEqual([name]);
    await expect(saveWhole(join(folder, `${'a'.repeat(300)}.csv`), 'x')).rejects.toMatchObject(notWritable);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('a folder, and a place that is not there, are refused', async () => {
    const folder = tempDir();
    mkdirSync(join(folder, 'a.csv'));
    await expect(saveWhole(join(folder, 'a.csv'), 'x')).rejects.toMatchObject(notWritable);
    await expect(saveWhole(join(folder, 'none', 'a.csv'), 'x')).rejects.toMatchObject(notWritable);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it.runIf(isPosix)('a link stays a link to the new file; one to a device is refused', async () => {
    const folder = tempDir();
    writeFileSync(join(folder, 'real.csv'), 'old');
    symlinkSync(join(folder, 'real.csv'), join(folder, 'link.csv'));
    await saveWhole(join(folder, 'link.csv'), 'new');
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new');
    symlinkSync('/dev/null', join(folder, 'device.csv'));
    await expect(saveWhole(join(folder, 'device.csv'), 'x')).rejects.toMatchObject(notWritable);
    expect(readdirSync(folder).sort()).toEqual(['device.csv', 'link.csv', 'real.csv']);
    expect(statSync(join(folder, 'device.csv')).isCharacterDevice()).toBe(true);
  });

  it.runIf(isPosix)('what is private is readable by its owner alone, also over an older file', async () => {
    const path = join(tempDir(), 'a.csv');
    await saveWhole(path, 'x');
    expect(modeOf(path)).toBe(0o666 & ~process.umask());
    chmodSync(path, 0o644);
    await saveWhole(path, 'x', { isPrivate: true });
    expect(modeOf(path)).toBe(0o600);
  });

  it('a refusal of whoever makes the content stays that refusal', async () => {
    const folder = tempDir();
    function* cancelled() {
      yield 'half';
      throw new RevinoError('job.cancelled');
    }
    await expect(saveWhole(join(folder, 'a.csv'), cancelled())).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('a full disk leaves the old file as it was', async () => {
    const left = await onSmallDisk(
      1,
      `import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
       import { saveWhole } from 'src-main/saving/saveWhole.ts';
       const path = process.env.DISK + '/a.csv';
       writeFileSync(path, 'old');
       function* much() { for (let i = 0; i < 64; i++) yield Buffer.alloc(65536); }
       const code = await saveWhole(path, much(), { isPrivate: true }).then(() => 'saved', (error) => error.code);
       console.log(JSON.stringify({ code, names: readdirSync(process.env.DISK), text: readFileSync(path, 'utf8') }));`,
    );
    expect(left).toEqual({ code: 'report.notWritable', names: ['a.csv'], text: 'old' });
  });

  it('killed half-way, the old file is as it was', async () => {
    const folder = tempDir();
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    const child = runChild(
      `import { saveWhole } from 'src-main/saving/saveWhole.ts';
       async function* endless() {
         for (let i = 0; ; i++) {
           if (i === 20) console.log('writing');
           yield Buffer.alloc(1000);
           await new Promise((done) => setTimeout(done, 5));
         }
       }
       await saveWhole(${JSON.stringify(path)}, endless());`,
    );
    await child.said('writing');
    child.process.kill('SIGKILL');
    await child.ended;
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

describe('an export', () => {
  it.runIf(isPosix)('is readable by its owner alone, in every form', async () => {
    const db = openShop();
    const folder = tempDir();
    for (const format of ['csv', 'xlsx', 'json'] as const)
      for (const what of ['everything', 'customers'] as const) {
        const path = join(folder, `${what}.${format}`);
        await runExport(db, { path, subject: { what }, format, locale: 'pl', nowMs: 0 });
        expect(modeOf(path)).toBe(0o600);
      }
  });

  it('that is cancelled says that it was', async () => {
    const db = openShop();
    const folder = tempDir();
    const order = {
      path: join(folder, 'a.csv'),
      subject: { what: 'figures', asOf: '2026-01-31' },
      format: 'csv',
    };
    await expect(
      runExport(db, { ...order, locale: 'en', nowMs: 0 } as never, { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
