/** A new PIN, typed twice. */
import { PIN_DIGITS } from '../../../src-shared/domain/pinThrottle.ts';
import { SecretField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './access.module.css';

export interface TypedPin {
  readonly pin: string;
  readonly again: string;
}
export const NO_PIN: TypedPin = { pin: '', again: '' };

const digitsOf = (text: string): string => text.replace(/\D/g, '').slice(0, PIN_DIGITS.max);

export const isGoodPin = ({ pin, again }: TypedPin): boolean =>
  pin.length >= PIN_DIGITS.min && pin.length <= PIN_DIGITS.max && pin === again;

export interface NewPinProps {
  typed: TypedPin;
  onTyped(typed: TypedPin): void;
  hasFocus?: boolean;
}

export function NewPin({ typed, onTyped, hasFocus = false }: NewPinProps) {
  const words = useWords();
  const toggle = { visibilityToggleButtonProps: { 'aria-label': words.t('common.showSecret') } };
  const isOver = typed.again.length >= typed.pin.length && typed.again !== typed.pin;
  return (
    <div className={styles.newPin}>
      <SecretField
        label={words.t('access.newPin')}
        inputMode="numeric"
        value={typed.pin}
        autoFocus={hasFocus}
        {...toggle}
        onChange={(event) => onTyped({ ...typed, pin: digitsOf(event.currentTarget.value) })}
      />
      <SecretField
        label={words.t('access.newPinAgain')}
        inputMode="numeric"
        value={typed.again}
        error={isOver ? words.t('access.pinsDiffer') : null}
        {...toggle}
        onChange={(event) => onTyped({ ...typed, again: digitsOf(event.currentTarget.value) })}
      />
      <p className={styles.rule}>{words.t('access.pinRule')}</p>
    </div>
  );
}
