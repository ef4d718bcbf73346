/** One line of a card: its name on the left, what stands there on the right. Looks like text until the hand comes near. */

import { TextInput, type TextInputProps } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

/** Styles of a field that is quiet until it is used. */
export const QUIET = { input: styles.quiet ?? '', error: styles.error ?? '' };

/** The same for a field that is made elsewhere. */
export const QUIET_LOOK = { variant: 'unstyled', classNames: QUIET } as const;

export function Line({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className={styles.line}>
      <label className={styles.lineLabel} htmlFor={id}>
        {label}
      </label>
      <div className={styles.lineBody}>{children(id)}</div>
    </div>
  );
}

export interface TextLineProps extends Omit<TextInputProps, 'label' | 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue(value: string): void;
}

export function TextLine({ label, value, onValue, ...rest }: TextLineProps) {
  return (
    <Line label={label}>
      {(id) => (
        <TextInput
          id={id}
          variant="unstyled"
          classNames={QUIET}
          autoComplete="off"
          maxLength={200}
          placeholder="–"
          value={value}
          onChange={(event) => onValue(event.currentTarget.value)}
          {...rest}
        />
      )}
    </Line>
  );
}

/** A part of the card with its small grey title. */
export function Part({ title, children, aside }: { title: string; children: ReactNode; aside?: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <div className={styles.partTop}>
        <h2 className={styles.partTitle} id={id}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
