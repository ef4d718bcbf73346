import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';
import {
  firstSeen,
  lastUnknownStartDay,
  START_BEFORE_HISTORY,
  START_KNOWN,
  START_NONE,
  START_UNKNOWN,
} from '../../../src-shared/domain/firstSeen.ts';
import { figuresOf, shopOf } from './smallShop.ts';

const asOfDay = dayOfIso('2026-12-31');
const startsOf = (extract: VisitExtract, asOf = asOfDay) => [...firstSeen(extract, asOf).start];

// The records begin on 2026-01-01; 180 days later is 2026-06-30.
const visits = `
  1 2026-01-01
  2 2026-06-30
  3 2026-07-01
  4 2026-02-01
  5 2026-02-01
  6 2026-08-01
  7 2026-03-01 -100 refund
`;
const since = new Map([
  [4, dayOfIso('2019-05-01')],
  [5, dayOfIso('2026-01-15')],
  [6, dayOfIso('2020-01-01')],
]);

describe('first seen', () => {
  it('leaves nobody out of a complete history', () => {
    const extract = shopOf(visits, { customerSinceDayById: since });
    expect(startsOf(extract)).toEqual([...Array(6).fill(START_KNOWN), START_NONE]);
    expect(firstSeen(extract, asOfDay)).toMatchObject({ customers: 6, unknownStart: 0 });
  });

  it('does not know the start of those seen within 180 days after partial records begin', () => {
    const extract = shopOf(visits, { customerSinceDayById: since, isHistoryComplete: false });
    expect(isoOfDay(lastUnknownStartDay(extract, asOfDay))).toBe('2026-06-30');
    expect(startsOf(extract)).toEqual([
      START_UNKNOWN,
      START_UNKNOWN,
      START_KNOWN,
      START_BEFORE_HISTORY,
      START_KNOWN,
      START_BEFORE_HISTORY,
      START_NONE,
    ]);
    expect(firstSeen(extract, asOfDay)).toMatchObject({ customers: 6, unknownStart: 2 });
    const figures = figuresOf(extract, { asOf: '2026-12-31', from: '2026-01-01' });
    expect(figures.newCustomers?.value).toBe(2);
    expect(figures.unknownStartShare).toMatchObject({ numerator: 2, denominator: 6 });
    expect(figures['firstReturn.30']?.n).toBe(2);
  });

  it('waits twice the rhythm of the shop where that is longer', () => {
    // One gap of 100 days makes a rhythm of 100, so 200 days.
    const extract = shopOf(
      `
      1 2026-01-01
      1 2026-04-11
      2 2026-07-20
      3 2026-07-21
    `,
      { isHistoryComplete: false },
    );
    expect(isoOfDay(lastUnknownStartDay(extract, asOfDay))).toBe('2026-07-20');
    expect(startsOf(extract)).toEqual([START_UNKNOWN, START_UNKNOWN, START_KNOWN]);
    // Before the second visit there is no rhythm yet, and 180 days hold.
    expect(isoOfDay(lastUnknownStartDay(extract, dayOfIso('2026-04-10')))).toBe('2026-06-30');
  });

  it('begins with the day the owner set, and ends with as-of', () => {
    const extract = shopOf(visits, {
      isHistoryComplete: false,
      historyStartsOnDay: dayOfIso('2025-01-01'),
    });
    expect(startsOf(extract)).toEqual([...Array(6).fill(START_KNOWN), START_NONE]);
    expect(startsOf(extract, dayOfIso('2026-02-28'))).toEqual([
      START_KNOWN,
      START_NONE,
      START_NONE,
      START_KNOWN,
      START_KNOWN,
      START_NONE,
      START_NONE,
    ]);
  });
});
