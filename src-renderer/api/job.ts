/** A job as it stands now: read once, then kept true by `job.changed`. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import { useAnswer } from './procedures.ts';

export const useJob = (jobId: string | null): UseQueryResult<Job> =>
  useAnswer('job.get', { jobId: jobId ?? '' }, { enabled: jobId !== null });
