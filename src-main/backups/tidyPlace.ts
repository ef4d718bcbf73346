/** Keeps a folder of backups in order: clears what a killed backup left, and rotates. Touches this shop's files only. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backupsToKeep } from '../../src-shared/domain/backupRotation.ts';
import { localDayOfInstant } from '../../src-shared/domain/businessDate.ts';
import { BACKUP_COMPANIONS, parseBackupName } from './backupName.ts';

interface OwnBackup {
  readonly fileName: string;
  readonly madeAtMs: number;
  readonly madeOnDay: number;
}

const ownBackups = (names: readonly string[], shopId: string, timeZone: string): OwnBackup[] =>
  names.flatMap((fileName) => {
    const name = parseBackupName(fileName);
    if (name.kind !== 'backup' || name.shopId !== shopId || name.madeAtMs === null) return [];
    const { madeAtMs } = name;
    return [{ fileName, madeAtMs, madeOnDay: localDayOfInstant(madeAtMs, timeZone) }];
  });

/**
 * Removes half-written backups, and companions whose backup is gone. To be called by the one who holds the lock for
 * backups of this shop, before a new one is begun.
 */
export const sweepPlace = (folder: string, shopId: string): void => {
  const names = readdirSync(folder);
  const known = new Set(names);
  const isOwn = (name: string): boolean => name.startsWith(`revino-${shopId}-`);
  for (const name of names.filter(isOwn)) {
    const ending = BACKUP_COMPANIONS.find((companion) => name.endsWith(companion));
    const isOrphan = ending !== undefined && !known.has(name.slice(0, -ending.length));
    if (isOrphan || /\.revino\.partial(?:-journal)?$/.test(name)) rmSync(join(folder, name), { force: true });
  }
};

/** Deletes the backups that make room, companions last. Answers their names. */
export const rotatePlace = (folder: string, shopId: string, timeZone: string): string[] => {
  const backups = ownBackups(readdirSync(folder), shopId, timeZone);
  const kept = backupsToKeep(backups);
  const removed = backups.filter((backup) => !kept.has(backup)).map(({ fileName }) => fileName);
  for (const fileName of removed) {
    for (const ending of ['', ...BACKUP_COMPANIONS]) rmSync(join(folder, fileName + ending), { force: true });
  }
  return removed;
};
