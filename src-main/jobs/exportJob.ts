/**
 * Runs one export, or brings one whole shop in, in a worker process of its own. Either is whole or not at all, so
 * cancelling asks the worker to stop and, if it does not, ends it.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ExportOrder } from '../exporting/runExport.ts';
import { type DatabaseAccess, errorOf, type ToWorker } from '../worker/workerMessages.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import type { JobControl } from './jobRegistry.ts';

const CANCEL_PATIENCE_MS = 5000;

/** Answers the rows written. @throws RevinoError `report.notWritable`, `job.cancelled`, `database.*` */
export const exportInWorker = (
  spawn: SpawnWorker,
  access: DatabaseAccess,
  order: ExportOrder,
  control: JobControl,
): Promise<number> => rowsOf(spawn, { type: 'export', access, order }, control);

/** Answers the rows read. @throws RevinoError `export.*`, `job.cancelled`, `database.*` */
export const bringInByWorker = (
  spawn: SpawnWorker,
  access: DatabaseAccess,
  path: string,
  control: JobControl,
): Promise<number> => rowsOf(spawn, { type: 'bringIn', access, path }, control);

const rowsOf = (spawn: SpawnWorker, message: ToWorker, { signal, report }: JobControl): Promise<number> => {
  if (signal.aborted) return Promise.reject(new RevinoError('job.cancelled'));
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const worker = spawn('export');
  let patience: NodeJS.Timeout | undefined;
  const onAbort = () => {
    worker.post({ type: 'cancel' });
    patience = setTimeout(() => worker.kill(), CANCEL_PATIENCE_MS);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  worker.onMessage((answer) => {
    if (answer.type === 'progress') report(answer.share);
    if (answer.type === 'exported') resolve(answer.rows);
    if (answer.type === 'exportFailed') reject(errorOf(answer.failure));
  });
  worker.onExit((exitCode) =>
    reject(
      signal.aborted
        ? new RevinoError('job.cancelled')
        : new Error(`The export process ended by itself (exit code ${exitCode}).`),
    ),
  );
  worker.post(message);
  return promise.finally(() => {
    clearTimeout(patience);
    signal.removeEventListener('abort', onAbort);
    worker.kill();
  });
};
