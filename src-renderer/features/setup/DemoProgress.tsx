/** The demo shop is being made: how far it is, and the way to stop it. Stopped or failed, nothing of it is left. */
import { Progress as Bar } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useJob } from '../../api/job.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

export interface DemoProgressProps {
  jobId: string;
  onDone(): void;
  onBack(): void;
}

export function DemoProgress({ jobId, onDone, onBack }: DemoProgressProps) {
  const words = useWords();
  const format = useFormat();
  const job = useJob(jobId);
  const cancel = useCommand('job.cancel');
  const state = job.data?.state;
  const share = job.data?.progress ?? 0;
  const ends = useRef({ onDone, onBack });
  useEffect(() => {
    ends.current = { onDone, onBack };
  });
  useEffect(() => {
    if (state === 'done') ends.current.onDone();
    if (state === 'cancelled') ends.current.onBack();
  }, [state]);
  const failure = job.data?.error ?? null;
  return (
    <div className={styles.step}>
      <div className={styles.question}>
        <PageTitle isStep>{words.t('setup.demo.title')}</PageTitle>
        <Sentence text={words.t('setup.demo.text')} />
      </div>
      {failure ? (
        <>
          <FailureNote failure={failure} />
          <div className={styles.onward}>
            <SecondAction onClick={onBack}>{words.t('common.back')}</SecondAction>
          </div>
        </>
      ) : (
        <>
          <Bar.Root size="md">
            <Bar.Section value={share * 100} aria-label={words.t('setup.demo.title')} />
          </Bar.Root>
          <div className={styles.onward}>
            <span className={styles.share}>{format.share(share)}</span>
            <SecondAction loading={cancel.isPending} onClick={() => cancel.mutate({ jobId })}>
              {words.t('common.cancel')}
            </SecondAction>
          </div>
        </>
      )}
      {job.error ? <ErrorNote error={job.error} /> : null}
    </div>
  );
}
