/** Back, away, and on: only those that lead somewhere. */
import type { ReactNode } from 'react';
import { useWords } from '../ui/wordsContext.tsx';
import buttons from './buttons.module.css';
import styles from './kiosk.module.css';
import type { SurveyInHand } from './useSurvey.ts';

export interface WaysProps {
  survey: SurveyInHand;
  isTouched: boolean;
  onCancel(): void;
}

export function Ways({ survey, isTouched, onCancel }: WaysProps) {
  const { t } = useWords();
  const { question, step, isLast, isAnswered, sending } = survey;
  if (!question) return null;
  const isBusy = sending === 'now';
  const isHeld = question.isRequired && !isAnswered;
  // The first question that has to be answered, and was not: the answers themselves are the only way on.
  if (step === 0 && !isTouched && isHeld && !isLast) return null;
  return (
    <div className={styles.ways}>
      {step > 0 ? <Quiet onClick={survey.back}>{t('kiosk.back')}</Quiet> : null}
      <span className={styles.gap} />
      {isTouched ? <Quiet onClick={onCancel}>{t('kiosk.cancel')}</Quiet> : null}
      {isLast ? (
        <Filled isOff={isHeld || isBusy} onClick={survey.send}>
          {sending === 'failed' ? t('kiosk.again') : isBusy ? t('common.waiting') : t('kiosk.send')}
        </Filled>
      ) : isAnswered ? (
        <Filled onClick={survey.goOn}>{t('kiosk.next')}</Filled>
      ) : isHeld ? null : (
        <Quiet onClick={survey.goOn}>{t('kiosk.skip')}</Quiet>
      )}
    </div>
  );
}

interface WayProps {
  onClick(): void;
  children: ReactNode;
}

function Quiet({ onClick, children }: WayProps) {
  return (
    <button type="button" className={buttons.quiet} onClick={onClick}>
      {children}
    </button>
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
    <button type="button" data-filled className={buttons.filled} disabled={isOff} onClick={onClick}>
      {children}
    </button>
  );
}
