/** What is asked: ready-made surveys speak three languages, and what was answered keeps its words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { createShop } from '../../src-main/services/shopService.ts';
import {
  addUsualSurveys,
  changeQuestion,
  changeSurvey,
  createQuestion,
  createSurvey,
  listSurveys,
  moveQuestion,
  removeQuestion,
  removeSurvey,
  setQuestionArchived,
} from '../../src-main/services/surveyService.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { LOCALES, TRADES, type Trade } from '../../src-shared/contract/values.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

const emptyShop = (trade: Trade = 'salon'): Database => {
  const folder = mkdtempSync(join(tmpdir(), 'revino-surveys-'));
  const file = join(folder, 'shop.revino');
  createDatabase({ file, key: null, backupsDir: join(folder, 'backups'), nowMs: NOW });
  const db = openDatabase({ file, key: null, mode: 'write' });
  onTestFinished(() => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const particulars = {
    name: 'Salon',
    currency: 'RON',
    timeZone: 'Europe/Bucharest',
    isHistoryComplete: true,
  };
  createShop(db, { ...particulars, trade, locale: 'ro' }, NOW);
  return db;
};

const codeOf = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof RevinoError) return error.code;
    throw error;
  }
};

const answer = (db: Database, surveyId: number, columns: { nps?: number; comment?: string }): number =>
  Number(
    db.sqlite
      .prepare(
        `INSERT INTO opinion (uid, business_date, at_ms, created_at_ms, survey_id, nps, comment)
         VALUES (randomblob(16), '2026-11-20', ?, ?, ?, ?, ?)`,
      )
      .run(NOW, NOW, surveyId, columns.nps ?? null, columns.comment ?? null).lastInsertRowid,
  );

test.each(TRADES)('a %s starts with surveys in all languages, made once', (trade) => {
  const db = emptyShop(trade);
  expect(addUsualSurveys(db, NOW)).toEqual({ added: 2 });
  expect(addUsualSurveys(db, NOW)).toEqual({ added: 0 });
  const { surveys } = listSurveys(db);
  expect(surveys.map(({ locales }) => locales)).toEqual([
    ['ro', 'en', 'pl'],
    ['ro', 'en', 'pl'],
  ]);
  for (const { questions } of surveys) {
    for (const { wording, kind } of questions) {
      const texts = LOCALES.map((locale) => wording[locale]?.text ?? '');
      expect(new Set(texts).size).toBe(3);
      expect(texts).not.toContain('');
      if (kind !== 'choice') continue;
      for (const locale of LOCALES) expect(new Set(wording[locale]?.choices).size).toBe(5);
    }
  }
});

test('a question that was answered is archived and not reworded; one that was not is simply changed', () => {
  const db = emptyShop();
  addUsualSurveys(db, NOW);
  const [survey] = listSurveys(db).surveys;
  const nps = survey?.questions.find(({ kind }) => kind === 'nps');
  const csat = survey?.questions.find(({ kind }) => kind === 'csat');
  if (!survey || !nps || !csat) throw new Error('the usual survey has both');
  answer(db, survey.surveyId, { nps: 9 });
  const reworded = { ...nps.wording, ro: { text: 'Ne-ați recomanda?' } };
  const changed = changeQuestion(db, nps.questionId, { wording: reworded }, NOW);
  expect(changed.isNew).toBe(true);
  expect(
    changeQuestion(db, csat.questionId, { wording: { ...csat.wording, ro: { text: 'Altfel?' } } }, NOW),
  ).toEqual({
    id: csat.questionId,
    isNew: false,
  });
  const now = listSurveys(db).surveys[0]?.questions ?? [];
  expect(now.find(({ questionId }) => questionId === nps.questionId)).toMatchObject({
    isArchived: true,
    wording: nps.wording,
  });
  // The new wording stands where the old one stood.
  const asked = now.filter(({ isArchived }) => !isArchived).map(({ questionId }) => questionId);
  expect(asked[0]).toBe(changed.id);
  // Back from the archive it would be asked twice.
  expect(codeOf(() => setQuestionArchived(db, nps.questionId, false, NOW))).toBe('survey.kindOnce');
  expect(removeQuestion(db, csat.questionId, NOW).outcome).toBe('deleted');
  expect(removeQuestion(db, changed.id, NOW).outcome).toBe('archived');
});

test('a survey somebody answered is archived, another one is deleted with its questions', () => {
  const db = emptyShop();
  addUsualSurveys(db, NOW);
  const [first, second] = listSurveys(db).surveys;
  if (!first || !second) throw new Error('there are two');
  answer(db, first.surveyId, { comment: 'Bine' });
  expect(removeSurvey(db, first.surveyId, NOW).outcome).toBe('archived');
  expect(removeSurvey(db, second.surveyId, NOW).outcome).toBe('deleted');
  expect(listSurveys(db).surveys).toMatchObject([{ surveyId: first.surveyId, isArchived: true }]);
  expect(db.sqlite.prepare('SELECT count(*) FROM survey_question').pluck().get()).toBe(
    first.questions.length,
  );
});

test('nothing is asked without words, without choices, or twice', () => {
  const db = emptyShop();
  const { id: surveyId } = createSurvey(db, 'Scurt', NOW);
  const ask = (kind: 'nps' | 'choice' | 'text', wording: Parameters<typeof createQuestion>[1]['wording']) =>
    createQuestion(db, { surveyId, kind, wording, isRequired: false }, NOW).id;
  expect(codeOf(() => ask('nps', { en: { text: 'Recommend?' } }))).toBe('survey.wordingMissing');
  const nps = ask('nps', { ro: { text: 'Recomandați?' } });
  expect(codeOf(() => ask('nps', { ro: { text: 'Din nou?' } }))).toBe('survey.kindOnce');
  expect(codeOf(() => ask('choice', { ro: { text: 'Ce?', choices: ['Prețul'] } }))).toBe(
    'survey.choicesDiffer',
  );
  const one = ask('choice', { ro: { text: 'Ce?', choices: ['Prețul', 'Locul'] } });
  const two = ask('choice', { ro: { text: 'Când?', choices: ['Azi', 'Mâine'] } });
  expect(codeOf(() => changeSurvey(db, surveyId, { locales: ['ro', 'pl'] }, NOW))).toBe(
    'survey.wordingMissing',
  );
  moveQuestion(db, two, -1, NOW);
  moveQuestion(db, two, -1, NOW);
  moveQuestion(db, two, -1, NOW);
  expect(listSurveys(db).surveys[0]?.questions.map(({ questionId }) => questionId)).toEqual([two, nps, one]);
  // Another language added to an answered question changes no answer.
  db.sqlite
    .prepare('INSERT INTO opinion_answer (opinion_id, question_id, choice) VALUES (?, ?, 0)')
    .run(answer(db, surveyId, { comment: 'x' }), one);
  const both = {
    ro: { text: 'Ce?', choices: ['Prețul', 'Locul'] },
    pl: { text: 'Co?', choices: ['Cena', 'Miejsce'] },
  };
  expect(changeQuestion(db, one, { wording: both }, NOW).isNew).toBe(false);
});
