/** The CDNOW sample from an empty folder to every published figure, by commands alone (docs/design/references.md). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CohortTable, Figure } from '../../src-shared/domain/figure.ts';
import { tempDir } from '../db/support/databases.ts';
import { cdnow } from '../importing/support.ts';
import { INIT, json, revino } from './support.ts';

interface Descriptive {
  readonly sample: { readonly cohort_counts: Readonly<Record<string, readonly number[]>> };
}
interface Reference {
  readonly regularShare: { readonly numerator: number; readonly denominator: number };
  readonly firstReturn: readonly { days: number; value: number; low: number; high: number }[];
}
const read = <T>(name: string): T => JSON.parse(readFileSync(cdnow(name), 'utf8')) as T;

const descriptive = read<Descriptive>('cdnow_descriptive.json');
const reference = read<Reference>('reference_values.json');

describe('init, import, metrics, cohorts, return-curve', () => {
  it('meet the references, encrypted; a second import creates nothing', async () => {
    const folder = tempDir();
    const shop = ['--db', join(folder, 'cdnow.revino'), '--key-file', join(folder, 'key.txt')];
    await json(['init', ...shop, ...INIT, '--history', 'complete']);
    expect(readFileSync(join(folder, 'cdnow.revino')).subarray(0, 6).toString('latin1')).not.toBe('SQLite');

    const dry = await json<object>(['import', cdnow('CDNOW_sample.txt'), '--dry-run', ...shop]);
    expect(dry).toMatchObject({ isDryRun: true, read: 6919, created: 6919 });
    const first = await json<object>(['import', cdnow('CDNOW_sample.txt'), ...shop]);
    expect(first).toMatchObject({
      isDryRun: false,
      read: 6919,
      created: 6919,
      updated: 0,
      unchanged: 0,
      skipped: 0,
      rejected: 0,
      customersCreated: 2357,
      netMinor: 24409194,
      currency: 'USD',
      rejectedFile: null,
    });
    const second = await json<object>(['import', cdnow('CDNOW_sample.txt'), ...shop]);
    expect(second).toMatchObject({ read: 6919, created: 0, unchanged: 6919, customersCreated: 0 });

    const metrics = await json<{ metrics: Figure[] } & object>(['metrics', '--as-of', '1998-06-30', ...shop]);
    expect(metrics).toMatchObject({
      asOf: '1998-06-30',
      from: '1998-06-01',
      to: '1998-06-30',
      currency: 'USD',
    });
    const figure = (key: string) => metrics.metrics.find((candidate) => candidate.key === key);
    expect(figure('repeatCustomerRate')).toMatchObject({ numerator: 1139, denominator: 2357, n: 2357 });
    expect(figure('repeatCustomerRate')?.value).toBeCloseTo(0.483241, 6);
    expect(figure('regularShare')).toMatchObject(reference.regularShare);
    for (const { days, value, low, high } of reference.firstReturn) {
      expect(figure(`firstReturn.${days}`)?.value).toBeCloseTo(value, 5);
      expect(figure(`firstReturn.${days}`)?.low).toBeCloseTo(low, 5);
      expect(figure(`firstReturn.${days}`)?.high).toBeCloseTo(high, 5);
    }
    for (const one of metrics.metrics) {
      expect(Object.keys(one).sort()).toEqual([
        'asOf',
        'definition',
        'denominator',
        'from',
        'high',
        'key',
        'low',
        'n',
        'numerator',
        'to',
        'unit',
        'value',
      ]);
    }

    const cohorts = await json<CohortTable>(['cohorts', '--kind', 'classic', '--by', 'month', ...shop]);
    expect(cohorts).toMatchObject({ kind: 'classic', by: 'month', asOf: '1998-06-30', currency: 'USD' });
    const counts = Object.fromEntries(
      cohorts.cohorts.map(({ start, active }) => [
        start.slice(0, 7),
        active.filter((count) => count !== null),
      ]),
    );
    expect(counts).toEqual(descriptive.sample.cohort_counts);
    // The windows that June 1998 has not reached are null, at the end of each row.
    expect(cohorts.cohorts.map(({ active }) => active.filter((count) => count === null).length)).toEqual([
      0, 1, 2,
    ]);
    const net = cohorts.cohorts
      .flatMap((cohort) => cohort.net)
      .reduce((sum: number, cell) => sum + (cell ?? 0), 0);
    expect(net).toBe(24409194);
    const midMonth = await json<CohortTable>(['cohorts', '--as-of', '1998-06-15', ...shop]);
    expect(midMonth.cohorts.map(({ active }) => active.at(-1))).toEqual([null, null, null]);

    const curve = await json<{ n: number; returned: number; points: { days: number }[]; at: object[] }>([
      'return-curve',
      '--as-of',
      '1998-06-30',
      ...shop,
    ]);
    expect(curve).toMatchObject({ asOf: '1998-06-30', n: 2357, returned: 1139 });
    expect(curve.at.map((point) => (point as { days: number }).days)).toEqual([30, 60, 90, 180, 365]);
    expect((curve.at[0] as { returned: number }).returned).toBeCloseTo(0.17395, 5);
    expect(curve.points.length).toBeGreaterThan(300);

    const check = await json<object>(['check', '--full', ...shop]);
    expect(check).toMatchObject({ ok: true, problems: [], customers: 2357, visits: 6919, imports: 2 });
  });

  it('print tables for people', async () => {
    const folder = tempDir();
    const shop = ['--db', join(folder, 'cdnow.revino')];
    await json(['init', ...shop, ...INIT, '--no-encryption']);
    const imported = await revino(['import', cdnow('CDNOW_sample.txt'), ...shop, '--locale', 'pl']);
    expect(imported.stdout).toContain('6919');
    expect(imported.stdout.replaceAll('\u00a0', ' ')).toContain('244 091,94 $');
    const metrics = await revino(['metrics', ...shop], { env: { LANG: 'ro_RO.UTF-8' } });
    expect(metrics.stdout).toMatch(/48,3\s?%/);
    const cohorts = await revino(['cohorts', ...shop]);
    expect(cohorts.stdout).toContain('1997-01-01      781  781  124   95  70  65');
    const curve = await revino(['return-curve', ...shop]);
    expect(curve.stdout).toContain('2,357 new customers, of whom 1,139 came back.');
    expect(existsSync(join(folder, 'cdnow.revino.key.json'))).toBe(false);
  });
});

describe('a demo shop', () => {
  it('is the same for the same seed, another for another, and sound', async () => {
    const folder = tempDir();
    const make = async (name: string, seed: string) => {
      const shop = ['--db', join(folder, name), '--no-encryption'];
      const size = ['--customers', '300', '--years', '3', '--until', '2026-10-31', '--trade', 'dental'];
      const made = await json<{ visits: number }>([
        'demo',
        ...size,
        '--seed',
        seed,
        '--locale',
        'pl',
        ...shop,
      ]);
      expect(await json(['check', ...shop])).toMatchObject({ ok: true, customers: 300 });
      return { made, figures: await json(['metrics', '--as-of', '2026-10-31', ...shop]) };
    };
    const first = await make('a.revino', '7');
    const second = await make('b.revino', '7');
    expect(second.figures).toEqual(first.figures);
    expect(second.made.visits).toBe(first.made.visits);
    expect((await make('c.revino', '8')).figures).not.toEqual(first.figures);
  });
});
