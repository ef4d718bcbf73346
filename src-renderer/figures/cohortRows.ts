/**
 * From the cohort table of the calculations to the rows of the heatmap: which rows and columns are shown, what
 * stands in each cell, how dark it is, and what it says in full. Pure; the words come in with their language.
 */

import { dayOfIso, firstDayOfPeriod, isoOfDay, periodOfDay } from '../../src-shared/domain/calendar.ts';
import type { CohortPeriod, CohortRow, CohortTable } from '../../src-shared/domain/figure.ts';
import { wilsonInterval } from '../../src-shared/domain/intervals.ts';
import { currencyDigits, formatDate, formatNumber } from '../../src-shared/words/format.ts';
import type { Words } from '../../src-shared/words/words.ts';
import type { HeatCell, HeatRow } from '../charts/CohortHeatmap.tsx';
import { FEW } from './figureOf.ts';
import { inHundredText, shareRangeText, shareText, wholeMoneyText } from './figureText.ts';
import { withTrueMinus } from './typography.ts';

export const MEASURES = ['per100', 'people', 'money'] as const;
export type Measure = (typeof MEASURES)[number];

/** How many of the newest cohorts are shown before all are asked for. */
export const NEWEST = 13;

export interface CohortView {
  readonly rows: readonly HeatRow[];
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  /** Amounts are in these: the currency's sign, or thousands or millions of it. */
  readonly unit: string;
  /** Characters of the longest text in a cell. */
  readonly longest: number;
  readonly hasRising: boolean;
  readonly hasFew: boolean;
  readonly hasUnknown: boolean;
}

const QUARTERS = [
  'retention.cohort.quarter.1',
  'retention.cohort.quarter.2',
  'retention.cohort.quarter.3',
  'retention.cohort.quarter.4',
] as const;

const periodName = (start: string, by: CohortPeriod, words: Words): string => {
  const year = start.slice(0, 4);
  if (by === 'year') return year;
  if (by === 'quarter') return words.t(QUARTERS[Math.floor((Number(start.slice(5, 7)) - 1) / 3)]!, { year });
  return formatDate(start, words.locale, 'month');
};

/** The row's short name: a month names its year only where the year begins in the table. */
const rowName = (row: CohortRow, above: CohortRow | undefined, by: CohortPeriod, words: Words): string => {
  if (by !== 'month') return periodName(row.start, by, words);
  const isSameYear = above !== undefined && above.start.slice(0, 4) === row.start.slice(0, 4);
  return formatDate(row.start, words.locale, isSameYear ? 'monthOnly' : 'monthShort');
};

const laterPeriod = (start: string, by: CohortPeriod, steps: number, words: Words): string => {
  const period = periodOfDay(dayOfIso(start), by) + steps;
  return periodName(isoOfDay(firstDayOfPeriod(period, by)), by, words);
};

const WINDOWS = {
  month: 'retention.window.month',
  quarter: 'retention.window.quarter',
  year: 'retention.window.year',
} as const;

