/** Ask why: whom to ask why they no longer come, and what they answered. */
import { z } from 'zod';
import { LAPSE_REASONS } from '../domain/closedLists.ts';
import { noteSchema, personSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { emptySchema, isoDateSchema, recordIdSchema } from './values.ts';

const lapseReasonSchema = z.enum(LAPSE_REASONS);
const toAskSchema = z.strictObject({
  customer: personSchema,
  phone: z.string(),
  occasions: z.int().nonnegative(),
  lastVisitOn: isoDateSchema,
  lastStaff: z.string().nullable(),
  /** How often they used to come. */
  rhythmDays: z.int().positive(),
});
export type ToAsk = z.infer<typeof toAskSchema>;
export const lapseAnswerSchema = z.strictObject({
  lapseAnswerId: recordIdSchema,
  customer: personSchema,
  askedOn: isoDateSchema,
  reason: lapseReasonSchema,
  text: z.string().nullable(),
  staff: z.string().nullable(),
});
export type LapseAnswer = z.infer<typeof lapseAnswerSchema>;

export const lapseContract = {
  'lapse.toAsk': query({
    input: emptySchema,
    output: z.strictObject({
      customers: z.array(toAskSchema),
      /** Lapsed by their own rhythm, whether they can be asked or not. */
      lapsed: z.int().nonnegative(),
    }),
  }),
  'lapse.answer': command({
    input: z.strictObject({
      customerId: recordIdSchema,
      reason: lapseReasonSchema,
      text: noteSchema,
      staffId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({ lapseAnswerId: recordIdSchema, changeId: recordIdSchema }),
  }),
  'lapse.answers': query({
    input: z.strictObject({ from: isoDateSchema, to: isoDateSchema, limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      answers: z.array(lapseAnswerSchema),
      asked: z.int().nonnegative(),
      /** Asked without getting an answer. */
      silent: z.int().nonnegative(),
      /** The most frequent first; without "no answer". */
      reasons: z.array(z.strictObject({ reason: lapseReasonSchema, count: z.int().positive() })),
    }),
  }),
} as const;
