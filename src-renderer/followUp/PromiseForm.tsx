/** What staff say they will do, at the next visit or until a day. */
import { useState } from 'react';
import { useCommand } from '../api/procedures.ts';
import { useOpenShop } from '../api/shop.tsx';
import { TextField } from '../ui/Field.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import { DueField } from './DueField.tsx';
import { typedDue } from './dueDay.ts';
import { StepForm } from './StepForm.tsx';
import { useSaid } from './useSaid.ts';

export interface StepOfPersonProps {
  customerId: number;
  name: string;
  onClose(): void;
}

export function PromiseForm({ customerId, name, onClose }: StepOfPersonProps) {
  const words = useWords();
  const { today } = useOpenShop();
  const { say } = useSaid();
  const make = useCommand('promise.make');
  const [text, setText] = useState('');
  const [typed, setTyped] = useState('');
  const [isFaulty, setIsFaulty] = useState(false);
  const dueOn = typedDue(typed, today, words.locale);
  const save = () => {
    if (text.trim() === '' || dueOn === undefined) {
      setIsFaulty(true);
      return;
    }
    make.mutate(
      { customerId, text: text.trim(), dueOn, staffId: null, madeAtVisitId: null },
      {
        onSuccess: ({ changeId }) => {
          say(words.t('followUp.said.promise', { name }), changeId, name);
          onClose();
        },
      },
    );
  };
  return (
    <StepForm
      title={words.t('followUp.do.promise')}
      about={name}
      isBusy={make.isPending}
      error={make.error}
      onSave={save}
      onClose={onClose}
    >
      <TextField
        label={words.t('followUp.promise.text')}
        placeholder={words.t('desk.next.promise.example')}
        value={text}
        maxLength={4000}
        autoComplete="off"
        data-autofocus
        error={isFaulty && text.trim() === '' ? words.t('followUp.missing') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DueField
        typed={typed}
        empty={words.t('followUp.due.nextVisit')}
        isFaulty={isFaulty}
        onChange={setTyped}
      />
    </StepForm>
  );
}
