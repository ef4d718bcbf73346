/** Taking data out: one table as it is on screen, or the whole shop; and bringing a whole shop in. */
import { z } from 'zod';
import { COHORT_KINDS, COHORT_PERIODS } from '../domain/figure.ts';
import { customerListSchema } from './customerContract.ts';
import { selectionSchema } from './customerListContract.ts';
import { inboxFilterSchema } from './opinionContract.ts';
import { command } from './procedure.ts';
import { emptySchema, isoDateSchema } from './values.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportSubjectSchema = z.discriminatedUnion('what', [
  /** As JSON every record there is, to be brought into an empty shop; else the four tables below. */
  z.strictObject({ what: z.literal('everything') }),
  /** As narrowed and ordered on screen; without a list everybody who is not in the trash. */
  z.strictObject({
    what: z.literal('customers'),
    list: customerListSchema.optional(),
    /** Of those in the list, only these, in its order. */
    selection: selectionSchema.optional(),
  }),
  z.strictObject({ what: z.literal('visits') }),
  z.strictObject({ what: z.literal('opinions'), filter: inboxFilterSchema.optional() }),
  z.strictObject({ what: z.literal('offerings') }),
  /** The register of privacy, which names nobody. */
  z.strictObject({ what: z.literal('privacyActs') }),
  z.strictObject({ what: z.literal('figures'), asOf: isoDateSchema }),
  z.strictObject({
    what: z.literal('cohorts'),
    kind: z.enum(COHORT_KINDS),
    by: z.enum(COHORT_PERIODS),
    asOf: isoDateSchema,
  }),
  /** Of customers new from `from` to `to`; without them, of all. */
  z.strictObject({
    what: z.literal('returnCurve'),
    asOf: isoDateSchema,
    from: isoDateSchema.optional(),
    to: isoDateSchema.optional(),
  }),
]);
export type ExportSubject = z.infer<typeof exportSubjectSchema>;

export const EXPORT_SUBJECTS = exportSubjectSchema.options.map(({ shape }) => shape.what.value);

export const exportContract = {
  /** The owner says where; null when they cancelled. CSV of everything is a zip of its tables. */
  'export.start': command({
    input: z.strictObject({ subject: exportSubjectSchema, format: z.enum(EXPORT_FORMATS) }),
    output: z.strictObject({ jobId: z.string().nullable() }),
  }),
  /** The owner picks the export of a whole shop; only a shop without records takes it. */
  'export.bringIn': command({
    input: emptySchema,
    output: z.strictObject({ jobId: z.string().nullable() }),
  }),
} as const;
