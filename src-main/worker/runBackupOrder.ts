/** Backups in the worker: made, looked through, or checked and laid beside the live database. */
import { stageRestore } from '../../db/restoreDatabase.ts';
import { findBackups } from '../backups/findBackups.ts';
import { makeBackup } from '../backups/makeBackup.ts';
import type { TaskControl, TaskOrder, TaskResult } from './workerTasks.ts';

export const runMakeOrder = (
  { file, key, ...order }: TaskOrder<'makeBackup'>,
  { onProgress }: TaskControl,
): TaskResult<'makeBackup'> => makeBackup(file, key, order, (done) => onProgress(done / order.places.length));

export const runFindOrder = (order: TaskOrder<'findBackups'>): TaskResult<'findBackups'> =>
  findBackups(order);

export const runStageOrder = (order: TaskOrder<'stageRestore'>): TaskResult<'stageRestore'> => {
  const { rowCounts } = stageRestore(order);
  return { customers: rowCounts.get('customer') ?? 0, visits: rowCounts.get('visit') ?? 0 };
};
