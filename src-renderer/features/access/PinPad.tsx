/** Ten digits for the hand. The keyboard types into the field above, which keeps the focus. */
import { IconBackspace } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';

export interface PinPadProps {
  isDisabled: boolean;
  onDigit(digit: string): void;
  onTakeBack(): void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0'];

const keepFocus = (event: MouseEvent): void => event.preventDefault();

export function PinPad({ isDisabled, onDigit, onTakeBack }: PinPadProps) {
  const words = useWords();
  return (
    <div className={styles.pad}>
      {DIGITS.map((digit) =>
        digit === '' ? (
          <span key="gap" />
        ) : (
          <button
            key={digit}
            type="button"
            className={styles.padKey}
            tabIndex={-1}
            disabled={isDisabled}
            aria-label={words.t('access.digit', { digit })}
            onMouseDown={keepFocus}
            onClick={() => onDigit(digit)}
          >
            {digit}
          </button>
        ),
      )}
      <button
        type="button"
        className={`${styles.padKey} ${styles.padBack}`}
        tabIndex={-1}
        disabled={isDisabled}
        aria-label={words.t('access.takeBack')}
        onMouseDown={keepFocus}
        onClick={onTakeBack}
      >
        <IconBackspace size={24} stroke={1.5} aria-hidden="true" />
      </button>
    </div>
  );
}
