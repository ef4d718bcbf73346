/**
 * What the answers of customers come to: NPS, CSAT and CES, each with its 95 % interval. Pure arithmetic on
 * counted answers; which answers are counted is the caller's business.
 */
import { type Interval, wilsonInterval, Z_95 } from './intervals.ts';
import { tQuantile975 } from './studentT.ts';

export const SCORE_KINDS = ['nps', 'csat', 'ces'] as const;
export type ScoreKind = (typeof SCORE_KINDS)[number];

/** Lowest and highest answer of each question. */
export const SCALES = {
  nps: { low: 0, high: 10 },
  csat: { low: 1, high: 5 },
  ces: { low: 1, high: 7 },
} as const satisfies Record<ScoreKind, { readonly low: number; readonly high: number }>;

/** Answers at or below this ask what went wrong: NPS detractors, CSAT "dissatisfied", CES "difficult". */
const LOW_UP_TO = { nps: 6, csat: 2, ces: 3 } as const satisfies Record<ScoreKind, number>;

export const isLowScore = (kind: ScoreKind, answer: number): boolean => answer <= LOW_UP_TO[kind];

/** How often each answer was given: entry `answer - SCALES[kind].low`. */
export type AnswerCounts = readonly number[];

export interface Score {
  /** NPS from -100 to 100, CSAT as a share from 0 to 1, CES as a mean from 1 to 7; null without answers. */
  readonly value: number | null;
  readonly n: number;
  /** Null where nothing can be said: no answers, or (NPS, CES) all alike, which has no spread to judge by. */
  readonly low: number | null;
  readonly high: number | null;
}

const NOTHING: Score = { value: null, n: 0, low: null, high: null };

const between = (counts: AnswerCounts, kind: ScoreKind, from: number, to: number): number =>
  counts.slice(from - SCALES[kind].low, to - SCALES[kind].low + 1).reduce((sum, count) => sum + count, 0);

const scored = (value: number, n: number, interval: Interval | null): Score => ({
  value,
  n,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});

/**
 * Share of promoters (9, 10) minus share of detractors (0 to 6), times 100. Its standard error is that of a mean of
 * +1, 0 and -1: sqrt((p + d - (p - d)^2) / n), the variance of a difference of two shares of one multinomial sample.
 */
export const npsOf = (counts: AnswerCounts): Score => {
  const n = between(counts, 'nps', 0, 10);
  if (n === 0) return NOTHING;
  const promoters = between(counts, 'nps', 9, 10) / n;
  const detractors = between(counts, 'nps', 0, 6) / n;
  const share = promoters - detractors;
  const variance = promoters + detractors - share * share;
  // Rounding leaves a trace of variance where there is none.
  const isAlike = variance < 1e-12;
  const half = 100 * Z_95 * Math.sqrt(Math.max(0, variance) / n);
  return scored(
    100 * share,
    n,
    isAlike ? null : { low: Math.max(-100, 100 * share - half), high: Math.min(100, 100 * share + half) },
  );
};

/** Share of the two best answers (4, 5) with Wilson's interval. */
export const csatOf = (counts: AnswerCounts): Score => {
  const n = between(counts, 'csat', 1, 5);
  if (n === 0) return NOTHING;
  const satisfied = between(counts, 'csat', 4, 5);
  return scored(satisfied / n, n, wilsonInterval(satisfied, n));
};

/** Mean answer with Student's interval: mean +- t(0.975, n - 1) s / sqrt(n), kept on the scale. */
export const cesOf = (counts: AnswerCounts): Score => {
  const n = between(counts, 'ces', 1, 7);
  if (n === 0) return NOTHING;
  let sum = 0;
  for (const [at, count] of counts.entries()) sum += (at + SCALES.ces.low) * count;
  const mean = sum / n;
  let squares = 0;
  for (const [at, count] of counts.entries()) squares += (at + SCALES.ces.low - mean) ** 2 * count;
  if (n < 2 || squares === 0) return scored(mean, n, null);
  const half = tQuantile975(n - 1) * Math.sqrt(squares / (n - 1) / n);
  return scored(mean, n, {
    low: Math.max(SCALES.ces.low, mean - half),
    high: Math.min(SCALES.ces.high, mean + half),
  });
};

const SCORE_OF = { nps: npsOf, csat: csatOf, ces: cesOf } as const;

export const scoreOf = (kind: ScoreKind, counts: AnswerCounts): Score => SCORE_OF[kind](counts);

/** Empty counts for one question, to be added to. */
export const noAnswers = (kind: ScoreKind): number[] =>
  new Array<number>(SCALES[kind].high - SCALES[kind].low + 1).fill(0);
