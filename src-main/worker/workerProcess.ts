/**
 * What main needs of a worker process, whoever started it: Electron's utility process in the app,
 * a forked Node in tests.
 */
import type { FromWorker, ToWorker } from './workerMessages.ts';

export interface WorkerProcess {
  post(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** Called once, however the process ended. */
  onExit(listener: (exitCode: number) => void): void;
  kill(): void;
}

export type SpawnWorker = (purpose: 'analytics' | 'import' | 'backup' | 'export' | 'tidy') => WorkerProcess;
