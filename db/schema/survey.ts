/** What customers are asked: the shop's surveys and their questions, in each of the languages it asks in. */
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { QUESTION_KINDS } from '../../src-shared/domain/closedLists.ts';
import { createdAtMsColumn, isUid, uidColumn } from './columns.ts';

export const surveyTable = sqliteTable(
  'survey',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    name: text('name').notNull(),
    /** JSON list of locales it is asked in, first the one that is shown first. */
    locales: text('locales').notNull(),
    position: integer('position').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    check('survey_uid_is_uuid', isUid(table.uid)),
    check('survey_locales_is_json', sql`json_valid(${table.locales})`),
  ],
);

/** A question that was answered is archived, never reworded: a new wording is a new question. */
export const surveyQuestionTable = sqliteTable(
  'survey_question',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => surveyTable.id),
    kind: text('kind', { enum: QUESTION_KINDS }).notNull(),
    /** JSON: { locale: { text, choices? } }. */
    wording: text('wording').notNull(),
    isRequired: integer('is_required', { mode: 'boolean' }).notNull(),
    position: integer('position').notNull(),
    createdAtMs: createdAtMsColumn(),
    archivedAtMs: integer('archived_at_ms'),
  },
  (table) => [
    index('survey_question_survey_index').on(table.surveyId, table.position),
    check('survey_question_uid_is_uuid', isUid(table.uid)),
    check('survey_question_kind_is_known', sql`${table.kind} IN ('nps', 'csat', 'ces', 'choice', 'text')`),
    check('survey_question_wording_is_json', sql`json_valid(${table.wording})`),
    check('survey_question_required_is_boolean', sql`${table.isRequired} IN (0, 1)`),
  ],
);
