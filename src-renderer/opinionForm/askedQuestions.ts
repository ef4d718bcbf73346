/** What is asked, in which words, and where each answer goes. Pure. */
import type { Answered } from '../../src-shared/contract/opinionContract.ts';
import type { Survey, SurveyQuestion } from '../../src-shared/contract/surveyContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import type { QuestionKind } from '../../src-shared/domain/closedLists.ts';
import { isLowScore, SCALES, SCORE_KINDS, type ScoreKind } from '../../src-shared/domain/opinionScores.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

export interface AskedQuestion {
  /** `nps`, `csat`, `ces`, `comment`, or the number of the survey's own question. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
  readonly choices: readonly string[];
  readonly isRequired: boolean;
}

/** What of a survey is needed to ask it: at the desk all of it is known, on the kiosk no more than this. */
export interface AskedSurvey {
  readonly questions: readonly (Pick<SurveyQuestion, 'questionId' | 'kind' | 'wording' | 'isRequired'> & {
    readonly isArchived?: boolean;
  })[];
}

/** By question: a number on a scale, the place of a choice, or a text. */
export type Answers = Readonly<Record<string, number | string | undefined>>;

export const isScale = (kind: QuestionKind): kind is ScoreKind =>
  (SCORE_KINDS as readonly string[]).includes(kind);

/**
 * The questions of a survey in one language. The first of each score and the first text lie in the opinion itself,
 * where scores are counted; others are the survey's own. A comment can always be left.
 */
export const askedQuestions = (survey: AskedSurvey | null, locale: Locale): AskedQuestion[] => {
  const words = wordsFor(locale);
  const comment: AskedQuestion = {
    key: 'comment',
    kind: 'text',
    text: words.t('opinions.ask.comment'),
    choices: [],
    isRequired: false,
  };
  if (survey === null) {
    const text = words.t('opinions.ask.nps');
    return [{ key: 'nps', kind: 'nps', text, choices: [], isRequired: false }, comment];
  }
  const taken = new Set<string>();
  const asked = survey.questions
    .filter(({ isArchived }) => !isArchived)
    .map(({ isRequired, ...question }): AskedQuestion => {
      const wording = question.wording[locale] ?? Object.values(question.wording)[0];
      const home = question.kind === 'text' ? 'comment' : isScale(question.kind) ? question.kind : null;
      const key = home === null || taken.has(home) ? String(question.questionId) : home;
      taken.add(key);
      const { kind } = question;
      return { key, kind, text: wording?.text ?? '', choices: wording?.choices ?? [], isRequired };
    });
  return taken.has('comment') ? asked : [...asked, comment];
};

/** Languages a survey is asked in; without one, those we have words in. */
export const localesOf = (survey: Survey | null): readonly Locale[] => survey?.locales ?? ['en', 'pl', 'ro'];

export const isAnyLow = (questions: readonly AskedQuestion[], answers: Answers): boolean =>
  questions.some(({ key, kind }) => {
    const answer = answers[key];
    return isScale(kind) && typeof answer === 'number' && isLowScore(kind, answer);
  });

const scoreIn = (answers: Answers, key: ScoreKind): number | null => {
  const answer = answers[key];
  return typeof answer === 'number' ? answer : null;
};

/** In the shape it is sent in; null where nothing was answered. */
export const answeredOf = (questions: readonly AskedQuestion[], answers: Answers): Answered | null => {
  const comment = String(answers.comment ?? '').trim();
  const own = questions.flatMap(({ key }): Answered['answers'] => {
    const answer = answers[key];
    if (!/^\d+$/.test(key) || answer === undefined) return [];
    if (typeof answer === 'number') return [{ questionId: Number(key), choice: answer, text: null }];
    return answer.trim() === '' ? [] : [{ questionId: Number(key), choice: null, text: answer.trim() }];
  });
  const answered: Answered = {
    nps: scoreIn(answers, 'nps'),
    csat: scoreIn(answers, 'csat'),
    ces: scoreIn(answers, 'ces'),
    comment: comment === '' ? null : comment,
    answers: own,
  };
  const isEmpty =
    own.length === 0 &&
    [answered.nps, answered.csat, answered.ces, answered.comment].every((one) => one === null);
  return isEmpty ? null : answered;
};

/** Back from what was stored. */
export const answersOf = ({ nps, csat, ces, comment, answers }: Answered): Answers => ({
  ...(nps === null ? {} : { nps }),
  ...(csat === null ? {} : { csat }),
  ...(ces === null ? {} : { ces }),
  ...(comment === null ? {} : { comment }),
  ...Object.fromEntries(answers.map(({ questionId, choice, text }) => [questionId, choice ?? text ?? ''])),
});

/** The places of a question's answers: 0 to 10, 1 to 5, or each choice. */
export const placesOf = ({ kind, choices }: AskedQuestion): number[] => {
  if (!isScale(kind)) return choices.map((_, at) => at);
  const { low, high } = SCALES[kind];
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
};

/** What a digit answers; after a 1, a 0 makes 10. Choices are counted from 1, as people count. */
export const answerOfDigit = (
  question: AskedQuestion,
  digit: number,
  before: number | string | undefined,
): number | null => {
  const places = placesOf(question);
  if (question.kind === 'nps' && digit === 0 && before === 1) return 10;
  const place = isScale(question.kind) ? digit : digit - 1;
  return places.includes(place) ? place : null;
};
