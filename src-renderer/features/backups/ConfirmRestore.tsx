/** What going back to this backup means, once more in words, and the doing of it. */
import { useEffect, useRef, useState } from 'react';
import type { FoundBackup } from '../../../src-shared/contract/backupContract.ts';
import { useEvent } from '../../api/events.ts';
import { useJob } from '../../api/job.ts';
import { useCommand } from '../../api/procedures.ts';
import { useAppState } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { SecretField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './backups.module.css';
import { dateOf, holdsText } from './backupTexts.ts';

/** As the key wrapping asks for it. */
const MIN_PASSPHRASE_CHARACTERS = 10;

export function ConfirmRestore({ backup, onLeave }: { backup: FoundBackup; onLeave(): void }) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const { data: state } = useAppState();
  const restore = useCommand('backup.restore');
  const { data: job } = useJob(restore.data?.jobId ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const made = dateOf(format, backup.made);
  useEvent('job.changed', ({ jobId, state: jobState }) => {
    if (jobId !== restore.data?.jobId || jobState !== 'done') return;
    notices.say({ text: words.t('backups.restored', made) });
    onLeave();
  });
  const isRunning = restore.isPending || job?.state === 'running' || job?.state === 'done';
  const holds = holdsText(words, backup);
  const isFresh = state?.phase === 'noShop';
  const isUnlocked = state?.phase === 'ready' && state.protection === 'none';
  const isShort = [...passphrase].length < MIN_PASSPHRASE_CHARACTERS;
  const isReady = !backup.needsPassphrase || (!isShort && passphrase === repeated);
  const go = () =>
    restore.mutate({
      backupId: backup.backupId,
      passphrase: backup.needsPassphrase ? passphrase : null,
    });
  return (
    <div className={styles.confirm}>
      <h4 className={styles.confirmTitle} ref={title} tabIndex={-1}>
        {words.t('backups.confirm.title', made)}
      </h4>
      <Sentence
        text={
          isFresh
            ? words.t('backups.confirm.fresh', { ...holds, shop: backup.shopName ?? '' })
            : words.t('backups.confirm.text', holds)
        }
      />
      {backup.isEncrypted || isUnlocked ? null : (
        <p className={styles.worry}>{words.t('backups.confirm.plain')}</p>
      )}
      {backup.needsPassphrase ? (
        <>
          <Sentence text={words.t('backups.confirm.passphrase', { count: MIN_PASSPHRASE_CHARACTERS })} />
          <SecretField
            className={styles.secretField ?? ''}
            label={words.t('backups.confirm.passphraseLabel')}
            value={passphrase}
            maxLength={1024}
            visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <SecretField
            className={styles.secretField ?? ''}
            label={words.t('backups.confirm.repeat')}
            value={repeated}
            maxLength={1024}
            visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
            error={
              repeated !== '' && !isShort && repeated.length >= passphrase.length && repeated !== passphrase
                ? words.t('backups.confirm.different')
                : null
            }
            onChange={(event) => setRepeated(event.currentTarget.value)}
          />
        </>
      ) : null}
      <PartActions>
        <Action onClick={go} loading={isRunning} disabled={!isReady}>
          {words.t('backups.confirm.do')}
        </Action>
        {isRunning ? null : <Command onClick={onLeave}>{words.t('backups.confirm.not')}</Command>}
        <span role="status">{isRunning ? words.t('backups.restoring') : null}</span>
      </PartActions>
      {restore.error ? <ErrorNote error={restore.error} /> : null}
      {job?.state === 'failed' && job.error ? <FailureNote failure={job.error} /> : null}
    </div>
  );
}
