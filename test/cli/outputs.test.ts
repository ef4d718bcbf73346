/** What a command writes must never cost what it reads: the shop, its key, the file from the till. */
import { linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../db/support/databases.ts';
import { fixture } from '../importing/support.ts';
import { INIT, inProcess, plainShop } from './support.ts';

const renderPdf = async () => new TextEncoder().encode('%PDF-');

describe('an output that would overwrite what the command needs is wrong usage', () => {
  it.each(['', '-wal', '-shm', '.lock', '.key.json', '.forgotten.json'])('the database%s', async (ending) => {
    const shop = await plainShop();
    const before = readFileSync(shop);
    const report = ['report', '--db', shop, '--month', '2024-01', '--out', `${shop}${ending}`];
    const { code, stderr } = await inProcess(report, {}, { renderPdf });
    expect(code).toBe(2);
    expect(stderr).toContain('--out would overwrite');
    const rejected = ['--rejected', `${shop}${ending}`];
    const ran = await inProcess(['import', fixture('impossible-rows.csv'), '--db', shop, ...rejected]);
    expect(ran.code).toBe(2);
    expect(readFileSync(shop)).toEqual(before);
  });

  it('the database by another name', async () => {
    const shop = await plainShop();
    const before = readFileSync(shop);
    const soft = join(tempDir(), 'soft.pdf');
    const hard = join(dirname(shop), 'hard.pdf');
    symlinkSync(shop, soft);
    linkSync(shop, hard);
    for (const out of [soft, hard]) {
      const ran = await inProcess(
        ['import', fixture('impossible-rows.csv'), '--db', shop, '--rejected', out],
        {},
      );
      expect(ran.code).toBe(2);
    }
    expect(readFileSync(shop)).toEqual(before);
  });

  it('the file that is brought in, its mapping, the key', async () => {
    const folder = tempDir();
    const path = (name: string) => join(folder, name);
    const shop = ['--db', path('a.revino'), '--key-file', path('key')];
    await inProcess(['init', ...shop, ...INIT]);
    writeFileSync(path('till.csv'), readFileSync(fixture('impossible-rows.csv')));
    writeFileSync(path('map.json'), '{}');
    for (const name of ['till.csv', 'map.json', 'key']) {
      const before = readFileSync(path(name));
      const argv = ['import', path('till.csv'), '--map', path('map.json'), ...shop];
      expect((await inProcess([...argv, '--rejected', path(name)])).code).toBe(2);
      expect(readFileSync(path(name))).toEqual(before);
    }
  });

  it('an older answer is replaced', async () => {
    const shop = await plainShop();
    const out = join(tempDir(), 'rejected.csv');
    writeFileSync(out, 'of last week', { mode: 0o644 });
    const argv = ['import', fixture('impossible-rows.csv'), '--db', shop, '--rejected', out];
    expect((await inProcess(argv)).code).toBe(0);
    expect(readFileSync(out, 'utf8')).not.toContain('of last week');
    // Rows of customers, whoever could read the file before.
    if (process.platform !== 'win32') expect(statSync(out).mode & 0o777).toBe(0o600);
  });
});
