/** What the shop offers, who works in it, and where its customers come from. */
import { z } from 'zod';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, recordIdSchema, shortTextSchema } from './values.ts';

/** Prices and costs: never negative, and far inside exact integers. */
export const priceMinorSchema = z.int().min(0).max(1e12);

const offeringDetails = {
  name: shortTextSchema,
  /** By its name: one that is not known yet is made. */
  category: shortTextSchema.nullable(),
  priceMinor: priceMinorSchema.nullable(),
  /** 2300 is 23 %. */
  taxRateBasisPoints: z.int().min(0).max(10_000).nullable(),
  costMinor: priceMinorSchema.nullable(),
  plannedIntervalDays: z.int().min(1).max(3660).nullable(),
};

const offeringSchema = z.strictObject({
  offeringId: recordIdSchema,
  ...offeringDetails,
  isArchived: z.boolean(),
});
export type ListedOffering = z.infer<typeof offeringSchema>;

const offeringChangeSchema = z.strictObject(offeringDetails).partial();
export type OfferingChange = z.infer<typeof offeringChangeSchema>;

const listedSchema = z.strictObject({ id: recordIdSchema, name: z.string(), isArchived: z.boolean() });
export type Listed = z.infer<typeof listedSchema>;
const sourceSchema = z.strictObject({
  ...listedSchema.shape,
  /** New customers of this source came by word of mouth. */
  isRecommendation: z.boolean(),
});
export type ListedSource = z.infer<typeof sourceSchema>;

const byId = z.strictObject({ id: recordIdSchema });
const named = z.strictObject({ name: shortTextSchema });
const renamed = z.strictObject({ id: recordIdSchema, name: shortTextSchema });
const archiving = z.strictObject({ id: recordIdSchema, isArchived: z.boolean() });
/** Archived instead where records refer to it: they keep its name. */
export const removedSchema = z.strictObject({ outcome: z.enum(['deleted', 'archived']) });
export type Removed = z.infer<typeof removedSchema>;

export const catalogueContract = {
  'offering.list': query({
    input: emptySchema,
    output: z.strictObject({ offerings: z.array(offeringSchema) }),
  }),
  'offering.create': command({
    input: z.strictObject({ name: shortTextSchema, category: shortTextSchema.nullable() }),
    output: byId,
  }),
  'offering.change': command({
    input: z.strictObject({ offeringId: recordIdSchema, change: offeringChangeSchema }),
    output: doneSchema,
  }),
  'offering.setArchived': command({ input: archiving, output: doneSchema }),
  'offering.remove': command({ input: byId, output: removedSchema }),
  /** What shops of this trade usually offer, in the shop's language, without what is there already. */
  'offering.usual': query({
    input: emptySchema,
    output: z.strictObject({
      offerings: z.array(
        z.strictObject({
          name: z.string(),
          category: z.string(),
          plannedIntervalDays: z.int().positive().nullable(),
        }),
      ),
    }),
  }),
  /** Takes some of those over, by name. */
  'offering.addUsual': command({
    input: z.strictObject({ names: z.array(shortTextSchema).max(100) }),
    output: z.strictObject({ added: z.int().nonnegative() }),
  }),

  'category.list': query({
    input: emptySchema,
    output: z.strictObject({ categories: z.array(listedSchema) }),
  }),
  'category.rename': command({ input: renamed, output: doneSchema }),
  'category.setArchived': command({ input: archiving, output: doneSchema }),
  'category.remove': command({ input: byId, output: removedSchema }),

  'staff.list': query({ input: emptySchema, output: z.strictObject({ staff: z.array(listedSchema) }) }),
  'staff.create': command({ input: named, output: byId }),
  'staff.rename': command({ input: renamed, output: doneSchema }),
  'staff.setArchived': command({ input: archiving, output: doneSchema }),
  'staff.remove': command({ input: byId, output: removedSchema }),

  'source.list': query({
    input: emptySchema,
    output: z.strictObject({
      sources: z.array(sourceSchema),
      /** Written on cards, but not in the list: an earlier import brought them. */
      unlisted: z.array(z.string()),
    }),
  }),
  'source.create': command({
    input: z.strictObject({ name: shortTextSchema, isRecommendation: z.boolean().default(false) }),
    output: byId,
  }),
  /** A new name is written on every card that has the old one, in the same transaction. */
  'source.rename': command({ input: renamed, output: z.strictObject({ cards: z.int().nonnegative() }) }),
  'source.setRecommendation': command({
    input: z.strictObject({ id: recordIdSchema, isRecommendation: z.boolean() }),
    output: doneSchema,
  }),
  'source.setArchived': command({ input: archiving, output: doneSchema }),
  'source.remove': command({ input: byId, output: removedSchema }),
} as const;
