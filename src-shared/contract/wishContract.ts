/** Wishes: wished, solution found, customer told, and whether they came. */
import { z } from 'zod';
import { changeSchema, personSchema, saidSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { isoDateSchema, recordIdSchema } from './values.ts';

export const WISH_STEPS = ['wished', 'solved', 'told', 'came', 'dropped'] as const;
export type WishStep = (typeof WISH_STEPS)[number];
export const wishSchema = z.strictObject({
  wishId: recordIdSchema,
  customer: personSchema,
  phone: z.string().nullable(),
  text: z.string(),
  step: z.enum(WISH_STEPS),
  wishedOn: isoDateSchema,
  solution: z.string().nullable(),
  solvedOn: isoDateSchema.nullable(),
  toldOn: isoDateSchema.nullable(),
  cameOn: isoDateSchema.nullable(),
  cameVisitId: recordIdSchema.nullable(),
  staff: z.string().nullable(),
});
export type Wish = z.infer<typeof wishSchema>;
const oneWish = z.strictObject({ wishId: recordIdSchema });

export const wishContract = {
  'wish.make': command({
    input: z.strictObject({
      customerId: recordIdSchema,
      text: saidSchema,
      staffId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({ wishId: recordIdSchema, changeId: recordIdSchema }),
  }),
  'wish.edit': command({
    input: z.strictObject({ wishId: recordIdSchema, text: saidSchema }),
    output: changeSchema,
  }),
  /** Also corrects a solution that was found before. */
  'wish.solve': command({
    input: z.strictObject({ wishId: recordIdSchema, solution: saidSchema }),
    output: changeSchema,
  }),
  'wish.tell': command({
    input: z.strictObject({ wishId: recordIdSchema, staffId: recordIdSchema.nullable() }),
    output: changeSchema,
  }),
  /** One step back: not told, then not solved. */
  'wish.stepBack': command({ input: oneWish, output: changeSchema }),
  'wish.setDropped': command({
    input: z.strictObject({ wishId: recordIdSchema, isDropped: z.boolean() }),
    output: changeSchema,
  }),
  'wish.list': query({
    input: z.strictObject({
      /** Of those that came or were dropped, this many of the newest. */
      endedLimit: z.int().min(0).max(500),
    }),
    output: z.strictObject({
      /** To be told, to be solved, told: the oldest of each first. */
      open: z.array(wishSchema),
      ended: z.array(wishSchema),
      counts: z.strictObject({
        wished: z.int().nonnegative(),
        solved: z.int().nonnegative(),
        told: z.int().nonnegative(),
        came: z.int().nonnegative(),
        dropped: z.int().nonnegative(),
      }),
    }),
  }),
} as const;
