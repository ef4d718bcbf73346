/** The one large thing of a screen. */
import type { ReactNode } from 'react';
import styles from './text.module.css';

export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className={styles.head}>{children}</h1>;
}

/** A title of 20 px: screens whose large thing is something else, and parts of a screen. */
export function PartTitle({
  children,
  id,
  level = 2,
}: {
  children: ReactNode;
  id?: string;
  level?: 1 | 2 | 3;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag className={styles.title} id={id}>
      {children}
    </Tag>
  );
}
