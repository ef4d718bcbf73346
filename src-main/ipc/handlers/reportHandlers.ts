/** The monthly report: its months, its preview, what was chosen for it, and the job that makes the PDF. */
import { basename, dirname } from 'node:path';
import { findLogo } from '../../../db/repositories/shopPicture.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { reportContract } from '../../../src-shared/contract/reportContract.ts';
import { wordsFor } from '../../../src-shared/words/words.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import { keepLogo, readLogoFile } from '../../services/logoService.ts';
import { keepReportChoices, readReportChoices } from '../../services/reportChoices.ts';
import type { AppServices } from './appServices.ts';
import { DONE } from './writing.ts';

/** Reports saved in this start whose folder can still be shown. */
const KEPT_PLACES = 50;

export const reportHandlers = ({
  session,
  gate,
  analytics,
  jobs,
  desktop,
  words,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof reportContract> => {
  const savedAt = new Map<string, string>();
  return {
    'report.months': () => analytics().ask('reportMonths', { nowMs: nowMs() }),

    'report.preview': ({ month, locale, withComments }) =>
      analytics().ask('reportData', { month, locale, withComments, nowMs: nowMs() }),

    'report.choices': () => {
      const { db } = session.shop;
      return { ...readReportChoices(db), hasLogo: findLogo(db) !== null };
    },

    'report.keepChoices': async (choices) => {
      await gate.run(() => keepReportChoices(session.shop.db, choices));
      return DONE;
    },

    'report.pickLogo': async () => {
      const path = await desktop.askPicture(words());
      if (path === null) return { picked: false };
      const logo = await readLogoFile(path, desktop.downscalePicture);
      await gate.run(() => keepLogo(session.shop.db, logo));
      dataChanged();
      return { picked: true };
    },

    'report.removeLogo': async () => {
      await gate.run(() => keepLogo(session.shop.db, null));
      dataChanged();
      return DONE;
    },

    'report.start': async ({ month, locale, paper, sections }) => {
      const client = analytics();
      const path = await desktop.askSavePath({
        title: words().t('dialog.saveReport'),
        fileName: `${wordsFor(locale).t('dialog.reportFileName', { month })}.pdf`,
        extension: 'pdf',
      });
      if (path === null) return { jobId: null };
      const jobId = jobs.start('report', async ({ signal, report }) => {
        const withComments = sections.includes('comments');
        const data = await client.ask('reportData', { month, locale, withComments, nowMs: nowMs() }, signal);
        report(0.4);
        const pdf = await desktop.renderPdf({ page: 'monthly', data, layout: { paper, sections } }, signal);
        report(0.9);
        await saveWhole(path, pdf);
        savedAt.set(jobId, path);
        const [oldest] = savedAt.keys();
        if (savedAt.size > KEPT_PLACES && oldest !== undefined) savedAt.delete(oldest);
        return { kind: 'report', value: { fileName: basename(path) } };
      });
      return { jobId };
    },

    'report.showFolder': async ({ jobId }) => {
      const path = savedAt.get(jobId);
      if (path === undefined) throw new RevinoError('job.unknown');
      await desktop.showFolder(dirname(path));
      return DONE;
    },
  };
};
