/**
 * What was typed and not yet recorded: it survives going to another screen and back, and the window asks before it is
 * closed over it. Kept in memory alone, because it is about people and the disk holds nothing of them in the clear.
 */
import { useCallback, useEffect, useId, useState } from 'react';

interface Kept {
  readonly value: unknown;
  /** It would be missed: the window asks before it is closed. */
  readonly holdsWindow: boolean;
}
/** Of each person at the till; under null where nobody signs in. */
const allDrafts = new Map<number | null, Map<string, Kept>>([[null, new Map()]]);
let drafts = allDrafts.get(null) ?? new Map<string, Kept>();
let person: number | null = null;

/** Whose they are: null where nobody signs in. For what is remembered of a person and is no draft. */
export const personOfDrafts = (): number | null => person;

const keepOpen = (event: BeforeUnloadEvent): void => event.preventDefault();

const watch = (): void => {
  // Main asks the person (windows/mainWindow.ts); the page only says that there is something to lose.
  const kept = [...allDrafts.values()].flatMap((ofOne) => [...ofOne.values()]);
  if (kept.some(({ holdsWindow }) => holdsWindow)) window.addEventListener('beforeunload', keepOpen);
  else window.removeEventListener('beforeunload', keepOpen);
};

const keep = (key: string, value: unknown, empty: unknown, holdsWindow: boolean): void => {
  if (JSON.stringify(value) === JSON.stringify(empty)) drafts.delete(key);
  else drafts.set(key, { value, holdsWindow });
  watch();
};

/** It was recorded, or given up. */
export const dropDraft = (key: string): void => {
  drafts.delete(key);
  watch();
};

export const hasDraft = (key: string): boolean => drafts.has(key);

/** Told which drafts stand there again, for a form that is open over them. */
const readers = new Set<(keys: readonly string[]) => void>();

/** Gives up what is typed under these keys. What it answers puts it back; null where nothing was typed. */
export const giveUpDrafts = (keys: readonly string[]): (() => void) | null => {
  const from = drafts;
  const given = keys.flatMap((key) => {
    const kept = from.get(key);
    return kept === undefined ? [] : [{ key, kept }];
  });
  for (const key of keys) dropDraft(key);
  if (given.length === 0) return null;
  return () => {
    // Somebody else is at the till, or another shop is open: it is not for them.
    if (from !== drafts) return;
    for (const { key, kept } of given) drafts.set(key, kept);
    watch();
    for (const read of readers) read(keys);
  };
};

/** Another shop may be opened next, with other people behind the same numbers. */
export const forgetDrafts = (): void => {
  allDrafts.clear();
  setDraftsOf(null);
  watch();
};

/** Whoever typed it: nothing of somebody who was forgotten is kept. */
export const forgetDraftsAbout = (customerId: number): void => {
  const keys = new RegExp(`^(customer|desk\\.visit|opinion\\.new\\.\\w+)\\.${customerId}(\\.|$)`);
  const value = new RegExp(`"customerId":${customerId}[,}]`);
  for (const ofOne of allDrafts.values()) {
    for (const [key, kept] of ofOne) {
      if (keys.test(key) || value.test(JSON.stringify(kept.value))) ofOne.delete(key);
    }
  }
  watch();
};

/** Somebody else is at the till: they find what they had half typed themselves, and nobody else's. */
export const setDraftsOf = (staffId: number | null): void => {
  person = staffId;
  drafts = allDrafts.get(staffId) ?? new Map();
  allDrafts.set(staffId, drafts);
};

/** The same person goes on under another name: signing in was turned on or off. */
export const draftsGoOnFor = (staffId: number | null): void => {
  const going = drafts;
  if (allDrafts.get(staffId) === going) return;
  setDraftsOf(staffId);
  for (const [key, kept] of going) drafts.set(key, kept);
  going.clear();
};

export interface Draft<T> {
  readonly value: T;
  /** As a function it gets the newest value, also when it is called twice within one turn. */
  change(value: T | ((known: T) => T)): void;
  /** Recorded or given up: back to empty, and nothing is asked any more. */
  drop(): void;
}

const knownUnder = <T>(key: string, empty: T): T => (drafts.has(key) ? (drafts.get(key)?.value as T) : empty);

const useKeptUnder = <T extends object>(key: string, empty: T, holdsWindow: boolean): Draft<T> => {
  const [value, setValue] = useState(() => knownUnder(key, empty));
  useEffect(() => {
    const read = (keys: readonly string[]) => {
      if (keys.includes(key)) setValue(knownUnder(key, empty));
    };
    readers.add(read);
    return () => void readers.delete(read);
  }, [key, empty]);
  const change = useCallback(
    (next: T | ((known: T) => T)) => {
      const made = typeof next === 'function' ? next(knownUnder(key, empty)) : next;
      keep(key, made, empty, holdsWindow);
      setValue(made);
    },
    [key, empty, holdsWindow],
  );
  const drop = useCallback(() => {
    dropDraft(key);
    setValue(empty);
  }, [key, empty]);
  return { value, change, drop };
};

/** As `useState`, kept under `key` while it differs from `empty`, which must be plain data. */
export const useDraft = <T extends object>(key: string, empty: T): Draft<T> => useKeptUnder(key, empty, true);

/** The same for where somebody was: found again on the way back, and not missed when the window is closed. */
export const usePlaceKept = <T extends object>(key: string, start: T): Draft<T> =>
  useKeptUnder(key, start, false);

/** For a form that keeps its own state: the window asks before it is closed for as long as something stands in it. */
export const useHoldsWindow = (isHeld: boolean): void => {
  const key = useId();
  useEffect(() => {
    if (!isHeld) return;
    keep(key, true, false, true);
    return () => dropDraft(key);
  }, [key, isHeld]);
};
