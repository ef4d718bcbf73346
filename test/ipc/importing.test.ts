/** The doors of the import with their real handlers, a real database and a real worker process. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDoor } from '../../src-main/ipc/door.ts';
import type { AppServices } from '../../src-main/ipc/handlers/appServices.ts';
import { importHandlers } from '../../src-main/ipc/handlers/importHandlers.ts';
import { JobRegistry } from '../../src-main/jobs/jobRegistry.ts';
import { PickedFiles } from '../../src-main/jobs/pickedFiles.ts';
import { WriteGate } from '../../src-main/jobs/writeGate.ts';
import { OPEN_CALLER } from '../../src-main/people/till.ts';
import { dropContract } from '../../src-shared/contract/contract.ts';
import {
  type Difference,
  type ImportPresetSummary,
  importContract,
  type OpenedFile,
} from '../../src-shared/contract/importContract.ts';
import type { Answer } from '../../src-shared/contract/procedure.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { spawnNodeWorker } from '../backups/support/nodeWorker.ts';
import { NOW_MS, openShop, tempDir } from '../db/support/databases.ts';

const contract = { ...importContract, ...dropContract } as const;
const words = wordsFor('en');

const makeDoor = () => {
  const db = openShop(null);
  const folder = tempDir();
  const jobs = new JobRegistry({
    onChanged: () => undefined,
    onDefect: (_kind, error) => console.error(error),
    nowMs: Date.now,
  });
  const chosen: { open: string | null; save: string | null } = { open: null, save: null };
  const services = {
    session: { shop: { db, key: null }, appState: { phase: 'ready' } },
    files: new PickedFiles(),
    jobs,
    gate: new WriteGate(),
    spawn: spawnNodeWorker,
    words: () => words,
    nowMs: () => NOW_MS,
    dataChanged: () => undefined,
    desktop: { askVisitsFile: async () => chosen.open, askSavePath: async () => chosen.save },
  } as unknown as AppServices;
  const door = createDoor({
    contract,
    handlers: importHandlers(services),
    isAllowedSender: () => true,
    authorise: () => OPEN_CALLER,
    onDefect: (name, error) => console.error(name, error),
  });
  const call = async <T>(name: keyof typeof contract, input: unknown): Promise<T> => {
    const answer = (await door({}, name, input)) as Answer<T>;
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value;
  };
  const open = async (lines: readonly string[], kind?: string): Promise<OpenedFile> => {
    chosen.open = join(folder, 'list.csv');
    writeFileSync(chosen.open, `${lines.join('\n')}\n`);
    return call<OpenedFile>('import.pickFile', kind === undefined ? {} : { kind });
  };
  const run = async (name: 'import.start' | 'import.undo', input: unknown) => {
    const { jobId } = await call<{ jobId: string }>(name, input);
    await jobs.whenIdle();
    return { jobId, job: jobs.get(jobId) };
  };
  return { db, folder, chosen, call, open, run };
};

const HEADER = 'Name;Phone;Birthday';
const PEOPLE = Array.from({ length: 60 }, (_, i) => `Person ${i};6010000${String(i).padStart(2, '0')};`);

describe('the doors of the import', () => {
  it('a dry run is paged field by field; the import is taken back; both leave nothing behind', async () => {
    const before = new Set(readdirSync(tmpdir()));
    onTestFinished(() => {
      const left = readdirSync(tmpdir()).filter(
        (name) => name.startsWith('revino-import-') && !before.has(name),
      );
      // Two jobs' leavings stay while the app runs.
      expect(left.length).toBeLessThanOrEqual(2);
    });
    const { db, call, open, run } = makeDoor();
    const file = await open([HEADER, ...PEOPLE, ';;']);
    expect(file).toMatchObject({ mapping: { kind: 'customers' }, savedPreset: null });
    const { fileToken, mapping } = file;
    const dry = await run('import.start', { fileToken, mapping, dryRun: true });
    expect(dry.job).toMatchObject({ state: 'done', result: { value: { batchId: null } } });
    const page = (number: number) =>
      call<{ rows: Difference[]; total: number; pageSize: number }>('import.differences', {
        jobId: dry.jobId,
        outcome: 'created',
        page: number,
      });
    const first = await page(0);
    expect(first).toMatchObject({ total: 60, pageSize: 25 });
    expect(first.rows).toHaveLength(25);
    expect((await page(2)).rows.map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, i) => `Person ${50 + i}`),
    );
    expect((await page(3)).rows).toEqual([]);

    const real = await run('import.start', { fileToken, mapping, dryRun: false });
    const result = real.job.result?.kind === 'import' ? real.job.result.value : null;
    expect(result).toMatchObject({ counts: { created: 60, skipped: 1 }, batchId: 1 });
    expect(await call('import.batches', {})).toMatchObject([{ batchId: 1, created: 60, undoneAtMs: null }]);
    const undone = await run('import.undo', { batchId: 1 });
    expect(undone.job).toMatchObject({
      state: 'done',
      result: { kind: 'importUndo', value: { customers: 60, kept: { count: 0 } } },
    });
    expect(db.sqlite.prepare('SELECT count(*) FROM customer').pluck().get()).toBe(0);
    expect((await run('import.undo', { batchId: 1 })).job).toMatchObject({
      state: 'failed',
      error: { code: 'import.alreadyUndone' },
    });
  });

  it('saves rejected rows, all of them, in the columns they came in', async () => {
    const { folder, chosen, call, open, run } = makeDoor();
    const { fileToken, mapping } = await open(
      [
        'Customer;Date;Amount',
        '1;2026-01-05;5',
        ...Array.from({ length: 2500 }, (_, i) => `${i};2026-01-05;x`),
      ],
      'visits',
    );
    const { jobId } = await run('import.start', { fileToken, mapping, dryRun: false });
    chosen.save = join(folder, 'rejected.csv');
    expect(await call('import.saveRejected', { jobId, locale: 'en' })).toEqual({ saved: true });
    const lines = readFileSync(chosen.save, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(2501);
    expect(lines[0]).toBe('\ufeff"Customer";"Date";"Amount";"Line";"Reason"');
    expect(lines.at(-1)).toMatch(/^"2499";"2026-01-05";"x";"2502";"not an amount/);
    expect(existsSync(`${chosen.save}.part`)).toBe(false);
    await expect(call('import.saveRejected', { jobId: 'x', locale: 'en' })).rejects.toThrow('job.unknown');
  });

  it('reads a file again the way it was kept, under any spelling of its header, until that is deleted', async () => {
    const { call, open } = makeDoor();
    const lines = ['Imię;Telefon;Kiedy', 'Anna;601000001;05/04/2026'];
    const { mapping, columnNames } = await open(lines);
    const own = {
      ...mapping,
      kind: 'customers',
      dateFormat: 'MM/dd/yyyy',
      columns: { firstName: 'Imię', phone: 'Telefon', customerSince: 'Kiedy' },
    };
    const { presetId } = await call<{ presetId: number }>('import.savePreset', {
      name: 'Ours',
      mapping: own,
      columnNames,
    });
    const again = await open(['IMIE;telefon;KIEDY', 'Jan;602000002;01/02/2026']);
    expect(again).toMatchObject({
      savedPreset: { presetId, name: 'Ours' },
      mapping: { kind: 'customers', dateFormat: 'MM/dd/yyyy' },
      isDateOrderAmbiguous: false,
    });
    // Kept once more under its name, it is replaced, not doubled; as another kind of list it is not asked for.
    await call('import.savePreset', { name: 'Ours', mapping: own, columnNames });
    await call('import.renamePreset', { presetId, name: 'Phone book' });
    expect((await call<ImportPresetSummary[]>('import.presets', {})).map(({ name }) => name)).toEqual([
      'Phone book',
    ]);
    expect((await open(lines, 'visits')).savedPreset).toBeNull();
    await call('import.deletePreset', { presetId });
    expect((await open(lines)).savedPreset).toBeNull();
    await expect(call('import.renamePreset', { presetId, name: 'x' })).rejects.toThrow(
      'import.unknownPreset',
    );
  });

  it('asks about numbers that can be read in two ways, and about days', async () => {
    const { open } = makeDoor();
    const rows = ['1;2026-01-05;1,250', '2;2026-01-06;2,500', '1;2026-01-07;3,750'];
    expect((await open(['Customer;Date;Amount', ...rows])).isDecimalAmbiguous).toBe(true);
    expect((await open(['Customer;Date;Amount', ...rows, '3;2026-01-07;12,50'])).isDecimalAmbiguous).toBe(
      false,
    );
    expect((await open(['Name;Phone;Birthday', 'Anna;601000001;05/04/1980'])).isDateOrderAmbiguous).toBe(
      true,
    );
    expect((await open(['Name;Phone;Birthday', 'Anna;601000001;25/04/1980'])).isDateOrderAmbiguous).toBe(
      false,
    );
  });
});
