/** Surveys: what is asked, in which languages; a question that was answered keeps its words for good. */
import type { Database } from '../../db/openDatabase.ts';
import { deleteUnlessReferencedTx, setArchivedTx } from '../../db/repositories/archivable.ts';
import { readShop } from '../../db/repositories/shop.ts';
import {
  answeredQuestionIds,
  deleteQuestionsTx,
  hasOpinions,
  insertQuestionTx,
  insertSurveyTx,
  isAnswered,
  listQuestions,
  listSurveys as listSurveyRows,
  type SurveyQuestionRow,
  updateQuestionTx,
  updateSurveyTx,
} from '../../db/repositories/survey.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Removed } from '../../src-shared/contract/catalogueContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type QuestionWording,
  questionWordingSchema,
  type Survey,
} from '../../src-shared/contract/surveyContract.ts';
import { LOCALES, type Locale, localeSchema, tradeSchema } from '../../src-shared/contract/values.ts';
import type { QuestionKind } from '../../src-shared/domain/closedLists.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { USUAL_SURVEYS } from '../trades/usualSurveys.ts';
import { movedTx } from './movedInList.ts';
import { logOwnerChangeTx, present } from './ownerChange.ts';

const localesOf = (json: string): Locale[] => localeSchema.array().parse(JSON.parse(json));
const wordingOf = (json: string): QuestionWording => questionWordingSchema.parse(JSON.parse(json));

export const listSurveys = (db: Database): { surveys: Survey[] } => {
  const all = listQuestions(db);
  const answered = answeredQuestionIds(db, all);
  const questions = Map.groupBy(all, ({ surveyId }) => surveyId);
  return {
    surveys: listSurveyRows(db).map((row) => ({
      surveyId: row.id,
      name: row.name,
      locales: localesOf(row.locales),
      isArchived: row.archivedAtMs !== null,
      questions: (questions.get(row.id) ?? []).map((question) => ({
        questionId: question.id,
        kind: question.kind,
        wording: wordingOf(question.wording),
        isRequired: question.isRequired,
        isAnswered: answered.has(question.id),
        isArchived: question.archivedAtMs !== null,
      })),
    })),
  };
};

/** The shop's language first, then the others: the ready-made questions speak all three. */
const localesFrom = (first: Locale): Locale[] => [first, ...LOCALES.filter((locale) => locale !== first)];

export const addUsualSurveys = (db: Database, nowMs: number): { added: number } =>
  inTransaction(db, () => {
    if (listSurveyRows(db).length > 0) return { added: 0 };
    const shop = readShop(db);
    const locale = localeSchema.parse(shop.locale);
    const trade = tradeSchema.nullable().parse(shop.trade);
    const surveys = USUAL_SURVEYS[trade ?? 'shop'];
    for (const { name, questions } of surveys) {
      const surveyId = insertSurveyTx(db, { name: name[locale], locales: localesFrom(locale) }, nowMs);
      for (const { kind, wording, isRequired } of questions) {
        insertQuestionTx(db, { surveyId, kind, wording, isRequired: isRequired ?? false }, nowMs);
      }
      logOwnerChangeTx(db, nowMs, 'create', 'survey', surveyId);
    }
    return { added: surveys.length };
  });

export const createSurvey = (db: Database, name: string, nowMs: number): { id: number } =>
  inTransaction(db, () => {
    const id = insertSurveyTx(db, { name, locales: [localeSchema.parse(readShop(db).locale)] }, nowMs);
    logOwnerChangeTx(db, nowMs, 'create', 'survey', id);
    return { id };
  });

/** @throws RevinoError `catalogue.notFound`, `survey.wordingMissing` when a question does not speak a new language */
export const changeSurvey = (
  db: Database,
  id: number,
  change: { readonly name?: string | undefined; readonly locales?: readonly Locale[] | undefined },
  nowMs: number,
): void =>
  inTransaction(db, () => {
    present(listSurveyRows(db).find((row) => row.id === id));
    const { name } = change;
    const locales = change.locales && [...new Set(change.locales)];
    if (locales) {
      for (const question of listQuestions(db)) {
        if (question.surveyId === id && question.archivedAtMs === null)
          requireWording(question.kind, wordingOf(question.wording), locales);
      }
    }
    const set = { ...(name === undefined ? {} : { name }), ...(locales ? { locales } : {}) };
    if (Object.keys(set).length === 0) return;
    updateSurveyTx(db, id, set);
    logOwnerChangeTx(db, nowMs, 'update', 'survey', id, Object.keys(set));
  });

/** With its questions where nobody was ever asked; archived where somebody was. */
export const removeSurvey = (db: Database, id: number, nowMs: number): Removed =>
  inTransaction(db, () => {
    const own = listQuestions(db).filter(({ surveyId }) => surveyId === id);
    const isKept = hasOpinions(db, id) || own.some((question) => isAnswered(db, question));
    if (isKept) setArchivedTx(db, 'survey', id, nowMs);
    else {
      deleteQuestionsTx(db, id);
      // Something that refers to a survey and not to an opinion: none yet.
      if (!deleteUnlessReferencedTx(db, 'survey', id))
        throw new Error('A survey without answers is referred to.');
    }
    logOwnerChangeTx(db, nowMs, isKept ? 'archive' : 'delete', 'survey', id);
    return { outcome: isKept ? 'archived' : 'deleted' };
  });

