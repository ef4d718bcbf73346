/** What customers answered: NPS 0-10, CSAT 1-5, CES 1-7, a comment. A value outside its scale cannot be stored. */
import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { staffTable } from './catalogue.ts';
import { createdAtMsColumn, isIsoDay, isUid, uidColumn } from './columns.ts';
import { customerTable } from './customer.ts';
import { importBatchTable } from './imported.ts';
import { surveyQuestionTable, surveyTable } from './survey.ts';
import { visitTable } from './visit.ts';

export const opinionTable = sqliteTable(
  'opinion',
  {
    id: integer('id').primaryKey(),
    uid: uidColumn(),
    customerId: integer('customer_id').references(() => customerTable.id),
    visitId: integer('visit_id').references(() => visitTable.id),
    businessDate: text('business_date').notNull(),
    atMs: integer('at_ms').notNull(),
    nps: integer('nps'),
    csat: integer('csat'),
    ces: integer('ces'),
    comment: text('comment'),
    /** Where it was given: desk, kiosk, phone, paper, or as the imported file calls it. */
    channel: text('channel'),
    importBatchId: integer('import_batch_id').references((): AnySQLiteColumn => importBatchTable.id),
    createdAtMs: createdAtMsColumn(),
    surveyId: integer('survey_id').references(() => surveyTable.id),
    /** Who took it down. */
    staffId: integer('staff_id').references(() => staffTable.id),
  },
  (table) => [
    index('opinion_customer_day_index').on(table.customerId, table.businessDate),
    index('opinion_day_index').on(table.businessDate),
    check('opinion_uid_is_uuid', isUid(table.uid)),
    check('opinion_business_date_is_day', isIsoDay(table.businessDate)),
    check('opinion_nps_is_on_scale', sql`${table.nps} IS NULL OR ${table.nps} BETWEEN 0 AND 10`),
    check('opinion_csat_is_on_scale', sql`${table.csat} IS NULL OR ${table.csat} BETWEEN 1 AND 5`),
    check('opinion_ces_is_on_scale', sql`${table.ces} IS NULL OR ${table.ces} BETWEEN 1 AND 7`),
    check(
      'opinion_says_something',
      sql`${table.nps} IS NOT NULL OR ${table.csat} IS NOT NULL OR ${table.ces} IS NOT NULL OR ${table.comment} IS NOT NULL OR ${table.surveyId} IS NOT NULL`,
    ),
  ],
);

/** Answers to the shop's own questions; NPS, CSAT, CES and the comment lie in the opinion itself. WITHOUT ROWID. */
export const opinionAnswerTable = sqliteTable(
  'opinion_answer',
  {
    opinionId: integer('opinion_id')
      .notNull()
      .references(() => opinionTable.id),
    questionId: integer('question_id')
      .notNull()
      .references(() => surveyQuestionTable.id),
    /** Zero-based place of the chosen answer. */
    choice: integer('choice'),
    text: text('text'),
  },
  (table) => [
    primaryKey({ columns: [table.opinionId, table.questionId] }),
    check('opinion_answer_is_one', sql`(${table.choice} IS NULL) <> (${table.text} IS NULL)`),
    check('opinion_answer_choice_is_place', sql`${table.choice} IS NULL OR ${table.choice} >= 0`),
  ],
);
