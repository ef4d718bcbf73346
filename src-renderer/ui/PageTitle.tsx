/** The one large thing of a screen. */
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './text.module.css';

export interface PageTitleProps {
  children: ReactNode;
  /** A step of a longer way: the focus comes here, so that the next Tab and the screen reader start anew. */
  isStep?: boolean;
}

export function PageTitle({ children, isStep = false }: PageTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A field of the step that already took the focus keeps it.
    if (isStep && document.activeElement === document.body) title.current?.focus();
  }, [isStep]);
  return (
    <h1 ref={title} className={styles.head} {...(isStep ? { tabIndex: -1 } : {})}>
      {children}
    </h1>
  );
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
