/**
 * What customers said, as figures: NPS, CSAT and CES of a window, each of how many answers and how sure
 * (docs/indicators.md). Answers come in counted by score, so that a hundred thousand of them are twenty-three numbers.
 */
import type { Figure } from './figure.ts';
import { type Interval, ratioInterval, wilsonInterval, Z_95 } from './intervals.ts';
import { REPORT_DEFINITIONS } from './reportDefinitions.ts';

/** How many gave each answer; the first entry is the lowest answer of the scale. */
export interface OpinionCounts {
  /** 0 to 10. */
  readonly nps: readonly number[];
  /** 1 to 5. */
  readonly csat: readonly number[];
  /** 1 to 7. */
  readonly ces: readonly number[];
  /** Opinions of any kind, and those of them with a comment. */
  readonly opinions: number;
  readonly comments: number;
}

export const NO_OPINIONS: OpinionCounts = {
  nps: new Array<number>(11).fill(0),
  csat: new Array<number>(5).fill(0),
  ces: new Array<number>(7).fill(0),
  opinions: 0,
  comments: 0,
};

export const OPINION_KEYS = ['nps', 'csat', 'ces'] as const;
export type OpinionKey = (typeof OPINION_KEYS)[number];

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/**
 * Promoters minus detractors in points, with the standard error of a difference of two shares of one sample.
 * Where everybody answered alike that error is 0 and says nothing: then there is no interval.
 */
export const npsOf = (
  counts: readonly number[],
): { readonly points: number; readonly interval: Interval | null } | null => {
  const n = sum(counts);
  if (n === 0) return null;
  const promoters = sum(counts.slice(9)) / n;
  const detractors = sum(counts.slice(0, 7)) / n;
  const difference = promoters - detractors;
  const half = Z_95 * Math.sqrt(Math.max(0, promoters + detractors - difference ** 2) / n);
  return {
    points: 100 * difference,
    interval:
      half === 0
        ? null
        : { low: 100 * Math.max(-1, difference - half), high: 100 * Math.min(1, difference + half) },
  };
};

/** One entry per answer, lowest first. */
const answersOf = (counts: readonly number[], lowest: number): Float64Array => {
  const answers = new Float64Array(sum(counts));
  let at = 0;
  counts.forEach((count, index) => {
    answers.fill(lowest + index, at, at + count);
    at += count;
  });
  return answers;
};

/** NPS, CSAT and CES, in this order; null values where nobody answered. `from` and `to` are ISO days. */
export const opinionFigures = (counts: OpinionCounts, from: string, to: string): Figure[] => {
  const figure = (
    key: OpinionKey,
    counted: Pick<Figure, 'value' | 'unit' | 'numerator' | 'denominator' | 'n'>,
    interval: Interval | null,
  ): Figure => ({
    key,
    ...counted,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    from,
    to,
    asOf: to,
    definition: REPORT_DEFINITIONS[key].version,
  });
  const npsAnswers = sum(counts.nps);
  const nps = npsOf(counts.nps);
  const csatAnswers = sum(counts.csat);
  const satisfied = sum(counts.csat.slice(3));
  const cesAnswers = sum(counts.ces);
  const efforts = answersOf(counts.ces, 1);
  const effort = efforts.reduce((all, answer) => all + answer, 0);
  return [
    figure(
      'nps',
      {
        value: nps?.points ?? null,
        unit: 'points',
        numerator: sum(counts.nps.slice(9)) - sum(counts.nps.slice(0, 7)),
        denominator: npsAnswers,
        n: npsAnswers,
      },
      nps?.interval ?? null,
    ),
    figure(
      'csat',
      {
        value: csatAnswers === 0 ? null : satisfied / csatAnswers,
        unit: 'share',
        numerator: satisfied,
        denominator: csatAnswers,
        n: csatAnswers,
      },
      wilsonInterval(satisfied, csatAnswers),
    ),
    figure(
      'ces',
      {
        value: cesAnswers === 0 ? null : effort / cesAnswers,
        unit: 'score',
        numerator: effort,
        denominator: cesAnswers,
        n: cesAnswers,
      },
      ratioInterval(efforts, new Float64Array(cesAnswers).fill(1)),
    ),
  ];
};
