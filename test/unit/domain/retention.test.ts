import { describe, expect, it } from 'vitest';
import { FIGURE_KEYS } from '../../../src-shared/domain/definitions.ts';
import { wilsonInterval } from '../../../src-shared/domain/intervals.ts';
import { computeFigures } from '../../../src-shared/domain/retention.ts';
import { returnCurve } from '../../../src-shared/domain/returnCurve.ts';
import { figuresOf, shopOf } from './smallShop.ts';

const shop = shopOf(`
  1 2026-01-10 1000
  1 2026-02-10 1000
  1 2026-03-10 1000
  1 2026-03-12 -300 refund
  2 2026-02-20 500
  2 2026-03-05 700
  2 2026-03-25 800
  3 2026-03-20 0
  4 2026-02-05 400
  5 2026-03-02 -900 refund
  6 2025-01-15 5000
  - 2026-03-11 2000
  - 2026-01-11 6000
  - 2026-04-11 7000
  7 2026-04-02 100
`);

describe('the figures of March 2026, worked by hand', () => {
  const figures = figuresOf(shop, { asOf: '2026-03-31' });

  it('are all there, in the order of their definitions', () => {
    expect(computeFigures(shop, { asOf: '2026-03-31' }).map(({ key }) => key)).toEqual(FIGURE_KEYS);
    for (const figure of Object.values(figures))
      expect(figure).toMatchObject({ asOf: '2026-03-31', definition: 1 });
  });

  it.each([
    ['activeCustomers', 3],
    ['newCustomers', 1],
    ['returningCustomers', 2],
    ['returningShare', 2 / 3],
    // 1, 2 and no other of 1, 2, 3, 4, 6.
    ['repeatCustomerRate', 2 / 5],
    // February had 1, 2 and 4; 1 and 2 came in March.
    ['monthRetention', 2 / 3],
    ['purchaseFrequency', 4 / 3],
    // 1000 - 300 + 700 + 800 + 0 - 900 over four occasions.
    ['intensity.netPerOccasion', 1300 / 4],
    // 3, 3, 1 and 1 occasions of customers 1, 2, 3 and 4.
    ['intensity.occasionsPerCustomer', 8 / 4],
    ['turnover', 3300],
    ['identifiedShare', 1300 / 3300],
    ['unknownStartShare', 0],
  ])('%s is %d', (key, value) => {
    expect(figures[key]?.value).toBeCloseTo(value, 12);
  });

  it('say their window, their counts and their interval', () => {
    expect(figures.returningShare).toEqual({
      key: 'returningShare',
      value: 2 / 3,
      unit: 'share',
      numerator: 2,
      denominator: 3,
      n: 3,
      ...wilsonInterval(2, 3),
      from: '2026-03-01',
      to: '2026-03-31',
      asOf: '2026-03-31',
      definition: 1,
    });
    expect(figures.regularShare).toMatchObject({ from: '2025-04-01', to: '2026-03-31', denominator: 4 });
    expect(figures.repeatCustomerRate).toMatchObject({ from: null, to: null });
    expect(figures.turnover).toMatchObject({ unit: 'money', numerator: null, denominator: null, low: null });
    expect(figures.monthRetention).toMatchObject({ numerator: 2, denominator: 3, from: '2026-03-01' });
  });

  it('calls regular those with three occasions who are not overdue', () => {
    // Gaps 31, 28, 13, 20: both came lately and are on time or due.
    expect(figures.regularShare).toMatchObject({ numerator: 2, denominator: 4 });
    // Nobody came for half a year: none is regular, though all were active within the year.
    expect(figuresOf(shop, { asOf: '2026-10-31' }).regularShare).toMatchObject({
      numerator: 0,
      denominator: 5,
    });
  });

  it('take an older window under the same as-of date', () => {
    const february = figuresOf(shop, { asOf: '2026-03-31', from: '2026-02-01', to: '2026-02-28' });
    expect(february.activeCustomers?.value).toBe(3);
    expect(february.newCustomers?.value).toBe(2);
    expect(february.turnover?.value).toBe(1900);
    expect(february.identifiedShare?.value).toBe(1);
    // January had customer 1, who came in February as well.
    expect(february.monthRetention).toMatchObject({
      value: 1,
      denominator: 1,
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(february.repeatCustomerRate).toEqual(figures.repeatCustomerRate);
  });

  it('end with the last day of the window, and the trailing year with as-of', () => {
    const untilMid = figuresOf(shop, { asOf: '2026-03-31', to: '2026-03-04' });
    // Neither 1 nor 2 had come by the fourth; that they came later in March does not count.
    expect(untilMid.monthRetention).toMatchObject({
      value: 0,
      numerator: 0,
      denominator: 3,
      to: '2026-03-04',
    });
    expect(untilMid.activeCustomers?.value).toBe(0);
    const yearOf6 = (asOf: string) => {
      const figures = figuresOf(shopOf('6 2025-01-15\n8 2026-01-01'), { asOf });
      return [figures.regularShare?.denominator, figures['intensity.occasionsPerCustomer']?.denominator];
    };
    expect(yearOf6('2026-01-14')).toEqual([2, 2]);
    expect(yearOf6('2026-01-15')).toEqual([1, 1]);
  });

  it('are null, not 0, where there is nothing to divide by', () => {
    const empty = figuresOf(shopOf(''), { asOf: '2026-03-31' });
    for (const [key, figure] of Object.entries(empty)) {
      const isCount = ['activeCustomers', 'newCustomers', 'returningCustomers', 'turnover'].includes(key);
      expect([key, figure.value, figure.low, figure.high]).toEqual([key, isCount ? 0 : null, null, null]);
    }
    expect(figuresOf(shop, { asOf: '2026-01-31' }).monthRetention?.value).toBeNull();
    expect(
      figuresOf(shopOf('1 2026-03-01 -5 refund'), { asOf: '2026-03-31' }).identifiedShare?.value,
    ).toBeNull();
  });
});

describe('first returns', () => {
  const curveShop = shopOf(`
    1 2026-01-01
    1 2026-01-11
    2 2026-01-01
    2 2026-01-31
    3 2026-01-21
    4 2026-02-01
  `);

  it('are worked by hand', () => {
    // As of 10 February: returns after 10 and 30 days, 3 and 4 watched for 20 and 9 days.
    const curve = returnCurve(curveShop, { asOf: '2026-02-10' });
    expect(curve).toMatchObject({
      n: 4,
      returned: 2,
      unknownStart: 0,
      lastFollowUpDays: 40,
      from: null,
      to: null,
    });
    expect(curve.points.map(({ days, atRisk }) => [days, atRisk])).toEqual([
      [10, 3],
      [30, 1],
    ]);
    expect(curve.points[0]?.returned).toBeCloseTo(1 / 3, 12);
    expect(curve.points[1]).toMatchObject({ returned: 1, low: null, high: null });
  });

  it('are null past the last follow-up', () => {
    const figures = figuresOf(shopOf('1 2026-01-01\n1 2026-01-11\n2 2026-01-01'), { asOf: '2026-03-10' });
    expect(figures['firstReturn.30']?.value).toBe(0.5);
    expect(figures['firstReturn.60']?.value).toBe(0.5);
    expect(figures['firstReturn.90']).toMatchObject({ value: null, low: null, high: null, n: 2 });
  });

  it('stay at all where all have returned, for as long as anybody could have been watched', () => {
    const figures = figuresOf(shopOf('1 2026-01-01\n1 2026-01-11'), { asOf: '2026-03-10' });
    expect(figures['firstReturn.60']).toMatchObject({ value: 1, low: null, high: null });
    expect(figures['firstReturn.90']?.value).toBeNull();
  });

  it('are 0 while nobody has returned within the time watched', () => {
    const figures = figuresOf(shopOf('1 2026-01-01'), { asOf: '2026-02-10' });
    expect(figures['firstReturn.30']).toMatchObject({ value: 0, low: null, high: null });
    expect(figures['firstReturn.60']?.value).toBeNull();
  });

  it('take the customers new in a window, and count their later returns', () => {
    const curve = returnCurve(curveShop, { asOf: '2026-02-10', from: '2026-01-01', to: '2026-01-15' });
    expect(curve).toMatchObject({ n: 2, returned: 2, from: '2026-01-01', to: '2026-01-15' });
    expect(returnCurve(curveShop, { asOf: '2026-02-10', from: '2026-02-05' })).toMatchObject({
      n: 0,
      points: [],
      lastFollowUpDays: null,
    });
  });
});
