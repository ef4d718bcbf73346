/**
 * Bringing a visits file in. The window never sees a path: main (or the preload, for a dropped file)
 * opens the file and hands out an opaque token.
 */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import { emptySchema, isoDateSchema, localeSchema } from './values.ts';

/** A column is a header name or a zero-based position. */
export const columnSchema = z.union([z.string().min(1).max(300), z.int().min(0).max(999)]);

export const VISIT_FIELDS = [
  'customer',
  'customerName',
  'phone',
  'email',
  'date',
  'receipt',
  'offering',
  'category',
  'quantity',
  'unitPrice',
  'amount',
  'staff',
  'note',
  'source',
] as const;
export const visitFieldSchema = z.enum(VISIT_FIELDS);
export type VisitField = z.infer<typeof visitFieldSchema>;

/** The mapping file of `import --map`; also what the wizard edits. Field meanings: docs/importing.md. */
export const mappingSchema = z.strictObject({
  kind: z.literal('visits'),
  layout: z.enum(['delimited', 'whitespace', 'fixed-width']),
  /** One character; needed for 'delimited' only. */
  separator: z.string().length(1).optional(),
  /** Column widths in characters; needed for 'fixed-width' only. */
  widths: z.array(z.int().min(1).max(1000)).min(1).max(200).optional(),
  encoding: z.string().min(1).max(40).default('auto'),
  header: z.boolean(),
  /** A pattern of yyyy, MM, dd, d, M, HH, mm, ss and separators, such as `dd.MM.yyyy HH:mm`. */
  dateFormat: z.string().min(4).max(40),
  decimal: z.enum(['.', ',']).default('.'),
  onMissingCustomer: z.enum(['walk-in', 'reject']).default('walk-in'),
  columns: z.partialRecord(visitFieldSchema, columnSchema),
});
export type Mapping = z.infer<typeof mappingSchema>;

export const REJECTION_REASONS = [
  'missingDate',
  'invalidDate',
  'dateOutOfRange',
  'missingCustomer',
  'missingAmount',
  'invalidAmount',
  'invalidQuantity',
  'amountOutOfRange',
  'textTooLong',
  'wrongColumnCount',
  'undecodable',
] as const;
export const rejectionReasonSchema = z.enum(REJECTION_REASONS);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

/** One line of the file as Revino will understand it. */
export const previewRowSchema = z.strictObject({
  line: z.int().positive(),
  cells: z.array(z.string()),
  understood: z
    .strictObject({
      customer: z.string().nullable(),
      businessDate: isoDateSchema,
      time: z.string().nullable(),
      amountMinor: z.int().nullable(),
      offering: z.string().nullable(),
      staff: z.string().nullable(),
    })
    .nullable(),
  rejection: rejectionReasonSchema.nullable(),
});
export type PreviewRow = z.infer<typeof previewRowSchema>;

export const openedFileSchema = z.strictObject({
  fileToken: z.string(),
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  /** The encoding as detected, by its usual name. */
  encoding: z.string(),
  /** The best guess, ready to be corrected. */
  mapping: mappingSchema,
  /** Column names, or "1", "2" … when the file has no header. */
  columnNames: z.array(z.string()),
  /** True when day and month could be swapped and the file does not tell: the wizard must ask. */
  isDateOrderAmbiguous: z.boolean(),
});
export type OpenedFile = z.infer<typeof openedFileSchema>;

export const importCountsSchema = z.strictObject({
  read: z.int().nonnegative(),
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  customersCreated: z.int().nonnegative(),
  visitsCreated: z.int().nonnegative(),
  netMinor: z.int(),
  firstDate: isoDateSchema.nullable(),
  lastDate: isoDateSchema.nullable(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

export const rejectedRowSchema = z.strictObject({
  line: z.int(),
  reason: rejectionReasonSchema,
  text: z.string(),
});
export type RejectedRow = z.infer<typeof rejectedRowSchema>;

export const importResultSchema = z.strictObject({
  isDryRun: z.boolean(),
  counts: importCountsSchema,
  /** The first hundred; all of them are in the file that `import.saveRejected` writes. */
  rejectedSample: z.array(rejectedRowSchema).max(100),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const importContract = {
  /** Opens the system's file dialog; null when cancelled. */
  'import.pickFile': command({ input: emptySchema, output: openedFileSchema.nullable() }),
  'import.preview': query({
    input: z.strictObject({ fileToken: z.string().max(64), mapping: mappingSchema }),
    output: z.strictObject({ columnNames: z.array(z.string()), rows: z.array(previewRowSchema) }),
  }),
  /** Starts a job whose result is an `importResult`; a dry run changes nothing. */
  'import.start': command({
    input: z.strictObject({ fileToken: z.string().max(64), mapping: mappingSchema, dryRun: z.boolean() }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** Saves the rejected rows of a finished import job as CSV, with the reason in the given language. */
  'import.saveRejected': command({
    input: z.strictObject({ jobId: z.string().max(64), locale: localeSchema }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
} as const;
