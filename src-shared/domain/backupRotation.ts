/**
 * Which backups stay and which make room: close together for the last days, further apart the older they are
 * ("grandfather, father, son"). Counted in days, weeks and months that have a backup, not in days gone by: a shop
 * that is closed for three months keeps every backup it had.
 */
import { civilOfDay } from './calendar.ts';

export const KEPT_DAYS = 7;
export const KEPT_WEEKS = 4;
export const KEPT_MONTHS = 12;

export interface RotatedBackup {
  readonly madeAtMs: number;
  /** The local day it was made on, as a day number. */
  readonly madeOnDay: number;
}

/** Day 0 of the calendar, 1 January 1970, was a Thursday; weeks begin on Monday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

const monthOf = (day: number): number => {
  const { year, month } = civilOfDay(day);
  return year * 12 + month;
};

/**
 * The backups to keep: the newest of each of the last 7 days, 4 weeks and 12 months that have one. The newest of all
 * is always among them. What is not answered may be deleted.
 */
export const backupsToKeep = <T extends RotatedBackup>(backups: readonly T[]): Set<T> => {
  const newestFirst = backups.toSorted((a, b) => b.madeAtMs - a.madeAtMs);
  const kept = new Set<T>();
  const keepNewestOf = (count: number, periodOf: (day: number) => number): void => {
    const seen = new Set<number>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.madeOnDay);
      if (seen.has(period)) continue;
      if (seen.size === count) return;
      seen.add(period);
      kept.add(backup);
    }
  };
  keepNewestOf(KEPT_DAYS, (day) => day);
  keepNewestOf(KEPT_WEEKS, weekOf);
  keepNewestOf(KEPT_MONTHS, monthOf);
  return kept;
};
