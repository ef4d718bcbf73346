/** Gestures: what staff may give of their own accord, within a budget. */
import { z } from 'zod';
import { priceMinorSchema, removedSchema } from './catalogueContract.ts';
import { changeSchema, noteSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, isoDateSchema, recordIdSchema, shortTextSchema } from './values.ts';

const gestureKindSchema = z.strictObject({
  id: recordIdSchema,
  name: z.string(),
  costMinor: priceMinorSchema,
  isArchived: z.boolean(),
});
export type GestureKind = z.infer<typeof gestureKindSchema>;

/** Kept as the setting 'gestureBudget'. Null: no limit. */
export const gestureBudgetSchema = z.strictObject({
  perGestureMinor: priceMinorSchema.nullable(),
  /** Of the whole team together. */
  perMonthMinor: priceMinorSchema.nullable(),
});
export type GestureBudget = z.infer<typeof gestureBudgetSchema>;
export const OVER_BUDGET = ['gesture', 'month'] as const;
const overBudgetSchema = z.enum(OVER_BUDGET).nullable();
export type OverBudget = z.infer<typeof overBudgetSchema>;

export const gestureSchema = z.strictObject({
  gestureId: recordIdSchema,
  kind: z.string(),
  costMinor: priceMinorSchema,
  on: isoDateSchema,
  reason: z.string().nullable(),
  staff: z.string().nullable(),
  isCancelled: z.boolean(),
});
export type ShownGesture = z.infer<typeof gestureSchema>;

export const gesturePlanSchema = z.strictObject({ kindId: recordIdSchema, reason: noteSchema });
export type GesturePlan = z.infer<typeof gesturePlanSchema>;

export const gestureContract = {
  /** What may be given now: the kinds in use, the cheapest first. */
  'gesture.choices': query({
    input: emptySchema,
    output: z.strictObject({
      kinds: z.array(
        z.strictObject({
          kindId: recordIdSchema,
          name: z.string(),
          costMinor: priceMinorSchema,
          /** Which limit it would pass; null: it is within both. */
          over: overBudgetSchema,
        }),
      ),
      budget: gestureBudgetSchema,
      /** A sum: of many prices it may be more than one may be. */
      givenThisMonthMinor: z.int().nonnegative(),
      /** Null: no limit. */
      leftThisMonthMinor: priceMinorSchema.nullable(),
      /** Owner and manager may give over the budget too. */
      mayExceed: z.boolean(),
    }),
  }),
  'gesture.give': command({
    input: z.strictObject({
      ...gesturePlanSchema.shape,
      customerId: recordIdSchema,
      visitId: recordIdSchema.nullable(),
      staffId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({ gestureId: recordIdSchema, changeId: recordIdSchema, over: overBudgetSchema }),
  }),
  'gesture.cancel': command({ input: z.strictObject({ gestureId: recordIdSchema }), output: changeSchema }),
  'gestureKind.list': query({
    input: emptySchema,
    output: z.strictObject({ kinds: z.array(gestureKindSchema) }),
  }),
  'gestureKind.create': command({
    input: z.strictObject({ name: shortTextSchema, costMinor: priceMinorSchema }),
    output: z.strictObject({ id: recordIdSchema }),
  }),
  'gestureKind.change': command({
    input: z.strictObject({
      id: recordIdSchema,
      change: z.strictObject({ name: shortTextSchema, costMinor: priceMinorSchema }).partial(),
    }),
    output: doneSchema,
  }),
  'gestureKind.setArchived': command({
    input: z.strictObject({ id: recordIdSchema, isArchived: z.boolean() }),
    output: doneSchema,
  }),
  'gestureKind.remove': command({ input: z.strictObject({ id: recordIdSchema }), output: removedSchema }),
  'gestureBudget.read': query({ input: emptySchema, output: gestureBudgetSchema }),
  'gestureBudget.write': command({ input: gestureBudgetSchema, output: doneSchema }),
} as const;
