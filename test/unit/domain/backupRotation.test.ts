/** Which backups make room: the promise of 7 days, 4 weeks and 12 months, whatever the shop's habits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupsToKeep,
  KEPT_DAYS,
  KEPT_MONTHS,
  KEPT_WEEKS,
  type RotatedBackup,
} from '../../../src-shared/domain/backupRotation.ts';
import { civilOfDay, dayOfIso, isoOfDay } from '../../../src-shared/domain/calendar.ts';
import { runs } from '../../runs.ts';

const HOUR_MS = 3_600_000;
const at = (day: number, hour = 12): RotatedBackup => ({
  madeAtMs: day * 24 * HOUR_MS + hour * HOUR_MS,
  madeOnDay: day,
});

const anyBackups = fc
  .array(fc.tuple(fc.integer({ min: 19_000, max: 20_500 }), fc.integer({ min: 0, max: 23 })), {
    maxLength: 120,
  })
  .map((moments) => moments.map(([day, hour]) => at(day, hour)));

/** Monday of the week, written another way than the code does it. */
const mondayOf = (day: number): number => day - ((new Date(day * 86_400_000).getUTCDay() + 6) % 7);

describe('rotation', () => {
  it('keeps the last seven days, then weeks, then months of a shop that is open every day', () => {
    const today = dayOfIso('2026-11-22');
    const daily = Array.from({ length: 800 }, (_, age) => at(today - age));
    const kept = [...backupsToKeep(daily)].map(({ madeOnDay }) => isoOfDay(madeOnDay)).toSorted();
    expect(kept.toReversed()).toEqual([
      '2026-11-22',
      '2026-11-21',
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
      '2026-11-17',
      '2026-11-16',
      // Sundays: the newest of their weeks.
      '2026-11-15',
      '2026-11-08',
      '2026-11-01',
      // The newest of their months.
      '2026-10-31',
      '2026-09-30',
      '2026-08-31',
      '2026-07-31',
      '2026-06-30',
      '2026-05-31',
      '2026-04-30',
      '2026-03-31',
      '2026-02-28',
      '2026-01-31',
      '2025-12-31',
    ]);
  });

  it('of one day keeps the newest', () => {
    const [morning, noon, evening] = [at(20_000, 8), at(20_000, 12), at(20_000, 20)];
    expect([...backupsToKeep([noon, evening, morning])]).toEqual([evening]);
    expect([...backupsToKeep([])]).toEqual([]);
  });

  it('a shop that was closed for months keeps what it had', () => {
    const old = Array.from({ length: KEPT_DAYS - 1 }, (_, age) => at(20_000 - age));
    expect(backupsToKeep([...old, at(20_200)]).size).toBe(KEPT_DAYS);
  });

  it('always keeps the newest, and never more than it promises', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = backupsToKeep(backups);
        expect(kept.size).toBeLessThanOrEqual(KEPT_DAYS + KEPT_WEEKS + KEPT_MONTHS);
        const newest = Math.max(...backups.map(({ madeAtMs }) => madeAtMs));
        if (backups.length > 0) expect([...kept].map(({ madeAtMs }) => madeAtMs)).toContain(newest);
      }),
      { numRuns: runs(100) },
    );
  });

  it('keeps one of each of the newest days, weeks and months that have one', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = [...backupsToKeep(backups)];
        const monthOf = (day: number) => {
          const { year, month } = civilOfDay(day);
          return year * 100 + month;
        };
        for (const [count, period] of [
          [KEPT_DAYS, (day: number) => day],
          [KEPT_WEEKS, mondayOf],
          [KEPT_MONTHS, monthOf],
        ] as const) {
          const newest = [...new Set(backups.map(({ madeOnDay }) => period(madeOnDay)))]
            .toSorted((a, b) => b - a)
            .slice(0, count);
          for (const one of newest)
            expect(kept.some(({ madeOnDay }) => period(madeOnDay) === one)).toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('has nothing more to take away when it is asked again', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = backupsToKeep(backups);
        expect(backupsToKeep([...kept])).toEqual(kept);
      }),
      { numRuns: runs(100) },
    );
  });

  it('rotated after every backup, a year leaves the same as rotated once at its end', () => {
    const first = dayOfIso('2025-11-22');
    let rotated: RotatedBackup[] = [];
    const all: RotatedBackup[] = [];
    for (let day = first; day <= first + 365; day++) {
      all.push(at(day));
      rotated = [...backupsToKeep([...rotated, at(day)])];
    }
    const days = (backups: Iterable<RotatedBackup>) =>
      [...backups].map(({ madeOnDay }) => madeOnDay).toSorted();
    expect(days(rotated)).toEqual(days(backupsToKeep(all)));
  });
});
