/** The white panel that has the work in it. One a screen, never inside another. */
import type { ReactNode } from 'react';
import styles from './Panel.module.css';

export function Panel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={label}>
      {children}
    </section>
  );
}
