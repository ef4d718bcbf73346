/** The front desk: finding a person, adding one. Their visits are in visitContract.ts. */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import { isoDateSchema, recordIdSchema, shortTextSchema } from './values.ts';

const foundCustomerSchema = z.strictObject({
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
} as const;
