/** Finding a figure by its key, and judging whether two of them differ at all. Screens and paper share it. */
import type { FigureKey } from '../../src-shared/domain/definitions.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import type { ReportKey } from '../../src-shared/domain/reportDefinitions.ts';

/** Below this many a figure says "few data". */
export const FEW = 30;

export const figureOf = (figures: readonly Figure[] | null, key: FigureKey | ReportKey): Figure | null =>
  figures?.find((figure) => figure.key === key) ?? null;

export interface Estimated {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/**
 * `more` and `fewer` only where the two intervals do not overlap: what may be chance is `same`. Unknown
 * where either is missing, has no interval, or stands on fewer than 30.
 */
export type Comparison = 'more' | 'fewer' | 'same' | 'unknown';

export const compareEstimates = (now: Estimated | null, before: Estimated | null): Comparison => {
  if (now?.value == null || before?.value == null || now.n < FEW || before.n < FEW) return 'unknown';
  if (now.low === null || now.high === null || before.low === null || before.high === null) return 'unknown';
  if (now.low > before.high) return 'more';
  if (now.high < before.low) return 'fewer';
  return 'same';
};
