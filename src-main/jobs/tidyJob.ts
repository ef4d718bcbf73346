/**
 * After an erasure the database is written anew, as a job of its own: nobody writes meanwhile. Broken off, or with the
 * power cut, it begins again when the shop is next opened (db/tidyDatabase.ts remembers).
 */
import { setTimeout as pause } from 'node:timers/promises';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { OpenShop } from '../session/shopSession.ts';
import { runInWorker } from '../worker/runInWorker.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import type { JobControl, JobRegistry } from './jobRegistry.ts';
import type { WriteGate } from './writeGate.ts';

export interface TidyParts {
  readonly session: { readonly shop: OpenShop };
  readonly jobs: JobRegistry;
  readonly gate: WriteGate;
  readonly spawn: SpawnWorker;
}

/** They read one moment of the database for as long as they last, and would keep the old pages. */
const LONG_READERS = ['export', 'backup'] as const;
const LOOK_EVERY_MS = 250;
/** Each waits some seconds for short readers by itself. */
const TRIES = 5;

/** @returns the id of the job */
export const startTidy = ({ session, jobs, gate, spawn }: TidyParts): string => {
  const whenNobodyReads = async ({ signal }: JobControl): Promise<void> => {
    while (LONG_READERS.some((kind) => jobs.isRunning(kind))) {
      if (signal.aborted) throw new RevinoError('job.cancelled');
      await pause(LOOK_EVERY_MS);
    }
  };
  return jobs.start('tidy', async (control) => {
    for (let tries = 0; tries < TRIES; tries++) {
      await whenNobodyReads(control);
      const isDone = await gate.hold(() => {
        const { db, key } = session.shop;
        return runInWorker(spawn, 'tidy', { access: { file: db.file, key } }, control);
      });
      if (isDone) return { kind: 'tidy', value: {} };
    }
    throw new RevinoError('privacy.tidyLater');
  });
};
