/** One export, or one whole shop brought in, in the worker: with a connection of its own. */
import { openDatabase } from '../../db/openDatabase.ts';
import { checkpoint } from '../../db/transaction.ts';
import { type ExportOrder, runExport } from '../exporting/runExport.ts';
import { readWholeShop } from '../exporting/wholeShopFile.ts';
import type { DatabaseAccess } from './workerMessages.ts';

const CACHE_MB = 64;

/** Answers the number of rows. */
export const runExportOrder = async (
  { file, key }: DatabaseAccess,
  order: ExportOrder,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<number> => {
  const db = openDatabase({ file, key, mode: 'read', cacheMb: CACHE_MB });
  try {
    return await runExport(db, order, { signal, onProgress });
  } finally {
    db.close();
  }
};

/** Answers the number of rows. */
export const runBringInOrder = async (
  { file, key }: DatabaseAccess,
  path: string,
  signal: AbortSignal,
): Promise<number> => {
  const db = openDatabase({ file, key, mode: 'write', cacheMb: CACHE_MB });
  try {
    const rows = await readWholeShop(db, path, { signal });
    checkpoint(db);
    return rows;
  } finally {
    db.close();
  }
};
