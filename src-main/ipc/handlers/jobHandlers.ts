/** Watching and cancelling jobs. */
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { jobContract } from '../../../src-shared/contract/jobContract.ts';
import type { Caller, HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { jobSeenBy, mayCancel } from '../../people/jobsSeen.ts';
import type { AppServices } from './appServices.ts';

export const jobHandlers = ({
  jobs,
  till,
}: Pick<AppServices, 'jobs' | 'till'>): HandlersFor<typeof jobContract> => {
  const seen = (caller: Caller, jobId: string) => {
    const job = jobSeenBy(caller, jobs.get(jobId));
    // As if it were not there: that the owner exports something is already news.
    if (job === null) throw new RevinoError('job.unknown');
    return job;
  };
  return {
    'job.get': ({ jobId }, caller) => seen(caller, jobId),
    'job.list': (_input, caller) =>
      jobs
        .list()
        .map((job) => jobSeenBy(caller, job))
        .filter((job) => job !== null),
    'job.cancel': ({ jobId }, caller) => {
      if (!mayCancel(caller, seen(caller, jobId))) throw till.notAllowed(['owner']);
      jobs.cancel(jobId);
      return { done: true };
    },
  };
};
