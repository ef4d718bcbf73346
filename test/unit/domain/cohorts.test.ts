import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildExtract } from '../../../src-shared/domain/buildExtract.ts';
import {
  firstDayOfPeriod,
  isoOfDay,
  lastDayOfPeriod,
  periodOfDay,
} from '../../../src-shared/domain/calendar.ts';
import { cohortTable } from '../../../src-shared/domain/cohorts.ts';
import { COHORT_KINDS, COHORT_PERIODS, type CohortTable } from '../../../src-shared/domain/figure.ts';
import { runs } from '../../runs.ts';
import { anyAsOfDay, anySettings, anyVisits, shopOf } from './smallShop.ts';

const rowsOf = ({ cohorts }: CohortTable) =>
  cohorts.map(({ start, size, active, net }) => ({ start, size, active, net }));

const shop = shopOf(`
  1 2026-01-10 1000
  1 2026-01-25 500
  1 2026-03-02 700
  1 2026-04-01 300
  2 2026-01-31 2000
  2 2026-02-01 -800 refund
  2 2026-04-10 100
  3 2026-03-15 400
  3 2026-03-15 100
  4 2026-03-01 -50 refund
  4 2026-03-31 900
  - 2026-03-03 9999
`);

describe('the cohort table, worked by hand', () => {
  it('counts each customer once per month, and money with its refunds', () => {
    expect(rowsOf(cohortTable(shop, { kind: 'classic', by: 'month', asOf: '2026-04-30' }))).toEqual([
      { start: '2026-01-01', size: 2, active: [2, 0, 1, 2], net: [3500, -800, 700, 400] },
      { start: '2026-03-01', size: 2, active: [2, 0, null, null], net: [1350, 0, null, null] },
    ]);
  });

  it('counts in a month or any later one, up to as-of', () => {
    const table = cohortTable(shop, { kind: 'on-or-after', by: 'month', asOf: '2026-04-30' });
    expect(rowsOf(table)).toEqual([
      { start: '2026-01-01', size: 2, active: [2, 2, 2, 2], net: [3800, 300, 1100, 400] },
      { start: '2026-03-01', size: 2, active: [2, 0, null, null], net: [1350, 0, null, null] },
    ]);
  });

  it('leaves the running month empty, yet lets it prove that somebody came later', () => {
    const question = { by: 'month', asOf: '2026-04-05' } as const;
    const classic = cohortTable(shop, { ...question, kind: 'classic' });
    expect(classic.elapsedShare).toBe(5 / 30);
    expect(classic.cohorts[0]?.active).toEqual([2, 0, 1, null]);
    expect(classic.cohorts[0]?.net).toEqual([3500, -800, 700, null]);
    const orLater = cohortTable(shop, { ...question, kind: 'on-or-after' });
    expect(orLater.cohorts[0]?.active).toEqual([2, 1, 1, null]);
    expect(orLater.cohorts[0]?.net).toEqual([3700, 200, 1000, null]);
  });

  it('knows the size of a cohort that is still filling, and nothing more', () => {
    const table = cohortTable(shop, { kind: 'classic', by: 'month', asOf: '2026-03-20' });
    expect(rowsOf(table).at(-1)).toEqual({
      start: '2026-03-01',
      size: 1,
      active: [null, null, null],
      net: [null, null, null],
    });
  });

  it('goes by quarter and by year too', () => {
    expect(rowsOf(cohortTable(shop, { kind: 'classic', by: 'quarter', asOf: '2026-06-30' }))).toEqual([
      { start: '2026-01-01', size: 4, active: [4, 2], net: [4750, 400] },
    ]);
    expect(rowsOf(cohortTable(shop, { kind: 'classic', by: 'year', asOf: '2026-12-31' }))).toEqual([
      { start: '2026-01-01', size: 4, active: [4], net: [5150] },
    ]);
  });

  it('is empty before anybody came', () => {
    expect(cohortTable(shop, { kind: 'classic', by: 'month', asOf: '2026-01-09' }).cohorts).toEqual([]);
    expect(cohortTable(shopOf(''), { kind: 'on-or-after', by: 'year', asOf: '2026-01-09' }).cohorts).toEqual(
      [],
    );
  });

  it('counts what was refunded earlier in the month of the first occasion', () => {
    const table = cohortTable(shopOf('1 2026-01-04 -500 refund\n1 2026-01-20 700'), {
      kind: 'classic',
      by: 'month',
      asOf: '2026-01-31',
    });
    expect(rowsOf(table)).toEqual([{ start: '2026-01-01', size: 1, active: [1], net: [200] }]);
  });

  it('leaves out what was refunded in a month before the first occasion', () => {
    const table = cohortTable(shopOf('1 2026-01-10 -500 refund\n1 2026-02-03 700\n2 2026-01-01 10'), {
      kind: 'classic',
      by: 'month',
      asOf: '2026-02-28',
    });
    expect(rowsOf(table)[1]).toEqual({ start: '2026-02-01', size: 1, active: [1, null], net: [700, null] });
  });

  it('marks on-or-after cells watched for less than nine in ten gaps take', () => {
    // A single gap of 60 days: windows that began less than 60 days before as-of, both days counted, still rise.
    const pair = shopOf('1 2026-01-01\n1 2026-03-02\n2 2026-01-01');
    const rising = (asOf: string) =>
      cohortTable(pair, { kind: 'on-or-after', by: 'month', asOf }).cohorts.map(
        ({ stillRising }) => stillRising,
      );
    // From 1 February to 31 March are 59 days, from 1 March to 30 April 61.
    expect(rising('2026-03-31')).toEqual([[false, true, true]]);
    expect(rising('2026-04-30')).toEqual([[false, false, false, true]]);
    // With a gap of 59 days, 59 days are just enough.
    const shorter = shopOf('1 2026-01-01\n1 2026-03-01\n2 2026-01-01');
    const marks = cohortTable(shorter, { kind: 'on-or-after', by: 'month', asOf: '2026-03-31' }).cohorts;
    expect(marks.map(({ stillRising }) => stillRising)).toEqual([[false, false, true]]);
    // Nobody has come back yet: every later window may still rise.
    const alone = cohortTable(shopOf('1 2026-01-01'), {
      kind: 'on-or-after',
      by: 'month',
      asOf: '2026-03-31',
    });
    expect(alone.cohorts[0]).toMatchObject({ active: [1, 0, 0], stillRising: [false, true, true] });
    const classic = cohortTable(pair, { kind: 'classic', by: 'month', asOf: '2026-03-31' });
    expect(classic.cohorts[0]?.stillRising).toEqual([false, false, false]);
  });
});

