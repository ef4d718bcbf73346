/** What customers are asked, in each of the languages the shop asks in. */
import { z } from 'zod';
import { QUESTION_KINDS } from '../domain/closedLists.ts';
import { removedSchema } from './catalogueContract.ts';
import { command, query } from './procedure.ts';
import { doneSchema, emptySchema, localeSchema, recordIdSchema, shortTextSchema } from './values.ts';

const questionKindSchema = z.enum(QUESTION_KINDS);

const wordingSchema = z.strictObject({
  text: z.string().trim().max(300),
  /** Of kind 'choice': as many in every language, in the same order. */
  choices: z.array(z.string().trim().max(100)).max(12).optional(),
});
/** A language may be missing while nobody is asked in it. */
export const questionWordingSchema = z.partialRecord(localeSchema, wordingSchema);
export type QuestionWording = z.infer<typeof questionWordingSchema>;

const surveyQuestionSchema = z.strictObject({
  questionId: recordIdSchema,
  kind: questionKindSchema,
  wording: questionWordingSchema,
  isRequired: z.boolean(),
  /** Somebody answered it: another wording makes another question. */
  isAnswered: z.boolean(),
  isArchived: z.boolean(),
});
export type SurveyQuestion = z.infer<typeof surveyQuestionSchema>;

const localesSchema = z.array(localeSchema).min(1).max(3);
const surveySchema = z.strictObject({
  surveyId: recordIdSchema,
  name: z.string(),
  /** The languages it is asked in, first the one that is shown first. */
  locales: localesSchema,
  isArchived: z.boolean(),
  questions: z.array(surveyQuestionSchema),
});
export type Survey = z.infer<typeof surveySchema>;

const byId = z.strictObject({ id: recordIdSchema });
const archiving = z.strictObject({ id: recordIdSchema, isArchived: z.boolean() });

export const surveyContract = {
  'survey.list': query({ input: emptySchema, output: z.strictObject({ surveys: z.array(surveySchema) }) }),
  /** The surveys usual in the shop's trade, made where there are none at all; doing it twice does nothing. */
  'survey.addUsual': command({
    input: emptySchema,
    output: z.strictObject({ added: z.int().nonnegative() }),
  }),
  'survey.create': command({ input: z.strictObject({ name: shortTextSchema }), output: byId }),
  'survey.change': command({
    input: z.strictObject({
      id: recordIdSchema,
      change: z.strictObject({ name: shortTextSchema, locales: localesSchema }).partial(),
    }),
    output: doneSchema,
  }),
  'survey.setArchived': command({ input: archiving, output: doneSchema }),
  'survey.remove': command({ input: byId, output: removedSchema }),
  'question.create': command({
    input: z.strictObject({
      surveyId: recordIdSchema,
      kind: questionKindSchema,
      wording: questionWordingSchema,
      isRequired: z.boolean(),
    }),
    output: byId,
  }),
  /** `isNew`: it had answers, so the old wording was archived and this is another question in its place. */
  'question.change': command({
    input: z.strictObject({
      id: recordIdSchema,
      change: z.strictObject({ wording: questionWordingSchema, isRequired: z.boolean() }).partial(),
    }),
    output: z.strictObject({ id: recordIdSchema, isNew: z.boolean() }),
  }),
  'question.move': command({
    input: z.strictObject({ id: recordIdSchema, by: z.union([z.literal(-1), z.literal(1)]) }),
    output: doneSchema,
  }),
  'question.setArchived': command({ input: archiving, output: doneSchema }),
  'question.remove': command({ input: byId, output: removedSchema }),
} as const;
