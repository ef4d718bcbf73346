/** A voucher that somebody brings: its number is typed or scanned, and it can pay then. */
import { type KeyboardEvent, useState } from 'react';
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { call } from '../api/procedures.ts';
import { Command } from '../ui/Command.tsx';
import { errorText, failureOf } from '../ui/ErrorNote.tsx';
import { TextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';

export interface VoucherFieldProps {
  onFound(holding: Holding): void;
}

export function VoucherField({ onFound }: VoucherFieldProps) {
  const words = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  if (typed === null) {
    return (
      <Command isQuiet onClick={() => setTyped('')}>
        {words.t('benefits.pay.code')}
      </Command>
    );
  }
  const look = async () => {
    if (typed.trim() === '') return setTyped(null);
    try {
      const { holding } = await call('benefit.byCode', { code: typed.trim() });
      if (holding === null) return setFault(words.t('benefits.pay.unknownCode'));
      setTyped(null);
      onFound(holding);
    } catch (caught) {
      setFault(errorText(words, failureOf(caught)));
    }
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
    // A scanner ends with Enter, which must not record the visit.
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      void look();
    }
  };
  return (
    <TextField
      label={words.t('benefits.pay.code')}
      value={typed}
      maxLength={40}
      autoFocus
      error={fault}
      styles={{ root: { width: '14rem' } }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setFault(null);
      }}
      onKeyDown={pressed}
    />
  );
}
