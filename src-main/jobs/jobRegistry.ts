/**
 * Long work that outlives its window: started here, watched by events, cancelled by id. Knows
 * nothing of what a job does; the result's shape is the contract's.
 */
import { randomUUID } from 'node:crypto';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';

export type JobResult = NonNullable<Job['result']>;

export interface JobControl {
  /** Aborted when somebody cancels the job; the work then ends by throwing `job.cancelled`. */
  readonly signal: AbortSignal;
  /** `share` from 0 to 1, or null while unknown. */
  report(share: number | null): void;
}

export interface JobRegistryParts {
  readonly onChanged: (job: Job) => void;
  /** Told about failures that have no code of their own. */
  readonly onDefect: (kind: Job['kind'], error: unknown) => void;
  readonly nowMs: () => number;
  /** Told once of each job that ended, and how long it took. */
  readonly onEnded?: (job: Job, ms: number) => void;
}

/** Progress is told at most this often; ends are told at once. */
const PROGRESS_EVERY_MS = 100;
/** Finished jobs stay readable until this many newer ones were started. */
const KEPT_JOBS = 50;

interface Entry {
  job: Job;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export class JobRegistry {
  readonly #entries = new Map<string, Entry>();
  readonly #parts: JobRegistryParts;

  constructor(parts: JobRegistryParts) {
    this.#parts = parts;
  }

  /** Starts the work and answers its id at once. */
  start(kind: Job['kind'], work: (control: JobControl) => Promise<JobResult>): string {
    const jobId = randomUUID();
    const controller = new AbortController();
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const entry: Entry = {
      job: { jobId, kind, state: 'running', progress: null, result: null, error: null },
      controller,
      ended,
    };
    this.#entries.set(jobId, entry);
    this.#forgetOldest();
    void this.#run(entry, work).finally(resolve);
    return jobId;
  }

  /** @throws RevinoError `job.unknown` */
  get(jobId: string): Job {
    return this.#entryOf(jobId).job;
  }

  /** All that are still known, oldest first. */
  list(): Job[] {
    return [...this.#entries.values()].map((entry) => entry.job);
  }

  /** Asks the job to end; a job that has ended already is left as it is. Throws `job.unknown`. */
  cancel(jobId: string): void {
    const entry = this.#entryOf(jobId);
    if (entry.job.state === 'running') entry.controller.abort();
  }

  isRunning(kind: Job['kind']): boolean {
    return this.#running().some((entry) => entry.job.kind === kind);
  }

  /** Ends when no job is running any more. */
  async whenIdle(): Promise<void> {
    for (let running = this.#running(); running.length > 0; running = this.#running())
      await Promise.all(running.map((entry) => entry.ended));
  }

  cancelAll(): void {
    for (const entry of this.#running()) entry.controller.abort();
  }

  #running(): Entry[] {
    return [...this.#entries.values()].filter((entry) => entry.job.state === 'running');
  }

  #entryOf(jobId: string): Entry {
    const entry = this.#entries.get(jobId);
    if (!entry) throw new RevinoError('job.unknown');
    return entry;
  }

  async #run(entry: Entry, work: (control: JobControl) => Promise<JobResult>): Promise<void> {
    let toldAtMs = Number.NEGATIVE_INFINITY;
    const report = (share: number | null) => {
      if (entry.job.state !== 'running') return;
      entry.job = { ...entry.job, progress: share === null ? null : Math.min(1, Math.max(0, share)) };
      const nowMs = this.#parts.nowMs();
      if (nowMs - toldAtMs < PROGRESS_EVERY_MS) return;
      toldAtMs = nowMs;
      this.#parts.onChanged(entry.job);
    };
    // The caller gets the id before the first event about it.
    await Promise.resolve();
    this.#parts.onChanged(entry.job);
    const begunMs = this.#parts.nowMs();
    try {
      const result = await work({ signal: entry.controller.signal, report });
      this.#end(entry, { state: 'done', progress: 1, result });
    } catch (error) {
      this.#end(entry, this.#failure(entry.job.kind, error));
    }
    this.#parts.onEnded?.(entry.job, this.#parts.nowMs() - begunMs);
  }

  #failure(kind: Job['kind'], error: unknown): Partial<Job> {
    if (error instanceof RevinoError) {
      if (error.code === 'job.cancelled') return { state: 'cancelled' };
      return { state: 'failed', error: { code: error.code, params: { ...error.params } } };
    }
    this.#parts.onDefect(kind, error);
    return { state: 'failed', error: { code: 'internal', params: {} } };
  }

  #end(entry: Entry, change: Partial<Job>): void {
    entry.job = { ...entry.job, ...change };
    this.#parts.onChanged(entry.job);
  }

  #forgetOldest(): void {
    for (const [jobId, entry] of this.#entries) {
      if (this.#entries.size <= KEPT_JOBS) return;
      if (entry.job.state !== 'running') this.#entries.delete(jobId);
    }
  }
}
