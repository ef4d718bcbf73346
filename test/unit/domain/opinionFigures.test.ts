/** NPS, CSAT and CES against values worked out by hand. */
import { describe, expect, it } from 'vitest';
import { NO_OPINIONS, npsOf, opinionFigures } from '../../../src-shared/domain/opinionFigures.ts';

const counts = (scores: readonly number[], lowest: number, length: number): number[] =>
  Array.from({ length }, (_, at) => scores.filter((score) => score === lowest + at).length);
const nps = (...scores: number[]) => npsOf(counts(scores, 0, 11));

describe('NPS', () => {
  it('is the share of 9 and 10 less the share of 0 to 6, with its own standard error', () => {
    // 5 promoters, 3 passives, 2 detractors: 50 - 20; variance (0.5 + 0.2 - 0.09) / 10 = 0.061.
    const ten = nps(9, 9, 10, 10, 10, 7, 8, 8, 0, 6);
    expect(ten?.points).toBeCloseTo(30, 10);
    expect(ten?.interval?.low).toBeCloseTo(30 - 195.9963985 * Math.sqrt(0.061), 6);
    expect(ten?.interval?.high).toBeCloseTo(30 + 195.9963985 * Math.sqrt(0.061), 6);
  });

  it('has no interval where all answered alike, stays between its ends, and is nothing without answers', () => {
    expect(nps(10, 9)).toEqual({ points: 100, interval: null });
    expect(nps(0)).toEqual({ points: -100, interval: null });
    expect(nps(7, 8)).toEqual({ points: 0, interval: null });
    expect(nps(10, 10, 10, 0)?.interval?.high).toBe(100);
    expect(nps()).toBeNull();
  });
});

describe('the opinions of a month', () => {
  it('are three figures, each of its own answers', () => {
    const figures = opinionFigures(
      {
        nps: counts([10, 3], 0, 11),
        csat: counts([5, 4, 3, 1], 1, 5),
        ces: counts([7, 6, 2], 1, 7),
        opinions: 6,
        comments: 1,
      },
      '2026-10-01',
      '2026-10-31',
    );
    expect(figures.map(({ key, value, n }) => [key, value, n])).toEqual([
      ['nps', 0, 2],
      ['csat', 0.5, 4],
      ['ces', 5, 3],
    ]);
    expect(figures[1]).toMatchObject({
      numerator: 2,
      denominator: 4,
      from: '2026-10-01',
      asOf: '2026-10-31',
    });
    expect(figures[2]?.low).toBeGreaterThanOrEqual(2);
    expect(figures[2]?.high).toBeLessThanOrEqual(7);
  });

  it('are null where nobody answered', () => {
    const none = opinionFigures(NO_OPINIONS, '2026-10-01', '2026-10-31');
    expect(none.map(({ value, low, high, n }) => [value, low, high, n])).toEqual(
      Array.from({ length: 3 }, () => [null, null, null, 0]),
    );
  });
});
