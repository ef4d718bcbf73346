/** The monthly report: what its pages are drawn from, what the owner chose for it, and the job that makes the PDF. */
import { z } from 'zod';
import { PERSONAL_SECTIONS } from '../domain/personalSections.ts';
import { statementSchema } from './benefitContract.ts';
import { command, query } from './procedure.ts';
import { cohortTableSchema, figureSchema, returnCurveSchema } from './retentionContract.ts';
import { doneSchema, emptySchema, isoDateSchema, isoMonthSchema, localeSchema } from './values.ts';

/** Parts the owner may leave out, in the order of the pages. Title and sentences are always there. */
export const REPORT_SECTIONS = [
  'trend',
  'figures',
  'cohorts',
  'firstReturn',
  'comeBack',
  'opinions',
  'comments',
  'corrections',
  'definitions',
] as const;
export const reportSectionSchema = z.enum(REPORT_SECTIONS);
export type ReportSection = z.infer<typeof reportSectionSchema>;

/** Comments are somebody's personal words: they are printed only where the owner has said so. */
export const USUAL_SECTIONS: readonly ReportSection[] = REPORT_SECTIONS.filter(
  (section) => section !== 'comments',
);

export const PAPERS = ['a4', 'letter'] as const;
export const paperSchema = z.enum(PAPERS);
export type Paper = z.infer<typeof paperSchema>;

/** Width and height in mm; print.module.css has the same. */
export const PAPER_MM: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};

export const reportLayoutSchema = z.strictObject({
  paper: paperSchema,
  sections: z.array(reportSectionSchema).max(REPORT_SECTIONS.length),
});
export type ReportLayout = z.infer<typeof reportLayoutSchema>;

/** How a month was closed. */
export const sealSchema = z.strictObject({
  sealedOn: isoDateSchema,
  /** Closed from records brought in later, not as they were known then. */
  isReconstructed: z.boolean(),
});

