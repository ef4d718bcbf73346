/** NPS, CSAT and CES of a month: as figures, and the same as on screen. What each is worked out by: opinionScores.test.ts. */
import { describe, expect, it } from 'vitest';
import { NO_OPINIONS, opinionFigures } from '../../../src-shared/domain/opinionFigures.ts';
import { SCORE_KINDS, scoreOf } from '../../../src-shared/domain/opinionScores.ts';

const counts = (scores: readonly number[], lowest: number, length: number): number[] =>
  Array.from({ length }, (_, at) => scores.filter((score) => score === lowest + at).length);

describe('the opinions of a month', () => {
  it('are three figures, each of its own answers', () => {
    const said = {
      nps: counts([10, 3], 0, 11),
      csat: counts([5, 4, 3, 1], 1, 5),
      ces: counts([7, 6, 2], 1, 7),
      opinions: 6,
      comments: 1,
    };
    const figures = opinionFigures(said, '2026-10-01', '2026-10-31');
    expect(figures.map(({ key, value, n }) => [key, value, n])).toEqual([
      ['nps', 0, 2],
      ['csat', 0.5, 4],
      ['ces', 5, 3],
    ]);
    expect(figures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [0, 2],
      [2, 4],
      [15, 3],
    ]);
    expect(figures[1]).toMatchObject({ from: '2026-10-01', asOf: '2026-10-31' });
    expect(figures.map(({ value, n, low, high }) => ({ value, n, low, high }))).toEqual(
      SCORE_KINDS.map((kind) => scoreOf(kind, said[kind])),
    );
  });

  it('are null where nobody answered', () => {
    const none = opinionFigures(NO_OPINIONS, '2026-10-01', '2026-10-31');
    expect(none.map(({ value, low, high, n }) => [value, low, high, n])).toEqual(
      Array.from({ length: 3 }, () => [null, null, null, 0]),
    );
  });
});
