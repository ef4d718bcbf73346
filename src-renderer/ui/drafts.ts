/**
 * What was typed and not yet recorded: it survives going to another screen and back, and the window asks before it is
 * closed over it. Kept in memory alone, because it is about people and the disk holds nothing of them in the clear.
 */
import { useCallback, useEffect, useId, useState } from 'react';

const drafts = new Map<string, unknown>();

const keepOpen = (event: BeforeUnloadEvent): void => event.preventDefault();

const watch = (): void => {
  // Main asks the person (windows/mainWindow.ts); the page only says that there is something to lose.
  if (drafts.size > 0) window.addEventListener('beforeunload', keepOpen);
  else window.removeEventListener('beforeunload', keepOpen);
};

const keep = (key: string, value: unknown, empty: unknown): void => {
  if (JSON.stringify(value) === JSON.stringify(empty)) drafts.delete(key);
  else drafts.set(key, value);
  watch();
};

/** It was recorded, or given up. */
export const dropDraft = (key: string): void => {
  drafts.delete(key);
  watch();
};

export interface Draft<T> {
  readonly value: T;
  change(value: T): void;
  /** Recorded or given up: back to empty, and nothing is asked any more. */
  drop(): void;
}

/** As `useState`, kept under `key` while it differs from `empty`, which must be plain data. */
export const useDraft = <T>(key: string, empty: T): Draft<T> => {
  const [value, setValue] = useState<T>(() => (drafts.has(key) ? (drafts.get(key) as T) : empty));
  const change = useCallback(
    (next: T) => {
      keep(key, next, empty);
      setValue(next);
    },
    [key, empty],
  );
  const drop = useCallback(() => {
    dropDraft(key);
    setValue(empty);
  }, [key, empty]);
  return { value, change, drop };
};

/** For a form that keeps its own state: the window asks before it is closed for as long as something stands in it. */
export const useHoldsWindow = (isHeld: boolean): void => {
  const key = useId();
  useEffect(() => {
    if (!isHeld) return;
    keep(key, true, false);
    return () => dropDraft(key);
  }, [key, isHeld]);
};
