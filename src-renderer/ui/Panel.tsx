/** The white panel that has the work in it. One a screen, never inside another. */
import type { ReactNode } from 'react';
import { Command } from './Command.tsx';
import styles from './Panel.module.css';

export function Panel({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={label}>
      {children}
    </section>
  );
}

export interface PanelHeadProps {
  title: string;
  /** 'h1' where the screen has no title of its own. */
  as?: 'h1' | 'h2';
  /** What leaving is called; the panel listens for Esc itself. */
  leave: string;
  onLeave(): void;
}

/** What is done in the panel, and the way out of it. */
export function PanelHead({ title, as: Heading = 'h2', leave, onLeave }: PanelHeadProps) {
  return (
    <div className={styles.head}>
      <Heading className={styles.title}>{title}</Heading>
      <Command isQuiet keys="Esc" className={styles.leave} onClick={onLeave}>
        {leave}
      </Command>
    </div>
  );
}
