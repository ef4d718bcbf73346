/**
 * How often a PIN may be tried. Ten thousand PINs are soon tried, so after a few wrong ones each further try has to
 * wait, twice as long each time. The clock is an argument; what is kept is kept in the database, so that a restart
 * begins nothing anew.
 */

export const PIN_DIGITS = { min: 4, max: 8 } as const;

export interface Tries {
  /** Wrong ones since the last right one. */
  readonly failedCount: number;
  /** No try is looked at before then. */
  readonly lockedUntilMs: number | null;
}

export const NO_TRIES: Tries = { failedCount: 0, lockedUntilMs: null };

/** Wrong PINs before the first wait. */
export const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long the wait is that so many wrong tries earn. */
export const waitAfter = (failedCount: number): number =>
  failedCount < FREE_TRIES
    ? 0
    : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, failedCount - FREE_TRIES));

/**
 * What is still to be waited. A clock that was set back does not make it longer than the whole wait, nor shorter than
 * what is left of it: the wait then begins anew, which `anchored` is to keep.
 */
export const waitLeftMs = ({ failedCount, lockedUntilMs }: Tries, nowMs: number): number =>
  lockedUntilMs === null ? 0 : Math.max(0, Math.min(lockedUntilMs - nowMs, waitAfter(failedCount)));

/** Two clocks never run quite alike: not every refused try is to be written down. */
const CLOCK_SLACK_MS = 1000;

/** What is left of the wait, by the clock as it stands now; unchanged where it says so already. */
export const anchored = (tries: Tries, waitMs: number, nowMs: number): Tries => {
  const lockedUntilMs = nowMs + Math.ceil(waitMs);
  const isSo = Math.abs(lockedUntilMs - (tries.lockedUntilMs ?? 0)) <= CLOCK_SLACK_MS;
  return waitMs === 0 || isSo ? tries : { ...tries, lockedUntilMs };
};

/** Counted before the PIN is looked at: a program that is ended in the middle of a try has had it. */
export const withTry = ({ failedCount }: Tries, nowMs: number): Tries => {
  const waitMs = waitAfter(failedCount + 1);
  return { failedCount: failedCount + 1, lockedUntilMs: waitMs === 0 ? null : nowMs + waitMs };
};

/** Tries left before the next wait; 0 once every try has one. */
export const triesLeft = ({ failedCount }: Tries): number => Math.max(0, FREE_TRIES - failedCount);
