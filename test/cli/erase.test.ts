/** `erase`: says whom before it does it, does it once, and an older backup brings nobody back. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempDir } from '../db/support/databases.ts';
import { INIT, inProcess } from './support.ts';

const shopWithPerson = async () => {
  const folder = tempDir();
  const file = join(folder, 'shop.revino');
  const shop = ['--db', file, '--no-encryption'];
  const run = async (...argv: string[]) => {
    const { code, stdout, stderr } = await inProcess([...argv, ...shop, '--json']);
    if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  await run('init', ...INIT);
  const till = join(folder, 'till.csv');
  writeFileSync(
    till,
    'name;phone;date;amount\nGenowefa Pigwa;601 234 567;2025-01-10;10\nJan Nowak;602 345 678;2025-01-10;5\n',
  );
  await run('import', till);
  return { file, shop, run, till, holds: () => readFileSync(file).includes('Genowefa') };
};

describe('erase', () => {
  it('without --yes says whom it would be, and changes nothing', async () => {
    const { shop, holds } = await shopWithPerson();
    const { code, stderr } = await inProcess(['erase', '--customer', '1', ...shop]);
    expect(code).toBe(2);
    expect(stderr).toContain('Genowefa Pigwa');
    expect(holds()).toBe(true);
    const unknown = await inProcess(['erase', '--customer', '999', '--yes', ...shop]);
    expect(unknown.code).toBe(1);
  });

  it('forgets, keeps the figures, and a backup from before brings nobody back', async () => {
    const { run, holds, till } = await shopWithPerson();
    const backup = (await run('backup')) as { file: string };
    const before = await run('metrics', '--as-of', '2025-02-01');
    expect(await run('erase', '--customer', '1', '--yes')).toMatchObject({
      customerId: 1,
      cards: 1,
      visits: 1,
    });
    expect(holds()).toBe(false);
    expect(await run('metrics', '--as-of', '2025-02-01')).toEqual(before);
    expect(await run('import', till)).toMatchObject({ created: 0, unchanged: 2 });
    await run('restore', backup.file);
    expect(await run('import', till)).toMatchObject({ created: 0, unchanged: 2 });
    expect(holds()).toBe(false);
  });
});
