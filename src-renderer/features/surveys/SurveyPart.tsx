/** One survey: its name, its languages, its questions in their order. */
import { useState } from 'react';
import type { Survey, SurveyQuestion } from '../../../src-shared/contract/surveyContract.ts';
import { LOCALES, type Locale } from '../../../src-shared/contract/values.ts';
import type { QuestionKind } from '../../../src-shared/domain/closedLists.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { useCommand } from '../../api/procedures.ts';
import { CellInput } from '../../ui/CellInput.tsx';
import { Command } from '../../ui/Command.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import styles from './surveys.module.css';

const KINDS: readonly QuestionKind[] = ['nps', 'csat', 'ces', 'choice', 'text'];

export const kindNames = (words: Words): Readonly<Record<QuestionKind, string>> => ({
  nps: words.t('surveys.kind.nps'),
  csat: words.t('surveys.kind.csat'),
  ces: words.t('surveys.kind.ces'),
  choice: words.t('surveys.kind.choice'),
  text: words.t('surveys.kind.text'),
});

export const languageNames = (words: Words): Readonly<Record<Locale, string>> => ({
  en: words.t('common.english'),
  pl: words.t('common.polish'),
  ro: words.t('common.romanian'),
});

export function SurveyPart({ survey }: { survey: Survey }) {
  const words = useWords();
  const notices = useNotices();
  const change = useCommand('survey.change');
  const setArchived = useCommand('survey.setArchived');
  const remove = useCommand('survey.remove');
  const setQuestionArchived = useCommand('question.setArchived');
  const [adding, setAdding] = useState<QuestionKind | null>(null);
  const [showsArchived, setShowsArchived] = useState(false);
  const { surveyId: id, name, locales, isArchived } = survey;
  const failing = { onError: (error: unknown) => void notices.fail(error) };
  const languages = languageNames(words);
  const kinds = kindNames(words);
  const asked = survey.questions.filter((question) => !question.isArchived);
  const archived = survey.questions.filter((question) => question.isArchived);
  const free = KINDS.filter((kind) => kind === 'choice' || !asked.some((question) => question.kind === kind));
  const setLanguage = (locale: Locale, isOn: boolean) => {
    const next = isOn ? [...locales, locale] : locales.filter((other) => other !== locale);
    if (next.length > 0) change.mutate({ id, change: { locales: next } }, failing);
  };
  return (
    <section className={styles.survey} aria-label={name}>
      <div className={styles.head}>
        <div className={styles.name}>
          <CellInput
            label={words.t('surveys.name')}
            column="survey"
            value={name}
            isStrong
            onCommit={async (text) => {
              if (text === '') return words.t('catalogue.nameMissing');
              await change.mutateAsync({ id, change: { name: text } });
              return null;
            }}
          />
        </div>
        <PartActions>
          <Command isQuiet onClick={() => setArchived.mutate({ id, isArchived: !isArchived }, failing)}>
            {isArchived ? words.t('catalogue.unarchive') : words.t('catalogue.archive')}
          </Command>
          <Command
            isQuiet
            aria-label={words.t('catalogue.deleteNamed', { name })}
            onClick={() =>
              remove.mutate(
                { id },
                {
                  ...failing,
                  onSuccess: ({ outcome }) =>
                    notices.say({
                      text:
                        outcome === 'deleted'
                          ? words.t('catalogue.deleted', { name })
                          : words.t('surveys.kept', { name }),
                    }),
                },
              )
            }
          >
            {words.t('catalogue.delete')}
          </Command>
        </PartActions>
      </div>
      <fieldset className={styles.languages}>
        <legend>{words.t('surveys.languages')}</legend>
        {LOCALES.map((locale) => (
          <label key={locale} className={styles.check}>
            <input
              type="checkbox"
              checked={locales.includes(locale)}
              disabled={locales.length === 1 && locales.includes(locale)}
              onChange={(event) => setLanguage(locale, event.currentTarget.checked)}
            />
            <span>{languages[locale]}</span>
          </label>
        ))}
      </fieldset>
      <ol className={styles.questions}>
        {asked.map((question, index) => (
          <QuestionRow
            key={question.questionId}
            question={question}
            locales={locales}
            isFirst={index === 0}
          />
        ))}
      </ol>
      {showsArchived ? (
        <ul className={styles.questions}>
          {archived.map((question) => (
            <li key={question.questionId} className={`${styles.question} ${styles.archived}`}>
              <p>{textOf(question, locales, words.locale)}</p>
              <div className={styles.commands}>
                <Command
                  isQuiet
                  onClick={() =>
                    setQuestionArchived.mutate({ id: question.questionId, isArchived: false }, failing)
                  }
                >
                  {words.t('catalogue.unarchive')}
                </Command>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {adding === null ? (
        <PartActions>
          {free.map((kind) => (
            <Command key={kind} onClick={() => setAdding(kind)}>
              {words.t('surveys.addQuestion', { kind: kinds[kind] })}
            </Command>
          ))}
          {archived.length > 0 ? (
            <Command isQuiet onClick={() => setShowsArchived(!showsArchived)}>
              {showsArchived
                ? words.t('settings.hideArchived')
                : words.t('catalogue.showArchived', { count: archived.length })}
            </Command>
          ) : null}
        </PartActions>
      ) : (
        <QuestionForm
          locales={locales}
          kind={adding}
          surveyId={id}
          question={null}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  );
}

/** In the language of the screen where there is one, or the first that is asked. */
const textOf = ({ wording }: SurveyQuestion, locales: readonly Locale[], screen: Locale): string =>
  (wording[screen] ?? wording[locales[0] ?? screen])?.text ?? '';

interface QuestionRowProps {
  question: SurveyQuestion;
  locales: readonly Locale[];
  isFirst: boolean;
}

function QuestionRow({ question, locales, isFirst }: QuestionRowProps) {
  const words = useWords();
  const notices = useNotices();
  const move = useCommand('question.move');
  const remove = useCommand('question.remove');
  const [isOpen, setIsOpen] = useState(false);
  const { questionId: id, kind, wording } = question;
  const shown = wording[words.locale] ?? wording[locales[0] ?? words.locale];
  const text = textOf(question, locales, words.locale);
  const failing = { onError: (error: unknown) => void notices.fail(error) };
  if (isOpen) {
    return (
      <li>
        <QuestionForm
          locales={locales}
          kind={kind}
          surveyId={null}
          question={question}
          onClose={() => setIsOpen(false)}
        />
      </li>
    );
  }
  return (
    <li className={styles.question}>
      <div>
        <p>{text}</p>
        <p className={styles.note}>
          {kindNames(words)[kind]}
          {question.isRequired ? `, ${words.t('surveys.required')}` : ''}
          {shown?.choices ? `: ${shown.choices.join(' · ')}` : ''}
        </p>
      </div>
      <div className={styles.commands}>
        <Command isQuiet aria-label={words.t('surveys.editNamed', { text })} onClick={() => setIsOpen(true)}>
          {words.t('surveys.edit')}
        </Command>
        <Command
          isQuiet
          aria-label={words.t('settings.moveUp', { name: text })}
          disabled={isFirst}
          onClick={() => move.mutate({ id, by: -1 }, failing)}
        >
          ↑
        </Command>
        <Command
          isQuiet
          aria-label={words.t('catalogue.deleteNamed', { name: text })}
          onClick={() =>
            remove.mutate(
              { id },
              {
                ...failing,
                onSuccess: ({ outcome }) =>
                  notices.say({
                    text:
                      outcome === 'deleted'
                        ? words.t('catalogue.deleted', { name: text })
                        : words.t('surveys.questionKept', { name: text }),
                  }),
              },
            )
          }
        >
          {words.t('catalogue.delete')}
        </Command>
      </div>
    </li>
  );
}
