/**
 * Main's end of a task: a worker process of its own for each, so that no window waits and a crash takes nothing with it.
 * Every task is whole or not at all; what was not committed SQLite rolls back at the next opening, and a half-written
 * backup carries another name until the next one sweeps it up. So ending the process is always allowed.
 */
import { authorNow } from '../../db/author.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { errorOf } from './workerMessages.ts';
import type { SpawnWorker } from './workerProcess.ts';
import type { TaskName, TaskOrder, TaskResult } from './workerTasks.ts';

interface Errand {
  readonly purpose: Parameters<SpawnWorker>[0];
  /** How long a cancelled worker may take to stop by itself. Tasks that never pause to listen get no time. */
  readonly patienceMs: number;
}

const CANCEL_PATIENCE_MS = 5000;

const importing: Errand = { purpose: 'import', patienceMs: CANCEL_PATIENCE_MS };
const exporting: Errand = { purpose: 'export', patienceMs: CANCEL_PATIENCE_MS };
const backup: Errand = { purpose: 'backup', patienceMs: 0 };
const tidying: Errand = { purpose: 'tidy', patienceMs: 0 };

const ERRANDS: { readonly [N in TaskName]: Errand } = {
  importFile: importing,
  undoImport: importing,
  export: exporting,
  bringIn: exporting,
  makeBackup: backup,
  tidy: tidying,
  findBackups: backup,
  stageRestore: backup,
};

export interface WatchedBy {
  readonly signal?: AbortSignal;
  readonly report?: (share: number) => void;
}

/** @throws RevinoError `job.cancelled`, and what the task refuses */
export const runInWorker = <N extends TaskName>(
  spawn: SpawnWorker,
  name: N,
  order: TaskOrder<N>,
  { signal, report }: WatchedBy = {},
): Promise<TaskResult<N>> => {
  if (signal?.aborted) return Promise.reject(new RevinoError('job.cancelled'));
  const { promise, resolve, reject } = Promise.withResolvers<TaskResult<N>>();
  const { purpose, patienceMs } = ERRANDS[name];
  const worker = spawn(purpose);
  let patience: NodeJS.Timeout | undefined;
  const onAbort = () => {
    if (patienceMs === 0) return worker.kill();
    worker.post({ type: 'cancel' });
    patience = setTimeout(() => worker.kill(), patienceMs);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  worker.onMessage((message) => {
    if (message.type === 'progress') report?.(message.share);
    // A process is given one task, so this is the answer to ours.
    if (message.type === 'done') resolve(message.result as TaskResult<N>);
    if (message.type === 'failed') reject(errorOf(message.failure));
  });
  // Settles only what no message has settled before.
  worker.onExit((exitCode) =>
    reject(
      signal?.aborted
        ? new RevinoError('job.cancelled')
        : new Error(`The ${purpose} process ended by itself (exit code ${exitCode}).`),
    ),
  );
  worker.post({ type: 'run', name, order, authorId: authorNow() });
  return promise.finally(() => {
    clearTimeout(patience);
    signal?.removeEventListener('abort', onAbort);
    worker.kill();
  });
};
