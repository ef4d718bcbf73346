/**
 * The rows of the monthly tables: what each is called, its value, how sure, of how many, how it stood a month and a year
 * before, and whether it has clearly moved since. Pure; drawn by FigureTable.
 */
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import type { FigureKey } from '../../src-shared/domain/definitions.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import type { ReportKey } from '../../src-shared/domain/reportDefinitions.ts';
import { FIGURE_WORDS } from '../../src-shared/words/figureWords.ts';
import type { MessageKey, Words } from '../../src-shared/words/words.ts';
import { compareEstimates, FEW, figureOf } from '../figures/figureOf.ts';
import { countedText, intervalText, valueText } from '../figures/figureText.ts';
import { comparable } from '../figures/openingSentences.ts';
import { REPORT_WORDS } from '../figures/reportWords.ts';
import { withNoBreaks, withShortWordsKept } from '../figures/typography.ts';

/** Clearly above or below: the intervals do not overlap. */
export type Mark = 'up' | 'down' | null;

export interface Earlier {
  readonly text: string;
  readonly mark: Mark;
}

export interface TableRow {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly value: string;
  readonly interval: string;
  readonly counted: string;
  readonly lastMonth: Earlier;
  readonly yearAgo: Earlier;
}

type Rows = readonly (readonly [FigureKey | ReportKey, Extract<MessageKey, `report.sub.${string}`>])[];

export const MONTH_ROWS = [
  ['regularShare', 'report.sub.regularShare'],
  ['recentReturn.60', 'report.sub.firstReturn'],
  ['monthRetention', 'report.sub.monthRetention'],
  ['activeCustomers', 'report.sub.activeCustomers'],
  ['newCustomers', 'report.sub.newCustomers'],
  ['intensity.netPerOccasion', 'report.sub.netPerOccasion'],
  ['turnover', 'report.sub.turnover'],
  ['identifiedShare', 'report.sub.identifiedShare'],
] as const satisfies Rows;

export const OPINION_ROWS = [
  ['nps', 'report.sub.nps'],
  ['csat', 'report.sub.csat'],
  ['ces', 'report.sub.ces'],
] as const satisfies Rows;

const ALL_WORDS = { ...FIGURE_WORDS, ...REPORT_WORDS };
type FigureWords = (typeof ALL_WORDS)[keyof typeof ALL_WORDS];
const WORDS_BY_KEY: ReadonlyMap<string, FigureWords> = new Map(Object.entries(ALL_WORDS));

/** The words of a figure; null for one that this version of the program does not know. */
export const wordsOfFigure = (key: string): FigureWords | null => WORDS_BY_KEY.get(key) ?? null;

const markOf = (now: Figure, before: Figure | null): Mark => {
  const comparison = compareEstimates(now, before);
  return comparison === 'more' ? 'up' : comparison === 'fewer' ? 'down' : null;
};

export const monthlyTable = (data: ReportData, rows: Rows, words: Words): readonly TableRow[] => {
  const { figures, currency, firstVisitOn } = data;
  const earlier = (now: Figure, before: Figure | null): Earlier => ({
    text: valueText(before, currency, words, 'narrow'),
    mark: markOf(now, before),
  });
  return rows.flatMap(([key, note]): TableRow[] => {
    const now = figureOf(figures.now, key);
    if (!now) return [];
    const isFew = now.low !== null && now.n < FEW;
    // A curve waits for its customers by itself; the other shares of a year need records of that year.
    const isCurve = key === 'recentReturn.60';
    const yearAgo = figureOf(figures.yearAgo, key);
    return [
      {
        key,
        name: words.t(ALL_WORDS[key].name),
        note: withNoBreaks(isFew ? `${words.t(note)}, ${words.t('retention.fewData')}` : words.t(note)),
        value: valueText(now, currency, words, 'narrow'),
        interval: intervalText(now, currency, words, 'narrow'),
        counted: withShortWordsKept(countedText(now, currency, words, 'narrow')),
        lastMonth: earlier(now, figureOf(figures.lastMonth, key)),
        yearAgo: earlier(now, isCurve ? yearAgo : comparable(yearAgo, firstVisitOn)),
      },
    ];
  });
};
