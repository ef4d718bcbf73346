/**
 * A value in a table that is changed where it stands: looks like text until the hand or the focus comes. Enter and the
 * arrows go on in the same column, Esc takes back what was typed, leaving the cell keeps it. Said is only what is wrong.
 */
import { type KeyboardEvent, useId, useState } from 'react';
import styles from './CellInput.module.css';
import { errorText, failureOf } from './ErrorNote.tsx';
import { useWords } from './wordsContext.tsx';

export interface CellInputProps {
  /** Column and row, for screen readers: "Price, Women's cut". */
  label: string;
  value: string;
  /** Keeps it; answers what is wrong with it, or null. What it throws is told beside the cell. */
  onCommit(text: string): Promise<string | null> | string | null;
  /** Cells of one column find each other by it. */
  column: string;
  isNumber?: boolean;
  isStrong?: boolean;
  /** Of a datalist with what may be meant. */
  list?: string;
  placeholder?: string;
  maxLength?: number;
}

export function CellInput(props: CellInputProps) {
  const { label, value, onCommit, column, isNumber = false, isStrong = false, list, placeholder } = props;
  const words = useWords();
  const faultId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const commit = async () => {
    if (typed === null) return;
    if (typed.trim() === value) {
      revert();
      return;
    }
    try {
      const wrong = await onCommit(typed.trim());
      setFault(wrong);
      if (wrong === null) setTyped(null);
    } catch (caught) {
      setFault(errorText(words, failureOf(caught)));
    }
  };
  const revert = () => {
    setTyped(null);
    setFault(null);
  };
  const pressed = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && typed !== null) {
      revert();
      event.stopPropagation();
    }
    // With suggestions open the arrows choose among them.
    const isArrow = list === undefined && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (event.key !== 'Enter' && !isArrow) return;
    event.preventDefault();
    const isBack = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
    if (!goInColumn(event.currentTarget, isBack ? -1 : 1)) void commit();
  };
  const look = `${isNumber ? styles.number : ''} ${isStrong ? styles.strong : ''}`;
  return (
    <div className={styles.cell}>
      <input
        className={`${styles.input} ${look}`}
        aria-label={label}
        data-column={column}
        data-untouched={typed === null}
        value={typed ?? value}
        maxLength={props.maxLength ?? 200}
        autoComplete="off"
        {...(isNumber ? { inputMode: 'decimal' as const } : {})}
        {...(list === undefined ? {} : { list })}
        {...(placeholder === undefined ? {} : { placeholder })}
        aria-invalid={fault !== null}
        {...(fault === null ? {} : { 'aria-describedby': faultId })}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={pressed}
        onBlur={() => void commit()}
      />
      {fault === null ? null : (
        <p className={styles.fault} id={faultId} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

/** False at the end of the column, where there is nowhere to go. */
const goInColumn = (from: HTMLInputElement, by: -1 | 1): boolean => {
  const cells = from
    .closest('table')
    ?.querySelectorAll<HTMLInputElement>(`input[data-column="${from.dataset.column}"]`);
  const list = [...(cells ?? [])];
  const next = list[list.indexOf(from) + by];
  next?.focus();
  next?.select();
  return next !== undefined;
};
