/** An import being taken back: how far it is, then what went and what stays. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { UndoResult } from '../../../src-shared/contract/importContract.ts';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { Action } from '../../ui/Action.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { type StartedImport, useImportSession } from './importSession.tsx';
import { Progress } from './Progress.tsx';

export function UndoStep({ undoing, job }: { undoing: StartedImport; job: UseQueryResult<Job> }) {
  const words = useWords();
  const { putAway, error } = useImportSession();
  const state = job.data?.state ?? 'running';
  const result = job.data?.result?.kind === 'importUndo' ? job.data.result.value : null;
  return (
    <div className={styles.result}>
      <div className={styles.head}>
        <PageTitle isStep>{words.t(`import.undo.${state === 'cancelled' ? 'failed' : state}`)}</PageTitle>
        <p className={styles.fileLine}>
          <span className={styles.fileName}>{undoing.fileName}</span>
        </p>
      </div>
      {job.error ? <ErrorNote error={job.error} /> : null}
      {error ? <ErrorNote error={error} /> : null}
      {state === 'running' ? (
        <Progress jobId={undoing.jobId} job={job.data} label={words.t('import.undo.running')} />
      ) : null}
      {state === 'cancelled' ? <Sentence text={words.t('import.undo.cancelled')} /> : null}
      {state === 'failed' && job.data?.error ? <FailureNote failure={job.data.error} /> : null}
      {result === null ? null : <Undone result={result} />}
      {state === 'running' ? null : (
        <div className={styles.onward}>
          <Action onClick={putAway} autoFocus>
            {words.t('import.undo.close')}
          </Action>
        </div>
      )}
    </div>
  );
}

function Undone({ result }: { result: UndoResult }) {
  const words = useWords();
  const { customers, visits, opinions, offerings, fieldsRestored, kept } = result;
  const went = [
    ...(customers > 0 ? [words.t('import.list.customers', { count: customers })] : []),
    ...(visits > 0 ? [words.t('import.undo.visits', { count: visits })] : []),
    ...(opinions > 0 ? [words.t('import.list.opinions', { count: opinions })] : []),
    ...(offerings > 0 ? [words.t('import.list.offerings', { count: offerings })] : []),
  ];
  return (
    <div className={styles.counts}>
      {went.length > 0 ? (
        <Sentence size="lead" text={words.t('import.undo.went', { what: went.join(', ') })} />
      ) : null}
      {fieldsRestored > 0 ? (
        <Sentence
          size={went.length > 0 ? 'text' : 'lead'}
          text={words.t('import.undo.restored', { count: fieldsRestored })}
        />
      ) : null}
      {went.length === 0 && fieldsRestored === 0 ? (
        <Sentence size="lead" text={words.t('import.undo.nothing')} />
      ) : null}
      {kept.count === 0 ? null : (
        <section className={styles.counts} aria-label={words.t('import.undo.kept', { count: kept.count })}>
          <h2 className={styles.partTitle}>{words.t('import.undo.kept', { count: kept.count })}</h2>
          <ul className={styles.listed}>
            {kept.sample.map(({ subject, name, reason, field }) => (
              <li key={`${subject} ${name} ${field ?? ''}`}>
                {words.t(`import.undo.kept.${reason}`, { name })}
              </li>
            ))}
            {kept.count > kept.sample.length ? (
              <li>{words.t('import.andMore', { count: kept.count - kept.sample.length })}</li>
            ) : null}
          </ul>
        </section>
      )}
    </div>
  );
}
