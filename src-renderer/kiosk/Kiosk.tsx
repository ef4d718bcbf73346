/** The kiosk: one round after the other. A new round is a new tree, so that nothing of the last person can stay. */
import { useEffect, useState } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { LocaleProvider } from '../ui/wordsContext.tsx';
import { Asking } from './Asking.tsx';
import styles from './kiosk.module.css';
import { LeavePad } from './LeavePad.tsx';
import { Thanks } from './Thanks.tsx';
import { useIdle } from './useIdle.ts';
import { useRound } from './useRound.ts';
import { useSurvey } from './useSurvey.ts';

export function Kiosk() {
  const { round, restart } = useRound();
  if (round === null) return <main className={styles.page} />;
  return <Round key={round.roundId} round={round} onOver={restart} />;
}

function Round({ round, onOver }: { round: KioskRound; onOver(): void }) {
  const survey = useSurvey(round);
  const [isLarge, setIsLarge] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const { locale, sending } = survey;
  const isThanking = sending === 'stored' || sending === 'soon';
  const isTouched = survey.isTouched || isLarge || isLeaving;
  const left = useIdle(isTouched && !isThanking && sending !== 'now', round.idleSeconds, onOver);
  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.large = String(isLarge);
    document.title = round.shopName;
  }, [locale, isLarge, round.shopName]);
  const { t } = wordsFor(locale);
  return (
    <LocaleProvider locale={locale}>
      {isThanking ? (
        <Thanks isSoon={sending === 'soon'} seconds={round.returnSeconds} onOver={onOver} />
      ) : isLeaving ? (
        <LeavePad by={round.leftBy} onBack={() => setIsLeaving(false)} />
      ) : (
        <Asking
          round={round}
          survey={survey}
          isLarge={isLarge}
          isTouched={isTouched}
          onLarge={setIsLarge}
          onCancel={onOver}
          onLeave={() => setIsLeaving(true)}
        />
      )}
      <p className={styles.over} role="status">
        {left === null ? null : t('kiosk.startingOver', { count: left })}
      </p>
    </LocaleProvider>
  );
}
