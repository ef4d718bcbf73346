/** The one box of the desk, and the keys that work while it has the focus. A combobox for screen readers. */
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { Command } from '../../ui/Command.tsx';
import { isMod } from '../../ui/Key.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { FOUND_LIST_ID, optionId } from './FoundList.tsx';
import styles from './SearchBox.module.css';

export interface SearchBoxProps {
  ref: Ref<HTMLInputElement>;
  typed: string;
  optionCount: number;
  selected: number;
  onTyped(text: string): void;
  onSelect(at: number): void;
  onOpen(): void;
  onRecord(): void;
  onClear(): void;
}

export function SearchBox(props: SearchBoxProps) {
  const { ref, typed, optionCount, selected, onTyped, onSelect, onOpen, onRecord, onClear } = props;
  const words = useWords();
  const pressed = (event: KeyboardEvent) => {
    const action = isMod(event, 'Enter')
      ? onRecord
      : event.key === 'Enter'
        ? onOpen
        : event.key === 'ArrowDown'
          ? () => onSelect(Math.min(selected + 1, optionCount - 1))
          : event.key === 'ArrowUp'
            ? () => onSelect(Math.max(selected - 1, 0))
            : event.key === 'Escape' && typed !== ''
              ? onClear
              : null;
    if (action === null) return;
    event.preventDefault();
    action();
  };
  return (
    <div className={styles.box}>
      <IconSearch className={styles.icon} size={24} stroke={2} aria-hidden="true" />
      <input
        ref={ref}
        className={styles.input}
        type="text"
        role="combobox"
        aria-labelledby="desk-question"
        aria-describedby="desk-hint"
        aria-expanded={optionCount > 0}
        aria-controls={FOUND_LIST_ID}
        aria-autocomplete="list"
        aria-activedescendant={optionCount > 0 ? optionId(selected) : undefined}
        // biome-ignore lint/a11y/noAutofocus: the desk opens ready to type; a queue may be waiting
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => onTyped(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {typed === '' ? null : (
        <Command isQuiet keys="Esc" tabIndex={-1} className={styles.clear} onClick={onClear}>
          {words.t('desk.clear')}
        </Command>
      )}
    </div>
  );
}
