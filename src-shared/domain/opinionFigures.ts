/**
 * What customers said, as figures of the report: NPS, CSAT and CES of a window, the same numbers as on screen
 * (docs/design/indicators.md). Answers come in counted by score, so that a hundred thousand of them are twenty-three
 * numbers.
 */
import type { Figure } from './figure.ts';
import {
  type AnswerCounts,
  noAnswers,
  SCALES,
  SCORE_KINDS,
  type ScoreKind,
  scoreOf,
} from './opinionScores.ts';
import { REPORT_DEFINITIONS } from './reportDefinitions.ts';

export interface OpinionCounts extends Readonly<Record<ScoreKind, AnswerCounts>> {
  /** Opinions of any kind, and those of them with a comment. */
  readonly opinions: number;
  readonly comments: number;
}

export const NO_OPINIONS: OpinionCounts = {
  nps: noAnswers('nps'),
  csat: noAnswers('csat'),
  ces: noAnswers('ces'),
  opinions: 0,
  comments: 0,
};

const UNITS = { nps: 'points', csat: 'share', ces: 'score' } as const;

const total = (counts: AnswerCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** What is divided by the number of answers. */
const NUMERATORS: { readonly [K in ScoreKind]: (counts: AnswerCounts) => number } = {
  nps: (counts) => total(counts.slice(9)) - total(counts.slice(0, 7)),
  csat: (counts) => total(counts.slice(3)),
  ces: (counts) => counts.reduce((sum, count, at) => sum + count * (SCALES.ces.low + at), 0),
};

/** NPS, CSAT and CES, in this order; null values where nobody answered. `from` and `to` are ISO days. */
export const opinionFigures = (counts: OpinionCounts, from: string, to: string): Figure[] =>
  SCORE_KINDS.map((key) => {
    const score = scoreOf(key, counts[key]);
    return {
      key,
      ...score,
      unit: UNITS[key],
      numerator: NUMERATORS[key](counts[key]),
      denominator: score.n,
      from,
      to,
      asOf: to,
      definition: REPORT_DEFINITIONS[key].version,
    };
  });
