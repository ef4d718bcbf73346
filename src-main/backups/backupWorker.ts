/** Runs one task with backups in a worker process of its own, so that no window ever waits for a copy. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { BackupTaskName, BackupTasks } from '../worker/backupTasks.ts';
import { errorOf } from '../worker/workerMessages.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';

export interface TaskControl {
  readonly signal?: AbortSignal;
  readonly report?: (share: number) => void;
}

/**
 * Cancelling ends the process: a half-written file carries another name and is swept up by the next backup.
 * @throws RevinoError `job.cancelled`, and what the task refuses
 */
export const runInBackupWorker = <N extends BackupTaskName>(
  spawn: SpawnWorker,
  name: N,
  order: BackupTasks[N]['order'],
  { signal, report }: TaskControl = {},
): Promise<BackupTasks[N]['result']> => {
  if (signal?.aborted) return Promise.reject(new RevinoError('job.cancelled'));
  const { promise, resolve, reject } = Promise.withResolvers<BackupTasks[N]['result']>();
  const worker = spawn('backup');
  const onAbort = () => worker.kill();
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.onMessage((message) => {
    if (message.type === 'progress' && message.share !== null) report?.(message.share);
    if (message.type === 'backupsDone') resolve(message.result as BackupTasks[N]['result']);
    if (message.type === 'backupsFailed') reject(errorOf(message.failure));
  });
  worker.onExit((exitCode) =>
    reject(
      signal?.aborted
        ? new RevinoError('job.cancelled')
        : new Error(`The backup process ended by itself (exit code ${exitCode}).`),
    ),
  );
  worker.post({ type: 'backups', name, order });
  return promise.finally(() => {
    signal?.removeEventListener('abort', onAbort);
    worker.kill();
  });
};
