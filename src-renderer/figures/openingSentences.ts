/**
 * The three sentences that open the retention screen and the monthly page: how many are regulars, how many
 * new ones return, who came this month. Each says of how many. None speaks of a rise or a fall where the
 * intervals overlap, and none hides that the data are few.
 */
import type { Figure, ReturnCurve } from '../../src-shared/domain/figure.ts';
import type { MessageKey, Words } from '../../src-shared/words/words.ts';
import { type Comparison, compareEstimates, FEW, figureOf } from './figureOf.ts';
import { inHundredText, shareText } from './figureText.ts';
import { returnEstimate } from './returnEstimate.ts';
import { withNoBreaks } from './typography.ts';

export interface OpeningFigures {
  readonly now: readonly Figure[];
  readonly yearAgo: readonly Figure[] | null;
  /** Customers new in the 365 days up to as-of, and in those a year earlier. */
  readonly recentCurve: ReturnCurve;
  readonly yearAgoCurve: ReturnCurve | null;
  /** First local day with a visit: what lies before it is not known. */
  readonly firstVisitOn: string;
}

/**
 * A year ago can be compared only where the records covered the whole year that the figure looks back on;
 * else it would seem to rise only because the records began.
 */
export const comparable = (before: Figure | null, firstVisitOn: string): Figure | null =>
  before && before.from !== null && before.from < firstVisitOn ? null : before;

const partAfter = {
  more: 'retention.after.morePart',
  fewer: 'retention.after.fewerPart',
  same: 'retention.after.samePart',
} as const satisfies Record<Exclude<Comparison, 'unknown'>, MessageKey>;

const countAfter = {
  more: 'retention.after.more',
  fewer: 'retention.after.fewer',
  same: 'retention.after.same',
} as const satisfies Record<Exclude<Comparison, 'unknown'>, MessageKey>;

export const regularSentence = (now: Figure | null, before: Figure | null, words: Words): string => {
  if (now?.value == null || now.n === 0) return words.t('retention.regularNobody');
  const comparison = compareEstimates(now, before);
  const after =
    now.n < FEW
      ? words.t('retention.after.fewData')
      : comparison === 'unknown' || before?.value == null
        ? words.t('retention.after.end')
        : words.t(partAfter[comparison], { before: shareText(before.value, words) });
  const some = words.t('retention.some', { count: now.n, some: now.numerator ?? 0 });
  return words.t('retention.regular', { count: now.numerator ?? 0, some, after });
};

export const firstReturnSentence = (now: ReturnCurve, before: ReturnCurve | null, words: Words): string => {
  if (now.n === 0) return words.t('retention.nobodyNew');
  const estimate = returnEstimate(now, 60);
  if (now.n < FEW || !estimate) {
    const after = words.t(now.n < FEW ? 'retention.after.fewData' : 'retention.after.tooEarly');
    const some = words.t('retention.someNew', { count: now.n, some: now.returned });
    return words.t('retention.returnedSoFar', { count: now.returned, some, after });
  }
  const earlier = returnEstimate(before, 60);
  const comparison = compareEstimates(estimate, earlier);
  const after =
    comparison === 'unknown' || !earlier
      ? words.t('retention.after.end')
      : words.t(countAfter[comparison], { before: inHundredText(earlier.value, words) });
  return words.t('retention.firstReturn', {
    of: words.t('retention.ofNew', { count: now.n }),
    share: inHundredText(estimate.value, words),
    after,
  });
};

const MONTHS = [
  'retention.inMonth.1',
  'retention.inMonth.2',
  'retention.inMonth.3',
  'retention.inMonth.4',
  'retention.inMonth.5',
  'retention.inMonth.6',
  'retention.inMonth.7',
  'retention.inMonth.8',
  'retention.inMonth.9',
  'retention.inMonth.10',
  'retention.inMonth.11',
  'retention.inMonth.12',
] as const satisfies readonly MessageKey[];

/** "In June 1998", as a sentence begins; `isoDate` is a day or a month. */
export const inMonthText = (isoDate: string, words: Words): string =>
  words.t(MONTHS[Number(isoDate.slice(5, 7)) - 1]!, { year: isoDate.slice(0, 4) });

export const isLastDayOfMonth = (isoDate: string): boolean =>
  new Date(Date.parse(`${isoDate}T00:00:00Z`) + 86_400_000).getUTCDate() === 1;

export const cameSentence = (figures: readonly Figure[], words: Words): string => {
  const active = figureOf(figures, 'activeCustomers');
  if (!active) return '';
  const day = active.to ?? active.asOf;
  const isOver = isLastDayOfMonth(day);
  const inMonth = inMonthText(day, words);
  if (active.value === 0) {
    return words.t(isOver ? 'retention.nobodyCame' : 'retention.nobodyCameSoFar', { inMonth });
  }
  const parts = words.t('retention.parts', {
    new: words.t('retention.new', { count: figureOf(figures, 'newCustomers')?.value ?? 0 }),
    returning: words.t('retention.returning', {
      count: figureOf(figures, 'returningCustomers')?.value ?? 0,
    }),
  });
  return words.t(isOver ? 'retention.came' : 'retention.cameSoFar', {
    count: active.value ?? 0,
    inMonth,
    parts,
  });
};

export const openingSentences = (figures: OpeningFigures, words: Words): readonly string[] => {
  const before = comparable(figureOf(figures.yearAgo, 'regularShare'), figures.firstVisitOn);
  return [
    regularSentence(figureOf(figures.now, 'regularShare'), before, words),
    firstReturnSentence(figures.recentCurve, figures.yearAgoCurve, words),
    cameSentence(figures.now, words),
  ].map(withNoBreaks);
};
