/**
 * Runs one import in a worker process of its own, with the gate held so that the app's short writes
 * wait meanwhile. Cancelling asks the worker first, then ends it: either way nothing was committed.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { UndoResult } from '../../src-shared/contract/importContract.ts';
import {
  type DatabaseAccess,
  errorOf,
  type FromWorker,
  type ImportOrder,
  type ImportOutcome,
  type ToWorker,
  type UndoOrder,
} from '../worker/workerMessages.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import type { JobControl } from './jobRegistry.ts';
import type { WriteGate } from './writeGate.ts';

export interface ImportJobParts {
  readonly gate: WriteGate;
  readonly spawn: SpawnWorker;
  readonly dataChanged: () => void;
}

/** How long a worker may take to roll back before it is ended. */
const CANCEL_PATIENCE_MS = 5000;

/** @throws RevinoError `import.*`, `database.*`, `job.cancelled` */
export const runImport = async (
  { gate, spawn, dataChanged }: ImportJobParts,
  access: DatabaseAccess,
  order: ImportOrder,
  control: JobControl,
): Promise<ImportOutcome> => {
  try {
    return await gate.hold(() =>
      inWorker(spawn, { type: 'import', access, order }, control, (message) =>
        message.type === 'imported' ? message.outcome : undefined,
      ),
    );
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
    return await gate.hold(() =>
      inWorker(spawn, { type: 'undoImport', access, order }, control, (message) =>
        message.type === 'importUndone' ? message.result : undefined,
      ),
    );
  } finally {
    dataChanged();
  }
};

const inWorker = <T>(
  spawn: SpawnWorker,
  order: ToWorker,
  { signal, report }: JobControl,
  resultOf: (message: FromWorker) => T | undefined,
): Promise<T> => {
  if (signal.aborted) return Promise.reject(new RevinoError('job.cancelled'));
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const worker = spawn('import');
  let patience: NodeJS.Timeout | undefined;
  const onAbort = () => {
    worker.post({ type: 'cancel' });
    patience = setTimeout(() => worker.kill(), CANCEL_PATIENCE_MS);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  worker.onMessage((message) => {
    if (message.type === 'progress') report(message.share);
    const result = resultOf(message);
    if (result !== undefined) resolve(result);
    if (message.type === 'importFailed') reject(errorOf(message.failure));
  });
  // Settles only what no message has settled before. What was not committed, SQLite rolls back at the next opening.
  worker.onExit((exitCode) =>
    reject(
      signal.aborted
        ? new RevinoError('job.cancelled')
        : new Error(`The import process ended by itself (exit code ${exitCode}).`),
    ),
  );
  worker.post(order);
  return promise.finally(() => {
    clearTimeout(patience);
    signal.removeEventListener('abort', onAbort);
    worker.kill();
  });
};
