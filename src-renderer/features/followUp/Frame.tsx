/** The frame of the lists of next steps: their place's tabs, a title, sections below each other. */
import { type ReactNode, useId } from 'react';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PlaceTabs } from '../../ui/PlaceTabs.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import styles from './lists.module.css';

export interface FrameProps {
  of: 'customers' | 'opinions';
  title: string;
  /** What the list says, in a sentence. */
  lead?: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Frame({ of, title, lead, actions, children }: FrameProps) {
  return (
    <Page>
      <div className={styles.screen}>
        <PlaceTabs of={of} />
        <div className={styles.top}>
          <div className={styles.head}>
            <PageTitle>{title}</PageTitle>
            {actions}
          </div>
          {lead === undefined ? null : <Sentence text={lead} size="lead" />}
        </div>
        {children}
      </div>
    </Page>
  );
}

export interface SectionProps {
  title: string;
  text?: string;
  level?: 2 | 3;
  children: ReactNode;
}

export function Section({ title, text, level = 2, children }: SectionProps) {
  const id = useId();
  const Title = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div>
        <Title className={level === 2 ? styles.sectionTitle : styles.dayTitle} id={id}>
          {title}
        </Title>
        {text === undefined ? null : <p className={styles.sectionText}>{text}</p>}
      </div>
      {children}
    </section>
  );
}
