/** A small part of what is known of a person, under its name. */
import type { ReactNode } from 'react';
import styles from './person.module.css';

export interface PartProps {
  title: string;
  /** It waits for somebody. */
  isOpen?: boolean;
  children: ReactNode;
}

export function Part({ title, isOpen = false, children }: PartProps) {
  return (
    <section className={styles.part} data-open={isOpen}>
      <h2 className={styles.partTitle}>{title}</h2>
      {children}
    </section>
  );
}
