/** The figures on the retention screen as tables; what they mean is said in docs/design/indicators.md. */
import type { FigureKey } from '../../src-shared/domain/definitions.ts';
import type { CohortTable, Figure, ReturnCurve } from '../../src-shared/domain/figure.ts';
import { FIGURE_WORDS } from '../../src-shared/words/figureWords.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { type Cell, type ExportColumn, majorUnits } from './exportTable.ts';
import type { CountedTable } from './shopTables.ts';

const counted = (
  table: Omit<CountedTable, 'rowCount' | 'rows'>,
  rows: readonly (readonly Cell[])[],
): CountedTable => ({
  ...table,
  rows,
  rowCount: rows.length,
});

/** Values of several units share a column: money in it is in major units. */
export const figuresTable = (figures: readonly Figure[], { t }: Words, moneyDigits: number): CountedTable => {
  const number = (key: string, title: string): ExportColumn => ({ key, title, type: 'number' });
  const inUnit = (value: number | null, { unit }: Figure): number | null =>
    value !== null && unit === 'money' ? majorUnits(value, moneyDigits) : value;
  return counted(
    {
      key: 'figures',
      title: t('export.figures'),
      columns: [
        { key: 'key', title: t('export.figureKey'), type: 'text' },
        { key: 'name', title: t('export.figure'), type: 'text' },
        number('value', t('export.value')),
        { key: 'unit', title: t('export.unit'), type: 'text' },
        number('low', t('export.low')),
        number('high', t('export.high')),
        { key: 'n', title: 'n', type: 'integer' },
        number('numerator', t('export.numerator')),
        number('denominator', t('export.denominator')),
        { key: 'from', title: t('export.from'), type: 'date' },
        { key: 'to', title: t('export.to'), type: 'date' },
        { key: 'asOf', title: t('export.asOf'), type: 'date' },
        { key: 'definition', title: t('export.definition'), type: 'integer' },
      ],
    },
    figures.map((figure) => [
      figure.key,
      t(FIGURE_WORDS[figure.key as FigureKey].name),
      inUnit(figure.value, figure),
      figure.unit,
      inUnit(figure.low, figure),
      inUnit(figure.high, figure),
      figure.n,
      figure.numerator,
      figure.denominator,
      figure.from,
      figure.to,
      figure.asOf,
      figure.definition,
    ]),
  );
};

/** A row per cohort: people active, then money, by periods since the first visit; empty where not yet known. */
export const cohortsTable = (table: CohortTable, { t }: Words): CountedTable => {
  const periods = Math.max(0, ...table.cohorts.map(({ active }) => active.length));
  const places = Array.from({ length: periods }, (_, period) => period);
  return counted(
    {
      key: 'cohorts',
      title: t('export.cohorts'),
      columns: [
        { key: 'start', title: t('export.cohort'), type: 'date' },
        { key: 'size', title: t('export.cohortSize'), type: 'integer' },
        ...places.map(
          (period): ExportColumn => ({
            key: `active${period}`,
            title: t('export.activePeriod', { period }),
            type: 'integer',
          }),
        ),
        ...places.map(
          (period): ExportColumn => ({
            key: `net${period}`,
            title: t('export.netPeriod', { period }),
            type: 'money',
          }),
        ),
      ],
    },
    table.cohorts.map(({ start, size, active, net }) => [
      start,
      size,
      ...places.map((period) => active[period] ?? null),
      ...places.map((period) => net[period] ?? null),
    ]),
  );
};

export const returnCurveTable = (curve: ReturnCurve, { t }: Words): CountedTable =>
  counted(
    {
      key: 'returnCurve',
      title: t('export.returnCurve'),
      columns: [
        { key: 'days', title: t('export.days'), type: 'integer' },
        { key: 'returned', title: t('export.returned'), type: 'share' },
        { key: 'low', title: t('export.low'), type: 'share' },
        { key: 'high', title: t('export.high'), type: 'share' },
        { key: 'atRisk', title: t('export.atRisk'), type: 'integer' },
      ],
    },
    curve.points.map(({ days, returned, low, high, atRisk }) => [days, returned, low, high, atRisk]),
  );
