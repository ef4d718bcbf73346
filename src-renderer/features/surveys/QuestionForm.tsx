/** The words of one question, in each language it is asked in. */
import { type FormEvent, useState } from 'react';
import type { QuestionWording, SurveyQuestion } from '../../../src-shared/contract/surveyContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import type { QuestionKind } from '../../../src-shared/domain/closedLists.ts';
import { useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { LongTextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { PartActions } from '../../ui/SettingsPart.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { kindNames, languageNames } from './SurveyPart.tsx';
import styles from './surveys.module.css';

export interface QuestionFormProps {
  locales: readonly Locale[];
  kind: QuestionKind;
  /** Of the survey a new question goes into. */
  surveyId: number | null;
  /** Null: a new one. */
  question: SurveyQuestion | null;
  onClose(): void;
}

interface Draft {
  readonly text: string;
  /** One a line. */
  readonly choices: string;
}

const draftOf = (question: SurveyQuestion | null, locale: Locale): Draft => ({
  text: question?.wording[locale]?.text ?? '',
  choices: question?.wording[locale]?.choices?.join('\n') ?? '',
});

export function QuestionForm({ locales, kind, surveyId, question, onClose }: QuestionFormProps) {
  const words = useWords();
  const notices = useNotices();
  const create = useCommand('question.create');
  const change = useCommand('question.change');
  const [drafts, setDrafts] = useState<Partial<Record<Locale, Draft>>>({});
  const [isRequired, setIsRequired] = useState(question?.isRequired ?? false);
  const draft = (locale: Locale): Draft => drafts[locale] ?? draftOf(question, locale);
  const edit = (locale: Locale, part: Partial<Draft>) =>
    setDrafts({ ...drafts, [locale]: { ...draft(locale), ...part } });
  const languages = languageNames(words);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Languages that are not asked now keep the words they had.
    const wording: QuestionWording = { ...question?.wording };
    for (const locale of locales) {
      const { text, choices } = draft(locale);
      const lines = choices.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
      wording[locale] = { text: text.trim(), ...(kind === 'choice' ? { choices: lines } : {}) };
    }
    if (question) {
      change.mutate(
        { id: question.questionId, change: { wording, isRequired } },
        {
          onSuccess: ({ isNew }) => {
            if (isNew) notices.say({ text: words.t('surveys.reworded') });
            onClose();
          },
        },
      );
    } else if (surveyId !== null) {
      create.mutate({ surveyId, kind, wording, isRequired }, { onSuccess: onClose });
    }
  };
  const error = create.error ?? change.error;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.kind}>{kindNames(words)[kind]}</p>
      {locales.map((locale, index) => (
        <div key={locale} className={styles.wording} lang={locale}>
          <LongTextField
            label={words.t('surveys.text', { language: languages[locale] })}
            value={draft(locale).text}
            maxLength={300}
            autoFocus={index === 0}
            onChange={(event) => edit(locale, { text: event.currentTarget.value })}
          />
          {kind === 'choice' ? (
            <LongTextField
              label={words.t('surveys.choices', { language: languages[locale] })}
              value={draft(locale).choices}
              maxLength={1300}
              onChange={(event) => edit(locale, { choices: event.currentTarget.value })}
            />
          ) : null}
        </div>
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={isRequired}
          onChange={(event) => setIsRequired(event.currentTarget.checked)}
        />
        <span>{words.t('surveys.isRequired')}</span>
      </label>
      {question?.isAnswered ? <Sentence text={words.t('surveys.answered')} size="note" /> : null}
      {error ? <ErrorNote error={error} /> : null}
      <PartActions>
        <Action isSubmit loading={create.isPending || change.isPending}>
          {words.t('surveys.save')}
        </Action>
        <Command onClick={onClose}>{words.t('surveys.cancel')}</Command>
      </PartActions>
    </form>
  );
}
