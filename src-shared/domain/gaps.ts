/**
 * Gaps: days between one occasion of a customer and the next. Pooled over many customers they give the
 * shop's (or an offering's) usual gap. Gaps are whole days, so counting them per length gives exact
 * order statistics in one pass without sorting.
 */
import { NO_OFFERING, type VisitExtract } from './extract.ts';

export interface GapSummary {
  /** How many gaps stand behind it; at least 1. */
  readonly gaps: number;
  readonly medianDays: number;
  /** Median absolute deviation from that median, unscaled. */
  readonly madDays: number;
}

/** The value at a 0-based rank among whole numbers counted in `counts[value]`. */
const valueAtRank = (counts: Int32Array, rank: number): number => {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value]!;
    if (seen > rank) return value;
  }
  throw new RangeError(`rank ${rank} of ${seen}`);
};

const totalOf = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** Quantile by linear interpolation (type 7) of values counted in `counts[value]`; null when there are none. */
export const quantileOfCounts = (counts: Int32Array, share: number): number | null => {
  const total = totalOf(counts);
  if (total === 0) return null;
  const at = (total - 1) * share;
  const below = Math.floor(at);
  const lower = valueAtRank(counts, below);
  return at === below ? lower : lower + (valueAtRank(counts, below + 1) - lower) * (at - below);
};

/** Null when there are no gaps. */
const summarizeGapCounts = (counts: Int32Array): GapSummary | null => {
  const medianDays = quantileOfCounts(counts, 0.5);
  if (medianDays === null) return null;
  // A median may end in a half; doubled deviations are whole and can be counted like the gaps themselves.
  const doubled = Math.round(2 * medianDays);
  const deviations = new Int32Array(Math.max(doubled, 2 * counts.length - doubled) + 1);
  for (let gap = 0; gap < counts.length; gap++) {
    const deviation = Math.abs(2 * gap - doubled);
    deviations[deviation] = deviations[deviation]! + counts[gap]!;
  }
  return { gaps: totalOf(counts), medianDays, madDays: (quantileOfCounts(deviations, 0.5) ?? 0) / 2 };
};

const counted = (counts: Int32Array, gap: number): Int32Array => {
  let room = counts;
  if (gap >= room.length) {
    room = new Int32Array(Math.max(gap + 1, room.length * 2));
    room.set(counts);
  }
  room[gap] = room[gap]! + 1;
  return room;
};

/** How often each gap length occurs up to and including `asOfDay`, all customers pooled. */
export const countGaps = ({ customer, day, isOccasion }: VisitExtract, asOfDay: number): Int32Array => {
  let counts: Int32Array = new Int32Array(1024);
  let lastCustomer = -1;
  let lastDay = 0;
  for (let row = 0; row < day.length; row++) {
    const rowDay = day[row]!;
    if (isOccasion[row] === 0 || rowDay > asOfDay) continue;
    const rowCustomer = customer[row]!;
    if (rowCustomer === lastCustomer) {
      const gap = rowDay - lastDay;
      if (gap < counts.length) counts[gap] = counts[gap]! + 1;
      else counts = counted(counts, gap);
    }
    lastCustomer = rowCustomer;
    lastDay = rowDay;
  }
  return counts;
};

/** The shop's gaps up to as-of, or null while nobody has come back. */
export const shopGaps = (extract: VisitExtract, asOfDay: number): GapSummary | null =>
  summarizeGapCounts(countGaps(extract, asOfDay));

/**
 * Gaps by offering, in the order of `extract.offerings`: a gap belongs to the main offering of the occasion
 * it begins with, because what was done decides when the person is due again.
 */
export const offeringGaps = (extract: VisitExtract, asOfDay: number): readonly (GapSummary | null)[] => {
  const { customer, day, isOccasion, offering } = extract;
  const countsOf = extract.offerings.map((): Int32Array => new Int32Array(64));
  let lastCustomer = -1;
  let lastDay = 0;
  let lastOffering = NO_OFFERING;
  for (let row = 0; row < day.length; row++) {
    const rowDay = day[row]!;
    if (isOccasion[row] === 0 || rowDay > asOfDay) continue;
    const rowCustomer = customer[row]!;
    const counts = countsOf[lastOffering];
    if (rowCustomer === lastCustomer && counts) countsOf[lastOffering] = counted(counts, rowDay - lastDay);
    lastCustomer = rowCustomer;
    lastDay = rowDay;
    lastOffering = offering[row]!;
  }
  return countsOf.map(summarizeGapCounts);
};
