/** One question at a time, with the way on below it; while something is written, all of it stands in the upper half. */
import { useEffect, useRef } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import { Marked } from '../ui/Sentence.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { AnswerButtons } from './AnswerButtons.tsx';
import { KioskHead } from './KioskHead.tsx';
import styles from './kiosk.module.css';
import type { SurveyInHand } from './useSurvey.ts';
import { Ways } from './Ways.tsx';

/** Long enough to see what was chosen. */
const ON_AFTER_MS = 280;
const MOST_CHARACTERS = 2000;

export interface AskingProps {
  round: KioskRound;
  survey: SurveyInHand;
  isLarge: boolean;
  /** There is something to cancel. */
  isTouched: boolean;
  onLarge(isLarge: boolean): void;
  onCancel(): void;
  onLeave(): void;
}

export function Asking({ round, survey, isLarge, isTouched, onLarge, onCancel, onLeave }: AskingProps) {
  const words = useWords();
  const { question, step, count, isLast, sending } = survey;
  const heading = useRef<HTMLHeadingElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each question the focus goes to it
  useEffect(() => {
    if (question?.kind !== 'text' && step > 0) heading.current?.focus();
    return () => clearTimeout(timer.current);
  }, [step]);
  if (!question) return null;
  const choose = (value: number) => {
    clearTimeout(timer.current);
    survey.answer(question.key, value);
    if (!isLast) timer.current = setTimeout(survey.goOn, ON_AFTER_MS);
  };
  const isWriting = question.kind === 'text';
  return (
    <main className={styles.page} data-writing={isWriting}>
      <KioskHead
        round={round}
        locale={survey.locale}
        isLarge={isLarge}
        onLarge={onLarge}
        onLocale={survey.setLocale}
      />
      <section className={styles.asking} aria-labelledby="kiosk-question">
        <p className={styles.step}>{count > 1 ? words.t('kiosk.step', { at: step + 1, count }) : null}</p>
        <h1 ref={heading} id="kiosk-question" className={styles.question} tabIndex={-1}>
          <Marked text={question.text} />
          {isWriting && !question.isRequired ? (
            <>
              {' '}
              <span className={styles.optional}>{words.t('kiosk.optional')}</span>
            </>
          ) : null}
        </h1>
        {isWriting ? (
          <textarea
            key={question.key}
            className={styles.text}
            aria-labelledby="kiosk-question"
            value={String(survey.value ?? '')}
            maxLength={MOST_CHARACTERS}
            rows={3}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            // biome-ignore lint/a11y/noAutofocus: the next thing anybody does here is to write
            autoFocus
            onChange={(event) => survey.answer(question.key, event.currentTarget.value)}
          />
        ) : (
          <AnswerButtons question={question} chosen={survey.value} onChoose={choose} />
        )}
        {sending === 'failed' ? (
          <div className={styles.fault} role="alert">
            <strong>{words.t('kiosk.failed')}</strong> {words.t('kiosk.failed.text')}
          </div>
        ) : survey.isEmpty ? (
          <div className={styles.fault} role="alert">
            {words.t('kiosk.nothing')}
          </div>
        ) : null}
        <Ways survey={survey} isTouched={isTouched} onCancel={onCancel} />
      </section>
      <footer className={styles.foot}>
        <p>
          {words.t(round.isAnonymous ? 'kiosk.anonymous' : 'kiosk.withVisit')}{' '}
          {words.t('kiosk.idle', { count: round.idleSeconds })}
        </p>
        <button type="button" className={styles.staff} onClick={onLeave}>
          {words.t('kiosk.staff')}
        </button>
      </footer>
    </main>
  );
}
