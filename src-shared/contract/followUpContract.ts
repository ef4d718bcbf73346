/**
 * The next step with a customer: appointments, promises, gestures within a budget, open cases, wishes, who recommended
 * whom, and why somebody stayed away. Every change answers the id by which it is taken back; null: nothing changed.
 */
import { z } from 'zod';
import { appointmentContract, appointmentSchema } from './appointmentContract.ts';
import { caseContract, caseSchema } from './caseContract.ts';
import { changeSchema, personSchema } from './followUpValues.ts';
import { gestureContract, gestureSchema } from './gestureContract.ts';
import { lapseAnswerSchema, lapseContract } from './lapseContract.ts';
import { command, query } from './procedure.ts';
import { promiseContract, promiseSchema } from './promiseContract.ts';
import { recordIdSchema } from './values.ts';
import { wishContract, wishSchema } from './wishContract.ts';

const person = {
  /** What is open with one customer, for the desk and the card. */
  'customer.followUp': query({
    input: z.strictObject({ customerId: recordIdSchema }),
    output: z.strictObject({
      /** Open, from today on, the next one first. */
      appointments: z.array(appointmentSchema),
      /** Open ones of earlier days: "did they come?" */
      unanswered: z.array(appointmentSchema),
      /** Open, the newest first. */
      promises: z.array(promiseSchema),
      /** Open, the earliest deadline first. */
      cases: z.array(caseSchema),
      /** Not ended, the newest first. */
      wishes: z.array(wishSchema),
      /** Of the last twelve months, the newest first. */
      gestures: z.array(gestureSchema),
      /** Of the last answer, when they were asked why they stayed away. */
      lapse: lapseAnswerSchema.nullable(),
      recommendedBy: personSchema.nullable(),
      /** Whom they brought, without those in the trash. */
      recommendedCount: z.int().nonnegative(),
    }),
  }),
  /** Null takes the recommendation off. Fills an empty source with one that means recommendations. */
  'customer.setRecommendedBy': command({
    input: z.strictObject({ customerId: recordIdSchema, recommendedById: recordIdSchema.nullable() }),
    output: z.strictObject({ ...changeSchema.shape, source: z.string().nullable() }),
  }),
} as const;

export const followUpContract = {
  ...appointmentContract,
  ...promiseContract,
  ...gestureContract,
  ...caseContract,
  ...wishContract,
  ...lapseContract,
  ...person,
} as const;
