/** The secret for backups that no known key opens: a recovery key and a passphrase are told apart by their look. */
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SecretField } from '../../ui/Field.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './backups.module.css';

/** 56 letters and digits, in groups or not, with a slip or two; no passphrase of words looks like that. */
export const looksLikeRecoveryKey = (text: string): boolean => {
  const groups = text.trim().split(/[\s\-–—_.]+/);
  const letters = groups.join('');
  if (!/^[0-9a-z]{50,62}$/i.test(letters)) return false;
  return groups.length === 1 || groups.filter((group) => group.length === 4).length >= groups.length - 2;
};

export function BackupSecret({ onUnlocked }: { onUnlocked(): void }) {
  const words = useWords();
  const unlock = useCommand('backup.unlock');
  const [secret, setSecret] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret.trim() === '' || unlock.isPending) return;
    unlock.mutate(looksLikeRecoveryKey(secret) ? { recoveryKey: secret.trim() } : { passphrase: secret }, {
      onSuccess: () => {
        setSecret('');
        onUnlocked();
      },
    });
  };
  return (
    <form className={styles.secret} onSubmit={submit} noValidate aria-label={words.t('backups.secret.title')}>
      <p className={styles.folder}>{words.t('backups.secret.title')}</p>
      <Sentence text={words.t('backups.secret.text')} size="note" />
      <div className={styles.secretLine}>
        <SecretField
          className={styles.secretField ?? ''}
          aria-label={words.t('backups.secret.label')}
          value={secret}
          maxLength={1024}
          visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <SecondAction isSubmit loading={unlock.isPending}>
          {words.t('backups.secret.open')}
        </SecondAction>
      </div>
      {unlock.error ? <ErrorNote error={unlock.error} /> : null}
    </form>
  );
}
