/** Two cards of one person: which they may be, what making them one would bring, and doing it. Taken back by `change.undo`. */
import { z } from 'zod';
import { DUPLICATE_CERTAINTIES, DUPLICATE_DOUBTS, DUPLICATE_REASONS } from '../domain/closedLists.ts';
import { command, query } from './procedure.ts';
import { isoDateSchema, recordIdSchema } from './values.ts';

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

const pairSideSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  phone: z.string().nullable(),
  birthday: isoDateSchema.nullable(),
  occasions: z.int(),
  lastVisitOn: isoDateSchema.nullable(),
  isInTrash: z.boolean(),
});
export type PairSide = z.infer<typeof pairSideSchema>;

const pairSchema = z.strictObject({
  /** The earlier card. */
  one: pairSideSchema,
  other: pairSideSchema,
  reasons: z.array(z.enum(DUPLICATE_REASONS)),
  doubts: z.array(z.enum(DUPLICATE_DOUBTS)),
  certainty: z.enum(DUPLICATE_CERTAINTIES),
});
export type CardPair = z.infer<typeof pairSchema>;

export const mergeContract = {
  /** Of the whole base, the surest first; compared in a process of its own. */
  'customer.duplicatePairs': query({
    input: z.strictObject({
      offset: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.strictObject({
      pairs: z.array(pairSchema),
      total: z.int(),
      counts: z.record(z.enum(DUPLICATE_CERTAINTIES), z.int()),
    }),
  }),
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
      /** Beside what is chosen, the one card will have these of both. */
      joined: z.strictObject({
        contacts: z.array(z.string()),
        tags: z.array(z.string()),
        preferences: z.array(z.string()),
      }),
      /** Days on which both came: of one person, that would be twice a day. */
      sameDays: z.int(),
      lastSameDay: isoDateSchema.nullable(),
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
    output: z.strictObject({ changeId: recordIdSchema.nullable() }),
  }),
} as const;
