/** The worker's end of its talk with main. Typed here because this floor room must not import Electron. */
import type { FromWorker, ToWorker } from './workerMessages.ts';

export interface WorkerPort {
  postMessage(message: FromWorker): void;
  on(event: 'message', listener: (event: { readonly data: ToWorker }) => void): unknown;
}

/** Electron puts the port on `process` in a utility process. */
export const workerPort = (): WorkerPort => {
  const { parentPort } = process as typeof process & { readonly parentPort?: WorkerPort };
  if (!parentPort) throw new Error('The worker runs in a utility process only.');
  return parentPort;
};
