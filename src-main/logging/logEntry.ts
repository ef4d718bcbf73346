/**
 * Everything that can stand in the log, as a closed list: versions, codes, counts and durations. There is no free text,
 * so that no name, telephone, note or amount can get in by accident; test/e2e/log.test.ts tries.
 */
import type { ProcedureName } from '../../src-shared/contract/contract.ts';
import type { ErrorCode } from '../../src-shared/contract/errors.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { KioskContract } from '../../src-shared/contract/kioskContract.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import type { ErrorTrace } from './stackFrames.ts';

/** Where something nobody expected came to light. */
export type DefectPlace =
  | ProcedureName
  | keyof KioskContract
  | `job ${Job['kind']}`
  | 'main'
  | 'menu'
  | 'window'
  | 'kiosk'
  | 'drop'
  | 'page process';

export type LogEntry =
  | {
      readonly event: 'started';
      readonly version: string;
      readonly electron: string;
      readonly chromium: string;
      readonly system: string;
      readonly isPackaged: boolean;
    }
  | {
      readonly event: 'state';
      readonly phase: AppState['phase'];
      readonly code: ErrorCode | null;
    }
  | { readonly event: 'shop'; readonly sqlite: string; readonly databaseMegabytes: number }
  | { readonly event: 'refused'; readonly procedure: string; readonly code: ErrorCode }
  | { readonly event: 'slow'; readonly procedure: string; readonly ms: number }
  | {
      readonly event: 'job';
      readonly kind: Job['kind'];
      readonly state: Job['state'];
      readonly ms: number;
      readonly code: ErrorCode | null;
      readonly counts: Readonly<Record<string, number>>;
    }
  | ({ readonly event: 'defect'; readonly place: DefectPlace } & ErrorTrace)
  | { readonly event: 'closed' };

/** Only counts: of rows, of places. A result that is added says here which of its numbers are no secret. */
const countsIn = (result: NonNullable<Job['result']>): Readonly<Record<string, number>> => {
  if (result.kind === 'import') {
    const { read, created, updated, unchanged, skipped, rejected, customersCreated } = result.value.counts;
    return { read, created, updated, unchanged, skipped, rejected, customersCreated };
  }
  if (result.kind === 'backup') return { good: result.value.good, failed: result.value.failed };
  return {};
};

export const jobEntry = (job: Job, ms: number): LogEntry => ({
  event: 'job',
  kind: job.kind,
  state: job.state,
  ms: Math.round(ms),
  code: job.error?.code ?? null,
  counts: job.result === null ? {} : countsIn(job.result),
});
