/** The way out, for whoever knows the PIN: digits to touch, or to type. */
import { useEffect, useRef, useState } from 'react';
import type { KioskRound } from '../../src-shared/contract/kioskContract.ts';
import { useWords } from '../ui/wordsContext.tsx';
import { bridge } from './bridge.ts';
import buttons from './buttons.module.css';
import styles from './leavePad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** A PIN may be longer than what is drawn before it is typed. */
const FEWEST = { pin: 4, code: 6 } as const;
const MOST = 12;

export function LeavePad({ by, onBack }: { by: KioskRound['leftBy']; onBack(): void }) {
  const words = useWords();
  const [pin, setPin] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const { left, wait } = useWait();
  const isBusy = useRef(false);
  const type = (digit: string) => {
    setIsWrong(false);
    setPin((typed) => (typed.length < MOST ? typed + digit : typed));
  };
  const erase = () => setPin((typed) => typed.slice(0, -1));
  const isReady = pin.length >= FEWEST[by] && left === 0;
  const leave = async () => {
    if (isBusy.current || !isReady) return;
    isBusy.current = true;
    const answer = await bridge().leave({ pin });
    isBusy.current = false;
    // Left: the window is gone by now.
    setPin('');
    if (answer.ok && answer.value.isLeft) return;
    setIsWrong(true);
    wait(answer.ok ? answer.value.waitSeconds : 0);
  };
  const latest = useRef({ type, erase, leave });
  useEffect(() => {
    latest.current = { type, erase, leave };
  });
  useEffect(() => {
    const pressed = ({ key, target }: KeyboardEvent) => {
      if (/^\d$/.test(key)) latest.current.type(key);
      else if (key === 'Backspace') latest.current.erase();
      else if (key === 'Enter' && !(target instanceof HTMLButtonElement)) void latest.current.leave();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  return (
    <main className={styles.leaving}>
      <h1 className={styles.leaveTitle}>{words.t(by === 'pin' ? 'kiosk.leave.pin' : 'kiosk.leave.code')}</h1>
      <div
        className={styles.dots}
        role="status"
        aria-label={words.t('kiosk.leave.typed', { count: pin.length })}
      >
        {Array.from({ length: Math.max(FEWEST[by], pin.length) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: dots are nothing but their places
          <span key={at} className={styles.dot} data-typed={at < pin.length} />
        ))}
      </div>
      <p className={styles.wrong} role="alert">
        {left > 0
          ? words.t('kiosk.leave.wait', { count: left })
          : isWrong
            ? words.t('kiosk.leave.wrong')
            : null}
      </p>
      <div className={styles.pad}>
        {DIGITS.map((digit) => (
          <button key={digit} type="button" className={buttons.answer} onClick={() => type(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" className={`${buttons.answer} ${styles.zero}`} onClick={() => type('0')}>
          0
        </button>
        <button
          type="button"
          className={styles.padQuiet}
          aria-label={words.t('kiosk.leave.erase')}
          onClick={erase}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M9 5h11v14H9L3 12zM12 9.5l5 5m0-5-5 5" />
          </svg>
        </button>
      </div>
      <div className={styles.leaveWays}>
        <button type="button" className={buttons.quiet} onClick={onBack}>
          {words.t('kiosk.leave.back')}
        </button>
        <button type="button" className={buttons.filled} disabled={!isReady} onClick={() => void leave()}>
          {words.t('kiosk.leave')}
        </button>
      </div>
    </main>
  );
}

/** Counts down what a wrong try costs. */
const useWait = () => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left === 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, wait: setLeft };
};
