/**
 * Bringing a visits file in. The window never sees a path: main (or the preload, for a dropped file)
 * opens the file and hands out an opaque token.
 */
import { z } from 'zod';
import { RECOGNISED_BY, type RecognisedBy } from '../domain/importNames.ts';
import { importFieldSchema, importKindSchema } from './importFields.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, isoDateSchema, localeSchema } from './values.ts';

/** A column is a header name or a zero-based position. */
export const columnSchema = z.union([z.string().min(1).max(300), z.int().min(0).max(999)]);

export type { VisitField } from './importFields.ts';

/** The mapping file of `import --map`; also what the wizard edits. Field meanings: docs/importing.md. */
export const mappingSchema = z.strictObject({
  kind: importKindSchema,
  /** A workbook and a vCard say themselves where a cell ends; the others are ways to set columns apart in a text. */
  layout: z.enum(['delimited', 'whitespace', 'fixed-width', 'workbook', 'vcard']),
  /** One character; needed for 'delimited' only. */
  separator: z.string().length(1).optional(),
  /** Column widths in characters; needed for 'fixed-width' only. */
  widths: z.array(z.int().min(1).max(1000)).min(1).max(200).optional(),
  /** Sheet of a workbook, by name; without it the first one that is shown. */
  sheet: z.string().min(1).max(200).optional(),
  encoding: z.string().min(1).max(40).default('auto'),
  header: z.boolean(),
  /** A pattern of yyyy, MM, dd, d, M, HH, mm, ss and separators, such as `dd.MM.yyyy HH:mm`. */
  dateFormat: z.string().min(4).max(40),
  decimal: z.enum(['.', ',']).default('.'),
  onMissingCustomer: z.enum(['walk-in', 'reject']).default('walk-in'),
  /** What becomes of a value that Revino has already: kept unless empty ('fill', the default), or replaced by the file's. */
  onKnown: z.enum(['fill', 'replace']).optional(),
  /** Columns made of several, joined by a blank and standing after those of the file: date and time, first and last name. */
  joined: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(300),
        columns: z.array(z.string().min(1).max(300)).min(2).max(6),
      }),
    )
    .max(10)
    .optional(),
  /** Columns that say only in the first row of a receipt what holds for all of its rows. */
  filledDown: z.array(z.string().min(1).max(300)).max(20).optional(),
  /** Rows that are left out (cancelled, voided), or are refunds although their amount has no minus. */
  rowRules: z
    .array(
      z.strictObject({
        column: z.string().min(1).max(300),
        /** Compared without regard to capitals and accents. */
        values: z.array(z.string().max(200)).min(1).max(50),
        as: z.enum(['leaveOut', 'refund']),
      }),
    )
    .max(10)
    .optional(),
  columns: z.partialRecord(importFieldSchema, columnSchema),
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
  'missingName',
  'missingOpinion',
  'invalidScore',
  'offScale',
  'conflictingPerson',
  'forgotten',
  'wrongColumnCount',
  'undecodable',
] as const;
export const rejectionReasonSchema = z.enum(REJECTION_REASONS);
export type RejectionReason = z.infer<typeof rejectionReasonSchema>;

/** A value as it was understood, ready to be written in the reader's language. */
export const shownValueSchema = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ day: isoDateSchema, time: z.string().nullable() }),
  z.strictObject({ amountMinor: z.int() }),
  z.strictObject({ number: z.number() }),
  z.strictObject({ yes: z.boolean() }),
]);
export type ShownValue = z.infer<typeof shownValueSchema>;
export const shownValuesSchema = z.partialRecord(importFieldSchema, shownValueSchema);
export type ShownValues = z.infer<typeof shownValuesSchema>;

