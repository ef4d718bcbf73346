import { describe, expect, it } from 'vitest';
import type { VisitRow } from '../../../src-shared/domain/buildExtract.ts';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import { dayOfIso } from '../../../src-shared/domain/calendar.ts';
import { cohortTable } from '../../../src-shared/domain/cohorts.ts';
import type { VisitExtract } from '../../../src-shared/domain/extract.ts';
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { countGaps, quantileOfCounts, shopGaps } from '../../../src-shared/domain/gaps.ts';
import { computeFigures } from '../../../src-shared/domain/retention.ts';
import { returnCurve } from '../../../src-shared/domain/returnCurve.ts';
import { cdnowDescriptive, cdnowExtract, cdnowReference, cdnowRows } from './cdnowSample.ts';

const reference = cdnowReference();
const described = cdnowDescriptive().sample;
const extract = cdnowExtract();
const { asOf } = reference;

const figureOf = (
  of: VisitExtract,
  key: string,
  question: { asOf: string; from?: string; to?: string },
): Figure => {
  const figure = computeFigures(of, question).find((candidate) => candidate.key === key);
  if (!figure) throw new Error(`no figure ${key}`);
  return figure;
};

describe('the CDNOW sample', () => {
  it('is read whole', () => {
    expect(cdnowRows()).toHaveLength(reference.rows);
    expect(extract.customerIds).toHaveLength(reference.customers);
    expect(extract.day).toHaveLength(described.repeat.purchase_days);
    expect(extract.netMinor.reduce((sum, net) => sum + net, 0)).toBe(reference.netMinor);
  });

  it('has every classic cohort cell of the independent count', () => {
    const { cohorts, unknownStart, elapsedShare } = cohortTable(extract, {
      kind: 'classic',
      by: 'month',
      asOf,
    });
    expect(unknownStart).toBe(0);
    expect(elapsedShare).toBe(1);
    const counted = Object.fromEntries(
      cohorts.map(({ start, active }) => [start.slice(0, 7), active.filter((cell) => cell !== null)]),
    );
    expect(counted).toEqual(described.cohort_counts);
    expect(cohorts.map(({ active }) => active.length)).toEqual([18, 18, 18]);
    expect(cohorts.map(({ active }) => active.filter((cell) => cell === null).length)).toEqual([0, 1, 2]);
  });

  it.each(['month', 'quarter', 'year'] as const)('keeps all its money in the cohorts by %s', (by) => {
    const asOfYearEnd = '1998-12-31';
    const { cohorts } = cohortTable(extract, { kind: 'classic', by, asOf: asOfYearEnd });
    const total = cohorts.flatMap(({ net }) => net).reduce<number>((sum, net) => sum + (net ?? 0), 0);
    expect(total).toBe(reference.netMinor);
    const orLater = cohortTable(extract, { kind: 'on-or-after', by, asOf: asOfYearEnd }).cohorts;
    expect(orLater.reduce((sum, { net }) => sum + (net[0] ?? 0), 0)).toBe(reference.netMinor);
  });

  it('has the repeat rate 1139 of 2357', () => {
    expect(figureOf(extract, 'repeatCustomerRate', { asOf })).toMatchObject({
      numerator: reference.repeatCustomers,
      denominator: reference.customers,
      value: reference.repeatCustomers / reference.customers,
    });
  });

  it('has the first returns and their intervals to five digits', () => {
    for (const { days, value, low, high } of reference.firstReturn) {
      const figure = figureOf(extract, `firstReturn.${days}`, { asOf });
      expect(figure.value).toBeCloseTo(value, 5);
      expect(figure.low).toBeCloseTo(low, 5);
      expect(figure.high).toBeCloseTo(high, 5);
      expect(figure.n).toBe(reference.customers);
    }
    const curve = returnCurve(extract, { asOf });
    expect(curve.returned).toBe(reference.repeatCustomers);
    expect(curve.points.findLast(({ days }) => days <= 365)?.returned).toBeCloseTo(0.45566, 5);
  });

  it('agrees with the closed form where nobody is censored yet', () => {
    // All start by March 1997, so up to 365 days the estimate is plain "returned of all".
    const curve = returnCurve(extract, { asOf });
    for (const { days, value } of reference.firstReturn) {
      const returned = Math.round(value * reference.customers);
      const stayed = 1 - returned / reference.customers;
      const greenwood = returned / (reference.customers * (reference.customers - returned));
      const spread = (1.959963984540054 * Math.sqrt(greenwood)) / Math.abs(Math.log(stayed));
      const point = curve.points.findLast((candidate) => candidate.days <= days);
      expect(point?.returned).toBeCloseTo(returned / reference.customers, 12);
      expect(point?.low).toBeCloseTo(1 - stayed ** Math.exp(-spread), 12);
      expect(point?.high).toBeCloseTo(1 - stayed ** Math.exp(spread), 12);
    }
  });

  it('has the gap quantiles of the independent count', () => {
    const gaps = shopGaps(extract, dayOfIso(asOf));
    expect(gaps).toEqual({
      gaps: described.repeat.gaps,
      medianDays: reference.gapMedianDays,
      madDays: reference.gapMadDays,
    });
    const counts = countGaps(extract, dayOfIso(asOf));
    expect(quantileOfCounts(counts, 0.25)).toBe(described.repeat.gap_p25);
    expect(quantileOfCounts(counts, 0.75)).toBe(described.repeat.gap_p75);
    expect(quantileOfCounts(counts, 0.9)).toBe(described.repeat.gap_p90);
  });

  it('has the regular share 388 of 812', () => {
    expect(figureOf(extract, 'regularShare', { asOf })).toMatchObject({
      ...reference.regularShare,
      from: '1997-07-01',
      to: asOf,
    });
  });

  it('counts nobody as new when it is cut to begin in July 1997', () => {
    const cut = cdnowRows().filter(({ day }: VisitRow) => day >= dayOfIso('1997-07-01'));
    const quarter = { asOf: '1997-09-30', from: '1997-07-01', to: '1997-09-30' };
    const partial = buildExtract(cut, { currency: 'USD', isHistoryComplete: false });
    const asIfComplete = buildExtract(cut, { currency: 'USD', isHistoryComplete: true });
    expect(figureOf(asIfComplete, 'newCustomers', quarter).value).toBe(418);
    expect(figureOf(partial, 'activeCustomers', quarter).value).toBe(418);
    expect(figureOf(partial, 'newCustomers', quarter).value).toBe(0);
    expect(figureOf(partial, 'unknownStartShare', quarter).value).toBe(1);
    expect(figureOf(partial, 'firstReturn.30', quarter)).toMatchObject({ value: null, n: 0 });
    expect(cohortTable(partial, { kind: 'classic', by: 'month', asOf: quarter.asOf })).toMatchObject({
      unknownStart: 418,
      cohorts: [],
    });
  });

  it('does not change when its rows come in another order', () => {
    const reversed = buildExtract(cdnowRows().reverse(), { currency: 'USD', isHistoryComplete: true });
    expect(reversed).toEqual(extract);
  });
});