const currencySign = (currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value ?? currency;

interface MoneyScale {
  readonly divisor: number;
  readonly unit: string;
}

/** Whole units up to six digits, then thousands, then millions, so that a cell never holds more than seven characters. */
const moneyScale = (largestMinor: number, currency: string, words: Words): MoneyScale => {
  const perUnit = 10 ** currencyDigits(currency);
  const unit = currencySign(currency, words.locale);
  const largest = largestMinor / perUnit;
  if (largest >= 1e9) return { divisor: perUnit * 1e6, unit: words.t('retention.unit.million', { unit }) };
  if (largest >= 1e6) return { divisor: perUnit * 1e3, unit: words.t('retention.unit.thousand', { unit }) };
  return { divisor: perUnit, unit };
};

const levelOf = (value: number, largest: number): number =>
  largest <= 0 || value <= 0 ? 1 : Math.min(10, 1 + Math.floor((value / largest) * 9.999));

export const cohortView = (
  table: CohortTable,
  measure: Measure,
  isAll: boolean,
  words: Words,
): CohortView => {
  const shown = isAll ? table.cohorts : table.cohorts.slice(-NEWEST);
  // The first period is everybody's own: as people it is the size; as turnover it says something.
  const firstColumn = measure === 'money' ? 0 : 1;
  const known = Math.max(
    firstColumn,
    ...shown.map(({ active }) => active.findLastIndex((cell) => cell !== null)),
  );
  const columns = Array.from({ length: known - firstColumn + 1 }, (_, index) => ({
    name: formatNumber(firstColumn + index, words.locale),
    label: words.t(WINDOWS[table.by], { number: firstColumn + index }),
  }));
  const weightOf = (row: CohortRow, k: number): number | null => {
    const value = (measure === 'money' ? row.net : row.active)[k] ?? null;
    return value === null ? null : value / Math.max(1, row.size);
  };
  const knownWeights = shown.flatMap((row) =>
    columns.flatMap((_, index) => weightOf(row, firstColumn + index) ?? []),
  );
  const largest = Math.max(0, ...knownWeights);
  const scale = moneyScale(
    Math.max(0, ...shown.flatMap(({ net }) => net.map((cell) => Math.abs(cell ?? 0)))),
    table.currency,
    words,
  );

  const cellOf = (row: CohortRow, k: number): HeatCell => {
    const active = row.active[k] ?? null;
    const net = row.net[k] ?? null;
    const weight = weightOf(row, k);
    const title = words.t('retention.cell.title', {
      cohort: periodName(row.start, table.by, words),
      window: words.t(WINDOWS[table.by], { number: k }),
      period: laterPeriod(row.start, table.by, k, words),
    });
    if (active === null || net === null || weight === null) {
      return {
        text: '',
        level: null,
        isStillRising: false,
        lines: [title, words.t('retention.cell.unknown')],
      };
    }
    const isStillRising = row.stillRising[k] ?? false;
    const interval = wilsonInterval(active, row.size);
    const counts = { active, size: row.size, share: shareText(active / Math.max(1, row.size), words) };
    const main =
      measure === 'money'
        ? [
            words.t('retention.cell.money', {
              count: row.size,
              money: wholeMoneyText(net, table.currency, words),
            }),
          ]
        : [
            words.t(
              table.kind === 'classic' ? 'retention.cell.people' : 'retention.cell.peopleLater',
              counts,
            ),
            ...(interval
              ? [
                  words.t('retention.cell.interval', {
                    range: shareRangeText(interval.low, interval.high, words),
                  }),
                ]
              : []),
          ];
    return {
      text:
        measure === 'per100'
          ? inHundredText(active / Math.max(1, row.size), words)
          : measure === 'people'
            ? formatNumber(active, words.locale)
            : withTrueMinus(formatNumber(net / scale.divisor, words.locale)),
      level: levelOf(weight, largest),
      isStillRising,
      lines: [
        title,
        ...main,
        ...(isStillRising ? [words.t('retention.cell.rising')] : []),
        ...(row.size < FEW ? [words.t('retention.cell.fewData')] : []),
      ],
    };
  };

  const rows = shown.map((row, index): HeatRow => {
    const isFew = row.size < FEW;
    return {
      key: row.start,
      name: rowName(row, shown[index - 1], table.by, words),
      nameLabel: periodName(row.start, table.by, words),
      size: `${formatNumber(row.size, words.locale)}${isFew ? '*' : ''}`,
      sizeLabel: [
        words.t('retention.count.new', { count: row.size }),
        ...(isFew ? [words.t('retention.cell.fewData')] : []),
      ].join(', '),
      cells: columns.map((_, column) => cellOf(row, firstColumn + column)),
    };
  });
  const cells = rows.flatMap((row) => row.cells);
  return {
    rows,
    columns,
    unit: scale.unit,
    longest: Math.max(2, ...cells.map(({ text }) => text.length)),
    hasRising: cells.some(({ isStillRising }) => isStillRising),
    hasFew: shown.some(({ size }) => size < FEW),
    hasUnknown: cells.some(({ level }) => level === null),
  };
};

/** Why cells are hatched, as the end of a sentence. */
export const unknownReason = (table: CohortTable, words: Words): string => {
  if (table.elapsedShare >= 1) return words.t('retention.unknown.ahead');
  const share = shareText(table.elapsedShare, words);
  if (table.by === 'quarter') return words.t('retention.unknown.quarter', { share });
  if (table.by === 'year') return words.t('retention.unknown.year', { share });
  return words.t('retention.unknown.month', {
    share,
    month: formatDate(table.asOf, words.locale, 'month'),
  });
};
