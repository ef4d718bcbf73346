/** Surveys and their questions. What was answered lies with the opinions. */
import { asc, eq } from 'drizzle-orm';
import type { QuestionKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { surveyQuestionTable, surveyTable } from '../schema/survey.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type SurveyRow = typeof surveyTable.$inferSelect;
export type SurveyQuestionRow = typeof surveyQuestionTable.$inferSelect;

export function listSurveys(db: Database): SurveyRow[] {
  return db.orm.select().from(surveyTable).orderBy(asc(surveyTable.position), asc(surveyTable.id)).all();
}

export function listQuestions(db: Database): SurveyQuestionRow[] {
  return db.orm
    .select()
    .from(surveyQuestionTable)
    .orderBy(
      asc(surveyQuestionTable.surveyId),
      asc(surveyQuestionTable.position),
      asc(surveyQuestionTable.id),
    )
    .all();
}

/** Last in the list. @returns the id */
export function insertSurveyTx(
  db: Database,
  survey: { readonly name: string; readonly locales: readonly string[] },
  nowMs: number,
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO survey (uid, name, locales, position, created_at_ms)
     VALUES (?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM survey), ?)`,
  ).run(newUid(nowMs), survey.name, JSON.stringify(survey.locales), nowMs);
  return Number(lastInsertRowid);
}

export function updateSurveyTx(
  db: Database,
  id: number,
  change: { readonly name?: string; readonly locales?: readonly string[] },
): void {
  requireTransaction(db);
  const { name, locales } = change;
  db.orm
    .update(surveyTable)
    .set({
      ...(name === undefined ? {} : { name }),
      ...(locales === undefined ? {} : { locales: JSON.stringify(locales) }),
    })
    .where(eq(surveyTable.id, id))
    .run();
}

export interface NewQuestion {
  readonly surveyId: number;
  readonly kind: QuestionKind;
  readonly wording: unknown;
  readonly isRequired: boolean;
  /** Last in the survey where it is not said. */
  readonly position?: number;
}

/** @returns the id */
export function insertQuestionTx(db: Database, question: NewQuestion, nowMs: number): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO survey_question (uid, survey_id, kind, wording, is_required, position, created_at_ms)
     VALUES (?, ?, ?, ?, ?,
       coalesce(?, (SELECT coalesce(max(position), 0) + 1 FROM survey_question WHERE survey_id = ?)), ?)`,
  ).run(
    newUid(nowMs),
    question.surveyId,
    question.kind,
    JSON.stringify(question.wording),
    Number(question.isRequired),
    question.position ?? null,
    question.surveyId,
    nowMs,
  );
  return Number(lastInsertRowid);
}

export function updateQuestionTx(
  db: Database,
  id: number,
  change: { readonly wording?: unknown; readonly isRequired?: boolean; readonly position?: number },
): void {
  requireTransaction(db);
  const { wording, isRequired, position } = change;
  db.orm
    .update(surveyQuestionTable)
    .set({
      ...(wording === undefined ? {} : { wording: JSON.stringify(wording) }),
      ...(isRequired === undefined ? {} : { isRequired }),
      ...(position === undefined ? {} : { position }),
    })
    .where(eq(surveyQuestionTable.id, id))
    .run();
}

export function deleteQuestionsTx(db: Database, surveyId: number): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM survey_question WHERE survey_id = ?').run(surveyId);
}

export function hasOpinions(db: Database, surveyId: number): boolean {
  return prepared(db, 'SELECT 1 FROM opinion WHERE survey_id = ? LIMIT 1').get(surveyId) !== undefined;
}

/** Columns of the opinion itself in which an answer of this kind lies. */
const COLUMN_OF: Readonly<Partial<Record<QuestionKind, string>>> = {
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  text: 'comment',
};

/** Ids of the questions that have answers, found in one walk over the opinions for all of them. */
export function answeredQuestionIds(db: Database, questions: readonly SurveyQuestionRow[]): Set<number> {
  const bySurvey = new Map(
    (
      prepared(
        db,
        `SELECT survey_id AS surveyId, count(nps) AS nps, count(csat) AS csat, count(ces) AS ces,
           count(comment) AS text FROM opinion WHERE survey_id IS NOT NULL GROUP BY survey_id`,
      ).all() as (Record<'nps' | 'csat' | 'ces' | 'text', number> & { surveyId: number })[]
    ).map((row) => [row.surveyId, row]),
  );
  const own = prepared(db, 'SELECT DISTINCT question_id AS id FROM opinion_answer').all() as { id: number }[];
  const answered = new Set(own.map(({ id }) => id));
  for (const { id, surveyId, kind } of questions) {
    if (kind !== 'choice' && (bySurvey.get(surveyId)?.[kind] ?? 0) > 0) answered.add(id);
  }
  return answered;
}

/** Whether an opinion holds an answer that may be one to this question. */
export function isAnswered(
  db: Database,
  { id, surveyId, kind }: Pick<SurveyQuestionRow, 'id' | 'surveyId' | 'kind'>,
): boolean {
  const column = COLUMN_OF[kind];
  const inOpinion =
    column === undefined
      ? undefined
      : prepared(db, `SELECT 1 FROM opinion WHERE survey_id = ? AND ${column} IS NOT NULL LIMIT 1`).get(
          surveyId,
        );
  if (inOpinion !== undefined) return true;
  return prepared(db, 'SELECT 1 FROM opinion_answer WHERE question_id = ? LIMIT 1').get(id) !== undefined;
}