/** One line of the file as Revino will understand it. */
export const previewRowSchema = z.strictObject({
  line: z.int().positive(),
  cells: z.array(z.string()),
  /** A visit or an opinion without `customer` is a guest's. */
  understood: shownValuesSchema.nullable(),
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
  /** Sheets of a workbook that are shown in it, in its order; none for other files. */
  sheets: z.array(z.string()),
  /** The shipped preset that the header belongs to, by its key. */
  preset: z.string().nullable(),
  /** The owner's own preset for files with this header; its mapping is the one above. */
  savedPreset: z.strictObject({ presetId: z.int(), name: z.string() }).nullable(),
  /** True when day and month could be swapped and the file does not tell: the wizard must ask. */
  isDateOrderAmbiguous: z.boolean(),
  /** True when a number such as 1,250 could be one and a quarter or twelve hundred and fifty. */
  isDecimalAmbiguous: z.boolean(),
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

export { RECOGNISED_BY, type RecognisedBy };
export const recognisedSchema = z.partialRecord(z.enum(RECOGNISED_BY), z.int().positive());

/** Lists of the result hold this many at most, and count all. */
export const RESULT_SAMPLE = 100;

export const importResultSchema = z.strictObject({
  kind: importKindSchema,
  isDryRun: z.boolean(),
  /** What `import.undo` takes back; null for a dry run, and where nothing came in. */
  batchId: z.int().nullable(),
  counts: importCountsSchema,
  recognised: recognisedSchema,
  /** New cards whose name is that of another card: nobody is merged by name alone. */
  possibleDuplicates: z.strictObject({
    count: z.int().nonnegative(),
    sample: z
      .array(z.strictObject({ line: z.int(), name: z.string(), customerId: z.int().nullable() }))
      .max(RESULT_SAMPLE),
  }),
  /** Cells of rows that came in, which themselves could not be understood. */
  leftOut: z.strictObject({
    count: z.int().nonnegative(),
    sample: z
      .array(z.strictObject({ line: z.int(), field: importFieldSchema, text: z.string() }))
      .max(RESULT_SAMPLE),
  }),
  /** The first hundred; all of them are in the file that `import.saveRejected` writes. */
  rejectedSample: z.array(rejectedRowSchema).max(RESULT_SAMPLE),
});
export type ImportResult = z.infer<typeof importResultSchema>;

export const DIFFERENCE_OUTCOMES = ['created', 'updated', 'unchanged', 'rejected'] as const;
export type DifferenceOutcome = (typeof DIFFERENCE_OUTCOMES)[number];

/** What one row of the file will do, field by field. `before` is null where there was nothing. */
export const differenceSchema = z.strictObject({
  line: z.int(),
  /** Whom or what it is about, in words of the file or of Revino. */
  title: z.string(),
  recognisedBy: z.enum(RECOGNISED_BY).nullable(),
  fields: z.array(
    z.strictObject({
      field: importFieldSchema,
      before: shownValueSchema.nullable(),
      after: shownValueSchema,
      /** The file says otherwise, and Revino's value stays. */
      isKept: z.boolean(),
    }),
  ),
  rejection: rejectionReasonSchema.nullable(),
});
export type Difference = z.infer<typeof differenceSchema>;

export const importBatchSchema = z.strictObject({
  batchId: z.int(),
  fileName: z.string(),
  kind: importKindSchema,
  atMs: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  undoneAtMs: z.int().nullable(),
});
export type ImportBatchSummary = z.infer<typeof importBatchSchema>;

/** What taking an import back could not take back, and why. */
export const keptRecordSchema = z.strictObject({
  subject: z.enum(['customer', 'visit', 'opinion', 'offering', 'category', 'staff', 'tag', 'source']),
  name: z.string(),
  /** 'used' by other records since; 'edited' by hand or a later import since. */
  reason: z.enum(['used', 'edited']),
  /** For 'edited' fields of a record that was there before the import. */
  field: z.string().nullable(),
});
export type KeptRecord = z.infer<typeof keptRecordSchema>;

export const undoResultSchema = z.strictObject({
  customers: z.int().nonnegative(),
  visits: z.int().nonnegative(),
  opinions: z.int().nonnegative(),
  offerings: z.int().nonnegative(),
  fieldsRestored: z.int().nonnegative(),
  kept: z.strictObject({
    count: z.int().nonnegative(),
    sample: z.array(keptRecordSchema).max(RESULT_SAMPLE),
  }),
});
export type UndoResult = z.infer<typeof undoResultSchema>;

export const importPresetSchema = z.strictObject({
  presetId: z.int(),
  name: z.string(),
  kind: importKindSchema,
  createdAtMs: z.int(),
  lastUsedAtMs: z.int().nullable(),
});
export type ImportPresetSummary = z.infer<typeof importPresetSchema>;
const presetNameSchema = z.string().trim().min(1).max(100);

const fileTokenSchema = z.string().max(64);

export const importContract = {
  /** Opens the system's file dialog; null when cancelled. */
  'import.pickFile': command({
    input: z.strictObject({ kind: importKindSchema.optional() }),
    output: openedFileSchema.nullable(),
  }),
  /** The same file looked at again: as another kind, or another sheet of the workbook. */
  'import.reopen': command({
    input: z.strictObject({
      fileToken: fileTokenSchema,
      kind: importKindSchema,
      sheet: z.string().max(200).nullable(),
    }),
    output: openedFileSchema,
  }),
  'import.preview': query({
    input: z.strictObject({ fileToken: fileTokenSchema, mapping: mappingSchema }),
    output: z.strictObject({ columnNames: z.array(z.string()), rows: z.array(previewRowSchema) }),
  }),
  /** Starts a job whose result is an `importResult`; a dry run changes nothing. */
  'import.start': command({
    input: z.strictObject({ fileToken: fileTokenSchema, mapping: mappingSchema, dryRun: z.boolean() }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  /** One page of what a finished dry run would do; pages count from 0. */
  'import.differences': query({
    input: z.strictObject({
      jobId: z.string().max(64),
      outcome: z.enum(DIFFERENCE_OUTCOMES),
      page: z.int().min(0).max(1_000_000),
    }),
    output: z.strictObject({ rows: z.array(differenceSchema), total: z.int(), pageSize: z.int() }),
  }),
  /** Saves the rejected rows of a finished import job as CSV, with the reason in the given language. */
  'import.saveRejected': command({
    input: z.strictObject({ jobId: z.string().max(64), locale: localeSchema }),
    output: z.strictObject({ saved: z.boolean() }),
  }),
  /** Newest first. */
  'import.batches': query({ input: emptySchema, output: z.array(importBatchSchema) }),
  /** Starts a job whose result is an `undoResult`: everything the import brought goes, what was used since stays. */
  'import.undo': command({
    input: z.strictObject({ batchId: z.int() }),
    output: z.strictObject({ jobId: z.string() }),
  }),
  'import.presets': query({ input: emptySchema, output: z.array(importPresetSchema) }),
  /** Under a name that is taken, it replaces that preset. */
  'import.savePreset': command({
    input: z.strictObject({
      name: presetNameSchema,
      mapping: mappingSchema,
      columnNames: z.array(z.string().max(300)).min(1).max(1000),
    }),
    output: z.strictObject({ presetId: z.int() }),
  }),
  'import.renamePreset': command({
    input: z.strictObject({ presetId: z.int(), name: presetNameSchema }),
    output: doneSchema,
  }),
  'import.deletePreset': command({ input: z.strictObject({ presetId: z.int() }), output: doneSchema }),
} as const;
