/** In the bar, only when something is wrong with the backups: one quiet line that leads to where it is put right. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useRole } from '../../api/access.tsx';
import { PLACES } from '../../ui/places.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './BackupMark.module.css';
import { worryText } from './backupTexts.ts';
import { useBackupStatus } from './useBackupStatus.ts';

export function BackupMark() {
  const words = useWords();
  const role = useRole();
  const { data } = useBackupStatus();
  const worry = data?.worry;
  if (!worry) return null;
  const short =
    worry.kind === 'damaged'
      ? words.t('backups.mark.damaged')
      : worry.days === null
        ? words.t('backups.mark.never')
        : words.t('backups.mark.late', { count: worry.days });
  // Somebody at the desk can say so to the owner.
  if (role !== 'owner')
    return (
      <span className={styles.mark} title={worryText(words, worry)}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
        <span className={styles.label}>{short}</span>
      </span>
    );
  return (
    <Link href={`${PLACES.settings}/backups`} className={styles.mark} title={worryText(words, worry)}>
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
      <span className={styles.label}>{short}</span>
    </Link>
  );
}
