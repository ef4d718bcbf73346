/** The front desk: finding a person, adding one. Their visits are in visitContract.ts. */
import { z } from 'zod';
import { FOUND_BY } from '../domain/closedLists.ts';
import { command, query } from './procedure.ts';
import { isoDateSchema, recordIdSchema, shortTextSchema } from './values.ts';

/** What a typed text was found by beside the name; its value where the row would not show it otherwise. */
const foundBySchema = z.strictObject({
  what: z.enum(FOUND_BY),
  text: z.string(),
});
export type FoundBy = z.infer<typeof foundBySchema>;

/** A folded word of the name, and how many of its first letters were meant. */
const markSchema = z.strictObject({ word: z.string(), letters: z.int().positive() });
export type NameMark = z.infer<typeof markSchema>;

const foundCustomerSchema = z.strictObject({
  customerId: recordIdSchema,
  name: z.string(),
  externalId: z.string().nullable(),
  phone: z.string().nullable(),
  occasions: z.int().nonnegative(),
  lastVisitOn: isoDateSchema.nullable(),
});
export type FoundCustomer = z.infer<typeof foundCustomerSchema>;

const searchHitSchema = foundCustomerSchema.extend({
  marks: z.array(markSchema),
  foundBy: foundBySchema.nullable(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const deskContract = {
  'customer.search': query({
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50).default(8) }),
    output: z.strictObject({ customers: z.array(searchHitSchema) }),
  }),
  'customer.create': command({
    input: z.strictObject({
      name: shortTextSchema,
      phone: z.string().trim().max(40).nullable(),
      email: z.string().trim().max(200).nullable().default(null),
      cardNumber: z.string().trim().min(1).max(60).nullable().default(null),
    }),
    output: z.strictObject({ customerId: recordIdSchema }),
  }),
} as const;
