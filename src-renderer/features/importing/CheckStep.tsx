/** The dry run: the whole file is read and counted, nothing is written; then the owner decides. */
import { useState } from 'react';
import { useJob } from '../../api/job.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { HistoryChoice } from '../../ui/HistoryChoice.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { Counts } from './Counts.tsx';
import { Differences } from './Differences.tsx';
import styles from './importing.module.css';
import { type OpenImport, useImportSession } from './importSession.tsx';
import { PeopleNotes } from './PeopleNotes.tsx';
import { Progress } from './Progress.tsx';
import { RejectedRows } from './RejectedRows.tsx';

export function CheckStep({ open, jobId }: { open: OpenImport; jobId: string }) {
  const words = useWords();
  const { shop } = useOpenShop();
  const { start, backToMapping, error } = useImportSession();
  const job = useJob(jobId);
  const coverage = useAnswer('retention.coverage', {});
  const setComplete = useCommand('shop.setHistoryComplete');
  const [isComplete, setIsComplete] = useState(shop.isHistoryComplete);
  const result = job.data?.result?.kind === 'import' ? job.data.result.value : null;
  const isDone = job.data?.state === 'done' && result !== null;
  const hasRows =
    result !== null && result.counts.created + result.counts.updated + result.counts.unchanged > 0;
  const isFirst = coverage.data?.visits === 0 && open.mapping.kind === 'visits';

  const begin = () => {
    if (!isFirst || isComplete === shop.isHistoryComplete) start();
    else setComplete.mutate({ isHistoryComplete: isComplete }, { onSuccess: start });
  };
  useShortcut('Enter', isDone && hasRows, begin);

  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <PageTitle isStep>
          {isDone ? words.t('import.checked.title') : words.t('import.checking.title')}
        </PageTitle>
        <p className={styles.fileLine}>
          <span className={styles.fileName}>{open.file.fileName}</span>
        </p>
      </div>
      {job.error ? <ErrorNote error={job.error} /> : null}
      {job.data?.state === 'running' || job.isPending ? (
        <Progress jobId={jobId} job={job.data} label={words.t('import.checking.title')} />
      ) : null}
      {job.data?.state === 'failed' && job.data.error ? <FailureNote failure={job.data.error} /> : null}
      {job.data?.state === 'cancelled' ? <Sentence text={words.t('import.check.cancelled')} /> : null}
      {isDone && result ? (
        <>
          {hasRows ? (
            <Counts result={result} />
          ) : (
            <Sentence text={words.t('import.noneUsable')} size="lead" />
          )}
          {isFirst && hasRows ? <HistoryChoice isComplete={isComplete} onChange={setIsComplete} /> : null}
          <PeopleNotes result={result} />
          <Differences jobId={jobId} counts={result.counts} />
          <RejectedRows result={result} />
        </>
      ) : null}
      {setComplete.error ? <ErrorNote error={setComplete.error} /> : null}
      {error ? <ErrorNote error={error} /> : null}
      {job.data?.state === 'running' ? null : (
        <div className={styles.toNext}>
          {isDone && hasRows ? (
            <Action keys="Mod+Enter" onClick={begin} loading={setComplete.isPending} autoFocus>
              {words.t('import.start')}
            </Action>
          ) : null}
          <Command onClick={backToMapping}>{words.t('import.changeReading')}</Command>
        </div>
      )}
    </div>
  );
}
