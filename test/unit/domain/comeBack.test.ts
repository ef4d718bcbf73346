/** Who was expected and came, second visits, and who is late for one: counted by hand in small shops. */
import { describe, expect, it } from 'vitest';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { comeBackFigures, usualReturnDays } from '../../../src-shared/domain/comeBack.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';
import { shopOf } from './smallShop.ts';

const october = { fromDay: dayOfIso('2026-10-01'), toDay: dayOfIso('2026-10-31') };
const of = (extract: VisitExtract) =>
  Object.fromEntries(comeBackFigures(extract, october).map((figure) => [figure.key, figure]));

describe('who came back', () => {
  it('expects by the own rhythm, as it was known on the eve of the month', () => {
    // Every 30 days: 1 is due on 10 October and comes; 2 is due then and does not; 3 is due in September, 4 has no rhythm.
    const extract = shopOf(`
      1 2026-07-12
      1 2026-08-11
      1 2026-09-10
      1 2026-10-20
      2 2026-08-11
      2 2026-09-10
      3 2026-07-05
      3 2026-08-04
      3 2026-10-05
      4 2026-09-10
    `);
    expect(of(extract)['comeBack.due']).toMatchObject({ numerator: 1, denominator: 2, value: 0.5, n: 2 });
  });

  it('counts second visits, of those whose first is known', () => {
    const text = `
      1 2026-09-01
      1 2026-10-02
      2 2026-10-03
      2 2026-10-03
      2 2026-10-30
      3 2026-08-01
      3 2026-09-01
      3 2026-10-01
    `;
    expect(of(shopOf(text))['comeBack.second']?.value).toBe(2);
    expect(of(shopOf(text, { isHistoryComplete: false }))['comeBack.second']?.value).toBe(0);
  });

  it('reads the usual time to return from the curve, once somebody was watched for a year', () => {
    // Thirty-nine return after 20 days, one after 60, one never: nine in ten of the forty have returned by day 20.
    const first = (id: number, gap: number) =>
      `${id} 2025-08-01\n${id} ${gap === 20 ? '2025-08-21' : '2025-09-30'}`;
    const returned = Array.from({ length: 40 }, (_, id) => first(id + 1, id < 39 ? 20 : 60)).join('\n');
    const watched = `${returned}\n41 2025-08-01`;
    expect(usualReturnDays(shopOf(watched), dayOfIso('2025-12-31'))).toBeNull();
    expect(usualReturnDays(shopOf(watched), dayOfIso('2026-10-31'))).toBe(20);
    expect(usualReturnDays(shopOf('1 2025-01-01'), dayOfIso('2026-10-31'))).toBeNull();

    // Whose day 20 falls in October: 50 came back in time, 51 too late for it, 52 not at all; 53's falls in November.
    const late = `${watched}
      50 2026-09-20
      50 2026-10-01
      51 2026-09-20
      51 2026-10-20
      52 2026-09-25
      53 2026-10-25
    `;
    expect(of(shopOf(late))['comeBack.usualDays']).toMatchObject({ value: 20, n: 3 });
    expect(of(shopOf(late))['comeBack.notBack']).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('is nothing, not zero of zero, in a shop with a single visit', () => {
    const figures = of(shopOf('1 2026-10-05'));
    expect(figures['comeBack.due']).toMatchObject({ value: null, n: 0, low: null });
    expect(figures['comeBack.second']).toMatchObject({ value: 0 });
    expect(figures['comeBack.usualDays']?.value).toBeNull();
    expect(figures['comeBack.notBack']?.value).toBeNull();
  });
});
