/** One matter of a settings section: its title, what it means, its fields. Sections of every feature are made of these. */
import { type ReactNode, useId } from 'react';
import { Sentence } from './Sentence.tsx';
import styles from './SettingsPart.module.css';

export interface SettingsPartProps {
  title: string;
  /** One sentence that says what the matter is for. */
  text?: string;
  children: ReactNode;
}

export function SettingsPart({ title, text, children }: SettingsPartProps) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 className={styles.title} id={id}>
        {title}
      </h3>
      {text === undefined ? null : <Sentence text={text} size="note" />}
      <div className={styles.body}>{children}</div>
    </section>
  );
}

/** Buttons of a part, and what they have to say, in one line. */
export function PartActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
