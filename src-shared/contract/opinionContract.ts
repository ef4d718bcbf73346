/** Opinions: taking one down at the desk, changing and deleting it, the inbox and what the scores come to. */
import { z } from 'zod';
import { OPINION_CHANNELS, type OpinionChannel } from '../domain/askingForOpinions.ts';
import { command, query } from './procedure.ts';
import {
  emptySchema,
  isoDateSchema,
  isoMonthSchema,
  longTextSchema,
  recordIdSchema,
  revisionSchema,
} from './values.ts';

export { OPINION_CHANNELS, type OpinionChannel };

export const MOODS = ['low', 'middle', 'high'] as const;
export type Mood = (typeof MOODS)[number];

const npsSchema = z.int().min(0).max(10).nullable();
const csatSchema = z.int().min(1).max(5).nullable();
const cesSchema = z.int().min(1).max(7).nullable();

/** What was answered; what was skipped is null, or is not there. */
export const answeredSchema = z.strictObject({
  nps: npsSchema,
  csat: csatSchema,
  ces: cesSchema,
  comment: longTextSchema.nullable(),
  /** Answers to the survey's other questions: the place of a choice, the number on a scale, or a text. */
  answers: z
    .array(
      z.strictObject({
        questionId: recordIdSchema,
        choice: z.int().nonnegative().max(100).nullable(),
        text: longTextSchema.nullable(),
      }),
    )
    .max(50),
});
export type Answered = z.infer<typeof answeredSchema>;

const scoreSchema = z.strictObject({
  value: z.number().nullable(),
  n: z.int().nonnegative(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
const scoresSchema = z.strictObject({ nps: scoreSchema, csat: scoreSchema, ces: scoreSchema });

const inboxRowSchema = z.strictObject({
  opinionId: recordIdSchema,
  date: isoDateSchema,
  customer: z.strictObject({ customerId: recordIdSchema, name: z.string() }).nullable(),
  visitId: recordIdSchema.nullable(),
  nps: npsSchema,
  csat: csatSchema,
  ces: cesSchema,
  comment: z.string().nullable(),
  channel: z.string().nullable(),
  surveyId: recordIdSchema.nullable(),
  staffName: z.string().nullable(),
  /** Answers to the shop's own questions, in the language of the shop. */
  answers: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
});
export type InboxOpinion = z.infer<typeof inboxRowSchema>;

export const inboxFilterSchema = z.strictObject({
  from: isoDateSchema.nullable(),
  to: isoDateSchema.nullable(),
  mood: z.enum(MOODS).nullable(),
  isWithComment: z.boolean(),
  staffId: recordIdSchema.nullable(),
  surveyId: recordIdSchema.nullable(),
  channel: z.string().max(200).nullable(),
});
export type InboxFilter = z.infer<typeof inboxFilterSchema>;

const changeSchema = z.strictObject({ changeId: recordIdSchema.nullable() });
const byId = z.strictObject({ opinionId: recordIdSchema });

export const opinionContract = {
  'opinion.record': command({
    input: z.strictObject({
      ...answeredSchema.shape,
      /** Null: without a name. Of a visit, its customer is taken. */
      customerId: recordIdSchema.nullable(),
      visitId: recordIdSchema.nullable(),
      surveyId: recordIdSchema.nullable(),
      staffId: recordIdSchema.nullable(),
      channel: z.enum(OPINION_CHANNELS),
      /** Null: today. */
      on: isoDateSchema.nullable(),
      /** Made by the window, so that a repeated call stores the opinion once. */
      opinionUid: z.uuid(),
    }),
    output: z.strictObject({ opinionId: recordIdSchema, changeId: recordIdSchema.nullable() }),
  }),
  'opinion.get': query({
    input: byId,
    output: z.strictObject({
      ...answeredSchema.shape,
      opinionId: recordIdSchema,
      revision: revisionSchema,
      date: isoDateSchema,
      customer: z.strictObject({ customerId: recordIdSchema, name: z.string() }).nullable(),
      visitId: recordIdSchema.nullable(),
      surveyId: recordIdSchema.nullable(),
      staffId: recordIdSchema.nullable(),
      channel: z.string().nullable(),
    }),
  }),
  'opinion.edit': command({
    input: z.strictObject({
      ...answeredSchema.shape,
      opinionId: recordIdSchema,
      /** Of the opinion that was looked at: another one there by now is not written over. */
      revision: revisionSchema.nullable().default(null),
    }),
    output: changeSchema,
  }),
  'opinion.delete': command({ input: byId, output: changeSchema }),
  'opinion.list': query({
    input: z.strictObject({
      filter: inboxFilterSchema,
      /** The last row of the page before; null for the first page. */
      before: z.strictObject({ date: isoDateSchema, opinionId: recordIdSchema }).nullable(),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({
      opinions: z.array(inboxRowSchema),
      total: z.int().nonnegative(),
      hasMore: z.boolean(),
    }),
  }),
  'opinion.channels': query({
    input: emptySchema,
    output: z.strictObject({ channels: z.array(z.string()) }),
  }),
  'opinion.scores': query({
    input: z.strictObject({ from: isoDateSchema, to: isoDateSchema }),
    output: z.strictObject({
      scores: scoresSchema,
      opinions: z.int().nonnegative(),
      visits: z.int().nonnegative(),
      visitsAnswered: z.int().nonnegative(),
    }),
  }),
  'opinion.trend': query({
    input: z.strictObject({ to: isoMonthSchema, months: z.int().min(2).max(60) }),
    output: z.strictObject({
      months: z.array(z.strictObject({ month: isoMonthSchema, scores: scoresSchema })),
    }),
  }),
} as const;
