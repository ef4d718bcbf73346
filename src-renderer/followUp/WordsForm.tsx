/** A few words and nothing else: a wish, the solution of one, what was done about a case. */
import { useState } from 'react';
import { LongTextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { StepForm } from './StepForm.tsx';

export interface WordsFormProps {
  title: string;
  about: string;
  label: string;
  example?: string;
  /** What stood there before. */
  text?: string;
  save?: string;
  isBusy: boolean;
  error: unknown;
  onSave(text: string): void;
  onClose(): void;
}

export function WordsForm({ label, example, text = '', onSave, ...frame }: WordsFormProps) {
  const words = useWords();
  const [typed, setTyped] = useState(text);
  const [isFaulty, setIsFaulty] = useState(false);
  return (
    <StepForm {...frame} onSave={() => (typed.trim() === '' ? setIsFaulty(true) : onSave(typed.trim()))}>
      <LongTextField
        label={label}
        {...(example === undefined ? {} : { placeholder: example })}
        value={typed}
        maxLength={4000}
        data-autofocus
        error={isFaulty && typed.trim() === '' ? words.t('followUp.missing') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </StepForm>
  );
}
