/** Open cases: what is to be put right, by when and by whom. */
import { z } from 'zod';
import { CASE_ORIGINS } from '../domain/closedLists.ts';
import { changeSchema, personSchema, saidSchema } from './followUpValues.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, isoDateSchema, recordIdSchema } from './values.ts';

/** Kept as the setting 'caseRules'. A null limit: such a score never opens a case. */
export const caseRulesSchema = z.strictObject({
  npsAtMost: z.int().min(0).max(10).nullable(),
  csatAtMost: z.int().min(1).max(5).nullable(),
  cesAtMost: z.int().min(1).max(7).nullable(),
  deadlineOpeningDays: z.int().min(0).max(60),
});
export type CaseRules = z.infer<typeof caseRulesSchema>;

const caseFields = {
  text: saidSchema,
  dueOn: isoDateSchema.nullable(),
  /** Who sees to it. */
  staffId: recordIdSchema.nullable(),
};
export const caseSchema = z.strictObject({
  ...caseFields,
  /** Empty where a low score came without a word. */
  text: z.string(),
  caseId: recordIdSchema,
  /** Null: an opinion without a name. */
  customer: personSchema.nullable(),
  visitId: recordIdSchema.nullable(),
  origin: z.enum(CASE_ORIGINS),
  opinion: z
    .strictObject({
      opinionId: recordIdSchema,
      nps: z.int().nullable(),
      csat: z.int().nullable(),
      ces: z.int().nullable(),
    })
    .nullable(),
  staff: z.string().nullable(),
  openedOn: isoDateSchema,
  isOverdue: z.boolean(),
  closedOn: isoDateSchema.nullable(),
  /** What was done. */
  solution: z.string().nullable(),
});
export type ShownCase = z.infer<typeof caseSchema>;

export const caseContract = {
  'case.open': command({
    input: z.strictObject({
      ...caseFields,
      /** Undefined: as the shop's rules say. */
      dueOn: isoDateSchema.nullable().optional(),
      customerId: recordIdSchema.nullable(),
      visitId: recordIdSchema.nullable(),
      opinionId: recordIdSchema.nullable(),
      origin: z.enum(CASE_ORIGINS),
    }),
    output: z.strictObject({ caseId: recordIdSchema, changeId: recordIdSchema }),
  }),
  'case.edit': command({
    input: z.strictObject({ ...caseFields, caseId: recordIdSchema }),
    output: changeSchema,
  }),
  'case.close': command({
    input: z.strictObject({ caseId: recordIdSchema, solution: saidSchema }),
    output: changeSchema,
  }),
  'case.reopen': command({ input: z.strictObject({ caseId: recordIdSchema }), output: changeSchema }),
  'case.board': query({
    input: z.strictObject({ closedLimit: z.int().min(0).max(500) }),
    output: z.strictObject({
      /** The earliest deadline first, those without one last. */
      open: z.array(caseSchema),
      overdue: z.int().nonnegative(),
      /** The newest first. */
      closed: z.array(caseSchema),
      closedTotal: z.int().nonnegative(),
    }),
  }),
  'caseRules.read': query({ input: emptySchema, output: caseRulesSchema }),
  'caseRules.write': command({ input: caseRulesSchema, output: doneSchema }),
} as const;
