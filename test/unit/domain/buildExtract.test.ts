import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import { dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { NO_DAY, NO_OFFERING } from '../../../src-shared/domain/extract.ts';
import { runs } from '../../runs.ts';
import { anySettings, anyVisits, shopOf, THREE_OFFERINGS } from './smallShop.ts';

describe('buildExtract', () => {
  it('joins the visits of one day, and sorts by customer and day', () => {
    const extract = shopOf(
      `
      7 2026-02-01 1500
      2 2026-03-05 900 offering 2
      2 2026-03-05 1000 offering 1
      2 2026-03-05 200 offering 2
      2 2026-01-09 -300 refund
      7 2026-02-01 -400 refund
      - 2026-02-02 50
      - 2026-01-01 70
      - 2026-02-02 30
    `,
      { offerings: [...THREE_OFFERINGS].reverse(), customerSinceDayById: new Map([[7, 100]]) },
    );
    expect([...extract.customerIds]).toEqual([2, 7]);
    expect([...extract.customerSinceDay]).toEqual([NO_DAY, 100]);
    expect([...extract.customer]).toEqual([0, 0, 1]);
    expect([...extract.day].map(isoOfDay)).toEqual(['2026-01-09', '2026-03-05', '2026-02-01']);
    expect([...extract.netMinor]).toEqual([-300, 2100, 1100]);
    expect([...extract.isOccasion]).toEqual([0, 1, 1]);
    // The cut is the largest single amount, though two lines of colour come to more.
    expect([...extract.offering]).toEqual([NO_OFFERING, 0, NO_OFFERING]);
    expect(extract.offerings.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect([...extract.walkInDay].map(isoOfDay)).toEqual(['2026-01-01', '2026-02-02']);
    expect([...extract.walkInNetMinor]).toEqual([70, 80]);
    expect(extract.historyStartsOnDay).toBe(dayOfIso('2026-01-01'));
  });

  it('takes the first offering of equal amounts, and none from a refund', () => {
    const offeringOf = (text: string) => shopOf(text, { offerings: THREE_OFFERINGS }).offering[0];
    expect(offeringOf('1 2026-03-05 500 offering 3\n1 2026-03-05 500 offering 2')).toBe(1);
    expect(offeringOf('1 2026-03-05 500 offering 2\n1 2026-03-05 500 offering 3')).toBe(1);
    expect(offeringOf('1 2026-03-05 900\n1 2026-03-05 -5 offering 3')).toBe(2);
    expect(offeringOf('1 2026-03-05 0\n1 2026-03-05 -900 refund')).toBe(NO_OFFERING);
  });

  it('takes an empty shop and the day the owner set', () => {
    expect(shopOf('')).toMatchObject({
      historyStartsOnDay: NO_DAY,
      isHistoryComplete: true,
      currency: 'PLN',
    });
    expect(shopOf('1 2026-05-05', { historyStartsOnDay: 5 }).historyStartsOnDay).toBe(5);
  });

  it('refuses an offering nobody described', () => {
    expect(() => shopOf('1 2026-05-05 100 offering 9')).toThrow(RangeError);
  });

  it('gives the same extract for every order of the same visits, and loses no money', () => {
    fc.assert(
      fc.property(
        anyVisits.chain((visits) =>
          fc.tuple(fc.constant(visits), fc.shuffledSubarray(visits, { minLength: visits.length })),
        ),
        anySettings,
        ([visits, shuffled], settings) => {
          const extract = buildExtract(visits, settings);
          expect(buildExtract(shuffled, settings)).toEqual(extract);
          const total = [...extract.netMinor, ...extract.walkInNetMinor].reduce((sum, net) => sum + net, 0);
          expect(total).toBe(visits.reduce((sum, { netMinor }) => sum + netMinor, 0));
          for (let row = 1; row < extract.day.length; row++) {
            const step = extract.customer[row]! - extract.customer[row - 1]!;
            expect(step === 1 || (step === 0 && extract.day[row]! > extract.day[row - 1]!)).toBe(true);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('grows past its first capacity', () => {
    const visits = Array.from({ length: 5000 }, (_, index) => ({
      customerId: 5000 - index,
      day: index,
      netMinor: index,
      isOccasion: true,
      offeringId: null,
    }));
    const extract = buildExtract(visits, { currency: 'PLN', isHistoryComplete: true });
    expect(extract.customerIds[0]).toBe(1);
    expect(extract.day[0]).toBe(4999);
    expect(extract.netMinor[4999]).toBe(0);
  });
});
