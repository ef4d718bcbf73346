/** How the backups stand, read again whenever a backup has ended: most of them are made by themselves. */
import { useEvent } from '../../api/events.ts';
import { useAnswer } from '../../api/procedures.ts';

export const useBackupStatus = () => {
  const status = useAnswer('backup.status', {});
  useEvent('job.changed', ({ kind, state, progress }) => {
    // Its beginning too, so that a button does not offer what is being done already.
    if (kind === 'backup' && (state !== 'running' || progress === null)) void status.refetch();
  });
  return status;
};
