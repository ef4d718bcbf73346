/** The jobs of this session, the newest on top: how far, stop, and what came out. */
import { useLocation } from 'wouter';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { useRole } from '../../api/access.tsx';
import { useCommand } from '../../api/procedures.ts';
import { Command } from '../../ui/Command.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './JobTray.module.css';
import { jobName, jobOutcome, placeOfJob } from './jobText.ts';

const MOST_SHOWN = 8;

export function JobList({ jobs, onLeave }: { jobs: readonly Job[]; onLeave(): void }) {
  const shown = jobs.slice(-MOST_SHOWN).toReversed();
  return (
    <ul>
      {shown.map((job) => (
        <JobLine key={job.jobId} job={job} onLeave={onLeave} />
      ))}
    </ul>
  );
}

function JobLine({ job, onLeave }: { job: Job; onLeave(): void }) {
  const words = useWords();
  const format = useFormat();
  const [, go] = useLocation();
  const role = useRole();
  const cancel = useCommand('job.cancel');
  const name = jobName(words, job.kind);
  const place = placeOfJob(job.kind);
  const isRunning = job.state === 'running';
  return (
    <li className={styles.job}>
      <div className={styles.top}>
        <strong>{name}</strong>
        {isRunning ? (
          role === 'desk' ? null : (
            <Command
              isQuiet
              aria-label={words.t('jobs.stopOf', { name })}
              disabled={cancel.isPending || cancel.isSuccess}
              onClick={() => cancel.mutate({ jobId: job.jobId })}
            >
              {cancel.isSuccess ? words.t('jobs.stopping') : words.t('jobs.stop')}
            </Command>
          )
        ) : place === null || role === 'desk' || job.state === 'cancelled' ? null : (
          <Command
            onClick={() => {
              onLeave();
              go(place);
            }}
          >
            {words.t('jobs.show')}
          </Command>
        )}
      </div>
      {isRunning ? (
        <div className={styles.far}>
          <progress
            className={styles.progress}
            aria-label={name}
            max={1}
            {...(job.progress === null ? {} : { value: job.progress })}
          />
          <span className={styles.share}>{job.progress === null ? '' : format.share(job.progress)}</span>
        </div>
      ) : (
        <p className={job.state === 'failed' ? styles.failed : styles.outcome}>
          <Marked text={jobOutcome(words, job)} />
        </p>
      )}
    </li>
  );
}
