/**
 * All that the kiosk's page can ask for. It is a contract of its own behind a door of its own: nothing here names a
 * customer, a visit or a figure, so that nothing of them can reach the screen that strangers touch.
 */
import { z } from 'zod';
import { QUESTION_KINDS } from '../domain/closedLists.ts';
import { answeredSchema } from './opinionContract.ts';
import { command } from './procedure.ts';
import { questionWordingSchema } from './surveyContract.ts';
import { doneSchema, localeSchema, recordIdSchema } from './values.ts';

const roundIdSchema = z.uuid();

const kioskQuestionSchema = z.strictObject({
  questionId: recordIdSchema,
  kind: z.enum(QUESTION_KINDS),
  wording: questionWordingSchema,
  isRequired: z.boolean(),
});
export type KioskQuestion = z.infer<typeof kioskQuestionSchema>;

/** One person before the screen, from its start to its start again. */
export const kioskRoundSchema = z.strictObject({
  roundId: roundIdSchema,
  shopName: z.string(),
  /** The languages it is asked in, first the one that is shown first. */
  locales: z.array(localeSchema).min(1).max(3),
  /** Empty: the shop has no survey, and is asked about in our own words. */
  questions: z.array(kioskQuestionSchema),
  /** False: the desk handed the screen over, and the answer will lie with that visit. Whose, the page never learns. */
  isAnonymous: z.boolean(),
  returnSeconds: z.int().positive(),
  idleSeconds: z.int().positive(),
  /** What is asked of whoever wants to leave. */
  leftBy: z.enum(['pin', 'code']),
});
export type KioskRound = z.infer<typeof kioskRoundSchema>;

export const kioskContract = {
  /** The page is at its start. `after` is the round it believes in: an older one is told of the present one. */
  'kiosk.begin': command({
    input: z.strictObject({ after: roundIdSchema.nullable() }),
    output: kioskRoundSchema,
  }),
  'kiosk.answer': command({
    input: z.strictObject({
      ...answeredSchema.shape,
      roundId: roundIdSchema,
      /** Made by the page, so that a double tap stores one opinion. */
      opinionUid: z.uuid(),
    }),
    output: doneSchema,
  }),
  /** `waitSeconds`: no other try is looked at before. */
  'kiosk.leave': command({
    input: z.strictObject({ pin: z.string().regex(/^\d{4,12}$/) }),
    output: z.strictObject({ isLeft: z.boolean(), waitSeconds: z.int().nonnegative() }),
  }),
} as const;
export type KioskContract = typeof kioskContract;
