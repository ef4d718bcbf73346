/** One export, or one whole shop brought in, in the worker: with a connection of its own. */
import { openDatabase } from '../../db/openDatabase.ts';
import { checkpoint } from '../../db/transaction.ts';
import { runExport } from '../exporting/runExport.ts';
import { readWholeShop } from '../exporting/wholeShopFile.ts';
import type { TaskControl, TaskOrder } from './workerTasks.ts';

const CACHE_MB = 64;

/** Answers the number of rows. */
export const runExportOrder = async (
  { access, ...order }: TaskOrder<'export'>,
  control: TaskControl,
): Promise<number> => {
  const db = openDatabase({ ...access, mode: 'read', cacheMb: CACHE_MB });
  try {
    return await runExport(db, order, control);
  } finally {
    db.close();
  }
};

/** Answers the number of rows. */
export const runBringInOrder = async (
  { access, path }: TaskOrder<'bringIn'>,
  { signal }: TaskControl,
): Promise<number> => {
  const db = openDatabase({ ...access, mode: 'write', cacheMb: CACHE_MB });
  try {
    const rows = await readWholeShop(db, path, { signal });
    checkpoint(db);
    return rows;
  } finally {
    db.close();
  }
};
