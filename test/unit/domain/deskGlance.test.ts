import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysToBirthday } from '../../../src-shared/domain/birthday.ts';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import {
  CUSTOMERS_COMPARED,
  deskFactsOf,
  pooledFor,
  valueBandOf,
} from '../../../src-shared/domain/deskFacts.ts';
import { nextVisitDay } from '../../../src-shared/domain/nextVisit.ts';
import { rhythmGlance } from '../../../src-shared/domain/rhythmGlance.ts';
import { type GestureFacts, suggestedGesture } from '../../../src-shared/domain/suggestedGesture.ts';

const NOBODY: GestureFacts = {
  hasOpenCase: false,
  birthdayInDays: null,
  occasions: 7,
  state: 'onTime',
  daysSince: 20,
  hasSolvedWish: false,
  missingOnCard: null,
};

describe('the suggested gesture', () => {
  it.each([
    ['nothing to be said', {}, null],
    ['an open case goes before all', { hasOpenCase: true, birthdayInDays: 0, occasions: 0 }, ['openCase', 0]],
    ['a birthday today', { birthdayInDays: 0, occasions: 0, daysSince: null }, ['birthday', 0]],
    ['a birthday that was', { birthdayInDays: -3 }, ['birthday', -3]],
    ['nobody yet, so it is the first', { occasions: 0, state: null, daysSince: null }, ['firstVisit', 1]],
    ['recorded a moment ago, still the first', { occasions: 1, daysSince: 0 }, ['firstVisit', 1]],
    ['came once before', { occasions: 1 }, ['secondVisit', 2]],
    ['the second, recorded a moment ago', { occasions: 2, daysSince: 0 }, ['secondVisit', 2]],
    ['the tenth', { occasions: 9 }, ['roundVisit', 10]],
    ['the tenth is over', { occasions: 10 }, null],
    ['the tenth, recorded a moment ago', { occasions: 10, daysSince: 0 }, ['roundVisit', 10]],
    ['the 25th', { occasions: 24 }, ['roundVisit', 25]],
    ['the 150th', { occasions: 149 }, ['roundVisit', 150]],
    ['away for long', { state: 'lapsed', daysSince: 300 }, ['longAbsent', 300]],
    ['overdue is not yet long', { state: 'overdue', daysSince: 60 }, null],
    ['a wish that was solved', { hasSolvedWish: true, missingOnCard: 1 }, ['wishSolved', 0]],
    ['a card nearly full', { missingOnCard: 2 }, ['cardNearlyFull', 2]],
    ['a card that is not', { missingOnCard: 3 }, null],
  ] as const)('%s', (_name, facts, expected) => {
    const suggested = suggestedGesture({ ...NOBODY, ...facts });
    expect(suggested && [suggested.reason, suggested.count]).toEqual(expected);
  });
});

describe('birthdays', () => {
  it.each([
    ['1990-11-22', '2026-11-22', 0],
    ['1990-11-25', '2026-11-22', 3],
    ['1990-11-20', '2026-11-22', -2],
    ['1990-01-02', '2026-12-30', 3],
    ['1990-12-30', '2027-01-02', -3],
    ['2000-02-29', '2026-02-28', 0],
    ['2000-02-29', '2028-02-28', 1],
  ])('born %s, on %s: %i', (birthday, today, days) => {
    expect(daysToBirthday(dayOfIso(birthday), dayOfIso(today))).toBe(days);
  });
});

describe('the next day by rhythm', () => {
  const always = { weekdays: Array.from({ length: 7 }, () => true), closedDates: [] };
  it.each([
    // Friday 20 November 2026 and 34 days: five weeks on, a Friday.
    [34, always, '2026-12-25'],
    [34, { ...always, closedDates: ['2026-12-25', '2026-12-26'] }, '2026-12-27'],
    [34, { weekdays: [true, true, true, true, false, false, false], closedDates: [] }, '2026-12-28'],
    [3, always, '2026-11-23'],
    [10, always, '2026-11-30'],
    [11, always, '2026-12-04'],
    [5, { weekdays: Array.from({ length: 7 }, () => false), closedDates: [] }, null],
  ])('every %i days: %o leads to %s', (every, opening, expected) => {
    expect(nextVisitDay('2026-11-20', every, opening)).toBe(expected);
  });
});

describe('a rhythm at a glance', () => {
  const pooled = { gaps: 400, medianDays: 30, madDays: 8 };

  it('says nothing without a visit or without anything to measure by', () => {
    expect(rhythmGlance([], pooled, null, 100)).toBeNull();
    expect(rhythmGlance([5], null, null, 100)).toBeNull();
  });

  it('leans on the shop with one visit, and says that it does', () => {
    // Rhythm 30, spread 8: overdue past max(30 + 2 x 1.4826 x 8, 45) = 53.7.
    expect(rhythmGlance([0], pooled, null, 60)).toEqual({
      state: 'overdue',
      everyDays: 30,
      daysSince: 60,
      overdueDays: 7,
      boundDays: 53,
      ownGaps: 0,
      isPlanned: false,
      isErratic: false,
    });
  });

  it('follows a plan, which is never irregular', () => {
    const glance = rhythmGlance([0, 1, 60, 61, 200, 201, 300], pooled, 42, 310);
    expect(glance).toMatchObject({ everyDays: 42, isPlanned: true, isErratic: false, state: 'onTime' });
  });

  it.each([
    [[0, 30, 60, 90, 120], false],
    [[0, 28, 63, 91, 133], false],
    [[0, 2, 60, 64, 200, 201, 300], true],
    [[0, 2, 60, 61], false],
  ])('%j is irregular: %s', (days, expected) => {
    expect(rhythmGlance(days, pooled, null, 400)?.isErratic).toBe(expected);
  });
});

describe('facts of the shop', () => {
  const shopOf = (values: readonly number[]) =>
    buildExtract(
      values.map((netMinor, index) => ({
        customerId: index + 1,
        day: 100,
        netMinor,
        isOccasion: true,
        offeringId: null,
      })),
      { currency: 'PLN', isHistoryComplete: true },
    );

  it('has no bounds with few customers, and bands that hold their share of many', () => {
    expect(deskFactsOf(shopOf([1, 2, 3]), 100).valueBounds).toBeNull();
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1e9 }), { minLength: CUSTOMERS_COMPARED, maxLength: 90 }),
        (values) => {
          const { valueBounds } = deskFactsOf(shopOf(values), 100);
          const bands = values.map((value) => valueBandOf(value, valueBounds));
          const count = (band: string | null) => bands.filter((one) => one === band).length;
          expect(count('topTenth')).toBe(Math.max(1, Math.floor(values.length * 0.1)));
          expect(count('topTenth') + count('topThird')).toBe(Math.floor(values.length / 3));
          expect(values.length - count(null)).toBe(Math.floor(values.length / 2));
        },
      ),
    );
  });

  it('never calls somebody who left nothing one of the best', () => {
    const { valueBounds } = deskFactsOf(shopOf(Array.from({ length: 40 }, () => 0)), 100);
    expect(valueBandOf(0, valueBounds)).toBeNull();
  });

  it('answers the offering’s own gaps where there are enough, else the shop’s', () => {
    const shop = { gaps: 900, medianDays: 40, madDays: 9 };
    const gaps = { gaps: 31, medianDays: 180, madDays: 20 };
    const facts = { shop, offerings: [{ offeringId: 7, gaps }], valueBounds: null };
    expect([pooledFor(facts, 7), pooledFor(facts, 8), pooledFor(facts, null)]).toEqual([gaps, shop, shop]);
  });
});
