/** The thanks: seen, and gone by themselves. */
import { useEffect, useRef } from 'react';
import { useWords } from '../ui/wordsContext.tsx';
import buttons from './buttons.module.css';
import styles from './thanks.module.css';

export interface ThanksProps {
  /** It is not on disk yet: an import is writing. */
  isSoon: boolean;
  seconds: number;
  onOver(): void;
}

export function Thanks({ isSoon, seconds, onOver }: ThanksProps) {
  const words = useWords();
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });
  useEffect(() => {
    const timer = setTimeout(() => over.current(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return (
    <main className={styles.thanks}>
      <svg className={styles.mark} viewBox="0 0 96 96" aria-hidden="true">
        <circle cx="48" cy="48" r="48" />
        <path d="M28 49.5 42 63l27-29" />
      </svg>
      <div role="status">
        <h1>{words.t('kiosk.thanks')}</h1>
        <p>{words.t(isSoon ? 'kiosk.thanks.soon' : 'kiosk.thanks.text')}</p>
      </div>
      <button type="button" className={buttons.quiet} onClick={onOver}>
        {words.t('kiosk.done')}
      </button>
    </main>
  );
}
