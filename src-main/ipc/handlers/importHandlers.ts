/** Bringing a file in: the window gets a token for the file, a preview, jobs, and what they left behind. */
import { statSync } from 'node:fs';
import type { dropContract } from '../../../src-shared/contract/contract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { Difference, importContract, OpenedFile } from '../../../src-shared/contract/importContract.ts';
import type { ImportKind } from '../../../src-shared/contract/importFields.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { localDayOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';
import { runImport, runUndo } from '../../jobs/importJob.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import {
  deleteImportPreset,
  importBatches,
  importPresets,
  renameImportPreset,
  savedReadingOf,
  saveImportPreset,
} from '../../services/importService.ts';
import { readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';
import { ImportLeavings } from './importLeavings.ts';
import { writingWith } from './writing.ts';

/** The importer and its tables of encodings are a large part of the program, and most starts need none of it. */
const importer = {
  openImportFile: async () => (await import('../../importing/openImportFile.ts')).openImportFile,
  previewImport: async () => (await import('../../importing/previewImport.ts')).previewImport,
};

type ImportHandlers = HandlersFor<typeof importContract> & HandlersFor<typeof dropContract>;

export const importHandlers = (
  services: AppServices,
  leavings: ImportLeavings = new ImportLeavings(),
): ImportHandlers => {
  const { session, files, jobs, desktop, words, nowMs } = services;
  const { write, done } = writingWith(services);
  const access = () => ({ file: session.shop.db.file, key: session.shop.key });

  const look = async (
    path: string,
    kind?: ImportKind,
    sheet?: string,
  ): Promise<Omit<OpenedFile, 'fileToken'>> => {
    const { db } = session.shop;
    const { timeZone } = readShop(db);
    const openImportFile = await importer.openImportFile();
    const guess = await openImportFile(path, localDayOfInstant(nowMs(), timeZone) + 1, { kind, sheet });
    const own = guess.mapping.header ? savedReadingOf(db, guess.columnNames, kind) : null;
    if (own === null || own.mapping.layout !== guess.mapping.layout) return { ...guess, savedPreset: null };
    const { presetId, name, mapping } = own;
    const { sheet: _ofThatFile, ...kept } = mapping;
    return {
      ...guess,
      // The sheet is this file's own, and so is the encoding unless the owner named one.
      mapping: { ...kept, ...(guess.mapping.sheet === undefined ? {} : { sheet: guess.mapping.sheet }) },
      savedPreset: { presetId, name },
      preset: null,
      isDateOrderAmbiguous: false,
      isDecimalAmbiguous: false,
    };
  };
  const open = async (path: string, kind?: ImportKind): Promise<OpenedFile> => ({
    ...(await look(path, kind)),
    fileToken: files.add(path),
  });

  return {
    'import.pickFile': async ({ kind }) => {
      if (session.appState.phase !== 'ready') throw new RevinoError('shop.none');
      const path = await desktop.askVisitsFile(words());
      return path === null ? null : await open(path, kind);
    },

    'import.openDropped': async ({ path }) => {
      // A folder can be dropped too; reading one fails in ways that say nothing.
      if (!statSync(path, { throwIfNoEntry: false })?.isFile())
        throw new RevinoError('import.fileUnreadable', { fileName: path.split(/[\\/]/).at(-1) ?? '' });
      return await open(path);
    },

    'import.reopen': async ({ fileToken, kind, sheet }) => ({
      ...(await look(files.pathOf(fileToken), kind, sheet ?? undefined)),
      fileToken,
    }),

    'import.preview': async ({ fileToken, mapping }) => {
      const previewImport = await importer.previewImport();
      return await previewImport(files.pathOf(fileToken), mapping, readShop(session.shop.db), nowMs());
    },

    'import.start': ({ fileToken, mapping, dryRun }) => {
      const path = files.pathOf(fileToken);
      const shop = access();
      if (jobs.isRunning('import') || jobs.isRunning('importUndo')) throw new RevinoError('job.busy');
      const spillFolder = leavings.makeFolder();
      const jobId = jobs.start('import', async (control) => {
        try {
          const order = { path, mapping, dryRun, nowMs: nowMs(), spillFolder };
          const { result, spills } = await runImport(services, shop, order, control);
          leavings.keep(jobId, spillFolder, spills);
          return { kind: 'import', value: result };
        } catch (error) {
          leavings.drop(spillFolder);
          throw error;
        }
      });
      return { jobId };
    },

    'import.differences': ({ jobId, outcome, page }) => {
      jobs.get(jobId);
      return leavings.page<Difference>(jobId, outcome, page);
    },

    'import.saveRejected': async ({ jobId, locale }) => {
      jobs.get(jobId);
      leavings.of(jobId);
      const path = await desktop.askSavePath({
        title: words().t('dialog.saveRejected'),
        fileName: `${words().t('dialog.rejectedFileName')}.csv`,
        extension: 'csv',
      });
      if (path === null) return { saved: false };
      await saveWhole(path, leavings.rejectedCsv(jobId, wordsFor(locale)), { isPrivate: true });
      return { saved: true };
    },

    'import.batches': () => importBatches(session.shop.db),

    'import.undo': ({ batchId }) => {
      const shop = access();
      if (jobs.isRunning('import') || jobs.isRunning('importUndo')) throw new RevinoError('job.busy');
      const jobId = jobs.start('importUndo', async (control) => ({
        kind: 'importUndo',
        value: await runUndo(services, shop, { batchId, nowMs: nowMs() }, control),
      }));
      return { jobId };
    },

    'import.presets': () => importPresets(session.shop.db),

    'import.savePreset': (preset) => write((db) => ({ presetId: saveImportPreset(db, preset, nowMs()) })),
    'import.renamePreset': ({ presetId, name }) => done((db) => renameImportPreset(db, presetId, name)),
    'import.deletePreset': ({ presetId }) => done((db) => deleteImportPreset(db, presetId)),
  };
};
