/**
 * Figures of the monthly report that `metrics` does not list, with the version of their definition in force and since
 * when (as in definitions.ts): the 60-day return of the newest year's customers, opinions, and who came back.
 */
import type { ComeBackKey } from './comeBack.ts';
import type { ScoreKind } from './opinionScores.ts';

export type ReportKey = 'recentReturn.60' | ScoreKind | ComeBackKey;

const first = { version: 1, since: '2026-11-21' } as const;

export const REPORT_DEFINITIONS: Readonly<
  Record<ReportKey, { readonly version: number; readonly since: string }>
> = {
  'recentReturn.60': first,
  nps: first,
  csat: first,
  ces: first,
  'comeBack.due': first,
  'comeBack.second': first,
  'comeBack.usualDays': first,
  'comeBack.notBack': first,
};
