/** One import in the worker: its own write connection, progress as messages, everything or nothing. */
import { openDatabase } from '../../db/openDatabase.ts';
import { checkpoint } from '../../db/transaction.ts';
import type { RejectedRow } from '../../src-shared/contract/importContract.ts';
import { importVisits } from '../importing/importVisits.ts';
import type { DatabaseAccess, ImportOrder, ImportOutcome } from './workerMessages.ts';

/** A million rows fill the cache of everyday work many times over. */
const IMPORT_CACHE_MB = 256;

export const runImportOrder = async (
  { file, key }: DatabaseAccess,
  order: ImportOrder,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<ImportOutcome> => {
  const db = openDatabase({ file, key, mode: 'write', cacheMb: IMPORT_CACHE_MB });
  const rejected: RejectedRow[] = [];
  try {
    const result = await importVisits(db, order, {
      signal,
      onProgress,
      onRejected: (row) => rejected.push(row),
    });
    // Here, or the next visit at the desk would have to wait for it.
    checkpoint(db);
    return { result, rejected };
  } finally {
    db.close();
  }
};
