/** Watching and cancelling jobs. */
import type { jobContract } from '../../../src-shared/contract/jobContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import type { AppServices } from './appServices.ts';

export const jobHandlers = ({ jobs }: AppServices): HandlersFor<typeof jobContract> => ({
  'job.get': ({ jobId }) => jobs.get(jobId),
  'job.list': () => jobs.list(),
  'job.cancel': ({ jobId }) => {
    jobs.cancel(jobId);
    return { done: true };
  },
});
