/** `metrics`, `cohorts`, `return-curve`: who comes back, as JSON or as tables. */
import { readVisitExtract } from '../../../db/repositories/extract.ts';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';
import type { CohortKind, CohortPeriod, Figure } from '../../../src-shared/domain/figure.ts';
import { formatDate, formatMoney, formatNumber, formatShare } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import {
  coveredDays,
  metricsDocument,
  retentionCohorts,
  returnCurveDocument,
} from '../../services/retentionService.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { withReadableShop } from '../openShop.ts';
import { type ParsedCommand, UsageError } from '../options.ts';
import { textTable } from '../textTable.ts';

/** Under this many people a figure is drawn with a warning (docs/indicators.md). */
const FEW_DATA = 30;
const NOTHING = '–';

/** `--as-of`, else the last day with a visit, else today: an import of old years is then seen as it ended. */
const asOfDate = (parsed: ParsedCommand, extract: VisitExtract, { nowMs }: CommandContext): string => {
  const given = parsed.text('as-of');
  if (given !== undefined) return given;
  const covered = coveredDays(extract);
  return covered ? isoOfDay(covered.last) : new Date(nowMs()).toISOString().slice(0, 10);
};

/** Throws UsageError where `--from` lies after `--to` or the as-of day. */
const windowOf = (parsed: ParsedCommand, asOf: string) => {
  const from = parsed.text('from');
  const to = parsed.text('to');
  const end = to === undefined || dayOfIso(to) > dayOfIso(asOf) ? asOf : to;
  if (from !== undefined && dayOfIso(from) > dayOfIso(end)) {
    throw new UsageError((words) => words.t('cli.wrong.window', { from, to: end }));
  }
  return { asOf, from, to };
};

const valueText = (
  value: number | null,
  unit: Figure['unit'],
  currency: string,
  { locale }: Words,
): string => {
  if (value === null) return NOTHING;
  if (unit === 'share') return formatShare(value, locale, 1);
  if (unit === 'money') return formatMoney(value, currency, locale);
  return formatNumber(value, locale, Number.isInteger(value) ? 0 : 2);
};

/** `intensity.netPerOccasion` and `firstReturn.30` are named without their dots. */
const figureName = (key: string, words: Words): string =>
  words.find(`retention.name.${key.replace('intensity.', '').replace('.', '')}`, {}) ?? key;

const metricsTable = (document: ReturnType<typeof metricsDocument>, { words }: CommandContext): string => {
  const { locale } = words;
  const day = (date: string) => formatDate(date, locale, 'dayShort');
  const rows = document.metrics.map((figure) => {
    const value = (amount: number | null) => valueText(amount, figure.unit, document.currency, words);
    const few = figure.n < FEW_DATA && figure.value !== null ? ` (${words.t('cli.fewData')})` : '';
    return [
      figureName(figure.key, words),
      value(figure.value),
      figure.low === null || figure.high === null ? '' : `${value(figure.low)} – ${value(figure.high)}`,
      figure.numerator === null || figure.denominator === null || figure.unit === 'money'
        ? ''
        : `${formatNumber(figure.numerator, locale)} / ${formatNumber(figure.denominator, locale)}`,
      `${formatNumber(figure.n, locale)}${few}`,
      figure.from && figure.to
        ? `${day(figure.from)} – ${day(figure.to)}`
        : words.t('cli.upTo', { date: day(figure.asOf) }),
    ];
  });
  return textTable(
    [
      words.t('cli.figure'),
      words.t('cli.value'),
      words.t('cli.interval'),
      words.t('cli.counted'),
      words.t('cli.n'),
      words.t('cli.window'),
    ],
    rows,
    [0, 5],
  );
};

export const metricsCommand: Command = (parsed, context) =>
  withReadableShop(parsed, context, (db) => {
    const extract = readVisitExtract(db);
    const document = metricsDocument(extract, windowOf(parsed, asOfDate(parsed, extract, context)));
    context.print(document, () => metricsTable(document, context));
    if (extract.day.length === 0) context.tell(context.words.t('cli.noVisits'));
    return 0;
  });

export const cohortsCommand: Command = (parsed, context) =>
  withReadableShop(parsed, context, (db) => {
    const { words } = context;
    const extract = readVisitExtract(db);
    const document = retentionCohorts(extract, {
      // The parser has checked both words.
      kind: (parsed.text('kind') ?? 'classic') as CohortKind,
      by: (parsed.text('by') ?? 'month') as CohortPeriod,
      asOf: asOfDate(parsed, extract, context),
    });
    context.print(document, () => {
      const periods = Math.max(0, ...document.cohorts.map(({ active }) => active.length));
      const table = textTable(
        [words.t('cli.cohort'), words.t('cli.size'), ...Array.from({ length: periods }, (_, k) => String(k))],
        document.cohorts.map(({ start, size, active, stillRising }) => [
          start,
          String(size),
          ...active.map((count, k) => (count === null ? '·' : `${count}${stillRising[k] ? '+' : ''}`)),
        ]),
      );
      const asOf = words.t('cli.asOf', { date: formatDate(document.asOf, words.locale) });
      return `${table}${asOf} ${words.t('cli.stillRising')}\n`;
    });
    if (document.unknownStart > 0)
      context.tell(words.t('cli.unknownStart', { count: document.unknownStart }));
    return 0;
  });

export const returnCurveCommand: Command = (parsed, context) =>
  withReadableShop(parsed, context, (db) => {
    const { words } = context;
    const { locale } = words;
    const extract = readVisitExtract(db);
    const document = returnCurveDocument(extract, windowOf(parsed, asOfDate(parsed, extract, context)));
    context.print(document, () => {
      const share = (value: number | null) => (value === null ? NOTHING : formatShare(value, locale, 1));
      const table = textTable(
        [words.t('cli.days'), words.t('cli.returned'), words.t('cli.interval'), words.t('cli.atRisk')],
        document.at.map(({ days, returned, low, high, atRisk }) => [
          String(days),
          share(returned),
          low === null || high === null ? '' : `${share(low)} – ${share(high)}`,
          atRisk === null ? NOTHING : formatNumber(atRisk, locale),
        ]),
        [],
      );
      const curve = words.t('cli.curve', { count: document.n, returned: document.returned });
      return `${table}${words.t('cli.asOf', { date: formatDate(document.asOf, locale) })} ${curve}\n`;
    });
    if (document.unknownStart > 0)
      context.tell(words.t('cli.unknownStart', { count: document.unknownStart }));
    return 0;
  });
