/** One question at a time, with the way on below it; while something is written, all of it stands in the upper half. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { Marked } from '../ui/Sentence.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { AnswerButtons } from './AnswerButtons.tsx';
import styles from './kiosk.module.css';
import type { SurveyInHand } from './useSurvey.ts';

const NAMES = { en: 'common.english', pl: 'common.polish', ro: 'common.romanian' } as const;
/** Long enough to see what was chosen. */
const ON_AFTER_MS = 280;
const MOST_CHARACTERS = 2000;

export interface AskingProps {
  round: KioskRound;
  survey: SurveyInHand;
  isLarge: boolean;
  onLarge(isLarge: boolean): void;
  onCancel(): void;
  onLeave(): void;
}

export function Asking({ round, survey, isLarge, onLarge, onCancel, onLeave }: AskingProps) {
  const words = useWords();
  const { question, step, count, isLast, isAnswered, sending, isTouched } = survey;
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
  const isBusy = sending === 'now';
  const isHeld = question.isRequired && !isAnswered;
  return (
    <main className={styles.page} data-writing={question.kind === 'text'}>
      <Head
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
        </h1>
        {question.kind === 'text' ? (
          <>
            {question.isRequired ? null : <p className={styles.optional}>{words.t('kiosk.optional')}</p>}
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
          </>
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
        <div className={styles.ways}>
          {step > 0 ? (
            <button type="button" className={styles.quiet} onClick={survey.back}>
              {words.t('kiosk.back')}
            </button>
          ) : null}
          <span className={styles.gap} />
          {isTouched ? (
            <button type="button" className={styles.quiet} onClick={onCancel}>
              {words.t('kiosk.cancel')}
            </button>
          ) : null}
          {isLast ? (
            <Filled isOff={isHeld || isBusy} onClick={survey.send}>
              {sending === 'failed'
                ? words.t('kiosk.again')
                : isBusy
                  ? words.t('common.waiting')
                  : words.t('kiosk.send')}
            </Filled>
          ) : isAnswered ? (
            <Filled onClick={survey.goOn}>{words.t('kiosk.next')}</Filled>
          ) : question.isRequired ? null : (
            <button type="button" className={styles.quiet} onClick={survey.goOn}>
              {words.t('kiosk.skip')}
            </button>
          )}
        </div>
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

function Filled({
  isOff = false,
  onClick,
  children,
}: {
  isOff?: boolean;
  onClick(): void;
  children: ReactNode;
}) {
  return (
    <button type="button" className={styles.filled} disabled={isOff} onClick={onClick}>
      {children}
    </button>
  );
}

interface HeadProps {
  round: KioskRound;
  locale: Locale;
  isLarge: boolean;
  onLocale(locale: Locale): void;
  onLarge(isLarge: boolean): void;
}

function Head({ round, locale, isLarge, onLocale, onLarge }: HeadProps) {
  const words = useWords();
  return (
    <header className={styles.head}>
      <p className={styles.shop}>{round.shopName}</p>
      <fieldset className={styles.choices} aria-label={words.t('kiosk.language')}>
        {round.locales.length > 1
          ? round.locales.map((one) => (
              <button
                key={one}
                type="button"
                lang={one}
                className={styles.choice}
                aria-pressed={one === locale}
                onClick={() => onLocale(one)}
              >
                {words.t(NAMES[one])}
              </button>
            ))
          : null}
      </fieldset>
      <button
        type="button"
        className={styles.size}
        aria-pressed={isLarge}
        aria-label={words.t('kiosk.large')}
        onClick={() => onLarge(!isLarge)}
      >
        <span aria-hidden="true">
          A<b>A</b>
        </span>
      </button>
    </header>
  );
}
