/** An empty place that teaches: what will be here, why it matters, the one button to start. */
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';
import { Marked } from './Sentence.tsx';

export interface EmptyStateProps {
  title: string;
  text: string;
  /** 3 under a title of 20 px, which must stay the larger one. */
  level?: 2 | 3;
  children?: ReactNode;
}

export function EmptyState({ title, text, level = 2, children }: EmptyStateProps) {
  const Title = `h${level}` as const;
  return (
    <section className={styles.empty}>
      <Title className={level === 2 ? styles.title : undefined}>{title}</Title>
      <p className={styles.text}>
        <Marked text={text} />
      </p>
      {children ? <div className={styles.start}>{children}</div> : null}
    </section>
  );
}
