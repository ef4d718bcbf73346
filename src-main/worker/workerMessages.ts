/**
 * What main and a worker process say to each other. Both ends are ours and are built together, so
 * the messages are typed and not parsed; the database key travels here and never in argv or env.
 */
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { type ErrorCode, type ErrorParams, RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { ReportPage } from '../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import type { DeskFacts } from '../../src-shared/domain/deskFacts.ts';
import type { PairPage } from '../services/duplicateService.ts';
import type { AskList } from '../services/lapseService.ts';
import type { MonthToSeal } from '../services/sealService.ts';
import type { DatabaseAccess } from './databaseAccess.ts';
import type { TaskName, TaskOrder, TaskResult } from './workerTasks.ts';

export type { DatabaseAccess };

type Asked<K extends keyof AppContract> = {
  readonly input: InputOf<AppContract[K]>;
  readonly answer: OutputOf<AppContract[K]>;
};

/** What the analytics process can be asked. */
export interface Questions {
  figures: Asked<'retention.figures'>;
  cohorts: Asked<'retention.cohorts'>;
  returnCurve: Asked<'retention.returnCurve'>;
  coverage: Asked<'retention.coverage'>;
  reportData: {
    readonly input: {
      readonly month: string;
      readonly locale: Locale;
      readonly nowMs: number;
      readonly withComments: boolean;
    };
    readonly answer: ReportPage;
  };
  reportMonths: {
    readonly input: { readonly nowMs: number };
    readonly answer: OutputOf<AppContract['report.months']>;
  };
  openMonths: { readonly input: { readonly nowMs: number }; readonly answer: readonly string[] };
  monthToSeal: { readonly input: { readonly month: string }; readonly answer: MonthToSeal };
  deskFacts: { readonly input: { readonly asOf: string }; readonly answer: DeskFacts };
  askList: { readonly input: { readonly asOf: string }; readonly answer: AskList };
  duplicatePairs: {
    readonly input: InputOf<AppContract['customer.duplicatePairs']>;
    readonly answer: PairPage;
  };
}
export type QuestionName = keyof Questions;

export type ToWorker =
  | { readonly type: 'openAnalytics'; readonly access: DatabaseAccess }
  | { readonly type: 'ask'; readonly id: number; readonly name: QuestionName; readonly input: unknown }
  /** The database changed: what was read before is old. */
  | { readonly type: 'changed' }
  | {
      readonly type: 'run';
      readonly name: TaskName;
      readonly order: TaskOrder<TaskName>;
      /** Whose doing it is. */
      readonly authorId: number | null;
    }
  | { readonly type: 'cancel' };

export interface Failure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  /** Present for defects, for the log. */
  readonly stack?: string;
}

export type FromWorker =
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly id: number; readonly failure: Failure }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly result: TaskResult<TaskName> }
  | { readonly type: 'failed'; readonly failure: Failure };

export const failureOf = (error: unknown): Failure => {
  if (error instanceof RevinoError) return { code: error.code, params: error.params };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: 'internal', params: {}, stack };
};

/** The failure as it was thrown over there. A defect carries the far stack for the log. */
export const errorOf = (failure: Failure): Error => {
  if (failure.stack === undefined) return new RevinoError(failure.code, failure.params);
  const error = new Error('A worker process failed.');
  error.stack = failure.stack;
  return error;
};
