/** The till is locked: who is there now, and their PIN. By keyboard alone, by mouse alone, or by touch. */
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AccessState } from '../../../src-shared/contract/accessContract.ts';
import { PIN_DIGITS } from '../../../src-shared/domain/pinThrottle.ts';
import { useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { BrandMark } from '../../ui/BrandMark.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Key } from '../../ui/Key.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';
import { Forgotten } from './Forgotten.tsx';
import { PEOPLE_ID, PeopleList, walked } from './PeopleList.tsx';
import { PinPad } from './PinPad.tsx';
import { clockOf, useWaiting } from './useWaiting.ts';

export interface LockPageProps {
  state: AccessState;
  /** Who was here last: most often they come back. */
  lastStaffId: number | null;
}

export function LockPage({ state, lastStaffId }: LockPageProps) {
  const words = useWords();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const { people } = state;
  const [chosen, setChosen] = useState(() =>
    Math.max(
      0,
      people.findIndex(({ staffId }) => staffId === lastStaffId),
    ),
  );
  const [isForgotten, setIsForgotten] = useState(false);
  const person = people[Math.min(chosen, people.length - 1)];
  return (
    <div className={styles.locked}>
      <header className={styles.top}>
        <div className={styles.brand}>
          <BrandMark />
          <span>Revino</span>
        </div>
        <span className={styles.shop} title={shop.name}>
          {shop.name} · {format.date(today, 'weekday')}
        </span>
      </header>
      <main className={styles.main}>
        {isForgotten || person === undefined ? (
          <Forgotten state={state} person={person} onBack={() => setIsForgotten(false)} />
        ) : (
          <>
            <section className={styles.who}>
              <div className={styles.whoHead}>
                <h1 className={styles.title}>{words.t('access.who')}</h1>
                {people.length > 1 ? (
                  <span className={styles.hint}>
                    {words.t('access.chooseHint')} <Key keys="Up" /> <Key keys="Down" />
                  </span>
                ) : null}
              </div>
              <PeopleList people={people} chosen={chosen} onChosen={setChosen} />
            </section>
            <PinForm
              key={person.staffId}
              name={person.name}
              staffId={person.staffId}
              onWalk={(key) => {
                const at = walked(people, chosen, key);
                if (at !== null) setChosen(at);
                return at !== null;
              }}
              onForgotten={() => setIsForgotten(true)}
            />
          </>
        )}
      </main>
    </div>
  );
}

interface PinFormProps {
  staffId: number;
  name: string;
  /** True: the key was for the list of people. */
  onWalk(key: string): boolean;
  onForgotten(): void;
}

function PinForm({ staffId, name, onWalk, onForgotten }: PinFormProps) {
  const words = useWords();
  const signIn = useCommand('access.signIn');
  const field = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState('');
  const waiting = useWaiting();
  const isWaiting = waiting.seconds > 0;
  useEffect(() => field.current?.focus(), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin.length < PIN_DIGITS.min || signIn.isPending || isWaiting) return;
    signIn.mutate(
      { staffId, pin },
      {
        onSuccess: ({ isRight, triesLeft, waitSeconds }) => {
          if (isRight) return;
          setPin('');
          waiting.wait(waitSeconds);
          setSaid(
            triesLeft === 0 ? words.t('access.wrongNow') : words.t('access.wrong', { count: triesLeft }),
          );
          field.current?.focus();
        },
      },
    );
  };
  const type = (text: string) => {
    setPin(text.replace(/\D/g, '').slice(0, PIN_DIGITS.max));
    if (text !== '') setSaid('');
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (onWalk(event.key)) event.preventDefault();
    if (event.key === 'Escape') type('');
  };
  return (
    <form className={styles.pin} onSubmit={submit} noValidate>
      <label className={styles.pinLabel} htmlFor="till-pin">
        {words.t('access.pinOf', { name })}
      </label>
      <input
        ref={field}
        id="till-pin"
        className={styles.pinField}
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_DIGITS.max}
        value={pin}
        readOnly={isWaiting}
        aria-describedby="till-said"
        aria-controls={PEOPLE_ID}
        aria-invalid={said !== ''}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={pressed}
        // A click beside it must not leave the keyboard without an ear.
        onBlur={({ relatedTarget }) => relatedTarget === null && field.current?.focus()}
      />
      <PinPad
        isDisabled={isWaiting}
        onDigit={(digit) => type(pin + digit)}
        onTakeBack={() => type(pin.slice(0, -1))}
      />
      <p className={styles.said} id="till-said" role="status">
        {isWaiting ? words.t('access.wait', { time: clockOf(waiting.seconds) }) : said}
      </p>
      {signIn.error ? <ErrorNote error={signIn.error} /> : null}
      <div className={styles.enter}>
        <Action isSubmit keys="Enter" loading={signIn.isPending} disabled={isWaiting}>
          {words.t('access.signIn')}
        </Action>
        <Command isQuiet onClick={onForgotten}>
          {words.t('access.forgotten')}
        </Command>
      </div>
    </form>
  );
}
