/** The monthly PDF: what its pages are drawn from, and the job that makes it. */
import { z } from 'zod';
import { command } from './procedure.ts';
import { cohortTableSchema, figureSchema, returnCurveSchema } from './retentionContract.ts';
import { isoDateSchema, isoMonthSchema, localeSchema } from './values.ts';

export const reportDataSchema = z.strictObject({
  locale: localeSchema,
  shopName: z.string(),
  currency: z.string(),
  isDemo: z.boolean(),
  month: isoMonthSchema,
  asOf: isoDateSchema,
  /** First local day with a visit: shares of a year that reaches back before it are not comparable. */
  firstVisitOn: isoDateSchema,
  /** The day it was made, printed in the footer. */
  madeOn: isoDateSchema,
  figures: z.strictObject({
    now: z.array(figureSchema),
    lastMonth: z.array(figureSchema).nullable(),
    yearAgo: z.array(figureSchema).nullable(),
  }),
  /** The regular share at the end of each of the last 13 months, oldest first. */
  regularShareByMonth: z.array(figureSchema),
  /** First return of customers new in the 365 days up to as-of, as on the screen; then as it stood a month and a year before. */
  returnCurve: returnCurveSchema,
  returnCurveLastMonth: returnCurveSchema.nullable(),
  returnCurveYearAgo: returnCurveSchema.nullable(),
  cohorts: cohortTableSchema,
});
export type ReportData = z.infer<typeof reportDataSchema>;

/** What the hidden page renders. */
export const printedPageSchema = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('monthly'), data: reportDataSchema }),
  z.strictObject({
    page: z.literal('recoveryKey'),
    data: z.strictObject({
      locale: localeSchema,
      shopName: z.string(),
      recoveryKey: z.string(),
      madeOn: isoDateSchema,
    }),
  }),
]);
export type PrintedPage = z.infer<typeof printedPageSchema>;

export const reportContract = {
  /** Asks where to save, then makes the PDF as a job. */
  'report.start': command({
    input: z.strictObject({ month: isoMonthSchema, locale: localeSchema }),
    output: z.strictObject({ jobId: z.string().nullable() }),
  }),
} as const;
