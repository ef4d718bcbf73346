/**
 * What the window has to tell in passing: something was done and can be undone, a job has ended, something failed.
 * Kept outside React, so that saying something draws the notices anew and nothing else.
 */

export interface Notice {
  readonly id: number;
  readonly kind: 'done' | 'failed';
  /** For `failed`: what was caught, drawn as its sentence. */
  readonly error?: unknown;
  readonly text: string;
  readonly undo?: Undo;
  readonly action?: NoticeAction;
}

/** Takes back what was done. The text it answers is said instead of the notice; what it throws is told as a failure. */
export type Undo = () => Promise<string | undefined>;

export interface NoticeAction {
  readonly label: string;
  onChosen(): void;
}

export interface ToSay {
  readonly text: string;
  /** Offers "Undo (Ctrl+Z)" for as long as the notice stands. */
  readonly undo?: Undo;
  /** One more thing to do, such as showing the result. */
  readonly action?: NoticeAction;
}

export interface Notices {
  /** Says that something is done; goes away by itself. Answers an id to close it earlier. */
  say(what: ToSay): number;
  /** Tells a failure that no screen shows itself; stays until it is put away. */
  fail(error: unknown): number;
  close(id: number): void;
  /** Nothing of them is for whoever comes next. */
  putAllAway(): void;
  /** Undoes the newest thing that a notice offers to undo; false when none does. */
  undoLast(): boolean;
}

export interface NoticeStore extends Notices {
  undo(id: number): void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly all: () => readonly Notice[];
}

/** More would hide the screen they speak about. */
const MOST_AT_ONCE = 3;

export const makeNoticeStore = (): NoticeStore => {
  let notices: readonly Notice[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const change = (next: readonly Notice[]) => {
    notices = next;
    for (const listener of listeners) listener();
  };
  const add = (notice: Omit<Notice, 'id'>): number => {
    lastId += 1;
    const kept = notices.slice(-(MOST_AT_ONCE - 1));
    change([...kept, { ...notice, id: lastId }]);
    return lastId;
  };
  const close = (id: number) => change(notices.filter((notice) => notice.id !== id));
  const fail = (error: unknown) => add({ kind: 'failed', text: '', error });
  const say = (what: ToSay) => add({ kind: 'done', ...what });
  const undo = (id: number): boolean => {
    const offered = notices.find((notice) => notice.id === id)?.undo;
    if (!offered) return false;
    // Closed first: a second press must not undo it twice.
    close(id);
    offered().then((text) => {
      if (text !== undefined) say({ text });
    }, fail);
    return true;
  };
  return {
    say,
    fail,
    close,
    putAllAway: () => change([]),
    undo: (id) => void undo(id),
    undoLast: () => {
      const last = notices.findLast((notice) => notice.undo !== undefined);
      return last !== undefined && undo(last.id);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    all: () => notices,
  };
};
