/** The button that makes the PDF, and what became of it. */
import { useState } from 'react';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import type { ReportLayout } from '../../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { useJob } from '../../api/job.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Marked } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

export interface SavePdfProps {
  readonly month: string;
  readonly locale: Locale;
  readonly layout: ReportLayout;
  /** Beside something more urgent. */
  readonly isSecond?: boolean;
}

export function SavePdf({ month, locale, layout, isSecond = false }: SavePdfProps) {
  const words = useWords();
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('report.start');
  const job = useJob(jobId);
  const Save = isSecond ? SecondAction : Action;
  const isMaking = start.isPending || job.data?.state === 'running';
  const save = (): void => {
    setJobId(null);
    start.mutate({ month, locale, ...layout }, { onSuccess: (started) => setJobId(started.jobId) });
  };
  return (
    <div className={styles.save}>
      <Save onClick={save} disabled={isMaking}>
        {words.t('report.save')}
      </Save>
      {start.isError ? <ErrorNote error={start.error} /> : null}
      {job.data ? <Progress job={job.data} /> : null}
    </div>
  );
}

function Progress({ job }: { job: Job }) {
  const words = useWords();
  const notices = useNotices();
  const cancel = useCommand('job.cancel');
  const showFolder = useCommand('report.showFolder');
  if (job.state === 'running') {
    return (
      <div className={styles.progress} role="status">
        <progress
          aria-label={words.t('report.making')}
          {...(job.progress === null ? {} : { value: job.progress })}
        />
        <span>{words.t('report.making')}</span>
        <Command onClick={() => cancel.mutate({ jobId: job.jobId })}>{words.t('report.cancel')}</Command>
      </div>
    );
  }
  if (job.state === 'failed' && job.error) return <FailureNote failure={job.error} />;
  const fileName = job.result?.kind === 'report' ? job.result.value.fileName : null;
  return (
    <div className={styles.progress} role="status">
      <span>
        <Marked
          text={fileName === null ? words.t('report.cancelled') : words.t('report.saved', { fileName })}
        />
      </span>
      {fileName === null ? null : (
        <Command
          onClick={() =>
            showFolder.mutate({ jobId: job.jobId }, { onError: (failure) => notices.fail(failure) })
          }
        >
          {words.t('report.showFolder')}
        </Command>
      )}
    </div>
  );
}
