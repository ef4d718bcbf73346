/** The shop's own rules: opening days, what a visit costs, what advertising cost, fields of its own. */
import { z } from 'zod';
import { OWN_FIELD_KINDS, OWN_FIELD_SUBJECTS } from '../domain/closedLists.ts';
import { priceMinorSchema, removedSchema } from './catalogueContract.ts';
import { command, query } from './procedure.ts';
import {
  doneSchema,
  emptySchema,
  isoDateSchema,
  isoMonthSchema,
  recordIdSchema,
  shortTextSchema,
} from './values.ts';

/** Kept as the setting 'openingDays'. */
export const openingDaysSchema = z.strictObject({
  /** Monday first. */
  weekdays: z.array(z.boolean()).length(7),
  /** Holidays and the like, ascending. */
  closedDates: z.array(isoDateSchema).max(2000),
});
export type OpeningDays = z.infer<typeof openingDaysSchema>;

/** Kept as the setting 'costToServe'. Null: not known, so no figure uses it. */
export const costToServeSchema = z.strictObject({
  perVisitMinor: priceMinorSchema.nullable(),
  perCustomerYearMinor: priceMinorSchema.nullable(),
});
export type CostToServe = z.infer<typeof costToServeSchema>;

const spendCell = {
  month: isoMonthSchema,
  /** Null: for all sources together. */
  sourceId: recordIdSchema.nullable(),
};
const spendSchema = z.strictObject({ ...spendCell, amountMinor: priceMinorSchema });
export type Spend = z.infer<typeof spendSchema>;
/** A null amount empties the cell. */
const spendChangeSchema = z.strictObject({ ...spendCell, amountMinor: priceMinorSchema.nullable() });
export type SpendChange = z.infer<typeof spendChangeSchema>;

const ownFieldKindSchema = z.enum(OWN_FIELD_KINDS);
const ownFieldSubjectSchema = z.enum(OWN_FIELD_SUBJECTS);
const choicesSchema = z.array(shortTextSchema).max(50);
const ownFieldSchema = z.strictObject({
  ownFieldId: recordIdSchema,
  subject: ownFieldSubjectSchema,
  kind: ownFieldKindSchema,
  name: z.string(),
  /** Of kind 'choice'; empty for the others. */
  choices: choicesSchema,
  isArchived: z.boolean(),
});
export type OwnField = z.infer<typeof ownFieldSchema>;

const byId = z.strictObject({ id: recordIdSchema });

export const settingsContract = {
  'openingDays.read': query({ input: emptySchema, output: openingDaysSchema }),
  'openingDays.write': command({ input: openingDaysSchema, output: doneSchema }),
  'costs.read': query({ input: emptySchema, output: costToServeSchema }),
  'costs.write': command({ input: costToServeSchema, output: doneSchema }),

  'spend.list': query({
    input: z.strictObject({ year: z.int().min(1900).max(2200) }),
    output: z.strictObject({ spend: z.array(spendSchema) }),
  }),
  /** Many cells at once, as they are pasted: all or none. */
  'spend.write': command({
    input: z.strictObject({ cells: z.array(spendChangeSchema).min(1).max(1000) }),
    output: doneSchema,
  }),

  'ownField.list': query({ input: emptySchema, output: z.strictObject({ fields: z.array(ownFieldSchema) }) }),
  'ownField.create': command({
    input: z.strictObject({
      subject: ownFieldSubjectSchema,
      kind: ownFieldKindSchema,
      name: shortTextSchema,
      choices: choicesSchema,
    }),
    output: byId,
  }),
  'ownField.change': command({
    input: z.strictObject({
      id: recordIdSchema,
      change: z.strictObject({ name: shortTextSchema, choices: choicesSchema }).partial(),
    }),
    output: doneSchema,
  }),
  /** One place up or down among the fields of the same subject. */
  'ownField.move': command({
    input: z.strictObject({ id: recordIdSchema, by: z.union([z.literal(-1), z.literal(1)]) }),
    output: doneSchema,
  }),
  'ownField.setArchived': command({
    input: z.strictObject({ id: recordIdSchema, isArchived: z.boolean() }),
    output: doneSchema,
  }),
  'ownField.remove': command({ input: byId, output: removedSchema }),
} as const;
