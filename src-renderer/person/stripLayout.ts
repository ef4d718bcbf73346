/**
 * Where the last visits and today stand on the line of visits. Gaps are drawn by their length, but none so short that
 * its day could not be read, and none so long that the others vanish: what is drawn is a rhythm, not a calendar. Pure.
 */
import type { ShownRhythm } from '../../src-shared/contract/glanceContract.ts';

export interface StripPoint {
  readonly on: string;
  /** Share of the width, 0 to 1. */
  readonly at: number;
  /** Days since the point before; null of the first. */
  readonly gapDays: number | null;
}

export interface StripLayout {
  readonly visits: readonly StripPoint[];
  /** Ends of the usual rhythm and of the leeway after it, where they lie before today or within reach. */
  readonly dueAt: number | null;
  readonly boundAt: number | null;
  readonly todayAt: number;
}

/** Of the mean gap: shorter and longer ones are drawn as this. */
const SHORTEST = 0.45;
const LONGEST = 2.2;
/** Room left of the first day for its label, and right of today. */
const EDGE = 0.03;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** @returns null with fewer than two visits, of which there is no rhythm to draw */
export const stripLayout = (
  days: readonly string[],
  rhythm: ShownRhythm | null,
  today: string,
): StripLayout | null => {
  if (days.length < 2 || rhythm === null) return null;
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index]!, day));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const drawn = (gap: number): number => Math.min(LONGEST * mean, Math.max(SHORTEST * mean, gap));
  const since = Math.max(0, daysBetween(days.at(-1)!, today));
  // From the last visit on nothing is pressed together but what is far beyond the bound.
  const reach = Math.max(rhythm.boundDays, rhythm.everyDays, 1);
  const end = Math.max(reach * 1.08, Math.min(since, reach * 1.6));
  const past = gaps.reduce((sum, gap) => sum + drawn(gap), 0);
  // What lies ahead takes a third to a half of the line, whatever the past was.
  const ahead = Math.min(0.5, Math.max(0.3, end / (past + end)));
  const pastScale = (1 - ahead - EDGE) / past;
  const aheadScale = (ahead - EDGE) / end;
  let at = EDGE;
  const visits = days.map((on, index): StripPoint => {
    if (index > 0) at += drawn(gaps[index - 1]!) * pastScale;
    return { on, at, gapDays: index === 0 ? null : gaps[index - 1]! };
  });
  const after = (count: number): number => at + Math.min(count, end) * aheadScale;
  return {
    visits,
    dueAt: after(rhythm.everyDays),
    boundAt: rhythm.boundDays > rhythm.everyDays ? after(rhythm.boundDays) : null,
    todayAt: after(since),
  };
};
