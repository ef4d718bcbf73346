/** An instant as the clock on the wall of the shop shows it. */
import type { Moment } from '../../src-shared/contract/backupContract.ts';
import { businessDateOfInstant, clockTimeOfInstant } from '../../src-shared/domain/businessDate.ts';

export const momentOf = (instantMs: number, timeZone: string): Moment => ({
  on: businessDateOfInstant(instantMs, timeZone),
  at: clockTimeOfInstant(instantMs, timeZone),
});
