/** Starts the worker bundle as a utility process of Electron: its own process, crash and memory. */
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { FromWorker } from '../worker/workerMessages.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';

export const spawnWorker: SpawnWorker = (purpose) => {
  const child = utilityProcess.fork(join(import.meta.dirname, 'worker.js'), [], {
    serviceName: `Revino ${purpose}`,
    stdio: 'inherit',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromWorker) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill(),
  };
};
