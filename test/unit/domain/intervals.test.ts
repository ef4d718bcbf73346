import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioInterval, wilsonInterval, Z_95 } from '../../../src-shared/domain/intervals.ts';
import { runs } from '../../runs.ts';

describe('wilsonInterval', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i is %d to %d', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('says nothing without trials', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it('holds exactly the shares that a score test would not reject', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (trials, seed) => {
        const successes = seed % (trials + 1);
        const interval = wilsonInterval(successes, trials);
        if (!interval) throw new Error('no interval');
        const share = successes / trials;
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(share);
        expect(interval.high).toBeGreaterThanOrEqual(share);
        for (const bound of [interval.low, interval.high]) {
          if (bound <= 0 || bound >= 1) continue;
          const score = Math.abs(share - bound) / Math.sqrt((bound * (1 - bound)) / trials);
          expect(score).toBeCloseTo(Z_95, 6);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('ratioInterval', () => {
  const pairs = (n: number, of: (i: number) => readonly [number, number]) => {
    const numerators = new Float64Array(n);
    const denominators = new Float64Array(n);
    for (let i = 0; i < n; i++) [numerators[i], denominators[i]] = of(i) as [number, number];
    return [numerators, denominators] as const;
  };
  /** Fixed values 1 to 6 in a fixed disorder. */
  const spots = (n: number) => pairs(n, (i) => [1 + ((i * 7919) % 6), 1]);

  it('is about 1.96 standard errors of the mean, for the bootstrap and for the formula alike', () => {
    for (const n of [60, 1998, 2004]) {
      const interval = ratioInterval(...spots(n));
      if (!interval) throw new Error('no interval');
      const half = (1.96 * Math.sqrt(35 / 12)) / Math.sqrt(n);
      expect(Math.abs(interval.high - interval.low - 2 * half)).toBeLessThan(0.2 * half);
      expect(Math.abs((interval.high + interval.low) / 2 - 3.5)).toBeLessThan(0.1 * half);
    }
  });

  it('is the same every time and in every order', () => {
    const [numerators, denominators] = pairs(200, (i) => [(i * 37) % 101, 1 + (i % 4)]);
    const interval = ratioInterval(numerators, denominators);
    expect(ratioInterval(numerators, denominators)).toEqual(interval);
    expect(ratioInterval(numerators.toReversed(), denominators.toReversed())).toEqual(interval);
  });

  it('has no width when all are alike, and is null where nothing can be said', () => {
    expect(ratioInterval(...pairs(10, () => [4, 2]))).toEqual({ low: 2, high: 2 });
    expect(ratioInterval(...pairs(1, () => [4, 2]))).toBeNull();
    expect(ratioInterval(...pairs(0, () => [4, 2]))).toBeNull();
    expect(ratioInterval(...pairs(3, () => [-5, 0]))).toBeNull();
  });
});
