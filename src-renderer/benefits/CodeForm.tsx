/** Gives a voucher another number: the one that stands on the paper it was printed on. */
import { type KeyboardEvent, useState } from 'react';
import { useCommand } from '../api/procedures.ts';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { TextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './benefits.module.css';
import { shownCode } from './benefitTexts.ts';
import { useBenefitUndo } from './useBenefitUndo.ts';

export interface CodeFormProps {
  benefitId: number;
  planName: string;
  code: string;
}

/** As the door takes it. */
const LEAST = 3;

export function CodeForm({ benefitId, planName, code }: CodeFormProps) {
  const words = useWords();
  const setCode = useCommand('benefit.setCode');
  const withUndo = useBenefitUndo();
  const [typed, setTyped] = useState<string | null>(null);
  const [isFaulty, setIsFaulty] = useState(false);
  if (typed === null) {
    return (
      <Command
        isQuiet
        aria-label={words.t('benefits.changeCodeNamed', { name: planName })}
        onClick={() => setTyped(shownCode(code))}
      >
        {words.t('benefits.changeCode')}
      </Command>
    );
  }
  const close = () => {
    setTyped(null);
    setIsFaulty(false);
    setCode.reset();
  };
  const save = () => {
    const asked = typed.trim();
    const isTooShort = asked.replace(/[\s-]/g, '').length < LEAST;
    setIsFaulty(isTooShort);
    if (isTooShort || setCode.isPending) return;
    setCode.mutate(
      { benefitId, code: asked.replace(/\s+/g, '-') },
      {
        onSuccess: ({ changeId }) => {
          close();
          if (changeId !== null)
            withUndo(words.t('benefits.codeChanged', { name: planName, code: asked }), changeId);
        },
      },
    );
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.code}>
      <TextField
        label={words.t('benefits.newCode')}
        value={typed}
        maxLength={40}
        autoFocus
        error={isFaulty ? words.t('benefits.codeTooShort') : null}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIsFaulty(false);
        }}
        onKeyDown={pressed}
      />
      {setCode.error ? <ErrorNote error={setCode.error} /> : null}
      <div className={styles.commands}>
        <Command keys="Enter" disabled={setCode.isPending} onClick={save}>
          {words.t('benefits.changeCode')}
        </Command>
        <Command isQuiet keys="Esc" onClick={close}>
          {words.t('benefits.form.cancel')}
        </Command>
      </div>
    </div>
  );
}
