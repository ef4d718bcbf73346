/**
 * Asks the analytics process. It is started at the first question, keeps what it has read, and is
 * started anew after it died: those who waited get `analytics.failed`, the next question works.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { DatabaseAccess } from '../worker/workerMessages.ts';
import { errorOf, type FromWorker, type QuestionName, type Questions } from '../worker/workerMessages.ts';
import type { SpawnWorker, WorkerProcess } from '../worker/workerProcess.ts';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export class AnalyticsClient {
  readonly #spawn: SpawnWorker;
  readonly #access: DatabaseAccess;
  #process: WorkerProcess | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #changeCount = 0;

  constructor(spawn: SpawnWorker, access: DatabaseAccess) {
    this.#spawn = spawn;
    this.#access = access;
  }

  /**
   * @throws RevinoError `analytics.failed` when the process died, `job.cancelled` when `signal` aborted or the
   * client was ended, and whatever the question's own calculation refuses
   */
  ask<Q extends QuestionName>(
    name: Q,
    input: Questions[Q]['input'],
    signal?: AbortSignal,
  ): Promise<Questions[Q]['answer']> {
    if (signal?.aborted) return Promise.reject(new RevinoError('job.cancelled'));
    const process = this.start();
    this.#lastId += 1;
    const id = this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Questions[Q]['answer']>();
    this.#waiting.set(id, { resolve, reject });
    // The answer may still come; nobody waits for it then.
    const onAbort = () => this.#take(id)?.reject(new RevinoError('job.cancelled'));
    signal?.addEventListener('abort', onAbort, { once: true });
    process.post({ type: 'ask', id, name, input });
    return promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  /** How often the records have changed since the shop was opened. */
  get changeCount(): number {
    return this.#changeCount;
  }

  /** What was read is old. Cheap: the process reads again only when it is asked. */
  changed(): void {
    this.#changeCount += 1;
    this.#process?.post({ type: 'changed' });
  }

  /** Ends the process; questions still open are cancelled. The client can be asked again. */
  end(): void {
    const process = this.#process;
    this.#process = null;
    this.#rejectAll(new RevinoError('job.cancelled'));
    process?.kill();
  }

  /** Starts the process ahead of the first question, so that it reads while the window is drawn. */
  start(): WorkerProcess {
    if (this.#process) return this.#process;
    const process = this.#spawn('analytics');
    this.#process = process;
    process.onMessage((message) => {
      if (this.#process === process) this.#receive(message);
    });
    process.onExit((exitCode) => {
      if (this.#process !== process) return;
      this.#process = null;
      this.#rejectAll(new RevinoError('analytics.failed', { exitCode }));
    });
    process.post({ type: 'openAnalytics', access: this.#access });
    return process;
  }

  #receive(message: FromWorker): void {
    if (message.type === 'answer') this.#take(message.id)?.resolve(message.value as never);
    if (message.type === 'refusal') this.#take(message.id)?.reject(errorOf(message.failure));
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #rejectAll(error: RevinoError): void {
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}
