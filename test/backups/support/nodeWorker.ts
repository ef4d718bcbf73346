/** The real worker in a process of its own, as the app has it, but in plain Node. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FromWorker } from '../../../src-main/worker/workerMessages.ts';
import type { SpawnWorker } from '../../../src-main/worker/workerProcess.ts';

export const spawnNodeWorker: SpawnWorker = () => {
  const child = fork(join(import.meta.dirname, 'workerMain.ts'), [], {
    // Keys are bytes, and stay bytes on the way.
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    post: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromWorker)),
    onExit: (listener) => void child.once('exit', (code) => listener(code ?? -1)),
    kill: () => void child.kill('SIGKILL'),
  };
};
