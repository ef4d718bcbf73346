/** A forgotten PIN: staff ask an owner; an owner shows that the shop is theirs. */
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { AccessState, TillPerson } from '../../../src-shared/contract/accessContract.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongTextField, SecretField } from '../../ui/Field.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { isGoodPin, NewPin, NO_PIN } from './NewPin.tsx';

export interface ForgottenProps {
  state: AccessState;
  /** Who was chosen. */
  person: TillPerson | undefined;
  onBack(): void;
}

export function Forgotten({ state, person, onBack }: ForgottenProps) {
  const words = useWords();
  const owners = state.people.filter(({ role }) => role === 'owner');
  const [ownerId, setOwnerId] = useState(person?.role === 'owner' ? person.staffId : null);
  const owner = owners.find(({ staffId }) => staffId === ownerId);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => event.key === 'Escape' && onBack();
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [onBack]);
  const back = (
    <Command isQuiet keys="Esc" onClick={onBack}>
      {words.t('access.reset.back')}
    </Command>
  );
  if (owner !== undefined) return <ResetPin state={state} owner={owner} back={back} />;
  return (
    <section className={styles.forgotten}>
      <h1 className={styles.title}>{words.t('access.forgotten')}</h1>
      <Sentence text={words.t('access.forgotten.staff')} />
      <div className={styles.owners}>
        <span>{words.t('access.forgotten.owners')}</span>
        {owners.map(({ staffId, name }) => (
          <Command
            key={staffId}
            autoFocus={staffId === owners[0]?.staffId}
            onClick={() => setOwnerId(staffId)}
          >
            {name}
          </Command>
        ))}
      </div>
      <div className={styles.acts}>{back}</div>
    </section>
  );
}

function ResetPin({ state, owner, back }: { state: AccessState; owner: TillPerson; back: ReactNode }) {
  const words = useWords();
  const reset = useCommand('access.resetOwnerPin');
  const [secret, setSecret] = useState('');
  const [typed, setTyped] = useState(NO_PIN);
  const title = <h1 className={styles.title}>{words.t('access.reset.title', { name: owner.name })}</h1>;
  if (state.resetBy === 'commandLine')
    return (
      <section className={styles.forgotten}>
        {title}
        <Sentence text={words.t('access.reset.commandLine')} />
        <div className={styles.acts}>{back}</div>
      </section>
    );
  const isByPassphrase = state.resetBy === 'passphrase';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = secret.trim();
    if (text === '' || !isGoodPin(typed) || reset.isPending) return;
    reset.mutate({
      staffId: owner.staffId,
      secret: isByPassphrase && !isLikeKey(text) ? { passphrase: secret } : { recoveryKey: text },
      pin: typed.pin,
    });
  };
  return (
    <form className={styles.forgotten} onSubmit={submit} noValidate>
      {title}
      <Sentence text={words.t(isByPassphrase ? 'access.reset.passphrase' : 'access.reset.key')} />
      {isByPassphrase ? (
        <SecretField
          label={words.t('access.reset.secretOrPassphrase')}
          value={secret}
          maxLength={1024}
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      ) : (
        <LongTextField
          label={words.t('access.reset.secret')}
          value={secret}
          maxLength={200}
          autoFocus
          spellCheck={false}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      )}
      <NewPin typed={typed} onTyped={setTyped} />
      {reset.error ? <ErrorNote error={reset.error} /> : null}
      <div className={styles.acts}>
        <Action isSubmit loading={reset.isPending} disabled={!isGoodPin(typed) || secret.trim() === ''}>
          {words.t('access.reset.do')}
        </Action>
        {back}
      </div>
    </form>
  );
}

const KEY_LETTERS = 56;
/** The printed key, however its groups are written. */
const isLikeKey = (text: string): boolean => text.replace(/[\s\p{Pd}_.]+/gu, '').length === KEY_LETTERS;
