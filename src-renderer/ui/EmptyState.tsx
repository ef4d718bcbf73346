/** An empty place that teaches: what will be here, why it matters, the one button to start. */
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Marked } from './Sentence.tsx';

export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>
        <Marked text={text} />
      </p>
      {children ? <div className={styles.start}>{children}</div> : null}
    </section>
  );
}
