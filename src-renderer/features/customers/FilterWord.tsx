/** A word of the sentence that narrows the table, which can be changed to another. */
import type { ReactNode } from 'react';
import styles from './list.module.css';

export interface WordProps {
  label: string;
  value: string;
  isChanged: boolean;
  onValue(value: string): void;
  children: ReactNode;
}

export function Word({ label, value, isChanged, onValue, children }: WordProps) {
  return (
    <label className={styles.filter}>
      <span aria-hidden="true">{label}</span>
      <select
        aria-label={label}
        className={`${styles.word} ${isChanged ? styles.changed : ''}`}
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {children}
      </select>
    </label>
  );
}
