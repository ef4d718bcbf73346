/** One record of the next step: what it is, what can be done with it. Each command says what it is about. */
import type { ReactNode } from 'react';
import { Command } from '../ui/Command.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './followUp.module.css';

export interface Act {
  readonly name: string;
  readonly isQuiet?: boolean;
  onDone(): void;
}

export interface StepRowProps {
  label?: ReactNode;
  text: ReactNode;
  second: readonly (ReactNode | null)[];
  /** What it is, for the names of its commands. */
  what: string;
  acts: readonly Act[];
  isUrgent?: boolean;
}

export function StepRow({ label, text, second, what, acts, isUrgent = false }: StepRowProps) {
  const words = useWords();
  const notes = second.filter((one) => one !== null && one !== '');
  return (
    <li className={styles.row} data-urgent={isUrgent || undefined}>
      {label === undefined ? null : <div className={styles.rowLabel}>{label}</div>}
      <div className={styles.rowText}>
        <p>{text}</p>
        {notes.length === 0 ? null : (
          <p className={styles.rowSecond}>
            {notes.map((note, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: never reordered
              <span key={index}>
                {index === 0 ? null : ' · '}
                {note}
              </span>
            ))}
          </p>
        )}
      </div>
      {acts.length === 0 ? null : (
        <div className={styles.acts}>
          {acts.map(({ name, isQuiet = false, onDone }) => (
            <Command
              key={name}
              isQuiet={isQuiet}
              aria-label={words.t('followUp.act.of', { act: name, what })}
              onClick={onDone}
            >
              {name}
            </Command>
          ))}
        </div>
      )}
    </li>
  );
}
