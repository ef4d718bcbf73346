/** Tells main of a fault in the page, for the log: what kind, and where in the program. Main drops everything else. */
import { call } from '../api/procedures.ts';

/** A fault that repeats with every drawing would only fill the log. */
const MOST_TOLD = 20;
const MOST_CHARACTERS = 8000;
let told = 0;

export const reportDefect = (caught: unknown): void => {
  told += 1;
  if (told > MOST_TOLD || !(caught instanceof Error)) return;
  const stack = (caught.stack ?? '').slice(-MOST_CHARACTERS);
  call('window.reportDefect', { kind: caught.name.slice(0, 60), stack }).catch((error: unknown) =>
    console.error(error),
  );
};

export const watchForDefects = (): void => {
  window.addEventListener('error', ({ error }) => reportDefect(error));
  window.addEventListener('unhandledrejection', ({ reason }) => reportDefect(reason));
};
