/** The import: choose a file, see how it will be understood, check it whole, bring it in, see what came in. */
import { useEffect } from 'react';
import { useEvent } from '../../api/events.ts';
import { useJob } from '../../api/job.ts';
import { isRefusal } from '../../api/refusal.ts';
import { Page } from '../../ui/Page.tsx';
import { useShortcut } from '../../ui/useShortcut.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ImportStep } from './ImportStep.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';
import { PickStep } from './PickStep.tsx';
import { UnderstandStep } from './UnderstandStep.tsx';
import { UndoStep } from './UndoStep.tsx';

export function ImportScreen() {
  const words = useWords();
  const session = useImportSession();
  const { open, started, undoing, isFileOver, pick, putAway } = session;
  const job = useJob(started?.jobId ?? null);
  const undoJob = useJob(undoing?.jobId ?? null);
  const isRunning = job.data?.state === 'running' || undoJob.data?.state === 'running';
  useShortcut('o', !isRunning, pick);
  // A job of an earlier start of Revino is gone for good; there is nothing to show of it.
  const isForgotten =
    (started !== null && isRefusal(job.error, 'job.unknown')) ||
    (undoing !== null && isRefusal(undoJob.error, 'job.unknown'));
  useEffect(() => {
    if (isForgotten) putAway();
  }, [isForgotten, putAway]);
  // The menu leads here from anywhere; chosen here, it can only mean choosing a file.
  useEvent('menu.chosen', ({ item }) => {
    if (item === 'import' && open === null && started === null && undoing === null) pick();
  });
  return (
    <Page>
      {undoing !== null && !isForgotten ? (
        <UndoStep undoing={undoing} job={undoJob} />
      ) : started !== null && !isForgotten ? (
        <ImportStep started={started} job={job} />
      ) : open === null ? (
        <PickStep />
      ) : open.checkJobId === null ? (
        <UnderstandStep open={open} />
      ) : (
        <CheckStep open={open} jobId={open.checkJobId} />
      )}
      {isFileOver ? (
        <div className={styles.dropHere}>
          <p>{words.t('import.dropHere')}</p>
        </div>
      ) : null}
    </Page>
  );
}
