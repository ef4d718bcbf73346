/** The next step in a customer's history: one entry for each record, as it stands now, on the day it was written down. */
import { z } from 'zod';
import {
  APPOINTMENT_OUTCOMES,
  CASE_ORIGINS,
  LAPSE_REASONS,
  PROMISE_OUTCOMES,
} from '../domain/closedLists.ts';
import { isoDateSchema, recordIdSchema } from './values.ts';
import { WISH_STEPS } from './wishContract.ts';

const entry = { id: recordIdSchema, on: isoDateSchema, staff: z.string().nullable() };

export const followUpEntrySchemas = [
  z.strictObject({
    kind: z.literal('appointment'),
    ...entry,
    onDate: isoDateSchema,
    atMinute: z.int().nullable(),
    offering: z.string().nullable(),
    note: z.string().nullable(),
    outcome: z.enum(APPOINTMENT_OUTCOMES).nullable(),
    visitId: recordIdSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('promise'),
    ...entry,
    text: z.string(),
    dueOn: isoDateSchema.nullable(),
    outcome: z.enum(PROMISE_OUTCOMES).nullable(),
  }),
  z.strictObject({
    kind: z.literal('gesture'),
    ...entry,
    name: z.string(),
    costMinor: z.int(),
    reason: z.string().nullable(),
    isCancelled: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('case'),
    ...entry,
    origin: z.enum(CASE_ORIGINS),
    text: z.string(),
    dueOn: isoDateSchema.nullable(),
    closedOn: isoDateSchema.nullable(),
    solution: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('wish'),
    ...entry,
    text: z.string(),
    step: z.enum(WISH_STEPS),
    solution: z.string().nullable(),
    toldOn: isoDateSchema.nullable(),
    cameOn: isoDateSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('lapse'),
    ...entry,
    reason: z.enum(LAPSE_REASONS),
    text: z.string().nullable(),
  }),
] as const;
const followUpEntrySchema = z.discriminatedUnion('kind', followUpEntrySchemas);
export type FollowUpEntry = z.infer<typeof followUpEntrySchema>;
