/** What one person has answered so far, in which language, and at which question they are. */
import { useState } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { isLowScore, SCALES } from '../../src-shared/domain/opinionScores.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import {
  type Answers,
  type AskedQuestion,
  answeredOf,
  askedQuestions,
  isScale,
} from '../opinionForm/askedQuestions.ts';
import { useSending } from './useSending.ts';

export const useSurvey = (round: KioskRound) => {
  const { locales } = round;
  const [locale, setLocale] = useState<Locale>(locales[0] ?? 'en');
  const [answers, setAnswers] = useState<Answers>({});
  const [step, setStep] = useState(0);
  const [isEmpty, setIsEmpty] = useState(false);
  const { sending, send } = useSending(round.roundId);
  const questions = askedQuestions(round.questions.length === 0 ? null : round, locale);
  const hasOwnText = round.questions.some(({ kind }) => kind === 'text');
  const words = wordsFor(locale);
  const question = questions[step];
  const answer = (key: string, value: number | string | undefined) => {
    setAnswers((known) => ({ ...known, [key]: value }));
    setIsEmpty(false);
  };
  return {
    locale,
    setLocale,
    step,
    count: questions.length,
    /** The one that is asked now. */
    question: question && { ...question, text: asked(question, questions, answers, hasOwnText, words) },
    value: question && answers[question.key],
    isAnswered: question !== undefined && (answers[question.key] ?? '') !== '',
    isLast: step === questions.length - 1,
    /** Nothing was answered, and they want to send it. */
    isEmpty,
    /** Something is on the screen that the next person must not find. */
    isTouched: step > 0 || locale !== locales[0] || Object.values(answers).some((one) => (one ?? '') !== ''),
    sending,
    answer,
    back: () => setStep((now) => Math.max(0, now - 1)),
    goOn: () => setStep((now) => Math.min(questions.length - 1, now + 1)),
    send: () => {
      const answered = answeredOf(questions, answers);
      setIsEmpty(answered === null);
      if (answered !== null) void send(answered);
    },
  };
};
export type SurveyInHand = ReturnType<typeof useSurvey>;

/** A comment is asked for by what was scored before it: what went wrong, or what was liked. */
const asked = (
  { key, text }: AskedQuestion,
  questions: readonly AskedQuestion[],
  answers: Answers,
  hasOwnText: boolean,
  { t }: Words,
): string => {
  if (key !== 'comment') return text;
  const scores = questions.flatMap(({ key: other, kind }) => {
    const value = answers[other];
    return isScale(kind) && typeof value === 'number' ? [{ kind, value }] : [];
  });
  if (scores.some(({ kind, value }) => isLowScore(kind, value))) return t('opinions.ask.low');
  const isGlad = scores.length > 0 && scores.every(({ kind, value }) => value >= SCALES[kind].high - 1);
  return isGlad && !hasOwnText ? t('kiosk.ask.liked') : text;
};
