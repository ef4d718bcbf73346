/**
 * What a backup is called: `revino-1a2b3c4d-20261122T130319123Z.revino`, with a part of the shop's own identity, so
 * that two shops may share a stick and neither clears away the other's, and with the instant it was begun, because a
 * file's date changes when it is copied.
 */
import type { BackupKind } from '../../src-shared/domain/closedLists.ts';

const NAME = /^revino-([0-9a-f]{8})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z\.revino$/;
/** As the migration runner names its copies; those are never rotated. */
const BEFORE_UPDATE = /-before-.+-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})(?:-\d+)?\.revino$/;
/** As a restore names what it replaced. */
const REPLACED = /\.revino\.replaced-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/;

export interface BackupName {
  readonly kind: BackupKind;
  /** Null where the name does not say. */
  readonly madeAtMs: number | null;
  /** Of the rotated ones only. */
  readonly shopId: string | null;
}

export const backupName = (shopId: string, madeAtMs: number): string =>
  `revino-${shopId}-${new Date(madeAtMs).toISOString().replaceAll(/[-:.]/g, '')}.revino`;

const instantOf = (parts: readonly (string | undefined)[]): number | null => {
  const [year, month, day, hour, minute, second, milli] = parts.map((part) => Number(part ?? 0));
  const instant = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, milli ?? 0);
  return Number.isFinite(instant) ? instant : null;
};

export const parseBackupName = (fileName: string): BackupName => {
  const own = NAME.exec(fileName);
  if (own) return { kind: 'backup', madeAtMs: instantOf(own.slice(2)), shopId: own[1] ?? null };
  const before = BEFORE_UPDATE.exec(fileName);
  if (before) return { kind: 'beforeUpdate', madeAtMs: instantOf(before.slice(1)), shopId: null };
  const replaced = REPLACED.exec(fileName);
  if (replaced) return { kind: 'replaced', madeAtMs: instantOf(replaced.slice(1)), shopId: null };
  return { kind: 'other', madeAtMs: null, shopId: null };
};

/** Files that belong to a backup and go with it: its digest, its wrapped key. */
export const BACKUP_COMPANIONS = ['.sha256', '.key.json'] as const;
