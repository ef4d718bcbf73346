/** The day the screen looks from: a word in the line that opens to typing, with the usual days beside it. */
import { type FormEvent, useId, useState } from 'react';
import { Command } from '../../ui/Command.tsx';
import { endOfMonthBefore, parseTypedDate } from '../../ui/typedDate.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './retention.module.css';

export interface AsOfFieldProps {
  readonly asOf: string;
  readonly today: string;
  readonly lastVisitOn: string;
  readonly onChange: (asOf: string) => void;
}

export function AsOfField({ asOf, today, lastVisitOn, onChange }: AsOfFieldProps) {
  const words = useWords();
  const format = useFormat();
  const hintId = useId();
  const inputId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const close = (): void => {
    setTyped(null);
    setProblem(null);
  };
  const choose = (day: string): void => {
    close();
    onChange(day);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const day = parseTypedDate(typed ?? '', today, {
      today: words.t('retention.asOf.today'),
      yesterday: words.t('retention.asOf.yesterday'),
    });
    if (day === null) setProblem(words.t('retention.asOf.notADate'));
    else if (day > today) setProblem(words.t('retention.asOf.future'));
    else choose(day);
  };
  const monthEnd = endOfMonthBefore(asOf);
  return (
    <form
      className={styles.asOf}
      onSubmit={submit}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label htmlFor={inputId}>{words.t('retention.asOf')}</label>
      <input
        id={inputId}
        className={styles.asOfInput}
        value={typed ?? format.date(asOf)}
        size={Math.max(8, (typed ?? format.date(asOf)).length)}
        onFocus={(event) => {
          setTyped((known) => known ?? format.date(asOf));
          event.currentTarget.select();
        }}
        onChange={(event) => {
          setProblem(null);
          setTyped(event.currentTarget.value);
        }}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={typed === null ? undefined : hintId}
      />
      {typed === null ? null : (
        <div className={styles.asOfChoices}>
          <p id={hintId} role={problem === null ? undefined : 'alert'}>
            {problem ?? words.t('retention.asOf.hint')}
          </p>
          <div className={styles.asOfCommands}>
            <Command onClick={() => choose(today)}>{words.t('retention.asOf.today')}</Command>
            {lastVisitOn < today ? (
              <Command onClick={() => choose(lastVisitOn)}>
                {words.t('retention.asOf.lastVisit', { date: format.date(lastVisitOn, 'dayShort') })}
              </Command>
            ) : null}
            <Command onClick={() => choose(monthEnd)}>
              {words.t('retention.asOf.monthEnd', { month: format.date(monthEnd, 'month') })}
            </Command>
          </div>
        </div>
      )}
    </form>
  );
}
