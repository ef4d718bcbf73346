import { differenceInCalendarDays, getQuarter, lastDayOfMonth } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOfDay,
  dayOfIso,
  daysInMonth,
  daysInPeriod,
  elapsedShareOfPeriod,
  firstDayOfPeriod,
  isoOfDay,
  lastDayOfPeriod,
  parseIsoDate,
  periodOfDay,
  periodsByDay,
  resolveWindow,
} from '../../../src-shared/domain/calendar.ts';
import { COHORT_PERIODS } from '../../../src-shared/domain/figure.ts';
import { runs } from '../../runs.ts';

const DAY_MS = 86_400_000;
const FIRST_DAY = dayOfIso('0001-01-01');
const LAST_DAY = dayOfIso('9999-12-31');
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const anyPeriod = fc.constantFrom(...COHORT_PERIODS);

describe('day numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-03-01', 59],
    ['2000-02-29', 11016],
    ['2026-11-21', 20778],
    ['1600-01-01', -135140],
  ])('%s is day %i', (iso, day) => {
    expect(dayOfIso(iso)).toBe(day);
    expect(isoOfDay(day)).toBe(iso);
  });

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '20260101',
    '',
  ])('refuses %j', (text) => {
    expect(parseIsoDate(text)).toBeNull();
    expect(() => dayOfIso(text)).toThrow(RangeError);
  });

  it('refuses days outside the years 1 to 9999', () => {
    expect(() => isoOfDay(LAST_DAY + 1)).toThrow(RangeError);
    expect(() => isoOfDay(FIRST_DAY - 1)).toThrow(RangeError);
  });

  it('agrees with the platform calendar', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS);
        expect(civilOfDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        expect(dayOfIso(isoOfDay(day))).toBe(day);
        expect(isoOfDay(day)).toBe(date.toISOString().slice(0, 10));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('agrees with date-fns on the length of months', () => {
    for (let year = 1895; year <= 2105; year++) {
      for (let month = 1; month <= 12; month++) {
        expect(daysInMonth(year, month)).toBe(lastDayOfMonth(new Date(year, month - 1, 1)).getDate());
      }
    }
  });
});

describe('periods', () => {
  it.each([
    ['2026-02-17', 'month', '2026-02-01', '2026-02-28'],
    ['2024-02-29', 'month', '2024-02-01', '2024-02-29'],
    ['2026-12-31', 'quarter', '2026-10-01', '2026-12-31'],
    ['2026-01-01', 'quarter', '2026-01-01', '2026-03-31'],
    ['2024-07-04', 'year', '2024-01-01', '2024-12-31'],
  ] as const)('%s lies in the %s from %s to %s', (iso, by, first, last) => {
    const period = periodOfDay(dayOfIso(iso), by);
    expect(isoOfDay(firstDayOfPeriod(period, by))).toBe(first);
    expect(isoOfDay(lastDayOfPeriod(period, by))).toBe(last);
    expect(daysInPeriod(period, by)).toBe(differenceInCalendarDays(last, first) + 1);
  });

  it('cover every day once, in order', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (day, by) => {
        const period = periodOfDay(day, by);
        expect(firstDayOfPeriod(period, by)).toBeLessThanOrEqual(day);
        expect(lastDayOfPeriod(period, by)).toBeGreaterThanOrEqual(day);
        expect(periodOfDay(lastDayOfPeriod(period, by) + 1, by)).toBe(period + 1);
      }),
      { numRuns: runs(500) },
    );
  });

  it('agree with date-fns on quarters', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month } = civilOfDay(day);
        const local = new Date(2000, 0, 1);
        local.setFullYear(year, month - 1, 1);
        expect(periodOfDay(day, 'quarter')).toBe(year * 4 + getQuarter(local) - 1);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are the same in the table for many days', () => {
    const from = dayOfIso('1999-11-20');
    for (const by of COHORT_PERIODS) {
      periodsByDay(from, from + 900, by).forEach((period, offset) => {
        expect(period).toBe(periodOfDay(from + offset, by));
      });
    }
    expect(periodsByDay(from, from - 1, 'month')).toHaveLength(0);
  });

  it('tell the elapsed share, 1 on the last day only', () => {
    expect(elapsedShareOfPeriod(dayOfIso('2026-11-21'), 'month')).toBe(21 / 30);
    expect(elapsedShareOfPeriod(dayOfIso('2026-11-30'), 'month')).toBe(1);
    expect(elapsedShareOfPeriod(dayOfIso('2026-10-01'), 'quarter')).toBe(1 / 92);
    expect(elapsedShareOfPeriod(dayOfIso('2026-12-31'), 'year')).toBe(1);
  });
});

describe('windows', () => {
  const resolved = (question: Parameters<typeof resolveWindow>[0]) => {
    const { fromDay, toDay } = resolveWindow(question);
    return [isoOfDay(fromDay), isoOfDay(toDay)];
  };

  it('are the calendar month of the as-of date by default', () => {
    expect(resolved({ asOf: '2026-11-21' })).toEqual(['2026-11-01', '2026-11-21']);
  });

  it('take both ends as given, but nothing after as-of', () => {
    expect(resolved({ asOf: '2026-11-21', from: '2026-01-01', to: '2026-03-31' })).toEqual([
      '2026-01-01',
      '2026-03-31',
    ]);
    expect(resolved({ asOf: '2026-11-21', from: '2026-01-01', to: '2027-03-31' })).toEqual([
      '2026-01-01',
      '2026-11-21',
    ]);
    expect(resolved({ asOf: '2026-11-21', to: '2026-03-15' })).toEqual(['2026-03-01', '2026-03-15']);
  });

  it('are refused when they hold no day', () => {
    expect(() => resolveWindow({ asOf: '2026-11-21', from: '2026-12-01' })).toThrow(RangeError);
    expect(() => resolveWindow({ asOf: 'yesterday' })).toThrow(RangeError);
  });
});
