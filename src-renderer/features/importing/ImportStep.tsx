/** The import itself: running, then what came in and where to go from here. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { Counts } from './Counts.tsx';
import styles from './importing.module.css';
import { type StartedImport, useImportSession } from './importSession.tsx';
import { PeopleNotes } from './PeopleNotes.tsx';
import { PresetOffer } from './PresetOffer.tsx';
import { Progress } from './Progress.tsx';
import { RejectedRows } from './RejectedRows.tsx';
import { UndoCommand } from './UndoCommand.tsx';

export function ImportStep({ started, job }: { started: StartedImport; job: UseQueryResult<Job> }) {
  const words = useWords();
  const [, go] = useLocation();
  const { open, error, putAway, backToMapping, undo } = useImportSession();
  const saveRejected = useCommand('import.saveRejected');
  const { jobId } = started;
  const state = job.data?.state ?? 'running';
  const result = job.data?.result?.kind === 'import' ? job.data.result.value : null;
  const batchId = result?.batchId ?? null;
  const titles: Readonly<Record<Job['state'], string>> = {
    running: words.t('import.running.title'),
    done: words.t(`import.done.${result === null || result.kind === 'visits' ? 'title' : result.kind}`),
    failed: words.t('import.failed.title'),
    cancelled: words.t('import.cancelled.title'),
  };
  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <PageTitle isStep>{titles[state]}</PageTitle>
        <p className={styles.fileLine}>
          <span className={styles.fileName}>{started.fileName}</span>
        </p>
      </div>
      {job.error ? <ErrorNote error={job.error} /> : null}
      {state === 'running' ? (
        <>
          <Progress jobId={jobId} job={job.data} label={titles.running} />
          <Sentence text={words.t('import.running.text')} size="note" />
        </>
      ) : null}
      {state === 'cancelled' ? <Sentence text={words.t('import.cancelled.text')} /> : null}
      {state === 'failed' && job.data?.error ? <FailureNote failure={job.data.error} /> : null}
      {state === 'done' && result ? (
        <>
          <Counts result={result} />
          <PeopleNotes result={result} />
          {result.counts.rejected === 0 ? null : (
            <div className={styles.rejected}>
              <RejectedRows result={result} />
              <div className={styles.saveRejected}>
                <SecondAction
                  loading={saveRejected.isPending}
                  onClick={() => saveRejected.mutate({ jobId, locale: words.locale })}
                >
                  {words.t('import.rejected.save')}
                </SecondAction>
                <span role="status">
                  {saveRejected.data?.saved ? words.t('import.rejected.saved') : null}
                </span>
              </div>
              {saveRejected.error ? <ErrorNote error={saveRejected.error} /> : null}
            </div>
          )}
          <PresetOffer />
        </>
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {state === 'running' ? null : (
        <div className={styles.onward}>
          {state === 'done' ? (
            result?.kind === 'customers' ? (
              <Action onClick={() => go(PLACES.customers)} autoFocus>
                {words.t('import.done.seeCustomers')}
              </Action>
            ) : (
              <Action onClick={() => go(PLACES.retention)} autoFocus>
                {words.t('import.done.next')}
              </Action>
            )
          ) : open !== null ? (
            <Action onClick={backToMapping}>{words.t('import.again')}</Action>
          ) : null}
          <Command onClick={putAway}>{words.t('import.anotherFile')}</Command>
          {batchId === null ? null : (
            <UndoCommand
              label={words.t('import.undo')}
              fileName={started.fileName}
              onConfirmed={() => undo(batchId, started.fileName)}
            />
          )}
        </div>
      )}
    </div>
  );
}
