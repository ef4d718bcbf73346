/** Backups in the settings: how they stand, where they go, and the way back to one. */
import { useState } from 'react';
import { useJob } from '../../api/job.ts';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { BackupPlaces } from './BackupPlaces.tsx';
import styles from './backups.module.css';
import { dateOf, worryText } from './backupTexts.ts';
import { RestoreChoice } from './RestoreChoice.tsx';
import { useBackupStatus } from './useBackupStatus.ts';

export function BackupSettings() {
  const words = useWords();
  const [isListShown, setIsListShown] = useState(false);
  const status = useBackupStatus();
  if (status.error) return <ErrorNote error={status.error} />;
  if (!status.data) return null;
  return (
    <>
      <StatusPart status={status.data} />
      <BackupPlaces places={status.data.places} onChanged={() => void status.refetch()} />
      <SettingsPart title={words.t('backups.back')} text={words.t('backups.back.text')}>
        {isListShown ? (
          <RestoreChoice />
        ) : (
          <PartActions>
            <SecondAction onClick={() => setIsListShown(true)}>{words.t('backups.back.show')}</SecondAction>
          </PartActions>
        )}
      </SettingsPart>
    </>
  );
}

type Status = NonNullable<ReturnType<typeof useBackupStatus>['data']>;

function StatusPart({ status }: { status: Status }) {
  const words = useWords();
  const format = useFormat();
  const start = useCommand('backup.start');
  const { data: job } = useJob(start.data?.jobId ?? null);
  const isRunning = status.jobId !== null || job?.state === 'running' || start.isPending;
  const outcome = job?.state === 'done' && job.result?.kind === 'backup' ? job.result.value : null;
  return (
    <section className={styles.status} aria-label={words.t('backups.title')}>
      {status.worry ? <p className={styles.worry}>{worryText(words, status.worry)}</p> : null}
      <Sentence
        text={
          status.lastGood === null
            ? words.t('backups.none')
            : words.t('backups.lastGood', dateOf(format, status.lastGood))
        }
      />
      <Sentence text={words.t('backups.text')} size="note" />
      <PartActions>
        <SecondAction onClick={() => start.mutate({})} loading={isRunning}>
          {words.t('backups.now')}
        </SecondAction>
        <span role="status">
          {isRunning ? words.t('backups.running') : null}
          {!isRunning && outcome
            ? outcome.failed === 0
              ? words.t('backups.done', { count: outcome.good })
              : words.t('backups.doneSome')
            : null}
        </span>
      </PartActions>
      {start.error ? <ErrorNote error={start.error} /> : null}
      {job?.state === 'failed' && job.error ? <FailureNote failure={job.error} /> : null}
    </section>
  );
}
