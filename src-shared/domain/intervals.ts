/**
 * How sure a figure is: 95 % intervals for shares and for ratios of sums. Only statistics live here, no
 * rows and no definitions.
 */

/** The 97.5th percentile of the standard normal distribution. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for `successes` of `trials` (E. B. Wilson 1927; method 3 of Newcombe 1998),
 * null without trials. Example (Newcombe): 81 of 263 gives 0.2553 to 0.3662.
 */
export const wilsonInterval = (successes: number, trials: number): Interval | null => {
  if (trials === 0) return null;
  const share = successes / trials;
  const z2 = Z_95 * Z_95;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Z_95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  // The bounds are 0 and 1 exactly at the ends; rounding must not leave them beside it.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
};

/** mulberry32: a small generator whose sequence is fixed by its seed. Whole numbers from 0 to 2^32 - 1. */
const seededGenerator = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

const BOOTSTRAP_SEED = 20261121;
const BOOTSTRAP_RESAMPLES = 1000;
const BOOTSTRAP_MOST = 2000;

/** Linear interpolation between order statistics of an ascending list (type 7 of Hyndman & Fan 1996). */
const quantileOfSorted = (sorted: Float64Array, share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (upper - lower) * (at - below);
};

/**
 * Interval of sum(numerators) / sum(denominators), where one pair belongs to one customer: means per
 * customer and per occasion. Customers are resampled, as visits of one customer are not independent.
 * Percentile bootstrap with a fixed seed up to 2,000 customers, so the same data always gives the same
 * interval, in whatever order the customers come; above that the linearised standard error of the ratio,
 * which the bootstrap then agrees with to about a percent of its width and which costs one pass.
 * Null under two customers.
 */
export const ratioInterval = (numerators: Float64Array, denominators: Float64Array): Interval | null => {
  const n = numerators.length;
  let sumNumerator = 0;
  let sumDenominator = 0;
  for (let i = 0; i < n; i++) {
    sumNumerator += numerators[i]!;
    sumDenominator += denominators[i]!;
  }
  if (n < 2 || sumDenominator <= 0) return null;
  const ratio = sumNumerator / sumDenominator;
  if (n > BOOTSTRAP_MOST) {
    let squares = 0;
    for (let i = 0; i < n; i++) squares += (numerators[i]! - ratio * denominators[i]!) ** 2;
    const half = (Z_95 * Math.sqrt((squares * n) / (n - 1))) / sumDenominator;
    return { low: ratio - half, high: ratio + half };
  }
  const order = Uint32Array.from(numerators, (_, i) => i).sort(
    (a, b) => numerators[a]! - numerators[b]! || denominators[a]! - denominators[b]!,
  );
  const sortedNumerators = Float64Array.from(order, (i) => numerators[i]!);
  const sortedDenominators = Float64Array.from(order, (i) => denominators[i]!);
  const next = seededGenerator(BOOTSTRAP_SEED);
  const scale = n / 0x1_0000_0000;
  const ratios = new Float64Array(BOOTSTRAP_RESAMPLES);
  let kept = 0;
  for (let resample = 0; resample < BOOTSTRAP_RESAMPLES; resample++) {
    let top = 0;
    let bottom = 0;
    for (let draw = 0; draw < n; draw++) {
      const at = Math.floor(next() * scale);
      top += sortedNumerators[at]!;
      bottom += sortedDenominators[at]!;
    }
    // A resample of refunds alone has no occasion to divide by; it says nothing about the ratio.
    if (bottom > 0) ratios[kept++] = top / bottom;
  }
  const sorted = ratios.subarray(0, kept).sort();
  return { low: quantileOfSorted(sorted, 0.025), high: quantileOfSorted(sorted, 0.975) };
};
