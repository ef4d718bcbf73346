/** One question: a row of numbers, a list of choices, or text. Digits answer; Enter is the form's. */
import { IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { Words } from '../../src-shared/words/words.ts';
import { LongTextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { type AskedQuestion, answerOfDigit, isScale, placesOf } from './askedQuestions.ts';
import styles from './opinionForm.module.css';

export interface QuestionFieldProps {
  question: AskedQuestion;
  answer: number | string | undefined;
  /** In the language of the question. */
  asked: Words;
  isFirst: boolean;
  /** A low score is on the form: what went wrong is the question now. */
  isAsking: boolean;
  onAnswer(answer: number | string | undefined): void;
}

export function QuestionField({ question, answer, asked, isFirst, isAsking, onAnswer }: QuestionFieldProps) {
  const words = useWords();
  const { key, kind, text } = question;
  if (kind === 'text') {
    return (
      <div className={isAsking ? styles.asking : undefined} data-question={key}>
        <LongTextField
          label={isAsking ? asked.t('opinions.ask.low') : text}
          lang={asked.locale}
          value={String(answer ?? '')}
          maxLength={4000}
          autoFocus={isFirst}
          onChange={(event) => onAnswer(event.currentTarget.value)}
        />
      </div>
    );
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onAnswer(undefined);
    } else if (/^\d$/.test(event.key)) {
      event.preventDefault();
      const chosen = answerOfDigit(question, Number(event.key), answer);
      if (chosen !== null) onAnswer(chosen);
    }
  };
  const places = placesOf(question);
  return (
    <fieldset className={styles.question} data-question={key} onKeyDown={pressed} lang={asked.locale}>
      <legend className={styles.asked}>{text}</legend>
      <div className={isScale(kind) ? styles.scale : styles.choices}>
        <div className={styles.places}>
          {places.map((place) => (
            <label key={place} className={styles.place}>
              <input
                type="radio"
                name={`question-${key}`}
                checked={answer === place}
                // biome-ignore lint/a11y/noAutofocus: the next key answers the first question
                autoFocus={isFirst && place === (typeof answer === 'number' ? answer : places[0])}
                onChange={() => onAnswer(place)}
              />
              <span className={styles.face}>
                {isScale(kind) ? place : `${place + 1}. ${question.choices[place] ?? ''}`}
              </span>
            </label>
          ))}
        </div>
        {isScale(kind) ? (
          <div className={styles.ends}>
            <span>{asked.t(`opinions.scaleLow.${kind}`)}</span>
            <span>{asked.t(`opinions.scaleHigh.${kind}`)}</span>
          </div>
        ) : null}
      </div>
      <button
        type="button"
        className={styles.clear}
        // It keeps its place, so that nothing jumps when a digit is pressed.
        style={{ visibility: answer === undefined ? 'hidden' : 'visible' }}
        aria-label={words.t('opinions.clear')}
        onClick={() => onAnswer(undefined)}
      >
        <IconX size={16} stroke={2} aria-hidden="true" />
      </button>
    </fieldset>
  );
}
