import { describe, expect, it } from 'vitest';
import type { VisitRow } from '../../../src-shared/domain/buildExtract.ts';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { NO_DAY } from '../../../src-shared/domain/extract.ts';
import { offeringGaps, shopGaps } from '../../../src-shared/domain/gaps.ts';
import {
  computeRhythms,
  NO_STATE,
  OFFERING_GAPS_NEEDED,
  overdueDaysAfter,
  RHYTHM_STATES,
  stateAfter,
} from '../../../src-shared/domain/rhythm.ts';
import { shopOf, THREE_OFFERINGS } from './smallShop.ts';

const visit = (customerId: number, day: number, offeringId: number | null = null): VisitRow => ({
  customerId,
  day,
  netMinor: 100,
  isOccasion: true,
  offeringId,
});
const settings = { currency: 'PLN', isHistoryComplete: true, offerings: THREE_OFFERINGS };

describe('states', () => {
  it.each([
    // Rhythm 10, spread 1: overdue past 15 (1.5 x 10), lapsed past 30.
    [10, 10, 1, 'onTime', 0],
    [11, 10, 1, 'due', 0],
    [15, 10, 1, 'due', 0],
    [16, 10, 1, 'overdue', 1],
    [30, 10, 1, 'overdue', 15],
    [31, 10, 1, 'lapsed', 16],
    // Rhythm 34, spread 27: overdue past 34 + 2 x 1.4826 x 27 = 114.06, which is past 3 x 34 too.
    [114, 34, 27, 'due', 0],
    [115, 34, 27, 'lapsed', 1],
    [0, 0.5, 0, 'onTime', 0],
  ] as const)(
    '%i days after, rhythm %d, spread %d: %s, %i days overdue',
    (since, rhythm, spread, state, days) => {
      expect(stateAfter(since, rhythm, spread)).toBe(state);
      expect(overdueDaysAfter(since, rhythm, spread)).toBe(days);
    },
  );
});

describe('gaps', () => {
  it('are pooled with the median and the MAD about it', () => {
    const extract = buildExtract(
      // Gaps 2, 4, 10 and 20: median 7, deviations 5, 3, 3, 13, so MAD 4.
      [visit(1, 0), visit(1, 2), visit(1, 6), visit(2, 100), visit(2, 110), visit(2, 130), visit(3, 7)],
      settings,
    );
    expect(shopGaps(extract, 500)).toEqual({ gaps: 4, medianDays: 7, madDays: 4 });
    expect(shopGaps(extract, 6)).toEqual({ gaps: 2, medianDays: 3, madDays: 1 });
    expect(shopGaps(extract, 1)).toBeNull();
  });

  it('belong to the offering they begin with, and a refund ends none', () => {
    const extract = shopOf(
      `
      1 2026-01-01 100 offering 1
      1 2026-01-05 -50 refund
      1 2026-01-11 100 offering 2
      1 2026-03-12 100 offering 1
    `,
      { offerings: THREE_OFFERINGS },
    );
    expect(offeringGaps(extract, dayOfIso('2026-12-31'))).toEqual([
      { gaps: 1, medianDays: 10, madDays: 0 },
      { gaps: 1, medianDays: 60, madDays: 0 },
      null,
    ]);
  });
});

describe('the rhythm of a customer', () => {
  it('is worked by hand: own median 20 at 4 gaps, shop median 22, weight 4/7', () => {
    const days = [0, 10, 30, 50, 100];
    const extract = buildExtract(
      [...days.map((day) => visit(1, day)), visit(2, 0), visit(2, 24), visit(2, 54), visit(3, 5)],
      settings,
    );
    // Pooled gaps 10, 20, 20, 24, 30, 50: median 22, deviations 12, 2, 2, 2, 8, 28, so MAD 5.
    // Own gaps of customer 1 are 10, 20, 20, 50: median 20, deviations 10, 0, 0, 30, so MAD 5.
    const rhythms = computeRhythms(extract, 120);
    expect(rhythms.shop).toEqual({ gaps: 6, medianDays: 22, madDays: 5 });
    expect(rhythms.rhythmDays[0]).toBeCloseTo((4 / 7) * 20 + (3 / 7) * 22, 12);
    expect(rhythms.spreadDays[0]).toBeCloseTo(5, 12);
    expect(rhythms.rhythmDays[1]).toBeCloseTo((2 / 5) * 27 + (3 / 5) * 22, 12);
    expect(rhythms.spreadDays[1]).toBeCloseTo((2 / 5) * 3 + (3 / 5) * 5, 12);
    expect([rhythms.rhythmDays[2], rhythms.spreadDays[2]]).toEqual([22, 5]);
    expect([...rhythms.lastDay]).toEqual([100, 54, 5]);
    expect([...rhythms.occasions]).toEqual([5, 3, 1]);
    expect([...rhythms.state].map((code) => RHYTHM_STATES[code])).toEqual(['onTime', 'overdue', 'lapsed']);
  });

  it('leans on its last offering where that has gaps enough', () => {
    const pairs = (count: number) => [
      ...Array.from({ length: count }, (_, at) => [visit(100 + at, 0, 2), visit(100 + at, 60)]).flat(),
      ...Array.from({ length: 200 }, (_, at) => [visit(1000 + at, 0), visit(1000 + at, 20)]).flat(),
      visit(1, 0, 2),
    ];
    const rhythmOfFirst = (count: number) =>
      computeRhythms(buildExtract(pairs(count), settings), 70).rhythmDays[0];
    expect(rhythmOfFirst(OFFERING_GAPS_NEEDED)).toBe(60);
    expect(rhythmOfFirst(OFFERING_GAPS_NEEDED - 1)).toBe(20);
  });

  it('gives way to a planned interval of the last offering, which leaves the spread', () => {
    const days = [0, 10, 30, 50];
    const extract = buildExtract(
      [...days.map((day) => visit(1, day)), visit(1, 100, 3), visit(2, 0), visit(2, 20)],
      settings,
    );
    const rhythms = computeRhythms(extract, 290);
    expect(rhythms.rhythmDays[0]).toBe(180);
    expect(rhythms.spreadDays[0]).toBeGreaterThan(0);
    expect(RHYTHM_STATES[rhythms.state[0]!]).toBe('due');
    // Before the visit that is followed by a recall, the own rhythm held.
    expect(computeRhythms(extract, 99).rhythmDays[0]).toBeCloseTo(0.5 * 20 + 0.5 * 20, 12);
  });

  it('is a plan alone while nobody has come back, and otherwise unknown', () => {
    const rhythms = computeRhythms(buildExtract([visit(1, 0, 3), visit(2, 0), visit(3, 900)], settings), 300);
    expect([...rhythms.rhythmDays]).toEqual([180, Number.NaN, Number.NaN]);
    expect(RHYTHM_STATES[rhythms.state[0]!]).toBe('overdue');
    expect([...rhythms.state].slice(1)).toEqual([NO_STATE, NO_STATE]);
    expect(rhythms.lastDay[2]).toBe(NO_DAY);
  });

  it('holds for a customer with hundreds of visits', () => {
    const visits = Array.from({ length: 700 }, (_, at) => visit(1, at * 7));
    const rhythms = computeRhythms(buildExtract(visits, settings), 700 * 7);
    expect(rhythms.rhythmDays[0]).toBeCloseTo(7, 12);
    expect(rhythms.spreadDays[0]).toBe(0);
    expect(rhythms.occasions[0]).toBe(700);
  });
});
