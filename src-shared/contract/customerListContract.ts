/** The table of all customers: what is done with many at once, the filters a shop keeps, the columns it shows, its tags. */
import { z } from 'zod';
import { FILTER_SUBJECTS, LIST_COLUMNS } from '../domain/closedLists.ts';
import { customerListSchema } from './customerContract.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, recordIdSchema, shortTextSchema } from './values.ts';

/** So many can be named one by one; more are meant by what the list is narrowed to. */
export const MOST_NAMED = 20_000;

const idsSchema = z.array(recordIdSchema).max(MOST_NAMED);

export const selectionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('some'), customerIds: idsSchema }),
  /** Everybody the list shows, but for these. */
  z.strictObject({ kind: z.literal('all'), list: customerListSchema, except: idsSchema }),
]);
export type Selection = z.infer<typeof selectionSchema>;

/** `changeId` is null where nothing was different; `customers` is how many were changed. */
const bulkSchema = z.strictObject({ changeId: recordIdSchema.nullable(), customers: z.int() });

const savedFilterSchema = z.strictObject({
  filterId: recordIdSchema,
  name: z.string(),
  list: customerListSchema,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

const tagSchema = z.strictObject({ tagId: recordIdSchema, name: z.string(), customers: z.int() });

export const customerListContract = {
  /** Ids of a stretch of the list, in its order: what Shift selects without all rows being there. */
  'customer.listIds': query({
    input: z.strictObject({
      list: customerListSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(MOST_NAMED),
    }),
    output: z.strictObject({ customerIds: z.array(recordIdSchema) }),
  }),
  'customer.bulkTag': command({
    input: z.strictObject({ selection: selectionSchema, name: shortTextSchema, isAdded: z.boolean() }),
    output: bulkSchema,
  }),
  /** Into the trash, or out of it. */
  'customer.bulkTrash': command({
    input: z.strictObject({ selection: selectionSchema, isInTrash: z.boolean() }),
    output: bulkSchema,
  }),
  'customer.listColumns': query({
    input: emptySchema,
    output: z.strictObject({ columns: z.array(z.enum(LIST_COLUMNS)) }),
  }),
  'customer.keepColumns': command({
    input: z.strictObject({ columns: z.array(z.enum(LIST_COLUMNS)).max(LIST_COLUMNS.length) }),
    output: doneSchema,
  }),
  'savedFilter.list': query({
    input: z.strictObject({ subject: z.enum(FILTER_SUBJECTS) }),
    output: z.strictObject({ filters: z.array(savedFilterSchema) }),
  }),
  /** Under a name that is there already, the filter takes its place. */
  'savedFilter.save': command({
    input: z.strictObject({ name: shortTextSchema, list: customerListSchema }),
    output: z.strictObject({ filterId: recordIdSchema, isReplaced: z.boolean() }),
  }),
  'savedFilter.rename': command({
    input: z.strictObject({ filterId: recordIdSchema, name: shortTextSchema }),
    output: doneSchema,
  }),
  'savedFilter.remove': command({
    input: z.strictObject({ filterId: recordIdSchema }),
    output: doneSchema,
  }),
  'tag.list': query({ input: emptySchema, output: z.strictObject({ tags: z.array(tagSchema) }) }),
  /** To the name of another tag: both become that one, where `mayMerge` says so. */
  'tag.rename': command({
    input: z.strictObject({ tagId: recordIdSchema, name: shortTextSchema, mayMerge: z.boolean() }),
    output: z.strictObject({ changeId: recordIdSchema.nullable(), customers: z.int() }),
  }),
  /** From all cards. */
  'tag.remove': command({ input: z.strictObject({ tagId: recordIdSchema }), output: bulkSchema }),
} as const;
