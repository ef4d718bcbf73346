/**
 * How often each customer comes, and whether they are late by their own measure. A customer with few gaps
 * leans on the offering's or the shop's usual gap; with more gaps the own one takes over. Members with a
 * contract and forecasts are other modules' business.
 */
import { NO_DAY, NO_OFFERING, type VisitExtract } from './extract.ts';
import { type GapSummary, offeringGaps, shopGaps } from './gaps.ts';

/** Gaps an offering needs before its own median replaces the shop's; below it "few data" (docs/indicators.md). */
export const OFFERING_GAPS_NEEDED = 30;

/** Own gaps at which a customer's own rhythm weighs as much as the pooled one. */
const SHRINKAGE_GAPS = 3;

/** Makes a MAD comparable with a standard deviation under normal gaps. */
const MAD_TO_SIGMA = 1.4826;

export const RHYTHM_STATES = ['onTime', 'due', 'overdue', 'lapsed'] as const;
export type RhythmState = (typeof RHYTHM_STATES)[number];
/** In `Rhythms.state`: no occasion, or no gap anywhere to measure by. */
export const NO_STATE = 255;

export interface Rhythms {
  readonly asOfDay: number;
  /** Null while nobody has come back. */
  readonly shop: GapSummary | null;
  /** Per customer: last occasion up to as-of, or NO_DAY. */
  readonly lastDay: Int32Array;
  /** Per customer: occasions up to as-of. */
  readonly occasions: Int32Array;
  /** Per customer, in days; NaN where there is nothing to measure by. */
  readonly rhythmDays: Float64Array;
  /** Per customer: pooled MAD in days, unscaled; NaN where there is nothing to measure by. */
  readonly spreadDays: Float64Array;
  /** Per customer: index into RHYTHM_STATES, or NO_STATE. */
  readonly state: Uint8Array;
}

/** Days since the last occasion past which a customer is overdue. */
export const overdueBoundDays = (rhythmDays: number, spreadDays: number): number =>
  Math.max(rhythmDays + 2 * MAD_TO_SIGMA * spreadDays, 1.5 * rhythmDays);

/** With a rhythm of 34 and a spread of 27 days: due after 34, overdue after 114.06, lapsed after 114.06. */
export const stateAfter = (daysSince: number, rhythmDays: number, spreadDays: number): RhythmState => {
  if (daysSince <= rhythmDays) return 'onTime';
  const bound = overdueBoundDays(rhythmDays, spreadDays);
  if (daysSince <= bound) return 'due';
  return daysSince <= Math.max(3 * rhythmDays, bound) ? 'overdue' : 'lapsed';
};

/** Whole days past the overdue bound: 1 on the first day a customer is overdue, 0 before. */
export const overdueDaysAfter = (daysSince: number, rhythmDays: number, spreadDays: number): number =>
  Math.max(0, daysSince - Math.floor(overdueBoundDays(rhythmDays, spreadDays)));

/** Sorts `values[0..length)` in place; insertion wins on the short lists nearly all customers have. */
const sortStart = (values: Int32Array, length: number): void => {
  if (length > 40) {
    values.subarray(0, length).sort();
    return;
  }
  for (let i = 1; i < length; i++) {
    const value = values[i]!;
    let at = i;
    for (; at > 0 && values[at - 1]! > value; at--) values[at] = values[at - 1]!;
    values[at] = value;
  }
};

/** Twice the median of the first `length` whole numbers, which is whole; sorts them in place. */
const doubledMedian = (values: Int32Array, length: number): number => {
  sortStart(values, length);
  const middle = length >>> 1;
  return length % 2 === 1 ? 2 * values[middle]! : values[middle - 1]! + values[middle]!;
};

/** How one customer comes, in days. */
export interface OwnRhythm {
  readonly rhythmDays: number;
  /** Pooled MAD, unscaled. */
  readonly spreadDays: number;
}

/**
 * Rhythm and spread of one customer. Both are weighted means with gaps / (gaps + 3) on the own value: for the rhythm
 * of the own median gap; for the spread of the MAD of the own gaps from the own median. The rest of the weight is on
 * the median and MAD of `pooled`. A planned interval replaces the rhythm and leaves the spread.
 * @param gaps whole days, the first `gapCount` of them; they are sorted and overwritten
 * @returns null where there is nothing to measure by
 */
