/** On which days of the week the shop is open, and the days on which it is closed all the same. */
import { type FormEvent, useState } from 'react';
import type { OpeningDays } from '../../../src-shared/contract/settingsContract.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { SettingsPart } from '../../ui/SettingsPart.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { parseClosedDate } from './closedDate.ts';
import styles from './OpeningDays.module.css';

/** A Monday, from which the names of the days are written. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export function OpeningDaysPart() {
  const words = useWords();
  const days = useAnswer('openingDays.read', {});
  const write = useCommand('openingDays.write');
  if (days.error) return <ErrorNote error={days.error} />;
  if (!days.data) return null;
  const known = days.data;
  const keep = (part: Partial<OpeningDays>) => write.mutate({ ...known, ...part });
  const name = new Intl.DateTimeFormat(words.locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <SettingsPart title={words.t('settings.opening.title')} text={words.t('settings.opening.text')}>
      <fieldset className={styles.week}>
        <legend className={styles.unseen}>{words.t('settings.opening.title')}</legend>
        {known.weekdays.map((isOpen, index) => {
          const day = name.format(new Date(A_MONDAY + index * DAY_MS));
          return (
            <label key={day} className={styles.day}>
              <input
                type="checkbox"
                checked={isOpen}
                onChange={(event) =>
                  keep({
                    weekdays: known.weekdays.map((was, at) =>
                      at === index ? event.currentTarget.checked : was,
                    ),
                  })
                }
              />
              <span>{day}</span>
            </label>
          );
        })}
      </fieldset>
      <ClosedDates closedDates={known.closedDates} onChange={(closedDates) => keep({ closedDates })} />
      {write.error ? <ErrorNote error={write.error} /> : null}
    </SettingsPart>
  );
}

interface ClosedDatesProps {
  closedDates: readonly string[];
  onChange(closedDates: string[]): void;
}

function ClosedDates({ closedDates, onChange }: ClosedDatesProps) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const [typed, setTyped] = useState('');
  const [isFault, setIsFault] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const day = parseClosedDate(typed, today);
    setIsFault(day === null && typed.trim() !== '');
    if (day === null) return;
    setTyped('');
    onChange([...closedDates, day]);
  };
  return (
    <>
      <form className={styles.add} onSubmit={add} noValidate>
        <TextField
          label={words.t('settings.opening.closed')}
          placeholder="24.12."
          value={typed}
          maxLength={40}
          error={isFault ? words.t('common.notADate') : null}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <SecondAction isSubmit>{words.t('settings.opening.addClosed')}</SecondAction>
      </form>
      {closedDates.length === 0 ? null : (
        <ul className={styles.dates} aria-label={words.t('settings.opening.closedList')}>
          {closedDates.map((date) => (
            <li key={date}>
              <span>{format.date(date)}</span>
              <Command
                isQuiet
                aria-label={words.t('settings.opening.openNamed', { date: format.date(date) })}
                onClick={() => onChange(closedDates.filter((other) => other !== date))}
              >
                {words.t('catalogue.delete')}
              </Command>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
