/** The shop is locked: its passphrase, or the recovery key with the reason why it is needed. */
import { type FormEvent, useState } from 'react';
import type { AppState } from '../../../src-shared/contract/shopContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongTextField, SecretField } from '../../ui/Field.tsx';
import { Outside } from '../../ui/Outside.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

type LockReason = Extract<AppState, { phase: 'locked' }>['reason'];

export function Unlock({ reason, onRestore }: { reason: LockReason; onRestore(): void }) {
  const words = useWords();
  const unlock = useCommand('shop.unlock');
  const [isByRecoveryKey, setIsByRecoveryKey] = useState(reason !== 'passphrase');
  const [secret, setSecret] = useState('');
  const texts: Readonly<Record<LockReason, string>> = {
    passphrase: isByRecoveryKey ? words.t('setup.unlock.byKey') : words.t('setup.unlock.passphrase'),
    keyStoreLost: words.t('setup.unlock.keyStoreLost'),
    keyFileMissing: words.t('setup.unlock.keyFileMissing'),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (secret.trim() === '' || unlock.isPending) return;
    unlock.mutate(isByRecoveryKey ? { recoveryKey: secret.trim() } : { passphrase: secret });
  };
  const swap = () => {
    setIsByRecoveryKey(!isByRecoveryKey);
    setSecret('');
    unlock.reset();
  };
  return (
    <Outside>
      <form className={styles.step} onSubmit={submit} noValidate>
        <div className={styles.question}>
          <PageTitle>{words.t('setup.unlock.title')}</PageTitle>
          <Sentence text={texts[reason]} />
        </div>
        <div className={styles.secret}>
          {isByRecoveryKey ? (
            <LongTextField
              key="recoveryKey"
              label={words.t('setup.unlock.recoveryKey')}
              value={secret}
              maxLength={200}
              autoFocus
              spellCheck={false}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
          ) : (
            <SecretField
              key="passphrase"
              label={words.t('setup.passphrase')}
              value={secret}
              maxLength={1024}
              autoFocus
              visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
          )}
        </div>
        {unlock.error ? <ErrorNote error={unlock.error} /> : null}
        <div className={styles.onward}>
          <Action isSubmit loading={unlock.isPending}>
            {words.t('setup.unlock.open')}
          </Action>
          {reason === 'passphrase' ? (
            <Command onClick={swap}>
              {isByRecoveryKey ? words.t('setup.unlock.usePassphrase') : words.t('setup.unlock.useKey')}
            </Command>
          ) : null}
          {/* Damage at the head of the records looks like a wrong key. */}
          <Command isQuiet onClick={onRestore}>
            {words.t('backups.page.offer')}
          </Command>
        </div>
      </form>
    </Outside>
  );
}