/** The JSON of `sealed_month.figures`. */
export const sealedFiguresSchema = z.strictObject({
  format: z.literal(1),
  inputs: z.strictObject({
    /** Customers' days with a visit up to the month's end. */
    days: z.int().nonnegative(),
    /** SHA-256 over everything the figures were computed from. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  figures: z.array(figureSchema),
});
export type SealedFigures = z.infer<typeof sealedFiguresSchema>;

export const correctionSchema = z.strictObject({
  month: isoMonthSchema,
  /** Visits dated up to the month's end that were entered, changed or cancelled since. */
  visits: z.int().nonnegative(),
  /** Figures that would be others today. */
  changed: z.array(z.strictObject({ sealed: figureSchema, now: figureSchema })),
});
export type Correction = z.infer<typeof correctionSchema>;

export const logoSchema = z.strictObject({
  mediaType: z.enum(['image/png', 'image/jpeg']),
  base64: z.base64().max(2_700_000),
});

export const reportDataSchema = z.strictObject({
  kind: z.literal('month'),
  locale: localeSchema,
  shopName: z.string(),
  logo: logoSchema.nullable(),
  currency: z.string(),
  isDemo: z.boolean(),
  month: isoMonthSchema,
  asOf: isoDateSchema,
  /** First local day with a visit: shares of a year that reaches back before it are not comparable. */
  firstVisitOn: isoDateSchema,
  /** The day it was made, printed at the foot. */
  madeOn: isoDateSchema,
  /** Null while the month is not sealed. */
  seal: sealSchema.nullable(),
  /** Sealed values where the month is sealed. */
  figures: z.strictObject({
    now: z.array(figureSchema),
    lastMonth: z.array(figureSchema).nullable(),
    yearAgo: z.array(figureSchema).nullable(),
  }),
  /** The regular share at the end of each of the last 13 months, oldest first. */
  regularShareByMonth: z.array(figureSchema),
  /** First return of customers new in the 365 days up to as-of, and as it stood a year before. From today's records. */
  returnCurve: returnCurveSchema,
  returnCurveYearAgo: returnCurveSchema.nullable(),
  /** From today's records. */
  cohorts: cohortTableSchema,
  opinions: z.strictObject({
    opinions: z.int().nonnegative(),
    comments: z.int().nonnegative(),
    /** Newest first; empty unless asked for. */
    newest: z.array(
      z.strictObject({ on: isoDateSchema, text: z.string(), nps: z.int().min(0).max(10).nullable() }),
    ),
  }),
  /** Of sealed months up to this one, newest first; months without corrections are left out. */
  corrections: z.array(correctionSchema),
  /** Beginning of the newest link of the change log; null while nothing was logged. */
  changeLogHead: z.string().nullable(),
});
export type ReportData = z.infer<typeof reportDataSchema>;

/** The page of a shop without a single visit: no figure stands on it, since there is none. */
export const firstPageSchema = z.strictObject({
  kind: z.literal('first'),
  locale: localeSchema,
  shopName: z.string(),
  logo: logoSchema.nullable(),
  month: isoMonthSchema,
  madeOn: isoDateSchema,
});
export type FirstPageData = z.infer<typeof firstPageSchema>;

export const reportPageSchema = z.discriminatedUnion('kind', [reportDataSchema, firstPageSchema]);
export type ReportPage = z.infer<typeof reportPageSchema>;

/** What the hidden page renders. */
export const printedPageSchema = z.discriminatedUnion('page', [
  z.strictObject({ page: z.literal('monthly'), data: reportPageSchema, layout: reportLayoutSchema }),
  z.strictObject({
    page: z.literal('statement'),
    data: z.strictObject({
      locale: localeSchema,
      shopName: z.string(),
      currency: z.string(),
      madeOn: isoDateSchema,
      customerName: z.string(),
      holdings: statementSchema,
    }),
  }),
  /** What is stored about a person, for them to read. */
  z.strictObject({
    page: z.literal('person'),
    data: z.strictObject({
      locale: localeSchema,
      shopName: z.string(),
      currency: z.string(),
      timeZone: z.string(),
      madeOn: isoDateSchema,
      sections: z.record(
        z.enum(PERSONAL_SECTIONS),
        z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))).readonly(),
      ),
    }),
  }),
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
  /** Months a report can be made for, newest first, with what was sealed of each. */
  'report.months': query({
    input: emptySchema,
    output: z.strictObject({
      months: z.array(
        z.strictObject({
          month: isoMonthSchema,
          seal: sealSchema.nullable(),
          /** The sealed headline; null while not sealed, or where there is none. */
          regularShare: z.number().nullable(),
          activeCustomers: z.int().nonnegative().nullable(),
          /** Visits corrected after sealing. */
          corrections: z.int().nonnegative(),
        }),
      ),
    }),
  }),
  /** What the pages will show, for the preview; the first page while the shop has no visits. */
  'report.preview': query({
    input: z.strictObject({ month: isoMonthSchema, locale: localeSchema, withComments: z.boolean() }),
    output: reportPageSchema,
  }),
  /** What was chosen last. */
  'report.choices': query({
    input: emptySchema,
    output: z.strictObject({ ...reportLayoutSchema.shape, hasLogo: z.boolean() }),
  }),
  'report.keepChoices': command({ input: reportLayoutSchema, output: doneSchema }),
  /** Asks for a PNG or JPEG file. `picked` is false when the owner cancelled. */
  'report.pickLogo': command({ input: emptySchema, output: z.strictObject({ picked: z.boolean() }) }),
  'report.removeLogo': command({ input: emptySchema, output: doneSchema }),
  /** Asks where to save, then makes the PDF as a job. */
  'report.start': command({
    input: z.strictObject({ month: isoMonthSchema, locale: localeSchema, ...reportLayoutSchema.shape }),
    output: z.strictObject({ jobId: z.string().nullable() }),
  }),
  /** Shows the folder of a PDF that a job of this start has saved. */
  'report.showFolder': command({ input: z.strictObject({ jobId: z.string().max(64) }), output: doneSchema }),
} as const;
