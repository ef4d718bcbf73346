/** An instant as the clock on the wall of the shop shows it. */
import type { Moment } from '../../src-shared/contract/backupContract.ts';
import { businessDateOfInstant, localTimeOfInstant } from '../../src-shared/domain/businessDate.ts';

const MINUTE_MS = 60_000;

export const momentOf = (instantMs: number, timeZone: string): Moment => {
  const minutes = Math.floor(localTimeOfInstant(instantMs, timeZone) / MINUTE_MS);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    on: businessDateOfInstant(instantMs, timeZone),
    at: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  };
};
