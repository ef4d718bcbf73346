/** A new PIN for whoever is signed in. */
import { type FormEvent, useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { SecretField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PartActions, SettingsPart } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { isGoodPin, NewPin, NO_PIN } from './NewPin.tsx';
import { clockOf, useWaiting } from './useWaiting.ts';

export function OwnPin() {
  const words = useWords();
  const notices = useNotices();
  const change = useCommand('access.changeOwnPin');
  const [oldPin, setOldPin] = useState('');
  const [typed, setTyped] = useState(NO_PIN);
  const [said, setSaid] = useState('');
  const waiting = useWaiting();
  const isReady = isGoodPin(typed) && oldPin.length >= 4 && waiting.seconds === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady || change.isPending) return;
    change.mutate(
      { oldPin, newPin: typed.pin },
      {
        onSuccess: ({ isRight, triesLeft, waitSeconds }) => {
          setOldPin('');
          waiting.wait(waitSeconds);
          if (!isRight) {
            setSaid(
              triesLeft === 0 ? words.t('access.wrongNow') : words.t('access.wrong', { count: triesLeft }),
            );
            return;
          }
          setTyped(NO_PIN);
          setSaid('');
          notices.say({ text: words.t('access.ownPin.changed') });
        },
      },
    );
  };
  const error = waiting.seconds > 0 ? words.t('access.wait', { time: clockOf(waiting.seconds) }) : said;
  return (
    <SettingsPart title={words.t('access.ownPin')}>
      <form className={styles.giving} onSubmit={submit} noValidate>
        <SecretField
          className={styles.short ?? ''}
          label={words.t('access.oldPin')}
          inputMode="numeric"
          value={oldPin}
          maxLength={8}
          error={error === '' ? null : error}
          visibilityToggleButtonProps={{ 'aria-label': words.t('common.showSecret') }}
          onChange={(event) => setOldPin(event.currentTarget.value.replace(/\D/g, ''))}
        />
        <NewPin typed={typed} onTyped={setTyped} />
        {change.error ? <ErrorNote error={change.error} /> : null}
        <PartActions>
          <SecondAction isSubmit loading={change.isPending} disabled={!isReady}>
            {words.t('access.ownPin.change')}
          </SecondAction>
        </PartActions>
      </form>
    </SettingsPart>
  );
}
