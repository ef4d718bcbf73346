/** One of the staff: their role, and a PIN that is given or replaced in place. */
import { NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ROLES, type Role } from '../../../src-shared/domain/closedLists.ts';
import { type Received, useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { isGoodPin, NewPin, NO_PIN } from './NewPin.tsx';
import { roleName } from './roleName.ts';

const NONE = 'none';

export function PersonRow({ person }: { person: Received<'access.people'>['people'][number] }) {
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const set = useCommand('access.setPerson');
  const remove = useCommand('access.removePerson');
  const { staffId, name, role, pinSetOn } = person;
  /** The role they get with the PIN that is being typed; null: none is. */
  const [giving, setGiving] = useState<Role | null>(null);
  const [typed, setTyped] = useState(NO_PIN);
  const stop = () => {
    setGiving(null);
    setTyped(NO_PIN);
    set.reset();
  };
  const keep = (newRole: Role, pin: string | null) =>
    set.mutate(
      { staffId, role: newRole, pin },
      {
        onSuccess: () => {
          stop();
          notices.say({ text: words.t('access.saved', { name, role: roleName(words, newRole) }) });
        },
      },
    );
  const choose = (value: string) => {
    remove.reset();
    if (value === NONE)
      remove.mutate(
        { staffId },
        { onSuccess: () => notices.say({ text: words.t('access.removed', { name }) }) },
      );
    // Without a PIN there is nothing to sign in with.
    else if (role === null) setGiving(value as Role);
    else keep(value as Role, null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (giving !== null && isGoodPin(typed) && !set.isPending) keep(giving, typed.pin);
  };
  const error = set.error ?? remove.error;
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.rowName}>{name}</span>
        <NativeSelect
          aria-label={`${words.t('access.role')}: ${name}`}
          value={giving ?? role ?? NONE}
          data={[
            ...ROLES.map((one) => ({ value: one, label: roleName(words, one) })),
            { value: NONE, label: words.t('access.role.none') },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <span className={styles.rowPin}>
          {pinSetOn === null ? null : words.t('access.pinSince', { date: format.date(pinSetOn, 'dayShort') })}
          {role === null || giving !== null ? null : (
            <Command aria-label={`${words.t('access.replacePin')}: ${name}`} onClick={() => setGiving(role)}>
              {words.t('access.replacePin')}
            </Command>
          )}
        </span>
      </div>
      {giving === null ? null : (
        <form
          className={styles.giving}
          aria-label={words.t('access.pinFor', { name })}
          onSubmit={submit}
          onKeyDown={(event) => event.key === 'Escape' && stop()}
          noValidate
        >
          <NewPin typed={typed} onTyped={setTyped} hasFocus />
          <PartActions>
            <Action isSubmit loading={set.isPending} disabled={!isGoodPin(typed)}>
              {words.t('access.savePin')}
            </Action>
            <SecondAction onClick={stop}>{words.t('access.cancel')}</SecondAction>
          </PartActions>
        </form>
      )}
      {error ? <ErrorNote error={error} /> : null}
    </li>
  );
}
