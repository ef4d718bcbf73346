/** Promises: what staff said they would do, at the next visit or until a day. */
import { z } from 'zod';
import { PROMISE_OUTCOMES } from '../domain/closedLists.ts';
import { changeSchema, personSchema, saidSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { emptySchema, isoDateSchema, recordIdSchema } from './values.ts';

const promiseFields = {
  text: saidSchema,
  /** Null: at the next visit. */
  dueOn: isoDateSchema.nullable(),
};
export const promisePlanSchema = z.strictObject(promiseFields);
export type PromisePlan = z.infer<typeof promisePlanSchema>;
export const promiseSchema = z.strictObject({
  ...promiseFields,
  /** Empty where its customer was forgotten. */
  text: z.string(),
  promiseId: recordIdSchema,
  madeOn: isoDateSchema,
  /** Who gave it. */
  staff: z.string().nullable(),
  outcome: z.enum(PROMISE_OUTCOMES).nullable(),
});
export type ShownPromise = z.infer<typeof promiseSchema>;

export const promiseContract = {
  'promise.make': command({
    input: z.strictObject({
      ...promiseFields,
      customerId: recordIdSchema,
      staffId: recordIdSchema.nullable(),
      madeAtVisitId: recordIdSchema.nullable(),
    }),
    output: z.strictObject({ promiseId: recordIdSchema, changeId: recordIdSchema }),
  }),
  'promise.edit': command({
    input: z.strictObject({ ...promiseFields, promiseId: recordIdSchema }),
    output: changeSchema,
  }),
  /** Null opens it again. */
  'promise.setOutcome': command({
    input: z.strictObject({ promiseId: recordIdSchema, outcome: z.enum(PROMISE_OUTCOMES).nullable() }),
    output: changeSchema,
  }),
  /** Open ones with a day that is today or past, the oldest first. */
  'promise.due': query({
    input: emptySchema,
    output: z.strictObject({
      promises: z.array(z.strictObject({ ...promiseSchema.shape, customer: personSchema })),
    }),
  }),
} as const;
