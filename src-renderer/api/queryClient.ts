/**
 * One cache for the window. The data lies on this computer, so there is no going stale by itself, no
 * retry (a refusal stays a refusal) and no waiting for a network: only events make it read again.
 */
import { QueryClient } from '@tanstack/react-query';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import { bridge } from './bridge.ts';
import { keyOf, type QueryName } from './procedures.ts';

export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });

/** These have events of their own. */
const NOT_FROM_DATA: ReadonlySet<unknown> = new Set<QueryName>([
  'app.state',
  'kiosk.state',
  'window.look',
  'job.get',
  'job.list',
  'import.preview',
  'backup.list',
]);

/** Answered the same to everybody, whoever is signed in. */
export const isOfEverybody = (name: unknown): boolean =>
  name === 'app.state' || name === 'access.state' || name === 'window.look';

/** A list of jobs with one of them as it stands now. */
const withJob = (known: readonly Job[], job: Job): readonly Job[] => {
  const at = known.findIndex(({ jobId }) => jobId === job.jobId);
  if (at < 0) return [...known, job];
  return known[at]?.state !== 'running' && job.state === 'running' ? known : known.with(at, job);
};

/** Keeps the cache true to what main reports. Answers with the function that ends it. */
export const followEvents = (client: QueryClient): (() => void) => {
  const ends = [
    bridge().subscribe('data.changed', () => {
      void client.invalidateQueries({ predicate: (query) => !NOT_FROM_DATA.has(query.queryKey[0]) });
    }),
    bridge().subscribe('app.stateChanged', (state) => {
      client.setQueryData(keyOf('app.state', {}), state);
    }),
    bridge().subscribe('kiosk.changed', () => {
      void client.invalidateQueries({ queryKey: keyOf('kiosk.state', {}) });
    }),
    bridge().subscribe('access.changed', (state) => {
      client.setQueryData(keyOf('access.state', {}), state);
    }),
    bridge().subscribe('window.lookChanged', (look) => {
      client.setQueryData(keyOf('window.look', {}), look);
    }),
    bridge().subscribe('job.changed', (job) => {
      client.setQueryData<readonly Job[]>(keyOf('job.list', {}), (known) => known && withJob(known, job));
      // Events and a slower answer to `job.get` may cross: a finished job never goes back to running.
      client.setQueryData<Job>(keyOf('job.get', { jobId: job.jobId }), (known) =>
        known && known.state !== 'running' && job.state === 'running' ? known : job,
      );
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
};
