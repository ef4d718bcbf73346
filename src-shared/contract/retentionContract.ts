/** Retention figures, as the analytics process computes them. */
import { z } from 'zod';
import { COHORT_KINDS, COHORT_PERIODS, FIGURE_UNITS } from '../domain/figure.ts';
import { query } from './procedure.ts';
import { currencySchema, isoDateSchema } from './values.ts';

export const figureSchema = z.strictObject({
  key: z.string(),
  value: z.number().nullable(),
  unit: z.enum(FIGURE_UNITS),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  n: z.int().nonnegative(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  asOf: isoDateSchema,
  definition: z.int().positive(),
});

const cellsSchema = z.array(z.number().nullable());

export const cohortTableSchema = z.strictObject({
  kind: z.enum(COHORT_KINDS),
  by: z.enum(COHORT_PERIODS),
  asOf: isoDateSchema,
  currency: currencySchema,
  elapsedShare: z.number().min(0).max(1),
  unknownStart: z.int().nonnegative(),
  cohorts: z.array(
    z.strictObject({
      start: isoDateSchema,
      size: z.int().nonnegative(),
      active: cellsSchema,
      net: cellsSchema,
      stillRising: z.array(z.boolean()),
    }),
  ),
});

export const returnCurveSchema = z.strictObject({
  asOf: isoDateSchema,
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  n: z.int().nonnegative(),
  returned: z.int().nonnegative(),
  unknownStart: z.int().nonnegative(),
  lastFollowUpDays: z.int().nonnegative().nullable(),
  points: z.array(
    z.strictObject({
      days: z.int().nonnegative(),
      returned: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      atRisk: z.int().nonnegative(),
    }),
  ),
  definition: z.int().positive(),
});

const asOfSchema = z.strictObject({ asOf: isoDateSchema });

export const retentionContract = {
  /** Figures at the as-of date and the same ones a year before it (null when the records do not reach back). */
  'retention.figures': query({
    input: asOfSchema,
    output: z.strictObject({
      currency: currencySchema,
      /** Last local day with a visit, null while there is none: the screen's default as-of date. */
      lastVisitOn: isoDateSchema.nullable(),
      now: z.array(figureSchema),
      yearAgo: z.array(figureSchema).nullable(),
    }),
  }),
  'retention.cohorts': query({
    input: z.strictObject({ kind: z.enum(COHORT_KINDS), by: z.enum(COHORT_PERIODS), asOf: isoDateSchema }),
    output: cohortTableSchema,
  }),
  /** First return of customers new in the 365 days up to as-of, of those a year earlier, and of all. */
  'retention.returnCurve': query({
    input: asOfSchema,
    output: z.strictObject({
      recent: returnCurveSchema,
      yearAgo: returnCurveSchema.nullable(),
      all: returnCurveSchema,
    }),
  }),
  /** First and last local day with a visit, and how many there are: tells an empty shop from a filled one. */
  'retention.coverage': query({
    input: z.strictObject({}),
    output: z.strictObject({
      firstVisitOn: isoDateSchema.nullable(),
      lastVisitOn: isoDateSchema.nullable(),
      visits: z.int().nonnegative(),
      customers: z.int().nonnegative(),
    }),
  }),
} as const;