export interface NewSurveyQuestion {
  readonly surveyId: number;
  readonly kind: QuestionKind;
  readonly wording: QuestionWording;
  readonly isRequired: boolean;
}

/** @throws RevinoError `catalogue.notFound`, `survey.kindOnce`, `survey.wordingMissing`, `survey.choicesDiffer` */
export const createQuestion = (db: Database, question: NewSurveyQuestion, nowMs: number): { id: number } =>
  inTransaction(db, () => {
    const survey = present(listSurveyRows(db).find((row) => row.id === question.surveyId));
    requireOnce(db, question.surveyId, question.kind);
    requireWording(question.kind, question.wording, localesOf(survey.locales));
    const id = insertQuestionTx(db, question, nowMs);
    logOwnerChangeTx(db, nowMs, 'create', 'survey_question', id);
    return { id };
  });

/** @throws RevinoError as createQuestion */
export const changeQuestion = (
  db: Database,
  id: number,
  change: { readonly wording?: QuestionWording | undefined; readonly isRequired?: boolean | undefined },
  nowMs: number,
): { id: number; isNew: boolean } =>
  inTransaction(db, () => {
    const question = present(listQuestions(db).find((row) => row.id === id));
    const survey = present(listSurveyRows(db).find((row) => row.id === question.surveyId));
    const wording = change.wording ?? wordingOf(question.wording);
    const isRequired = change.isRequired ?? question.isRequired;
    if (change.wording) requireWording(question.kind, wording, localesOf(survey.locales));
    if (isReworded(question, wording) && isAnswered(db, question)) {
      setArchivedTx(db, 'survey_question', id, nowMs);
      const { surveyId, kind, position } = question;
      const newId = insertQuestionTx(db, { surveyId, kind, wording, isRequired, position }, nowMs);
      logOwnerChangeTx(db, nowMs, 'archive', 'survey_question', id);
      logOwnerChangeTx(db, nowMs, 'create', 'survey_question', newId);
      return { id: newId, isNew: true };
    }
    updateQuestionTx(db, id, { wording, isRequired });
    logOwnerChangeTx(db, nowMs, 'update', 'survey_question', id, Object.keys(change));
    return { id, isNew: false };
  });

/** A language that is added changes no answer; other words in one that was asked do. */
const isReworded = (question: SurveyQuestionRow, wording: QuestionWording): boolean => {
  const before = wordingOf(question.wording);
  return LOCALES.some((locale) => {
    const old = before[locale];
    return old !== undefined && old.text !== '' && JSON.stringify(old) !== JSON.stringify(wording[locale]);
  });
};

export const moveQuestion = (db: Database, id: number, by: -1 | 1, nowMs: number): void =>
  inTransaction(db, () => {
    const all = listQuestions(db);
    const question = present(all.find((row) => row.id === id));
    const list = all.filter((row) => row.surveyId === question.surveyId && row.archivedAtMs === null);
    if (!movedTx(list, id, by, (moved, position) => updateQuestionTx(db, moved, { position }))) return;
    logOwnerChangeTx(db, nowMs, 'update', 'survey_question', id, ['position']);
  });

/** @throws RevinoError `catalogue.notFound`, `survey.kindOnce` */
export const setQuestionArchived = (db: Database, id: number, isArchived: boolean, nowMs: number): void =>
  inTransaction(db, () => {
    const question = present(listQuestions(db).find((row) => row.id === id));
    if (!isArchived && question.archivedAtMs !== null) requireOnce(db, question.surveyId, question.kind);
    setArchivedTx(db, 'survey_question', id, isArchived ? nowMs : null);
    logOwnerChangeTx(db, nowMs, isArchived ? 'archive' : 'unarchive', 'survey_question', id);
  });

/** Answers of nps, csat, ces and text lie in the opinion itself, which has one place for each. */
export const removeQuestion = (db: Database, id: number, nowMs: number): Removed =>
  inTransaction(db, () => {
    const question = listQuestions(db).find((row) => row.id === id);
    const isKept = question !== undefined && isAnswered(db, question);
    const isDeleted = !isKept && deleteUnlessReferencedTx(db, 'survey_question', id);
    if (!isDeleted) setArchivedTx(db, 'survey_question', id, nowMs);
    logOwnerChangeTx(db, nowMs, isDeleted ? 'delete' : 'archive', 'survey_question', id);
    return { outcome: isDeleted ? 'deleted' : 'archived' };
  });

const requireOnce = (db: Database, surveyId: number, kind: QuestionKind): void => {
  if (kind === 'choice') return;
  const isAsked = listQuestions(db).some(
    (row) => row.surveyId === surveyId && row.kind === kind && row.archivedAtMs === null,
  );
  if (isAsked) throw new RevinoError('survey.kindOnce');
};

const LANGUAGE_NAMES = { en: 'common.english', pl: 'common.polish', ro: 'common.romanian' } as const;

const requireWording = (kind: QuestionKind, wording: QuestionWording, locales: readonly Locale[]): void => {
  for (const locale of locales) {
    if ((wording[locale]?.text ?? '') === '')
      throw new RevinoError('survey.wordingMissing', {
        language: wordsFor(locale).t(LANGUAGE_NAMES[locale]),
      });
  }
  if (kind !== 'choice') return;
  const lists = locales.map((locale) => wording[locale]?.choices?.filter((choice) => choice !== '') ?? []);
  const count = lists[0]?.length ?? 0;
  if (count < 2 || lists.some((list) => list.length !== count)) throw new RevinoError('survey.choicesDiffer');
};
