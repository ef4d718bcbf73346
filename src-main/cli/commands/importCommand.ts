/** `import`: the wizard's importer without the wizard. */
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readShop } from '../../../db/repositories/shop.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import {
  type ImportCounts,
  type Mapping,
  mappingSchema,
} from '../../../src-shared/contract/importContract.ts';
import { IMPORT_KINDS, type ImportKind } from '../../../src-shared/contract/importFields.ts';
import { localDayOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { formatDate, formatMoney, formatNumber } from '../../../src-shared/words/format.ts';
import { isWholeShopFile } from '../../exporting/wholeShopFile.ts';
import { importFile } from '../../importing/importFile.ts';
import { openImportFile } from '../../importing/openImportFile.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { databaseFile, withWritableShop } from '../openShop.ts';
import type { ParsedCommand } from '../options.ts';
import { outputFile } from '../outputFile.ts';
import { RejectedFile } from '../rejectedFile.ts';
import { textTable } from '../textTable.ts';
import { bringInWholeShop } from './exportCommand.ts';

/** @throws RevinoError `import.fileUnreadable`, `import.invalidMapping` */
const readMapping = (path: string): Mapping => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RevinoError('import.fileUnreadable', { fileName: basename(path) }, { cause: error });
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new RevinoError('import.invalidMapping', { detail: basename(path) }, { cause: error });
  }
  const mapping = mappingSchema.safeParse(parsed);
  if (mapping.success) return mapping.data;
  const [issue] = mapping.error.issues;
  const detail = issue ? [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': ') : '';
  throw new RevinoError('import.invalidMapping', { detail });
};

const countsText = (
  kind: ImportKind,
  counts: ImportCounts,
  currency: string,
  { words }: CommandContext,
): string => {
  const number = (value: number) => formatNumber(value, words.locale);
  const { firstDate, lastDate } = counts;
  const rows = [
    [words.t('cli.import.read'), number(counts.read)],
    [words.t('cli.import.created'), number(counts.created)],
    [words.t('cli.import.updated'), number(counts.updated)],
    [words.t('cli.import.unchanged'), number(counts.unchanged)],
    [words.t('cli.import.skipped'), number(counts.skipped)],
    [words.t('cli.import.rejected'), number(counts.rejected)],
    ...(kind === 'offerings'
      ? []
      : [[words.t('cli.import.customersCreated'), number(counts.customersCreated)]]),
    ...(kind === 'visits'
      ? [
          [words.t('cli.import.visitsCreated'), number(counts.visitsCreated)],
          [words.t('cli.import.net'), formatMoney(counts.netMinor, currency, words.locale)],
        ]
      : []),
  ];
  if (firstDate !== null && lastDate !== null) {
    const day = (date: string) => formatDate(date, words.locale, 'dayShort');
    rows.push([words.t('cli.import.dates'), `${day(firstDate)} – ${day(lastDate)}`]);
  }
  return textTable(['', ''], rows).split('\n').slice(2).join('\n');
};

/** Undefined: by the header of the file, or by its mapping. */
const kindOf = (parsed: ParsedCommand): ImportKind | undefined =>
  IMPORT_KINDS.find((kind) => kind === parsed.text('kind'));

const rejectedPath = (parsed: ParsedCommand, context: CommandContext): string => {
  const given = outputFile(parsed, context, 'rejected');
  if (given !== undefined) return given;
  const stamp = new Date(context.nowMs()).toISOString().replace(/[-:]|\.\d+/g, '');
  return join(dirname(databaseFile(parsed, context)), `rejected-${stamp}.csv`);
};

export const importCommand: Command = async (parsed, context) => {
  const { io, words } = context;
  const path = resolve(io.cwd(), parsed.argument ?? '');
  if (await isWholeShopFile(path)) return await bringInWholeShop(path, parsed, context);
  const rejectedTo = rejectedPath(parsed, context);
  const mapPath = parsed.text('map');
  const given = mapPath === undefined ? null : readMapping(resolve(io.cwd(), mapPath));
  return await withWritableShop(parsed, context, async (db) => {
    const shop = readShop(db);
    const nowMs = context.nowMs();
    const kind = kindOf(parsed);
    if (given && kind !== undefined && given.kind !== kind) {
      throw new RevinoError('import.invalidMapping', { detail: `kind: ${given.kind}, ${kind}` });
    }
    const guess = given
      ? null
      : await openImportFile(path, localDayOfInstant(nowMs, shop.timeZone) + 1, { kind });
    const mapping = given ?? guess?.mapping;
    if (!mapping) throw new Error('There is a mapping, given or guessed.');
    if (guess?.isDateOrderAmbiguous) {
      context.tell(words.t('cli.import.ambiguousDate', { pattern: mapping.dateFormat }));
    }
    const dryRun = parsed.has('dry-run');
    const rejected = new RejectedFile(rejectedTo, words);
    try {
      const {
        kind: imported,
        counts,
        recognised,
        possibleDuplicates,
        leftOut,
      } = await importFile(
        db,
        { path, mapping, dryRun, nowMs },
        { signal: context.signal, onRejected: (row, shape) => rejected.add(row, shape) },
      );
      context.print(
        {
          kind: imported,
          isDryRun: dryRun,
          ...counts,
          recognised,
          possibleDuplicates: possibleDuplicates.count,
          leftOutCells: leftOut.count,
          currency: shop.currency,
          rejectedFile: rejected.path,
          mapping,
        },
        () => countsText(imported, counts, shop.currency, context),
      );
      if (possibleDuplicates.count > 0) {
        context.tell(words.t('import.duplicates', { count: possibleDuplicates.count }));
        for (const { line, name } of possibleDuplicates.sample) {
          context.tell(`  ${words.t('import.duplicates.row', { line, name })}`);
        }
      }
      if (leftOut.count > 0) {
        context.tell(words.t('import.leftOut', { count: leftOut.count }));
        for (const { line, field, text } of leftOut.sample) {
          context.tell(`  ${words.t('import.leftOut.row', { line, field, text })}`);
        }
      }
      if (rejected.path !== null) {
        context.tell(words.t('cli.import.rejectedFile', { count: counts.rejected, file: rejected.path }));
      }
      if (dryRun) context.tell(words.t('cli.import.dryRun'));
      const isAllRejected = counts.rejected > 0 && counts.rejected + counts.skipped === counts.read;
      if (!isAllRejected) return 0;
      context.tell(words.t('error.import.noUsableRows', { fileName: basename(path) }));
      return 1;
    } finally {
      rejected.close();
    }
  });
};
