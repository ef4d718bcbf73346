/**
 * One of a few, each said in words: a group of native radio buttons, so that arrows, Tab and screen
 * readers work as everywhere. `row` for short answers, `list` where each needs a sentence.
 */
import { useId } from 'react';
import styles from './Choices.module.css';
import { Marked } from './Sentence.tsx';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly text?: string;
  readonly isDisabled?: boolean;
}

export interface ChoicesProps<T extends string> {
  legend: string;
  isLegendHidden?: boolean;
  choices: readonly Choice<T>[];
  value: T | null;
  onChange(value: T): void;
  layout?: 'row' | 'list';
  isDisabled?: boolean;
  /** In a dialog that begins with it. */
  isFirstFocused?: boolean;
}

export function Choices<T extends string>({
  legend,
  isLegendHidden = false,
  choices,
  value,
  onChange,
  layout = 'row',
  isDisabled = false,
  isFirstFocused = false,
}: ChoicesProps<T>) {
  const first = isFirstFocused ? choices.find((choice) => !choice.isDisabled)?.value : undefined;
  const name = useId();
  return (
    <fieldset className={styles.group} disabled={isDisabled}>
      <legend className={isLegendHidden ? styles.hidden : styles.legend}>{legend}</legend>
      <div className={styles[layout]}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.isDisabled ?? false}
              data-autofocus={choice.value === first || undefined}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.words}>
              <span className={styles.label}>{choice.label}</span>
              {choice.text === undefined ? null : (
                <span className={styles.text}>
                  <Marked text={choice.text} />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
