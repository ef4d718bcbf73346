/** `report`: the monthly PDF. The page is printed by Electron; in plain Node there is nobody to print it. */
import { readVisitExtract } from '../../../db/repositories/extract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import { PAPERS, type ReportLayout } from '../../../src-shared/contract/reportContract.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import { readReportChoices } from '../../services/reportChoices.ts';
import { readReportRecords, reportPage } from '../../services/reportService.ts';
import { readShop } from '../../services/shopService.ts';
import type { Command } from '../commandContext.ts';
import { withReadableShop } from '../openShop.ts';
import { outputFile } from '../outputFile.ts';
import { reportSectionsOf } from '../reportSections.ts';

export const reportCommand: Command = async (parsed, context) => {
  const { words, capabilities } = context;
  // The parser has seen to it that there is one.
  const file = outputFile(parsed, context, 'out') ?? '';
  if (!capabilities.renderPdf) throw new RevinoError('report.noDisplay');
  const month = parsed.needed('month');
  const sections = reportSectionsOf(parsed.text('sections'));
  const paper = PAPERS.find((each) => each === parsed.text('paper'));
  const { data, layout } = await withReadableShop(parsed, context, (db) => {
    const shop = readShop(db);
    // Without --locale the report is in the shop's own language, whatever the terminal speaks.
    const locale = parsed.text('locale') === undefined ? shop.locale : words.locale;
    const kept = readReportChoices(db);
    const chosen: ReportLayout = { paper: paper ?? kept.paper, sections: sections ?? kept.sections };
    const extract = readVisitExtract(db);
    const question = {
      month,
      locale,
      nowMs: context.nowMs(),
      withComments: chosen.sections.includes('comments'),
    };
    return {
      data: reportPage(extract, shop, question, readReportRecords(db, extract, question)),
      layout: chosen,
    };
  });
  await saveWhole(file, await capabilities.renderPdf({ page: 'monthly', data, layout }));
  // In a shop without visits there is nothing up to any day.
  const { asOf, seal } = data.kind === 'month' ? data : { asOf: null, seal: null };
  context.print(
    { file, month, locale: data.locale, asOf, seal, ...layout },
    () => `${words.t('cli.report.done', { file })}\n`,
  );
  return 0;
};
