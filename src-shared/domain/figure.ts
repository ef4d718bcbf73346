/**
 * The one shape in which every figure leaves the calculations, so that each can say what was
 * counted, over which window, of how many, how sure, and by which definition (docs/indicators.md).
 */

export const FIGURE_UNITS = [
  'share',
  'customers',
  'occasions',
  'occasionsPerCustomer',
  'money',
  'days',
  /** NPS: from -100 to 100. */
  'points',
  /** A mean of answers on a scale. */
  'score',
] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export interface Figure {
  readonly key: string;
  /** Shares 0 to 1; money in integer minor units (means may be fractional); null where nothing can be said. */
  readonly value: number | null;
  readonly unit: FigureUnit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** How many customers (or occasions) stand behind the value. */
  readonly n: number;
  /** 95 % interval, null where it does not apply. */
  readonly low: number | null;
  readonly high: number | null;
  /** First and last local day of the window, ISO; null where the figure is over all history. */
  readonly from: string | null;
  readonly to: string | null;
  readonly asOf: string;
  /** Version of the definition. */
  readonly definition: number;
}

export const COHORT_KINDS = ['classic', 'on-or-after'] as const;
export type CohortKind = (typeof COHORT_KINDS)[number];
export const COHORT_PERIODS = ['month', 'quarter', 'year'] as const;
export type CohortPeriod = (typeof COHORT_PERIODS)[number];

export interface CohortRow {
  /** First day of the cohort's calendar period, ISO. */
  readonly start: string;
  /** Customers whose first occasion fell in the period. */
  readonly size: number;
  /** Per period since the first: customers active in it (or in it or later); null where not fully elapsed. */
  readonly active: readonly (number | null)[];
  /** Per period since the first: net turnover in minor units; null where not fully elapsed. */
  readonly net: readonly (number | null)[];
  /** Per period: on-or-after cells that later returns can still raise noticeably. */
  readonly stillRising: readonly boolean[];
}

export interface CohortTable {
  readonly kind: CohortKind;
  readonly by: CohortPeriod;
  readonly asOf: string;
  readonly currency: string;
  /** Share of the period containing the as-of date that has elapsed, 0 to 1 (1 on its last day). */
  readonly elapsedShare: number;
  /** Customers left out because their start is unknown. */
  readonly unknownStart: number;
  readonly cohorts: readonly CohortRow[];
}

export interface ReturnCurvePoint {
  readonly days: number;
  /** Kaplan-Meier estimate that a new customer has returned within `days`. */
  readonly returned: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Customers still under observation and not yet returned just before this day. */
  readonly atRisk: number;
}

export interface ReturnCurve {
  readonly asOf: string;
  readonly from: string | null;
  readonly to: string | null;
  /** New customers whose first return is estimated. */
  readonly n: number;
  readonly returned: number;
  readonly unknownStart: number;
  /** Longest follow-up in days; beyond it nothing is known. */
  readonly lastFollowUpDays: number | null;
  /** Step points at each day a return happened. */
  readonly points: readonly ReturnCurvePoint[];
  readonly definition: number;
}
