/** What about the backups an owner should be told without having asked. Pure. */
import type { BackupWorry } from '../../src-shared/contract/backupContract.ts';
import type { BackupRecord, PlaceRecord } from './backupRecord.ts';

const DAY_MS = 86_400_000;
/** A weekend and a day: a shop that is closed for that long is not to be greeted with a warning. */
const LATE_AFTER_DAYS = 3;
/** A stick is plugged in once a week. */
const LATE_ELSEWHERE_AFTER_DAYS = 7;

const newestGood = (places: readonly PlaceRecord[]): number | null =>
  places.reduce<number | null>(
    (newest, { lastGoodMs }) => (lastGoodMs !== null && lastGoodMs > (newest ?? 0) ? lastGoodMs : newest),
    null,
  );

const lateness = (
  places: readonly PlaceRecord[],
  sinceMs: number,
  nowMs: number,
  allowedDays: number,
): { readonly days: number | null } | null => {
  const good = newestGood(places);
  const days = Math.floor((nowMs - (good ?? sinceMs)) / DAY_MS);
  return days >= allowedDays ? { days: good === null ? null : days } : null;
};

/** @param shopMadeAtMs a new shop has a few days before anybody worries */
export const backupWorry = (
  record: BackupRecord,
  shopMadeAtMs: number,
  nowMs: number,
): BackupWorry | null => {
  if (record.liveCheck?.isSound === false) return { kind: 'damaged', days: null };
  const late = lateness(record.places, shopMadeAtMs, nowMs, LATE_AFTER_DAYS);
  if (late) return { kind: 'late', ...late };
  const chosen = record.places.filter(({ mark }) => mark !== null);
  if (chosen.length === 0) return null;
  const addedAtMs = Math.min(...chosen.map((place) => place.addedAtMs));
  const elsewhere = lateness(chosen, addedAtMs, nowMs, LATE_ELSEWHERE_AFTER_DAYS);
  return elsewhere ? { kind: 'lateElsewhere', ...elsewhere } : null;
};

/** The newest good backup anywhere. */
export const lastGoodAnywhere = (record: BackupRecord): number | null => newestGood(record.places);

/** Places whose newest backup is a day old. One from the future, by a clock that was wrong, counts as none. */
export const duePlaces = (record: BackupRecord, nowMs: number): readonly PlaceRecord[] =>
  record.places.filter(
    ({ lastGoodMs }) => lastGoodMs === null || lastGoodMs > nowMs || nowMs - lastGoodMs >= DAY_MS,
  );
