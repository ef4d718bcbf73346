/**
 * Student's t: the quantile that a 95 % interval of a mean needs. The distribution function for whole degrees of
 * freedom is a finite sum (Abramowitz & Stegun 1964, 26.7.3 and 26.7.4), so no table and no series has to be trusted.
 */
import { Z_95 } from './intervals.ts';

/** Probability that |t| stays below `t` with `freedom` degrees. */
const centralProbability = (t: number, freedom: number): number => {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cos = Math.cos(angle);
  const cos2 = cos * cos;
  const isOdd = freedom % 2 === 1;
  if (freedom === 1) return (2 * angle) / Math.PI;
  let term = isOdd ? cos : 1;
  let sum = term;
  for (let k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
    term *= (cos2 * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
};

/** Above this the first terms of the Cornish-Fisher expansion agree with the exact value to nine digits. */
const MOST_EXACT = 1000;

const quantiles = new Map<number, number>();

/** The 97.5th percentile: 12.706 for 1 degree of freedom, 2.262 for 9, towards 1.960. `freedom` is 1 or more. */
export const tQuantile975 = (freedom: number): number => {
  if (freedom > MOST_EXACT) {
    // Abramowitz & Stegun 26.7.5.
    const z = Z_95;
    return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom * freedom);
  }
  let quantile = quantiles.get(freedom);
  if (quantile === undefined) {
    let low = 1;
    let high = 13;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (centralProbability(middle, freedom) < 0.95) low = middle;
      else high = middle;
    }
    quantile = (low + high) / 2;
    quantiles.set(freedom, quantile);
  }
  return quantile;
};
