/** How far a job is, and the way to stop it. */
import { Progress as Bar } from '@mantine/core';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';

export function Progress({ jobId, job, label }: { jobId: string; job: Job | undefined; label: string }) {
  const words = useWords();
  const format = useFormat();
  const cancel = useCommand('job.cancel');
  const share = job?.progress ?? null;
  return (
    <div className={styles.progress}>
      <Bar.Root size="md">
        <Bar.Section
          value={share === null ? 100 : share * 100}
          striped={share === null}
          animated={share === null}
          aria-label={label}
          {...(share === null ? { 'aria-valuetext': words.t('common.waiting') } : {})}
        />
      </Bar.Root>
      <div className={styles.onward}>
        <span className={styles.share}>
          {share === null ? words.t('common.waiting') : format.share(share)}
        </span>
        <SecondAction onClick={() => cancel.mutate({ jobId })} loading={cancel.isPending}>
          {words.t('common.cancel')}
        </SecondAction>
      </div>
      {cancel.error ? <ErrorNote error={cancel.error} /> : null}
    </div>
  );
}
