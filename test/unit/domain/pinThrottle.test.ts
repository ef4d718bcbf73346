/** How often a PIN may be tried, with the clock as an argument. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anchored,
  FREE_TRIES,
  NO_TRIES,
  type Tries,
  triesLeft,
  waitAfter,
  waitLeftMs,
  withTry,
} from '../../../src-shared/domain/pinThrottle.ts';

const MINUTE = 60_000;

describe('waiting after wrong PINs', () => {
  it('begins with the fifth, and doubles up to a quarter of an hour', () => {
    expect([0, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map(waitAfter)).toEqual([
      0,
      0,
      0.5 * MINUTE,
      MINUTE,
      2 * MINUTE,
      4 * MINUTE,
      8 * MINUTE,
      15 * MINUTE,
      15 * MINUTE,
      15 * MINUTE,
    ]);
    expect(triesLeft(NO_TRIES)).toBe(FREE_TRIES);
  });

  /** Each step: the clock moves by so much, then a wrong PIN is tried if one is looked at. */
  const steps = fc.array(fc.integer({ min: -40 * MINUTE, max: 40 * MINUTE }), { maxLength: 60 });

  it('lets no more be tried than time has passed forwards, whatever is done to the clock', () => {
    fc.assert(
      fc.property(steps, (moves) => {
        let nowMs = 1e12;
        let tries: Tries = NO_TRIES;
        let looked = 0;
        let forwardMs = 0;
        for (const move of moves) {
          nowMs += move;
          forwardMs += Math.max(0, move);
          tries = anchored(tries, waitLeftMs(tries, nowMs), nowMs);
          if (waitLeftMs(tries, nowMs) > 0) continue;
          tries = withTry(tries, nowMs);
          looked += 1;
        }
        const earned = Array.from({ length: looked }, (_, at) => waitAfter(at)).reduce(
          (sum, wait) => sum + wait,
          0,
        );
        expect(earned).toBeLessThanOrEqual(forwardMs);
      }),
    );
  });

  it('never makes anybody wait longer than the whole wait, also with a clock that was years ahead', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: -1e12, max: 1e12 }),
        (failedCount, ahead) => {
          const tries = { failedCount, lockedUntilMs: 1e12 + ahead };
          expect(waitLeftMs(tries, 1e12)).toBeLessThanOrEqual(waitAfter(failedCount));
          const waitMs = waitLeftMs(tries, 1e12);
          expect(waitLeftMs(anchored(tries, waitMs, 1e12), 1e12)).toBe(waitMs);
          // Kept by the other clock while this one was set forward.
          const longer = waitAfter(failedCount);
          expect(waitLeftMs(anchored(tries, longer, 1e12), 1e12)).toBeGreaterThanOrEqual(longer - 1000);
        },
      ),
    );
  });
});
