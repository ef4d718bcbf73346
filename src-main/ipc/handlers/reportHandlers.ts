/** The monthly PDF: the owner says where, then a job makes it. */
import { basename } from 'node:path';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { reportContract } from '../../../src-shared/contract/reportContract.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';
import { saveWhole } from '../../reports/saveWhole.ts';
import type { AppServices } from './appServices.ts';

export const reportHandlers = ({
  analytics,
  jobs,
  desktop,
  words,
  nowMs,
}: AppServices): HandlersFor<typeof reportContract> => ({
  'report.start': async ({ month, locale }) => {
    const client = analytics();
    const path = await desktop.askSavePath({
      title: words().t('dialog.saveReport'),
      fileName: `${wordsFor(locale).t('dialog.reportFileName', { month })}.pdf`,
      extension: 'pdf',
    });
    if (path === null) return { jobId: null };
    const jobId = jobs.start('report', async ({ signal, report }) => {
      const data = await client.ask('reportData', { month, locale, nowMs: nowMs() }, signal);
      report(0.4);
      const pdf = await desktop.renderPdf({ page: 'monthly', data }, signal);
      report(0.9);
      await saveWhole(path, pdf);
      return { kind: 'report', value: { fileName: basename(path) } };
    });
    return { jobId };
  },
});
