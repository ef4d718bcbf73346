/** Two cards of one person: what making them one would bring, and doing it. Taken back by `change.undo`. */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import { doneSchema, isoDateSchema, recordIdSchema } from './values.ts';

/** What is chosen of one card or the other; everything else of both stays. */
export const MERGE_FIELDS = [
  'name',
  'phone',
  'email',
  'birthday',
  'cardNumber',
  'customerSince',
  'source',
  'locale',
  'note',
] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];
/** `both` is for the note alone, and of any other field the same as `kept`. */
export const MERGE_CHOICES = ['kept', 'merged', 'both'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

const pairShape = { keptId: recordIdSchema, mergedId: recordIdSchema };

const sideSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  isInTrash: z.boolean(),
  visits: z.int(),
  opinions: z.int(),
  /** Appointments, promises, gestures, cases, wishes, cards and packages together. */
  others: z.int(),
  firstVisitOn: isoDateSchema.nullable(),
  lastVisitOn: isoDateSchema.nullable(),
});
export type MergeSide = z.infer<typeof sideSchema>;

export const mergeContract = {
  'customer.mergePreview': query({
    input: z.strictObject(pairShape),
    output: z.strictObject({
      kept: sideSchema,
      merged: sideSchema,
      fields: z.array(
        z.strictObject({
          field: z.enum(MERGE_FIELDS),
          kept: z.string().nullable(),
          merged: z.string().nullable(),
          /** What is done where nothing else is chosen. */
          choice: z.enum(MERGE_CHOICES),
        }),
      ),
    }),
  }),
  'customer.merge': command({
    input: z.strictObject({
      ...pairShape,
      /** Made by the window, so that a repeated call merges once. */
      uid: z.uuid(),
      choices: z.partialRecord(z.enum(MERGE_FIELDS), z.enum(MERGE_CHOICES)),
    }),
    output: z.strictObject({ customerId: recordIdSchema, changeId: recordIdSchema.nullable() }),
  }),
  'customer.keepApart': command({
    input: z.strictObject({ customerId: recordIdSchema, otherCustomerId: recordIdSchema }),
    output: doneSchema,
  }),
} as const;
