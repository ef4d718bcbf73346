/** While something is read. Says so only when it takes longer than a glance, so that quick answers do not flicker. */
import { useEffect, useState } from 'react';
import styles from './text.module.css';
import { useWords } from './wordsContext.tsx';

const GLANCE_MS = 300;

export function Waiting({ text }: { text?: string }) {
  const words = useWords();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), GLANCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={styles.note} role="status">
      {isLong ? (text ?? words.t('common.waiting')) : null}
    </p>
  );
}
