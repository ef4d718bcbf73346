/** A day that has been: typed as people say it, or picked from the calendar. */
import { ActionIcon } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type Ref, useRef } from 'react';
import { TextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './visitForm.module.css';

export interface DayFieldProps {
  ref?: Ref<HTMLInputElement>;
  label: string;
  /** As typed. */
  date: string;
  /** What that means; null while it means nothing. */
  day: string | null;
  today: string;
  error: string | null;
  onChange(date: string): void;
}

export function DayField({ ref, label, date, day, today, error, onChange }: DayFieldProps) {
  const words = useWords();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextField
        {...(ref ? { ref } : {})}
        label={label}
        placeholder={words.t('visits.today')}
        value={date}
        maxLength={30}
        autoComplete="off"
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.t('visits.day.pick')}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={18} stroke={1.75} aria-hidden="true" />
          </ActionIcon>
        }
      />
      <input
        ref={picker}
        type="date"
        className={styles.picker}
        tabIndex={-1}
        aria-hidden="true"
        max={today}
        value={day ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
