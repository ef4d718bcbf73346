/** The front desk, first form: find a person, record a visit, see today's entries, take one back. */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import {
  amountMinorSchema,
  doneSchema,
  emptySchema,
  isoDateSchema,
  longTextSchema,
  recordIdSchema,
  shortTextSchema,
} from './values.ts';

export const foundCustomerSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  externalId: z.string().nullable(),
  phone: z.string().nullable(),
  occasions: z.int().nonnegative(),
  lastVisitOn: isoDateSchema.nullable(),
});
export type FoundCustomer = z.infer<typeof foundCustomerSchema>;

export const deskContract = {
  'customer.search': query({
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    output: z.strictObject({ customers: z.array(foundCustomerSchema) }),
  }),
  'customer.create': command({
    input: z.strictObject({ name: shortTextSchema, phone: z.string().trim().max(40).nullable() }),
    output: z.strictObject({ customerId: recordIdSchema }),
  }),
  'visit.record': command({
    input: z.strictObject({
      /** Null is a walk-in: it counts in turnover, never in retention. */
      customerId: recordIdSchema.nullable(),
      /** Null where the till import will fill it. */
      amountMinor: amountMinorSchema.nullable(),
      offeringName: shortTextSchema.nullable(),
      note: longTextSchema.nullable(),
      /** Made by the window, so that a repeated call records the visit once. */
      visitUid: z.uuid(),
    }),
    output: z.strictObject({ visitId: recordIdSchema, businessDate: isoDateSchema }),
  }),
  'visit.cancel': command({ input: z.strictObject({ visitId: recordIdSchema }), output: doneSchema }),
  'visit.today': query({
    input: emptySchema,
    output: z.strictObject({
      businessDate: isoDateSchema,
      visits: z.array(
        z.strictObject({
          visitId: recordIdSchema,
          time: z.string(),
          customerName: z.string().nullable(),
          offering: z.string().nullable(),
          amountMinor: z.int().nullable(),
        }),
      ),
      visitCount: z.int().nonnegative(),
    }),
  }),
} as const;
