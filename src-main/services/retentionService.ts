/**
 * Answers to the questions about who comes back, from an extract that somebody else has read: for the analytics process
 * and the command line alike. Calculations live in src-shared/domain; here they are put into the contract's shapes.
 */
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import {
  civilOfDay,
  dayOfCivil,
  dayOfIso,
  daysInMonth,
  isoOfDay,
  resolveWindow,
} from '../../src-shared/domain/calendar.ts';
import { cohortTable } from '../../src-shared/domain/cohorts.ts';
import { RETURN_DAYS } from '../../src-shared/domain/definitions.ts';
import type { VisitExtract } from '../../src-shared/domain/extract.ts';
import type { CohortTable, ReturnCurve, ReturnCurvePoint } from '../../src-shared/domain/figure.ts';
import { computeFigures } from '../../src-shared/domain/retention.ts';
import { returnCurve } from '../../src-shared/domain/returnCurve.ts';
import { TRAILING_DAYS } from '../../src-shared/domain/windowCounts.ts';

type Answer<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** First and last local day with a visit, walk-ins included; null while there is none. */
export const coveredDays = (
  extract: VisitExtract,
): { readonly first: number; readonly last: number } | null => {
  const { day, walkInDay } = extract;
  let first = walkInDay[0] ?? Number.POSITIVE_INFINITY;
  let last = walkInDay.at(-1) ?? Number.NEGATIVE_INFINITY;
  for (let row = 0; row < day.length; row++) {
    if (day[row]! < first) first = day[row]!;
    if (day[row]! > last) last = day[row]!;
  }
  return Number.isFinite(first) ? { first, last } : null;
};

/** The same calendar day a year before; 29 February becomes the 28th. */
export const yearBefore = (isoDate: string): string => {
  const { year, month, day } = civilOfDay(dayOfIso(isoDate));
  return isoOfDay(dayOfCivil(year - 1, month, Math.min(day, daysInMonth(year - 1, month))));
};

const hasRecordsAt = (extract: VisitExtract, isoDate: string): boolean => {
  const covered = coveredDays(extract);
  return covered !== null && covered.first <= dayOfIso(isoDate);
};

export const retentionFigures = (extract: VisitExtract, asOf: string): Answer<'retention.figures'> => {
  const covered = coveredDays(extract);
  const before = yearBefore(asOf);
  return {
    currency: extract.currency,
    lastVisitOn: covered && isoOfDay(covered.last),
    now: computeFigures(extract, { asOf }),
    yearAgo: hasRecordsAt(extract, before) ? computeFigures(extract, { asOf: before }) : null,
  };
};

/** In the contract's mutable shape. */
export const cohortAnswer = (table: CohortTable): Answer<'retention.cohorts'> => ({
  ...table,
  cohorts: table.cohorts.map((cohort) => ({
    ...cohort,
    active: [...cohort.active],
    net: [...cohort.net],
    stillRising: [...cohort.stillRising],
  })),
});

export const retentionCohorts = (
  extract: VisitExtract,
  question: InputOf<AppContract['retention.cohorts']>,
): Answer<'retention.cohorts'> => cohortAnswer(cohortTable(extract, question));

type CurveAnswer = Answer<'retention.returnCurve'>['all'];

const curveAnswer = (curve: ReturnCurve): CurveAnswer => ({
  ...curve,
  points: curve.points.map((point) => ({ ...point })),
});

/** Customers new in the 365 days that end with `asOf`. */
export const recentReturnCurve = (extract: VisitExtract, asOf: string): CurveAnswer =>
  curveAnswer(returnCurve(extract, { asOf, from: isoOfDay(dayOfIso(asOf) - TRAILING_DAYS + 1), to: asOf }));

export const retentionReturnCurve = (
  extract: VisitExtract,
  asOf: string,
): Answer<'retention.returnCurve'> => {
  // A year ago as it was known then, so that both had the same time to come back.
  const before = yearBefore(asOf);
  return {
    recent: recentReturnCurve(extract, asOf),
    yearAgo: hasRecordsAt(extract, before) ? recentReturnCurve(extract, before) : null,
    all: curveAnswer(returnCurve(extract, { asOf })),
  };
};

export const retentionCoverage = (extract: VisitExtract, visits: number): Answer<'retention.coverage'> => {
  const covered = coveredDays(extract);
  return {
    firstVisitOn: covered && isoOfDay(covered.first),
    lastVisitOn: covered && isoOfDay(covered.last),
    visits,
    customers: extract.customerIds.length,
  };
};

export interface MetricsQuestion {
  readonly asOf: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The command line's document of every scalar figure. Throws RangeError on an empty window. */
export const metricsDocument = (extract: VisitExtract, question: MetricsQuestion) => {
  const { fromDay, toDay } = resolveWindow(question);
  return {
    asOf: question.asOf,
    from: isoOfDay(fromDay),
    to: isoOfDay(toDay),
    currency: extract.currency,
    metrics: computeFigures(extract, question),
  };
};

/** The curve's value `days` after the first visit, null past the last follow-up. */
const curveAt = (curve: ReturnCurve, days: number): ReturnCurvePoint | null => {
  if (curve.lastFollowUpDays === null || days > curve.lastFollowUpDays) return null;
  const at = curve.points.findLastIndex((point) => point.days <= days);
  const point = curve.points[at];
  const next = curve.points[at + 1];
  if (!point) return { days, returned: 0, low: null, high: null, atRisk: next?.atRisk ?? curve.n };
  return { ...point, days };
};

/** The command line's document of the time to the second visit. */
export const returnCurveDocument = (extract: VisitExtract, question: MetricsQuestion) => {
  const curve = returnCurve(extract, question);
  return {
    ...curve,
    at: RETURN_DAYS.map(
      (days) => curveAt(curve, days) ?? { days, returned: null, low: null, high: null, atRisk: null },
    ),
  };
};
