/** Takes one import back, in one transaction: all of it or nothing. */
import { toRevinoError } from '../../db/databaseError.ts';
import type { Database } from '../../db/openDatabase.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { undoImportTx } from '../../db/repositories/importUndo.ts';
import { beginTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { UndoResult } from '../../src-shared/contract/importContract.ts';
import type { ImportControl } from './importFile.ts';

export interface UndoOrder {
  readonly batchId: number;
  readonly nowMs: number;
}

/** Throws `import.unknownBatch`, `import.alreadyUndone`, `job.cancelled`, and `database.*`. */
export const undoImport = async (
  db: Database,
  { batchId, nowMs }: UndoOrder,
  { signal, onProgress }: Pick<ImportControl, 'signal' | 'onProgress'> = {},
): Promise<UndoResult> => {
  const transaction = beginTransaction(db, true);
  try {
    const steps = undoImportTx(db, batchId, nowMs);
    let step = steps.next();
    while (step.done !== true) {
      onProgress?.(step.value);
      // Lets a message to stop come in.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new RevinoError('job.cancelled');
      step = steps.next();
    }
    logChangeTx(db, {
      atMs: nowMs,
      action: 'undo',
      subject: 'import_batch',
      recordId: batchId,
      fields: [],
    });
    transaction.commit();
    const { kept, ...counts } = step.value;
    return { ...counts, kept: { count: kept.count, sample: [...kept.sample] } };
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
};
