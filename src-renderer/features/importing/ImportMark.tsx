/** How far a running import is, beside the name of its screen, while another screen is open. */
import { useJob } from '../../api/job.ts';
import { useFormat } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';

export function ImportMark() {
  const format = useFormat();
  const { started } = useImportSession();
  const job = useJob(started?.jobId ?? null);
  if (job.data?.state !== 'running') return null;
  return <span className={styles.mark}>{format.share(job.data.progress ?? 0)}</span>;
}
