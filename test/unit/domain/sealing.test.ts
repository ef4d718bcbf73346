/** Which months are due to be sealed, what later data may not change, and which differences are corrections. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../../src-main/services/sealService.ts';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import { isoOfDay } from '../../../src-shared/domain/calendar.ts';
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { NO_OPINIONS } from '../../../src-shared/domain/opinionFigures.ts';
import {
  changedFigures,
  lastDayOfMonth,
  monthFigures,
  monthsToSeal,
} from '../../../src-shared/domain/sealing.ts';
import { runs } from '../../runs.ts';
import { anyAsOfDay, anySettings, anyVisit, anyVisits, shopOf, THREE_OFFERINGS } from './smallShop.ts';

describe('the months to seal', () => {
  it.each([
    ['2026-08-20', '2026-11-02', [], ['2026-09', '2026-08']],
    ['2026-08-20', '2026-11-03', [], ['2026-10', '2026-09', '2026-08']],
    ['2026-08-20', '2026-11-30', ['2026-09'], ['2026-10', '2026-08']],
    ['2025-12-31', '2026-01-03', [], ['2025-12']],
    ['2026-11-01', '2026-11-30', [], []],
    // A first visit that is still to come, as an import may bring.
    ['2027-01-01', '2026-11-30', [], []],
  ])('first visit %s, today %s, sealed %j', (first, today, sealed, months) => {
    expect(monthsToSeal(first, today, new Set(sealed))).toEqual(months);
  });

  it('end on their last day, in February too', () => {
    expect(['2024-02', '2026-02', '2026-12'].map(lastDayOfMonth)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-12-31',
    ]);
    expect(monthsToSeal(null, '2026-11-30', new Set())).toEqual([]);
  });
});

const settingsWith = (settings: Parameters<typeof buildExtract>[1]) => ({
  ...settings,
  offerings: THREE_OFFERINGS,
});

describe('the figures of a past day', () => {
  it('are the same after anything dated later, and so is the fingerprint of what they come from', () => {
    fc.assert(
      fc.property(anyVisits, anySettings, anyAsOfDay, (visits, settings, asOfDay) => {
        const asOf = isoOfDay(asOfDay);
        const known = visits.filter(({ day }) => day <= asOfDay);
        const [then, now] = [known, visits].map((each) => buildExtract(each, settingsWith(settings)));
        expect(monthFigures(now!, asOf, NO_OPINIONS)).toEqual(monthFigures(then!, asOf, NO_OPINIONS));
        expect(inputsOf(now!, asOf, NO_OPINIONS)).toEqual(inputsOf(then!, asOf, NO_OPINIONS));
      }),
      { numRuns: runs(300) },
    );
  });

  it('differ only where the fingerprint does', () => {
    fc.assert(
      fc.property(anyVisits, anyVisit, anySettings, anyAsOfDay, (visits, late, settings, asOfDay) => {
        const asOf = isoOfDay(asOfDay);
        const then = buildExtract(visits, settingsWith(settings));
        const now = buildExtract([...visits, late], settingsWith(settings));
        const changed = changedFigures(
          monthFigures(then, asOf, NO_OPINIONS),
          monthFigures(now, asOf, NO_OPINIONS),
        );
        const isSame = inputsOf(then, asOf, NO_OPINIONS).digest === inputsOf(now, asOf, NO_OPINIONS).digest;
        if (isSame) expect(changed).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('are numbers or nothing, in any shop', () => {
    fc.assert(
      fc.property(anyVisits, anySettings, anyAsOfDay, (visits, settings, asOfDay) => {
        for (const { value, low, high } of monthFigures(
          buildExtract(visits, settingsWith(settings)),
          isoOfDay(asOfDay),
          NO_OPINIONS,
        )) {
          for (const number of [value, low, high])
            expect(number === null || Number.isFinite(number)).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('change with a planned interval, which the fingerprint sees', () => {
    const text = '1 2026-01-02 100 offering 1\n1 2026-02-02 100 offering 1';
    const plans = [null, 30].map((plannedIntervalDays) =>
      shopOf(text, { offerings: [{ id: 1, name: 'cut', plannedIntervalDays }] }),
    );
    const [without, withPlan] = plans.map((extract) => inputsOf(extract, '2026-02-28', NO_OPINIONS).digest);
    expect(without).not.toBe(withPlan);
  });
});

describe('corrections', () => {
  const figure = (change: Partial<Figure>): Figure => ({
    key: 'monthRetention',
    value: 0.41,
    unit: 'share',
    numerator: 41,
    denominator: 100,
    n: 100,
    low: 0.3,
    high: 0.5,
    from: null,
    to: null,
    asOf: '2026-10-31',
    definition: 1,
    ...change,
  });

  it('are figures of the same definition with another value, null included', () => {
    const changed = (sealed: Partial<Figure>, now: Partial<Figure>) =>
      changedFigures([figure(sealed)], [figure(now)]).length;
    expect(changed({}, {})).toBe(0);
    expect(changed({}, { value: 0.41 + 1e-12 })).toBe(0);
    expect(changed({}, { value: 0.412 })).toBe(1);
    expect(changed({ value: null }, {})).toBe(1);
    expect(changed({ value: null }, { value: null })).toBe(0);
    expect(changed({}, { value: 0.5, definition: 2 })).toBe(0);
    expect(changed({ key: 'gone' }, { value: 0.5 })).toBe(0);
  });
});
