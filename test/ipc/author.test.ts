/** Whose doing a change is: known through awaits, side by side, and in the worker process that does it for somebody. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { asAuthor, authorNow } from '../../db/author.ts';
import { createNamed } from '../../src-main/services/catalogueService.ts';
import { runInWorker } from '../../src-main/worker/runInWorker.ts';
import { spawnNodeWorker } from '../backups/support/nodeWorker.ts';
import { NOW_MS, openShop, tempDir } from '../db/support/databases.ts';

it('follows each piece of work through its awaits, and nobody else’s', async () => {
  const said = async (staffId: number | null) =>
    await asAuthor(staffId, async () => {
      await new Promise((done) => setTimeout(done, 5));
      return authorNow();
    });
  expect(await Promise.all([said(1), said(null), said(2)])).toEqual([1, null, 2]);
  expect(authorNow()).toBeNull();
});

it('is told to the worker: an import and its taking back name who ordered them', async () => {
  const db = openShop(null);
  const ania = createNamed(db, 'staff', 'Ania', NOW_MS).id;
  const maria = createNamed(db, 'staff', 'Maria', NOW_MS).id;
  const path = join(dirname(db.file), 'till.csv');
  writeFileSync(path, 'name;date;amount\nJan Nowak;2026-01-10;5\n');
  const access = { file: db.file, key: null };
  const mapping = {
    kind: 'visits',
    layout: 'delimited',
    separator: ';',
    encoding: 'auto',
    header: true,
    dateFormat: 'yyyy-MM-dd',
    decimal: '.',
    onMissingCustomer: 'walk-in',
    onKnown: 'fill',
    columns: { customerName: 0, date: 1, amount: 2 },
  } as const;
  const imported = await asAuthor(maria, () =>
    runInWorker(spawnNodeWorker, 'importFile', {
      access,
      path,
      mapping,
      dryRun: false,
      nowMs: NOW_MS,
      spillFolder: tempDir(),
    }),
  );
  const { batchId } = imported.result;
  if (batchId === null) throw new Error('Nothing was brought in.');
  await asAuthor(ania, () => runInWorker(spawnNodeWorker, 'undoImport', { access, batchId, nowMs: NOW_MS }));
  const logged = db.sqlite
    .prepare(
      "SELECT action, name FROM change_log JOIN staff ON staff.id = staff_id WHERE subject = 'import_batch' ORDER BY change_log.id",
    )
    .raw()
    .all();
  expect(logged).toEqual([
    ['import', 'Maria'],
    ['undo', 'Ania'],
  ]);
});
