/** The title of a section, with what can be done with the whole of it at its end. */
import type { ReactNode } from 'react';
import styles from './TitleLine.module.css';

export function TitleLine({ children, commands }: { children: ReactNode; commands: ReactNode }) {
  return (
    <div className={styles.line}>
      {children}
      <div className={styles.commands}>{commands}</div>
    </div>
  );
}
