/** Taking data out and bringing a whole shop in: the owner says where, then a job does it. */
import { basename } from 'node:path';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { exportContract } from '../../../src-shared/contract/exportContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { exportExtension } from '../../exporting/runExport.ts';
import { isWholeShopFile } from '../../exporting/wholeShopFile.ts';
import { runInWorker } from '../../worker/runInWorker.ts';
import type { AppServices } from './appServices.ts';

const TITLES = {
  everything: 'export.everything',
  customers: 'export.customers',
  visits: 'export.visits',
  opinions: 'export.opinions',
  offerings: 'export.offerings',
  privacyActs: 'privacy.register.fileName',
  figures: 'export.figures',
  cohorts: 'export.cohorts',
  returnCurve: 'export.returnCurve',
} as const;

const fileName = (title: string, today: string, { t }: Words): string =>
  t('dialog.exportFileName', { title, date: today });

export const exportHandlers = ({
  session,
  jobs,
  gate,
  spawn,
  desktop,
  words,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof exportContract> => ({
  'export.start': async ({ subject, format }) => {
    const { db, key } = session.shop;
    const said = words();
    const { appState } = session;
    const today = appState.phase === 'ready' ? appState.today : '';
    const extension = exportExtension(subject, format);
    const path = await desktop.askSavePath({
      title: said.t('dialog.saveExport'),
      fileName: `${fileName(said.t(TITLES[subject.what]), today, said)}.${extension}`,
      extension,
    });
    if (path === null) return { jobId: null };
    const order = { path, subject, format, locale: said.locale, nowMs: nowMs() };
    const jobId = jobs.start('export', async (control) => {
      const rows = await runInWorker(spawn, 'export', { access: { file: db.file, key }, ...order }, control);
      return { kind: 'export', value: { fileName: basename(path), rows } };
    });
    return { jobId };
  },

  'export.bringIn': async () => {
    const { db, key } = session.shop;
    const path = await desktop.askExportFile(words());
    if (path === null) return { jobId: null };
    if (!(await isWholeShopFile(path))) throw new RevinoError('export.damaged', { line: 1 });
    const jobId = jobs.start('bringIn', async (control) => {
      const order = { access: { file: db.file, key }, path };
      const rows = await gate.hold(() => runInWorker(spawn, 'bringIn', order, control));
      session.shopChanged();
      dataChanged();
      return { kind: 'bringIn', value: { fileName: basename(path), rows } };
    });
    return { jobId };
  },
});
