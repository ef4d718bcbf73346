/** `export`: one table or the whole shop to a file; and the way back for `import`, a whole shop into an empty one. */
import { basename, extname } from 'node:path';
import { readShopTotals } from '../../../db/repositories/summary.ts';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportSubject,
} from '../../../src-shared/contract/exportContract.ts';
import { businessDateOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { runExport } from '../../exporting/runExport.ts';
import { readWholeShop } from '../../exporting/wholeShopFile.ts';
import { readShop } from '../../services/shopService.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { withReadableShop, withWritableShop } from '../openShop.ts';
import { type ParsedCommand, UsageError } from '../options.ts';
import { outputFile } from '../outputFile.ts';

/** As `--format` says, else as the file is called. Throws UsageError. */
const formatOf = (parsed: ParsedCommand, file: string): ExportFormat => {
  const named = parsed.text('format') ?? extname(file).slice(1).toLowerCase().replace('zip', 'csv');
  const format = EXPORT_FORMATS.find((known) => known === named);
  if (format === undefined)
    throw new UsageError((words) => words.t('cli.wrong.missing', { option: '--format' }));
  return format;
};

const subjectOf = (what: string, asOf: string): ExportSubject => {
  switch (what) {
    case 'figures':
    case 'returnCurve':
      return { what, asOf };
    case 'cohorts':
      return { what, kind: 'classic', by: 'month', asOf };
    case 'customers':
    case 'visits':
    case 'opinions':
    case 'offerings':
    case 'privacyActs':
      return { what };
    default:
      return { what: 'everything' };
  }
};

export const exportCommand: Command = async (parsed, context) => {
  const file = outputFile(parsed, context, 'out') ?? '';
  const format = formatOf(parsed, file);
  const nowMs = context.nowMs();
  const { rows, what } = await withReadableShop(parsed, context, async (db) => {
    const shop = readShop(db);
    const asOf =
      parsed.text('as-of') ??
      readShopTotals(db).lastDate ??
      // Without a visit every figure is empty on any day.
      businessDateOfInstant(nowMs, shop.timeZone);
    const subject = subjectOf(parsed.text('what') ?? 'everything', asOf);
    // As with reports: without --locale in the shop's own language.
    const locale = parsed.text('locale') === undefined ? shop.locale : context.words.locale;
    const order = { path: file, subject, format, locale, nowMs };
    return { rows: await runExport(db, order, { signal: context.signal }), what: subject.what };
  });
  context.print(
    { file, what, format, rows },
    () => `${context.words.t('cli.export.done', { file, count: rows })}\n`,
  );
  return 0;
};

/** @throws RevinoError `export.*` */
export const bringInWholeShop = async (
  path: string,
  parsed: ParsedCommand,
  context: CommandContext,
): Promise<number> => {
  const rows = await withWritableShop(parsed, context, (db) =>
    readWholeShop(db, path, { signal: context.signal }),
  );
  context.print(
    { file: basename(path), what: 'everything', rows },
    () => `${context.words.t('cli.export.broughtIn', { file: basename(path), count: rows })}\n`,
  );
  return 0;
};
