/**
 * The code that leaves the kiosk of a shop where nobody has a PIN: shown at the desk before the kiosk opens, good until
 * the kiosk is left. Tries are slowed down, so that a bored hand on the screen does not find it.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';

const FREE_TRIES = 3;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 5 * 60_000;

export interface LeaveTry {
  readonly isRight: boolean;
  /** No other try is looked at before. */
  readonly waitMs: number;
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export class LeaveCode {
  readonly #nowMs: () => number;
  #code: string | null = null;
  #failed = 0;
  #untilMs = 0;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Six digits, the same ones until they are used. */
  get code(): string {
    this.#code ??= String(randomInt(1_000_000)).padStart(6, '0');
    return this.#code;
  }

  try(typed: string): LeaveTry {
    const nowMs = this.#nowMs();
    if (nowMs < this.#untilMs) return { isRight: false, waitMs: this.#untilMs - nowMs };
    if (isSame(typed, this.code)) {
      this.#code = null;
      this.#failed = 0;
      return { isRight: true, waitMs: 0 };
    }
    this.#failed++;
    const waitMs =
      this.#failed < FREE_TRIES
        ? 0
        : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failed - FREE_TRIES));
    this.#untilMs = nowMs + waitMs;
    return { isRight: false, waitMs };
  }
}
