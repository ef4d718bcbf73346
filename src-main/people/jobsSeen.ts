/** What somebody is told of long work that is not theirs. */
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { Caller } from '../../src-shared/contract/procedure.ts';

/** What keeps the desk waiting: its entries wait at the gate meanwhile. */
const TOLD_AT_DESK: ReadonlySet<Job['kind']> = new Set(['import', 'importUndo', 'backup', 'restore', 'tidy']);
/** What a manager starts and may end. */
const OF_MANAGERS: ReadonlySet<Job['kind']> = new Set(['import', 'importUndo']);

/** The desk is told that something is running, never what came of it, nor of exports; nobody tells a locked till. */
export const jobSeenBy = ({ role }: Caller, job: Job): Job | null => {
  if (role === 'owner' || role === 'manager') return job;
  return role === 'desk' && TOLD_AT_DESK.has(job.kind) ? { ...job, result: null, error: null } : null;
};

export const mayCancel = ({ role }: Caller, { kind }: Job): boolean =>
  role === 'owner' || (role === 'manager' && OF_MANAGERS.has(kind));
