/**
 * Runs one import, or takes one back, in a worker process of its own, with the gate held so that the app's short
 * writes wait meanwhile.
 */
import type { UndoResult } from '../../src-shared/contract/importContract.ts';
import type { UndoOrder } from '../importing/undoImport.ts';
import { runInWorker } from '../worker/runInWorker.ts';
import type { DatabaseAccess } from '../worker/workerMessages.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import type { ImportOrder, ImportOutcome } from '../worker/workerTasks.ts';
import type { JobControl } from './jobRegistry.ts';
import type { WriteGate } from './writeGate.ts';

export interface ImportJobParts {
  readonly gate: WriteGate;
  readonly spawn: SpawnWorker;
  readonly dataChanged: () => void;
}

/** @throws RevinoError `import.*`, `database.*`, `job.cancelled` */
export const runImport = async (
  { gate, spawn, dataChanged }: ImportJobParts,
  access: DatabaseAccess,
  order: ImportOrder,
  control: JobControl,
): Promise<ImportOutcome> => {
  try {
    return await gate.hold(() => runInWorker(spawn, 'importFile', { access, ...order }, control));
  } finally {
    // Also after a failure: a worker that had to be ended may have committed just before.
    if (!order.dryRun) dataChanged();
  }
};

/** @throws RevinoError `import.*`, `database.*`, `job.cancelled` */
export const runUndo = async (
  { gate, spawn, dataChanged }: ImportJobParts,
  access: DatabaseAccess,
  order: UndoOrder,
  control: JobControl,
): Promise<UndoResult> => {
  try {
    return await gate.hold(() => runInWorker(spawn, 'undoImport', { access, ...order }, control));
  } finally {
    dataChanged();
  }
};
