/** One short name typed in a line of commands: Enter takes it, Esc leaves it. */
import { type KeyboardEvent, useId, useState } from 'react';
import { Command } from '../../ui/Command.tsx';
import styles from './list.module.css';

export interface NameEntryProps {
  label: string;
  start?: string;
  /** What is offered while typing. */
  known?: readonly string[];
  command: string;
  onNamed(name: string): void;
  onCancel(): void;
}

export function NameEntry({ label, start = '', known = [], command, onNamed, onCancel }: NameEntryProps) {
  const [typed, setTyped] = useState(start);
  const listId = useId();
  const take = () => {
    if (typed.trim() !== '') onNamed(typed.trim());
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') take();
    else onCancel();
  };
  return (
    <span className={styles.entry}>
      <input
        className={styles.entryInput}
        aria-label={label}
        placeholder={label}
        // biome-ignore lint/a11y/noAutofocus: it appears because its command was just chosen
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={typed}
        {...(known.length > 0 ? { list: listId } : {})}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {known.length > 0 ? (
        <datalist id={listId}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ) : null}
      <Command keys="Enter" disabled={typed.trim() === ''} onClick={take}>
        {command}
      </Command>
    </span>
  );
}
