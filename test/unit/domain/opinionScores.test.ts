// NPS, CSAT and CES against published formulas, worked by hand, and against laws that must hold for any answers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cesOf,
  csatOf,
  isLowScore,
  noAnswers,
  npsOf,
  SCALES,
  SCORE_KINDS,
  type ScoreKind,
  scoreOf,
} from '../../../src-shared/domain/opinionScores.ts';
import { tQuantile975 } from '../../../src-shared/domain/studentT.ts';
import { runs } from '../../runs.ts';

const countsOf = (kind: ScoreKind, answers: Readonly<Record<number, number>>): number[] => {
  const counts = noAnswers(kind);
  for (const [answer, count] of Object.entries(answers)) counts[Number(answer) - SCALES[kind].low] = count;
  return counts;
};

describe('Student’s t', () => {
  // Any printed table of the distribution, 0.975 column.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [120, 1.98],
    [1000, 1.962],
  ])('%i degrees of freedom: %f', (freedom, expected) => {
    expect(tQuantile975(freedom)).toBeCloseTo(expected, 3);
  });

  it('goes on without a step where the expansion takes over', () => {
    expect(tQuantile975(1001)).toBeLessThan(tQuantile975(1000));
    expect(tQuantile975(1000) - tQuantile975(1001)).toBeLessThan(1e-5);
    expect(tQuantile975(1_000_000)).toBeCloseTo(1.959966, 5);
  });
});

describe('NPS', () => {
  it('of one half promoters, a third passive, a sixth detractors has variance 5/9', () => {
    // The tickets +1, 0, -1 with these shares: mean 1/3, variance 1/2 + 1/6 - 1/9 = 5/9; for 324 answers the
    // standard error is sqrt(5/9) / 18 = 0.0414.
    const score = npsOf(countsOf('nps', { 10: 100, 9: 62, 8: 100, 7: 8, 6: 4, 0: 50 }));
    expect(score.n).toBe(324);
    expect(score.value).toBeCloseTo(100 / 3, 10);
    expect((score.high! - score.low!) / 2 / 1.959963984540054).toBeCloseTo(4.14087, 4);
  });

  it('of 291 promoters, 476 passive and 395 detractors is -9, give or take 4.4', () => {
    const score = npsOf(countsOf('nps', { 9: 291, 8: 476, 3: 395 }));
    expect(score.value).toBeCloseTo(-8.95, 2);
    expect((score.high! - score.low!) / 2).toBeCloseTo(4.4, 1);
  });

  it('knows the borders of its classes', () => {
    expect(npsOf(countsOf('nps', { 9: 1, 6: 1, 7: 1, 8: 1 })).value).toBe(0);
    expect(npsOf(countsOf('nps', { 9: 1, 7: 1 })).value).toBe(50);
    expect(npsOf(countsOf('nps', { 6: 1, 8: 1 })).value).toBe(-50);
  });

  it('says no interval where all answers are alike, and nothing without answers', () => {
    expect(npsOf(countsOf('nps', { 10: 5 }))).toEqual({ value: 100, n: 5, low: null, high: null });
    expect(npsOf(noAnswers('nps'))).toEqual({ value: null, n: 0, low: null, high: null });
  });
});

describe('CSAT', () => {
  it('is the share of 4 and 5 with Wilson’s interval (Newcombe 1998: 81 of 263)', () => {
    const score = csatOf(countsOf('csat', { 5: 40, 4: 41, 3: 100, 1: 82 }));
    expect(score.value).toBeCloseTo(81 / 263, 12);
    expect(score.low).toBeCloseTo(0.2553, 4);
    expect(score.high).toBeCloseTo(0.3662, 4);
  });
});

describe('CES', () => {
  it('is a mean with Student’s interval', () => {
    // 4, 5, 6, 6, 7: mean 5.6, s^2 = 1.3, t(4) = 2.776, half = 2.776 * sqrt(1.3 / 5) = 1.4157; kept below 7.
    const score = cesOf(countsOf('ces', { 4: 1, 5: 1, 6: 2, 7: 1 }));
    expect(score.value).toBeCloseTo(5.6, 12);
    expect(score.low).toBeCloseTo(4.1843, 3);
    expect(score.high).toBe(7);
  });

  it('says no interval for one answer or for answers all alike', () => {
    expect(cesOf(countsOf('ces', { 3: 1 }))).toEqual({ value: 3, n: 1, low: null, high: null });
    expect(cesOf(countsOf('ces', { 3: 9 }))).toEqual({ value: 3, n: 9, low: null, high: null });
  });
});

describe('every score', () => {
  const anyCounts = (kind: ScoreKind) =>
    fc.array(fc.nat(40), { minLength: noAnswers(kind).length, maxLength: noAnswers(kind).length });

  it.each(SCORE_KINDS)('%s lies in its interval, and the interval on its scale', (kind) => {
    const [least, most] = { nps: [-100, 100], csat: [0, 1], ces: [1, 7] }[kind] as [number, number];
    fc.assert(
      fc.property(anyCounts(kind), (counts) => {
        const { value, n, low, high } = scoreOf(kind, counts);
        expect(n).toBe(counts.reduce((sum, count) => sum + count, 0));
        if (value === null) return void expect(n).toBe(0);
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
        if (low === null || high === null) return;
        expect(low).toBeGreaterThanOrEqual(least);
        expect(high).toBeLessThanOrEqual(most);
        expect(low).toBeLessThanOrEqual(value + 1e-9);
        expect(high).toBeGreaterThanOrEqual(value - 1e-9);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each(SCORE_KINDS)('%s: a hundred times the same answers is the same value, more surely', (kind) => {
    fc.assert(
      fc.property(anyCounts(kind), (counts) => {
        const once = scoreOf(kind, counts);
        const often = scoreOf(
          kind,
          counts.map((count) => count * 100),
        );
        if (once.value === null) return;
        expect(often.value).toBeCloseTo(once.value, 9);
        if (once.low === null || once.high === null) return;
        expect(often.high! - often.low!).toBeLessThanOrEqual(once.high - once.low + 1e-9);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is low where a comment is worth asking for', () => {
    expect([6, 7].map((answer) => isLowScore('nps', answer))).toEqual([true, false]);
    expect([2, 3].map((answer) => isLowScore('csat', answer))).toEqual([true, false]);
    expect([3, 4].map((answer) => isLowScore('ces', answer))).toEqual([true, false]);
  });
});
