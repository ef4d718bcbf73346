/**
 * The list of backups, from choosing one to its being put in place. The same inside an open shop, on the screen of a
 * shop that cannot be opened, and on a bare machine.
 */
import { type ReactNode, useState } from 'react';
import type { FoundBackup } from '../../../src-shared/contract/backupContract.ts';
import { useEvent } from '../../api/events.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useAppState } from '../../api/shop.tsx';
import { SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { BackupSecret } from './BackupSecret.tsx';
import styles from './backups.module.css';
import { contentText, dateOf, kindText, sizeText } from './backupTexts.ts';
import { ConfirmRestore } from './ConfirmRestore.tsx';

/** As many as fit on a small screen; the rest is one click away. */
const SHOWN_AT_FIRST = 6;

export interface RestoreChoiceProps {
  /** Above and below the list; once a backup is chosen, the question about it has its own text and its own way back. */
  lead?: ReactNode;
  foot?: ReactNode;
}

export function RestoreChoice({ lead, foot }: RestoreChoiceProps) {
  const words = useWords();
  const list = useAnswer('backup.list', {});
  const pick = useCommand('backup.pickFile');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isAllShown, setIsAllShown] = useState(false);
  useEvent('job.changed', ({ kind, state }) => {
    if (kind === 'backup' && state === 'done') void list.refetch();
  });
  const openFile = () =>
    pick.mutate(
      {},
      {
        onSuccess: async ({ backupId }) => {
          if (backupId === null) return;
          const { data } = await list.refetch();
          // Straight on, when there is nothing to ask.
          const picked = data?.backups.find((backup) => backup.backupId === backupId);
          if (picked?.state === 'opens') setChosenId(backupId);
          else setIsAllShown(true);
        },
      },
    );
  const backups = list.data?.backups ?? [];
  const chosen = backups.find(({ backupId }) => backupId === chosenId);
  if (chosen) return <ConfirmRestore backup={chosen} onLeave={() => setChosenId(null)} />;
  if (list.isPending)
    return (
      <>
        {lead}
        <Waiting />
        {foot}
      </>
    );
  const pickedId = pick.data?.backupId;
  const first = backups.filter(({ backupId }, at) => at < SHOWN_AT_FIRST || backupId === pickedId);
  const shown = isAllShown ? backups : first;
  return (
    <div className={styles.choice}>
      {lead}
      {backups.length === 0 ? (
        <Sentence text={words.t('backups.list.empty')} />
      ) : (
        <ul className={styles.backups} aria-label={words.t('backups.list')}>
          {shown.map((backup) => (
            <BackupRow key={backup.backupId} backup={backup} onChoose={() => setChosenId(backup.backupId)} />
          ))}
        </ul>
      )}
      {shown.length < backups.length ? (
        <Command onClick={() => setIsAllShown(true)}>
          {words.t('backups.list.more', { count: backups.length - shown.length })}
        </Command>
      ) : null}
      {backups.some(({ state }) => state === 'otherKey') ? (
        <BackupSecret onUnlocked={() => void list.refetch()} />
      ) : null}
      <PartActions>
        <SecondAction onClick={openFile} loading={pick.isPending}>
          {words.t('backups.list.file')}
        </SecondAction>
        <Command onClick={() => void list.refetch()}>{words.t('backups.list.again')}</Command>
      </PartActions>
      {list.error ? <ErrorNote error={list.error} /> : null}
      {pick.error ? <ErrorNote error={pick.error} /> : null}
      {foot}
    </div>
  );
}

function BackupRow({ backup, onChoose }: { backup: FoundBackup; onChoose(): void }) {
  const words = useWords();
  const format = useFormat();
  const made = dateOf(format, backup.made, 'dayShort');
  const { data: state } = useAppState();
  const open = state?.phase === 'ready' ? state : null;
  const kind = kindText(words, backup, open?.protection !== 'none');
  // What every row would say is said by none.
  const shopName = backup.shopName === open?.shop.name ? '' : (backup.shopName ?? '');
  return (
    <li className={styles.backup}>
      <div className={styles.made}>
        <span className={styles.date}>{made.date}</span>
        <span className={styles.time}>{made.time}</span>
      </div>
      <div className={styles.holds}>
        <p className={backup.state === 'opens' ? undefined : styles.trouble}>
          {contentText(words, format, backup)}
        </p>
        <p className={styles.lastGood}>
          {[kind, shopName, sizeText(words, format, backup.bytes), backup.isHere ? '' : backup.folder]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </div>
      {backup.state === 'opens' ? (
        <Command onClick={onChoose} aria-label={words.t('backups.list.restoreNamed', made)}>
          {words.t('backups.list.restore')}
        </Command>
      ) : null}
    </li>
  );
}
