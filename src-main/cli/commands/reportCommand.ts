/** `report`: the monthly PDF. The page is printed by Electron; in plain Node there is nobody to print it. */
import { readVisitExtract } from '../../../db/repositories/extract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import { saveWhole } from '../../reports/saveWhole.ts';
import { reportData } from '../../services/reportService.ts';
import { readShop } from '../../services/shopService.ts';
import type { Command } from '../commandContext.ts';
import { withReadableShop } from '../openShop.ts';
import { outputFile } from '../outputFile.ts';

export const reportCommand: Command = async (parsed, context) => {
  const { words, capabilities } = context;
  // The parser has seen to it that there is one.
  const file = outputFile(parsed, context, 'out') ?? '';
  if (!capabilities.renderPdf) throw new RevinoError('report.noDisplay');
  const month = parsed.needed('month');
  const data = await withReadableShop(parsed, context, (db) => {
    const shop = readShop(db);
    // Without --locale the report is in the shop's own language, whatever the terminal speaks.
    const locale = parsed.text('locale') === undefined ? shop.locale : words.locale;
    return reportData(readVisitExtract(db), shop, { month, locale, nowMs: context.nowMs() });
  });
  await saveWhole(file, await capabilities.renderPdf({ page: 'monthly', data }));
  context.print(
    { file, month, locale: data.locale, asOf: data.asOf },
    () => `${words.t('cli.report.done', { file })}\n`,
  );
  return 0;
};
