/** One import in the worker, or the undoing of one: its own write connection, progress as messages, everything or nothing. */
import { openDatabase } from '../../db/openDatabase.ts';
import { checkpoint } from '../../db/transaction.ts';
import { importFile } from '../importing/importFile.ts';
import { keepYoungHeapSmall } from '../importing/readMemory.ts';
import { undoImport } from '../importing/undoImport.ts';
import { ImportSpillWriters } from './importSpills.ts';
import type { DatabaseAccess } from './workerMessages.ts';
import type { TaskControl, TaskOrder, TaskResult } from './workerTasks.ts';

/** With more, a million rows would take more memory than an import may (test/bench/memoryBench.ts), and hardly less time. */
const IMPORT_CACHE_MB = 32;

const withDatabase = async <T>(
  { file, key }: DatabaseAccess,
  work: (db: ReturnType<typeof openDatabase>) => Promise<T>,
): Promise<T> => {
  keepYoungHeapSmall();
  const db = openDatabase({ file, key, mode: 'write', cacheMb: IMPORT_CACHE_MB });
  try {
    const result = await work(db);
    // Here, or the next visit at the desk would have to wait for it.
    checkpoint(db);
    return result;
  } finally {
    db.close();
  }
};

export const runImportOrder = (
  { access, ...order }: TaskOrder<'importFile'>,
  control: TaskControl,
): Promise<TaskResult<'importFile'>> =>
  withDatabase(access, async (db) => {
    const spills = new ImportSpillWriters(order.spillFolder, order.dryRun);
    try {
      const result = await importFile(db, order, { ...control, ...spills.control });
      return { result, spills: spills.end() };
    } catch (error) {
      spills.end();
      throw error;
    }
  });

export const runUndoOrder = (
  { access, ...order }: TaskOrder<'undoImport'>,
  control: TaskControl,
): Promise<TaskResult<'undoImport'>> => withDatabase(access, (db) => undoImport(db, order, control));
