/** The questions of a survey and their answers, by keyboard alone: digits answer, Enter goes on, Esc leaves. */
import { Select } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { Answered } from '../../src-shared/contract/opinionContract.ts';
import type { Survey } from '../../src-shared/contract/surveyContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { isRefusal } from '../api/refusal.ts';
import { Action } from '../ui/Action.tsx';
import { ChangedMeanwhile } from '../ui/ChangedMeanwhile.tsx';
import { Choices } from '../ui/Choices.tsx';
import { useDraft, usePlaceKept } from '../ui/drafts.ts';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { isMod } from '../ui/Key.tsx';
import { PanelHead } from '../ui/Panel.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { answeredOf, askedQuestions, isAnyLow, localesOf } from './askedQuestions.ts';
import { type OpinionDraft, surveyKeyOf } from './opinionDraft.ts';
import styles from './opinionForm.module.css';
import { QuestionField } from './QuestionField.tsx';

export interface OpinionFormProps {
  title: string;
  /** A quiet line below it. */
  about: string | null;
  surveys: readonly Survey[];
  /** Of an opinion that is changed, its survey stays. */
  fixedSurvey?: Survey | null;
  /** Under this the answers are kept over other screens. */
  draftKey: string;
  /** Must stay the same value. */
  start: OpinionDraft;
  error: unknown;
  /** Of an opinion that is changed: how it stands now, and leaving what was typed for that. */
  recorded?: { readonly newest: string; onLoad(): void };
  isBusy: boolean;
  /** What else is asked about the opinion, such as how it was given. */
  children?: ReactNode;
  onSave(answered: Answered, from: { surveyId: number | null; revision: string | null }): void;
  onLeave(): void;
}

const LANGUAGES = { en: 'common.english', pl: 'common.polish', ro: 'common.romanian' } as const;

export function OpinionForm(props: OpinionFormProps) {
  const { title, about, surveys, fixedSurvey, draftKey, start, error, recorded, isBusy, children } = props;
  const { onSave, onLeave } = props;
  const words = useWords();
  const [usual] = useState({ surveyId: surveys[0]?.surveyId ?? null });
  const chosenSurvey = usePlaceKept(surveyKeyOf(draftKey), usual);
  const { surveyId } = chosenSurvey.value;
  const survey =
    fixedSurvey !== undefined
      ? fixedSurvey
      : (surveys.find((one) => one.surveyId === surveyId) ?? surveys[0] ?? null);
  const locales = localesOf(survey);
  const [chosen, setChosen] = useState<Locale>(words.locale);
  const locale = locales.includes(chosen) ? chosen : (locales[0] ?? words.locale);
  const asked = wordsFor(locale);
  const questions = askedQuestions(survey, locale);
  const draft = useDraft(draftKey, start);
  const { answers, revision } = draft.value;
  const [isEmpty, setIsEmpty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isLow = isAnyLow(questions, answers);
  // What went wrong comes right after the score that says something did.
  const ordered = isLow
    ? [...questions].sort((a, b) => rank(a.key, questions) - rank(b.key, questions))
    : questions;

  const answer = (key: string, value: number | string | undefined) => {
    draft.change((known) => ({ ...known, answers: { ...known.answers, [key]: value } }));
    setIsEmpty(false);
    // The ring goes to the number that is meant, unless the person has gone on meanwhile.
    if (typeof value === 'number')
      requestAnimationFrame(() => {
        const question = form.current?.querySelector(`[data-question="${key}"]`);
        if (question?.contains(document.activeElement))
          question.querySelector<HTMLElement>('input:checked')?.focus();
      });
  };
  const isOlder = recorded !== undefined && revision !== recorded.newest && !isBusy;
  const save = (over = revision) => {
    if (isBusy) return;
    const answered = answeredOf(questions, answers);
    setIsEmpty(answered === null);
    if (answered !== null) onSave(answered, { surveyId: survey?.surveyId ?? null, revision: over });
  };
  /** To the next question; after the last one it is saved. */
  const goOn = (from: Element) => {
    const all = [...(form.current?.querySelectorAll<HTMLElement>('[data-question]') ?? [])];
    const at = all.findIndex((one) => one.contains(from));
    const next = all[at + 1];
    if (at < 0 || next === undefined) return save();
    (
      next.querySelector<HTMLElement>('input:checked') ?? next.querySelector<HTMLElement>('input, textarea')
    )?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (isMod(event, 'Enter')) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      onLeave();
    } else if (
      event.key === 'Enter' &&
      !event.shiftKey &&
      (event.target as Element).closest('[data-question]')
    ) {
      event.preventDefault();
      goOn(event.target as Element);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };

  return (
    <form ref={form} className={styles.form} onSubmit={submit} onKeyDown={pressed} noValidate>
      <PanelHead title={title} leave={words.t('opinions.skip')} onLeave={onLeave} />
      <p className={styles.about}>
        {[about, words.t('opinions.keys')].filter((part) => part !== null).join(' · ')}
      </p>
      {ordered.map((question, at) => (
        <QuestionField
          key={question.key}
          question={question}
          answer={answers[question.key]}
          asked={asked}
          isFirst={at === 0}
          isAsking={isLow && question.key === 'comment'}
          onAnswer={(value) => answer(question.key, value)}
        />
      ))}
      {children}
      <div className={styles.ways}>
        {fixedSurvey === undefined && surveys.length > 1 ? (
          <Select
            label={words.t('opinions.survey')}
            data={surveys.map((one) => ({ value: String(one.surveyId), label: one.name }))}
            value={String(survey?.surveyId)}
            openOnFocus={false}
            onChange={(value) => chosenSurvey.change({ surveyId: value === null ? null : Number(value) })}
          />
        ) : null}
        {locales.length > 1 ? (
          <Choices<Locale>
            legend={words.t('opinions.language')}
            choices={locales.map((one) => ({ value: one, label: words.t(LANGUAGES[one]) }))}
            value={locale}
            onChange={setChosen}
          />
        ) : null}
      </div>
      {isEmpty ? (
        <p role="alert" className={styles.empty}>
          {words.t('opinions.nothing')}
        </p>
      ) : null}
      {isOlder ? (
        <ChangedMeanwhile onLoad={recorded.onLoad} onSaveMine={() => save(recorded.newest)} />
      ) : error && !isRefusal(error, 'record.changedMeanwhile') ? (
        <ErrorNote error={error} />
      ) : null}
      <div className={styles.save}>
        <Action isSubmit keys="Mod+Enter" loading={isBusy}>
          {words.t('opinions.save')}
        </Action>
      </div>
    </form>
  );
}

/** The comment stands behind the last of the three scores, everything else where it was. */
const rank = (key: string, questions: readonly { readonly key: string }[]): number => {
  const at = questions.findIndex((one) => one.key === key);
  if (key !== 'comment') return at;
  return questions.findLastIndex((one) => ['nps', 'csat', 'ces'].includes(one.key)) + 0.5;
};
