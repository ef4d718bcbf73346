/**
 * The rows of the monthly table: what each is called, its value, how sure, of how many, and how it stood
 * a month and a year before. Pure; drawn by MonthlyPage.
 */
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import type { FigureKey } from '../../src-shared/domain/definitions.ts';
import type { Figure, ReturnCurve } from '../../src-shared/domain/figure.ts';
import { FIGURE_WORDS } from '../../src-shared/words/figureWords.ts';
import type { MessageKey, Words } from '../../src-shared/words/words.ts';
import { FEW, figureOf } from '../figures/figureOf.ts';
import { countedText, intervalText, valueText } from '../figures/figureText.ts';
import { comparable } from '../figures/openingSentences.ts';
import { returnEstimate } from '../figures/returnEstimate.ts';
import { withNoBreaks, withShortWordsKept } from '../figures/typography.ts';

export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly value: string;
  readonly interval: string;
  readonly counted: string;
  readonly lastMonth: string;
  readonly yearAgo: string;
}

const ROWS = [
  ['regularShare', 'report.sub.regularShare'],
  ['firstReturn.60', 'report.sub.firstReturn'],
  ['monthRetention', 'report.sub.monthRetention'],
  ['activeCustomers', 'report.sub.activeCustomers'],
  ['newCustomers', 'report.sub.newCustomers'],
  ['intensity.netPerOccasion', 'report.sub.netPerOccasion'],
  ['turnover', 'report.sub.turnover'],
  ['identifiedShare', 'report.sub.identifiedShare'],
] as const satisfies readonly (readonly [FigureKey, MessageKey])[];

/** The 60-day point of a curve as a figure, so that paper says what the screen's curve says. */
const sixtyDays = (curve: ReturnCurve | null): Figure | null => {
  const estimate = returnEstimate(curve, 60);
  return curve === null
    ? null
    : {
        key: 'firstReturn.60',
        value: estimate?.value ?? null,
        unit: 'share',
        numerator: null,
        denominator: null,
        n: curve.n,
        low: estimate?.low ?? null,
        high: estimate?.high ?? null,
        from: curve.from,
        to: curve.to,
        asOf: curve.asOf,
        definition: curve.definition,
      };
};

export const monthlyTable = (data: ReportData, words: Words): readonly TableRow[] => {
  const { figures, currency, firstVisitOn } = data;
  return ROWS.flatMap(([key, note]): TableRow[] => {
    const isCurve = key === 'firstReturn.60';
    const now = isCurve ? sixtyDays(data.returnCurve) : figureOf(figures.now, key);
    const lastMonth = isCurve ? sixtyDays(data.returnCurveLastMonth) : figureOf(figures.lastMonth, key);
    const yearAgo = isCurve ? sixtyDays(data.returnCurveYearAgo) : figureOf(figures.yearAgo, key);
    if (!now) return [];
    const isFew = now.low !== null && now.n < FEW;
    return [
      {
        key,
        name: words.t(FIGURE_WORDS[key].name),
        note: withNoBreaks(isFew ? `${words.t(note)}, ${words.t('retention.fewData')}` : words.t(note)),
        value: valueText(now, currency, words, 'narrow'),
        interval: intervalText(now, currency, words, 'narrow'),
        counted: withShortWordsKept(countedText(now, currency, words, 'narrow')),
        lastMonth: valueText(lastMonth, currency, words, 'narrow'),
        // The curve takes its own year of customers; the shares of a year need records of that year.
        yearAgo: valueText(isCurve ? yearAgo : comparable(yearAgo, firstVisitOn), currency, words, 'narrow'),
      },
    ];
  });
};
