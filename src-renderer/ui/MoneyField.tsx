/** An amount of the shop's money that is kept when the field is left; empty is "not known". */
import { useState } from 'react';
import { minorDigits } from '../../src-shared/domain/money.ts';
import { useOpenShop } from '../api/shop.tsx';
import { errorText, failureOf } from './ErrorNote.tsx';
import { TextField } from './Field.tsx';
import { parseTypedAmount } from './typedAmount.ts';
import { useFormat, useWords } from './wordsContext.tsx';

export interface MoneyFieldProps {
  label: string;
  description?: string;
  amountMinor: number | null;
  onKeep(amountMinor: number | null): Promise<unknown>;
}

export function MoneyField({ label, description, amountMinor, onKeep }: MoneyFieldProps) {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const digits = minorDigits(shop.currency);
  const written = (minor: number | null) =>
    minor === null ? '' : format.number(minor / 10 ** digits, digits);
  const keep = async () => {
    if (typed === null) return;
    const minor = parseTypedAmount(typed, shop.currency, words.locale);
    if (typeof minor === 'string' || (minor !== null && minor < 0)) {
      setFault(
        words.t('common.notAnAmount', {
          example: written(12 * 10 ** digits + 5 * 10 ** Math.max(0, digits - 1)),
        }),
      );
      return;
    }
    setFault(null);
    try {
      if (minor !== amountMinor) await onKeep(minor);
      setTyped(null);
    } catch (caught) {
      setFault(errorText(words, failureOf(caught)));
    }
  };
  return (
    <TextField
      label={label}
      {...(description === undefined ? {} : { description })}
      value={typed ?? written(amountMinor)}
      inputMode="decimal"
      maxLength={30}
      styles={{ wrapper: { width: '12rem' } }}
      rightSection={<span aria-hidden="true">{shop.currency}</span>}
      rightSectionWidth="3.5rem"
      error={fault}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void keep();
      }}
    />
  );
}
