/**
 * How one person comes, as the desk says it: the rules of rhythm.ts for one customer, and what makes a sentence of
 * them. Pure.
 */
import type { GapSummary } from './gaps.ts';
import { overdueBoundDays, overdueDaysAfter, ownRhythm, type RhythmState, stateAfter } from './rhythm.ts';

export interface RhythmGlance {
  readonly state: RhythmState;
  /** Days between visits, in whole days for the sentence; at least 1. */
  readonly everyDays: number;
  /** Since the last occasion; 0: here today. */
  readonly daysSince: number;
  /** 0 until overdue. */
  readonly overdueDays: number;
  /** The last day that is not overdue yet, counted from the last occasion. */
  readonly boundDays: number;
  /** Gaps of their own behind it: with none the shop's usual gap speaks, with few it weighs most. */
  readonly ownGaps: number;
  /** What was done last has a planned interval. */
  readonly isPlanned: boolean;
  /** Their own gaps differ so much that "every" would promise too much. */
  readonly isErratic: boolean;
}

/** Fewer own gaps than this say little about the person. */
export const FEW_GAPS = 2;
/** Gaps needed before somebody is called irregular, and how far the middle half of the gaps then reaches. */
const ERRATIC_GAPS = 4;
const ERRATIC_SPREAD = 0.5;

const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const lower = sorted[below]!;
  return lower + ((sorted[below + 1] ?? lower) - lower) * (at - below);
};

/** Half the distance between the quartiles, against the median. */
const isErraticGaps = (gaps: readonly number[]): boolean => {
  if (gaps.length < ERRATIC_GAPS) return false;
  const sorted = [...gaps].sort((a, b) => a - b);
  return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 > ERRATIC_SPREAD * quantile(sorted, 0.5);
};

/**
 * @param days of the occasions up to `asOfDay`, ascending, each once
 * @returns null without an occasion, and where there is nothing to measure by
 */
export const rhythmGlance = (
  days: readonly number[],
  pooled: GapSummary | null,
  plannedIntervalDays: number | null,
  asOfDay: number,
): RhythmGlance | null => {
  const lastDay = days.at(-1);
  if (lastDay === undefined) return null;
  const gaps = days.slice(1).map((day, index) => day - days[index]!);
  const own = ownRhythm(Int32Array.from(gaps), gaps.length, pooled, plannedIntervalDays);
  if (own === null) return null;
  const { rhythmDays, spreadDays } = own;
  const daysSince = asOfDay - lastDay;
  const overdueDays = overdueDaysAfter(daysSince, rhythmDays, spreadDays);
  return {
    state: stateAfter(daysSince, rhythmDays, spreadDays),
    everyDays: Math.max(1, Math.round(rhythmDays)),
    daysSince,
    overdueDays,
    boundDays: Math.floor(overdueBoundDays(rhythmDays, spreadDays)),
    ownGaps: gaps.length,
    isPlanned: plannedIntervalDays !== null,
    isErratic: plannedIntervalDays === null && isErraticGaps(gaps),
  };
};
