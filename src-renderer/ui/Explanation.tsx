/** "How do we know?": a command that opens a short explanation in place. Esc and a click elsewhere close it. */
import { Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { Command } from './Command.tsx';
import styles from './Explanation.module.css';

export interface ExplanationProps {
  /** What the command says, such as "How is it computed?". */
  label: string;
  /** Says which figure it explains, where the label alone would not. */
  ariaLabel?: string;
  title?: string;
  children: ReactNode;
}

export function Explanation({ label, ariaLabel, title, children }: ExplanationProps) {
  return (
    <Popover width={380} position="bottom-start" shadow="none" trapFocus returnFocus withRoles>
      <Popover.Target>
        <Command {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}>{label}</Command>
      </Popover.Target>
      <Popover.Dropdown className={styles.dropdown ?? ''} aria-label={title ?? label}>
        <section className={styles.body} data-autofocus tabIndex={-1}>
          {title === undefined ? null : <h3 className={styles.title}>{title}</h3>}
          {children}
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}
