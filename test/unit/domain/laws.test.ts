/** What must hold for every shop, whatever its visits: tried on arbitrary small ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildExtract,
  type ExtractSettings,
  type VisitRow,
} from '../../../src-shared/domain/buildExtract.ts';
import { isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { cohortTable } from '../../../src-shared/domain/cohorts.ts';
import { COHORT_KINDS, COHORT_PERIODS } from '../../../src-shared/domain/figure.ts';
import { computeFigures } from '../../../src-shared/domain/retention.ts';
import { returnCurve } from '../../../src-shared/domain/returnCurve.ts';
import { runs } from '../../runs.ts';
import {
  anyAsOfDay,
  anySettings,
  anyVisit,
  anyVisits,
  FIRST_DAY,
  figuresOf,
  LAST_DAY,
  THREE_OFFERINGS,
} from './smallShop.ts';

const complete: ExtractSettings = { currency: 'PLN', isHistoryComplete: true, offerings: THREE_OFFERINGS };

/** Everything the domain says about a shop as of a day. */
const everything = (visits: readonly VisitRow[], settings: ExtractSettings, asOf: string) => {
  const extract = buildExtract(visits, settings);
  return {
    figures: computeFigures(extract, { asOf }),
    curve: returnCurve(extract, { asOf }),
    cohorts: COHORT_KINDS.flatMap((kind) =>
      COHORT_PERIODS.map((by) => cohortTable(extract, { kind, by, asOf })),
    ),
  };
};

describe('for every shop', () => {
  it('active is new plus returning, and none is negative', () => {
    fc.assert(
      fc.property(
        anyVisits,
        anySettings,
        anyAsOfDay,
        fc.nat({ max: 500 }),
        (visits, settings, asOfDay, span) => {
          const asOf = isoOfDay(asOfDay);
          const figures = figuresOf(buildExtract(visits, settings), { asOf, from: isoOfDay(asOfDay - span) });
          const [active, isNew, returning] = ['activeCustomers', 'newCustomers', 'returningCustomers'].map(
            (key) => figures[key]?.value ?? Number.NaN,
          );
          expect(active).toBe(isNew! + returning!);
          expect(Math.min(isNew!, returning!)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('with complete history everybody was new once', () => {
    fc.assert(
      fc.property(anyVisits, (visits) => {
        const figures = figuresOf(buildExtract(visits, complete), {
          asOf: isoOfDay(LAST_DAY),
          from: isoOfDay(FIRST_DAY),
        });
        expect(figures.newCustomers?.value).toBe(figures.activeCustomers?.value);
        expect(figures.unknownStartShare?.numerator).toBe(0);
      }),
      { numRuns: runs(200) },
    );
  });

  it('nothing dated after as-of leaks in', () => {
    fc.assert(
      fc.property(
        anyVisits,
        anySettings,
        fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
        fc.array(anyVisit, { maxLength: 20 }),
        (visits, settings, asOfDay, added) => {
          const asOf = isoOfDay(asOfDay);
          const later = added.map((visit) => ({ ...visit, day: asOfDay + 1 + (visit.day - FIRST_DAY) }));
          const upToAsOf = visits.filter(({ day }) => day <= asOfDay);
          const before = everything(upToAsOf, settings, asOf);
          expect(everything(visits, settings, asOf)).toEqual(before);
          expect(everything([...upToAsOf, ...later], settings, asOf)).toEqual(before);
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('a refund changes money and nothing else', () => {
    const withoutMoney = (said: ReturnType<typeof everything>) => ({
      curve: said.curve,
      cohorts: said.cohorts.map(({ cohorts, ...table }) => ({
        ...table,
        cohorts: cohorts.map(({ net, ...row }) => row),
      })),
      figures: said.figures.filter(
        ({ key }) => key !== 'turnover' && key !== 'intensity.netPerOccasion' && key !== 'identifiedShare',
      ),
    });
    fc.assert(
      fc.property(
        anyVisits,
        anySettings,
        anyAsOfDay,
        fc.array(anyVisit, { minLength: 1, maxLength: 10 }),
        (visits, settings, asOfDay, added) => {
          const asOf = isoOfDay(asOfDay);
          const refunds = added.map((visit) => ({
            ...visit,
            isOccasion: false,
            netMinor: -Math.abs(visit.netMinor),
          }));
          expect(withoutMoney(everything([...visits, ...refunds], settings, asOf))).toEqual(
            withoutMoney(everything(visits, settings, asOf)),
          );
        },
      ),
      { numRuns: runs(150) },
    );
  });

  it('the numbering of customers does not matter', () => {
    fc.assert(
      fc.property(anyVisits, anySettings, anyAsOfDay, (visits, settings, asOfDay) => {
        const asOf = isoOfDay(asOfDay);
        const renumbered = visits.map((visit) => ({
          ...visit,
          customerId: visit.customerId === null ? null : 100 - visit.customerId,
        }));
        const since = new Map([...(settings.customerSinceDayById ?? [])].map(([id, day]) => [100 - id, day]));
        expect(everything(renumbered, { ...settings, customerSinceDayById: since }, asOf)).toEqual(
          everything(visits, settings, asOf),
        );
      }),
      { numRuns: runs(150) },
    );
  });

  it('every interval holds its value, and shares lie between 0 and 1', () => {
    fc.assert(
      fc.property(anyVisits, anySettings, anyAsOfDay, (visits, settings, asOfDay) => {
        for (const figure of computeFigures(buildExtract(visits, settings), { asOf: isoOfDay(asOfDay) })) {
          const { key, value, low, high, n, unit } = figure;
          expect(Number.isInteger(n) && n >= 0, key).toBe(true);
          expect(low === null, key).toBe(high === null);
          if (low !== null && high !== null) {
            expect(low, key).toBeLessThanOrEqual(high);
            expect(value, key).not.toBeNull();
          }
          if (unit === 'share' && key !== 'identifiedShare' && value !== null) {
            expect(value, key).toBeGreaterThanOrEqual(low ?? 0);
            expect(value, key).toBeLessThanOrEqual(high ?? 1);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