describe('the cohort table, for any shop', () => {
  const anyQuestion = fc.record({ by: fc.constantFrom(...COHORT_PERIODS), asOf: anyAsOfDay.map(isoOfDay) });

  it('starts at the whole cohort, never has on-or-after below classic, and never lets on-or-after rise', () => {
    fc.assert(
      fc.property(anyVisits, anySettings, anyQuestion, (visits, settings, question) => {
        const extract = buildExtract(visits, settings);
        const classic = cohortTable(extract, { ...question, kind: 'classic' });
        const orLater = cohortTable(extract, { ...question, kind: 'on-or-after' });
        expect(classic.cohorts.map(({ start, size }) => [start, size])).toEqual(
          orLater.cohorts.map(({ start, size }) => [start, size]),
        );
        classic.cohorts.forEach(({ size, active }, row) => {
          const later = orLater.cohorts[row]?.active ?? [];
          expect([size, null]).toContain(active[0]);
          expect([size, null]).toContain(later[0]);
          active.forEach((count, k) => {
            const countLater = later[k] ?? null;
            expect(countLater === null).toBe(count === null);
            if (count === null || countLater === null) return;
            expect(countLater).toBeGreaterThanOrEqual(count);
            expect(countLater).toBeLessThanOrEqual(k === 0 ? size : (later[k - 1] ?? 0));
          });
        });
      }),
      { numRuns: runs(200) },
    );
  });

  it('is null exactly where a window has not fully elapsed, and every row has the same width', () => {
    fc.assert(
      fc.property(
        anyVisits,
        anySettings,
        anyQuestion,
        fc.constantFrom(...COHORT_KINDS),
        (visits, settings, { by, asOf }, kind) => {
          const { cohorts } = cohortTable(buildExtract(visits, settings), { kind, by, asOf });
          const width = cohorts[0]?.active.length ?? 0;
          for (const { start, active, net, stillRising } of cohorts) {
            const first = periodOfDay(Date.parse(start) / 86_400_000, by);
            expect([active.length, net.length, stillRising.length]).toEqual([width, width, width]);
            active.forEach((count, k) => {
              const hasElapsed = isoOfDay(lastDayOfPeriod(first + k, by)) <= asOf;
              expect([count === null, net[k] === null]).toEqual([!hasElapsed, !hasElapsed]);
            });
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('agrees with counting naively, customer by customer', () => {
    fc.assert(
      fc.property(anyVisits, anyQuestion, (visits, { by, asOf }) => {
        const extract = buildExtract(visits, {
          currency: 'PLN',
          isHistoryComplete: true,
          offerings: [1, 2, 3].map((id) => ({ id, name: '', plannedIntervalDays: null })),
        });
        const { cohorts } = cohortTable(extract, { kind: 'classic', by, asOf });
        const known = visits.filter((visit) => visit.customerId !== null && isoOfDay(visit.day) <= asOf);
        const firstOf = (id: number | null) =>
          Math.min(
            ...known.filter((visit) => visit.customerId === id && visit.isOccasion).map(({ day }) => day),
          );
        for (const { start, size, active, net } of cohorts) {
          const members = [...new Set(known.map(({ customerId }) => customerId))].filter((id) => {
            const first = firstOf(id);
            return Number.isFinite(first) && isoOfDay(firstDayOfPeriod(periodOfDay(first, by), by)) === start;
          });
          expect(members).toHaveLength(size);
          const first = periodOfDay(Date.parse(start) / 86_400_000, by);
          active.forEach((count, k) => {
            if (count === null) return;
            const inWindow = known.filter(
              ({ customerId, day }) => members.includes(customerId) && periodOfDay(day, by) === first + k,
            );
            const seen = new Set(
              inWindow.filter(({ isOccasion }) => isOccasion).map(({ customerId }) => customerId),
            );
            expect(count).toBe(seen.size);
            expect(net[k]).toBe(inWindow.reduce((sum, { netMinor }) => sum + netMinor, 0));
          });
        }
      }),
      { numRuns: runs(150) },
    );
  });
});
