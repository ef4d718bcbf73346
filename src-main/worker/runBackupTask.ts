/** Backups in the worker: made, looked through, or checked and laid beside the live database. */
import { stageRestore } from '../../db/restoreDatabase.ts';
import { findBackups } from '../backups/findBackups.ts';
import { makeBackup } from '../backups/makeBackup.ts';
import type { BackupTaskName, BackupTasks } from './backupTasks.ts';

type Runner<N extends BackupTaskName> = (
  order: BackupTasks[N]['order'],
  onProgress: (share: number) => void,
) => BackupTasks[N]['result'];

const RUNNERS: { readonly [N in BackupTaskName]: Runner<N> } = {
  make: ({ file, key, ...order }, onProgress) =>
    makeBackup(file, key, order, (done) => onProgress(done / order.places.length)),
  find: (order) => findBackups(order),
  stage: (order) => {
    const { rowCounts } = stageRestore(order);
    return { customers: rowCounts.get('customer') ?? 0, visits: rowCounts.get('visit') ?? 0 };
  },
};

export const runBackupTask = <N extends BackupTaskName>(
  name: N,
  order: BackupTasks[N]['order'],
  onProgress: (share: number) => void,
): BackupTasks[N]['result'] => (RUNNERS[name] as Runner<N>)(order, onProgress);