export const ownRhythm = (
  gaps: Int32Array,
  gapCount: number,
  pooled: GapSummary | null,
  plannedIntervalDays: number | null,
): OwnRhythm | null => {
  let rhythm = pooled?.medianDays ?? Number.NaN;
  // Nobody has come back yet, but a plan exists: the plan alone decides, without a spread.
  let spread = pooled?.madDays ?? (plannedIntervalDays === null ? Number.NaN : 0);
  if (gapCount > 0) {
    const weight = gapCount / (gapCount + SHRINKAGE_GAPS);
    const doubled = doubledMedian(gaps, gapCount);
    for (let i = 0; i < gapCount; i++) gaps[i] = Math.abs(2 * gaps[i]! - doubled);
    rhythm = weight * (doubled / 2) + (1 - weight) * rhythm;
    spread = weight * (doubledMedian(gaps, gapCount) / 4) + (1 - weight) * spread;
  }
  if (plannedIntervalDays !== null) rhythm = plannedIntervalDays;
  return Number.isNaN(rhythm) ? null : { rhythmDays: rhythm, spreadDays: spread };
};

/**
 * Rhythm and spread of every customer up to `asOfDay`, pooled with the gaps of the offering of the last occasion where
 * that offering has 30 gaps or more, else with the shop's. On the CDNOW sample as of 1998-06-30 this reading of
 * "pooled the same way" gives 388 of 812 regular customers, as the independent computation did.
 */
export const computeRhythms = (extract: VisitExtract, asOfDay: number): Rhythms => {
  const { customer, day, isOccasion, offering, customerIds } = extract;
  const shop = shopGaps(extract, asOfDay);
  const byOffering = offeringGaps(extract, asOfDay).map((own) =>
    own && own.gaps >= OFFERING_GAPS_NEEDED ? own : shop,
  );
  const size = customerIds.length;
  const rhythms = {
    asOfDay,
    shop,
    lastDay: new Int32Array(size).fill(NO_DAY),
    occasions: new Int32Array(size),
    rhythmDays: new Float64Array(size).fill(Number.NaN),
    spreadDays: new Float64Array(size).fill(Number.NaN),
    state: new Uint8Array(size).fill(NO_STATE),
  };
  let gaps = new Int32Array(256);

  const finish = (of: number, gapCount: number, lastOffering: number): void => {
    const pooled = lastOffering === NO_OFFERING ? shop : (byOffering[lastOffering] ?? shop);
    const planned = extract.offerings[lastOffering]?.plannedIntervalDays ?? null;
    const own = ownRhythm(gaps, gapCount, pooled, planned);
    if (own === null) return;
    rhythms.rhythmDays[of] = own.rhythmDays;
    rhythms.spreadDays[of] = own.spreadDays;
    rhythms.state[of] = RHYTHM_STATES.indexOf(
      stateAfter(asOfDay - rhythms.lastDay[of]!, own.rhythmDays, own.spreadDays),
    );
  };

  let current = -1;
  let lastDay = 0;
  let lastOffering = NO_OFFERING;
  let gapCount = 0;
  for (let row = 0; row < day.length; row++) {
    const rowDay = day[row]!;
    if (isOccasion[row] === 0 || rowDay > asOfDay) continue;
    const rowCustomer = customer[row]!;
    if (rowCustomer === current) {
      if (gapCount === gaps.length) {
        const wider = new Int32Array(gaps.length * 2);
        wider.set(gaps);
        gaps = wider;
      }
      gaps[gapCount++] = rowDay - lastDay;
    } else {
      if (current >= 0) finish(current, gapCount, lastOffering);
      current = rowCustomer;
      gapCount = 0;
    }
    lastDay = rowDay;
    lastOffering = offering[row]!;
    rhythms.lastDay[rowCustomer] = rowDay;
    rhythms.occasions[rowCustomer] = rhythms.occasions[rowCustomer]! + 1;
  }
  if (current >= 0) finish(current, gapCount, lastOffering);
  return rhythms;
};
