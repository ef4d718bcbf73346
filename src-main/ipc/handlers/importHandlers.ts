/** Bringing a file in: the window gets a token for the file, a preview, and a job. */
import { statSync } from 'node:fs';
import type { dropContract } from '../../../src-shared/contract/contract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { importContract, OpenedFile, RejectedRow } from '../../../src-shared/contract/importContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { localDayOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';
import { runImport } from '../../jobs/importJob.ts';
import { saveWhole } from '../../reports/saveWhole.ts';
import { readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';

/** The importer and its tables of encodings are a large part of the program, and most starts need none of it. */
const importer = {
  openImportFile: async () => (await import('../../importing/openImportFile.ts')).openImportFile,
  previewImport: async () => (await import('../../importing/previewImport.ts')).previewImport,
  rejectedCsv: async () => (await import('../../importing/rejectedCsv.ts')).rejectedCsv,
};

/** A dry run and the import after it. */
const KEPT_REJECTED = 2;

type ImportHandlers = HandlersFor<typeof importContract> & HandlersFor<typeof dropContract>;

export const importHandlers = (services: AppServices): ImportHandlers => {
  const { session, files, jobs, desktop, words, nowMs } = services;
  /** Rejected rows of the last jobs, by id: people's data, kept in memory only. */
  const rejectedByJob = new Map<string, readonly RejectedRow[]>();

  const open = async (path: string): Promise<OpenedFile> => {
    const { timeZone } = readShop(session.shop.db);
    const openImportFile = await importer.openImportFile();
    const guess = await openImportFile(path, localDayOfInstant(nowMs(), timeZone) + 1);
    return { fileToken: files.add(path), ...guess };
  };

  return {
    'import.pickFile': async () => {
      if (session.appState.phase !== 'ready') throw new RevinoError('shop.none');
      const path = await desktop.askVisitsFile(words());
      return path === null ? null : await open(path);
    },

    'import.openDropped': async ({ path }) => {
      // A folder can be dropped too; reading one fails in ways that say nothing.
      if (!statSync(path, { throwIfNoEntry: false })?.isFile())
        throw new RevinoError('import.fileUnreadable', { fileName: path.split(/[\\/]/).at(-1) ?? '' });
      return await open(path);
    },

    'import.preview': async ({ fileToken, mapping }) => {
      const previewImport = await importer.previewImport();
      return await previewImport(files.pathOf(fileToken), mapping, readShop(session.shop.db), nowMs());
    },

    'import.start': ({ fileToken, mapping, dryRun }) => {
      const path = files.pathOf(fileToken);
      const { file, key } = { file: session.shop.db.file, key: session.shop.key };
      if (jobs.isRunning('import')) throw new RevinoError('job.busy');
      const jobId = jobs.start('import', async (control) => {
        const { result, rejected } = await runImport(
          services,
          { file, key },
          { path, mapping, dryRun, nowMs: nowMs() },
          control,
        );
        rejectedByJob.set(jobId, rejected);
        const [oldest] = rejectedByJob.keys();
        if (rejectedByJob.size > KEPT_REJECTED && oldest !== undefined) rejectedByJob.delete(oldest);
        return { kind: 'import', value: result };
      });
      return { jobId };
    },

    'import.saveRejected': async ({ jobId, locale }) => {
      jobs.get(jobId);
      const rows = rejectedByJob.get(jobId);
      if (!rows) throw new RevinoError('job.unknown');
      const path = await desktop.askSavePath({
        title: words().t('dialog.saveRejected'),
        fileName: `${words().t('dialog.rejectedFileName')}.csv`,
        extension: 'csv',
      });
      if (path === null) return { saved: false };
      const rejectedCsv = await importer.rejectedCsv();
      await saveWhole(path, rejectedCsv(rows, wordsFor(locale)));
      return { saved: true };
    },
  };
};
