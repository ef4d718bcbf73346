/** By when: a day as people say it, or nothing. */
import { useOpenShop } from '../api/shop.tsx';
import { TextField } from '../ui/Field.tsx';
import { useFormat, useWords } from '../ui/wordsContext.tsx';
import { typedDue } from './dueDay.ts';

export interface DueFieldProps {
  typed: string;
  /** What an empty field means. */
  empty: string;
  isFaulty: boolean;
  onChange(typed: string): void;
}

export function DueField({ typed, empty, isFaulty, onChange }: DueFieldProps) {
  const words = useWords();
  const format = useFormat();
  const { today } = useOpenShop();
  const due = typedDue(typed, today, words.locale);
  const meant =
    due === null
      ? empty
      : due === undefined
        ? words.t('desk.next.when.examples')
        : format.date(due, 'weekday');
  return (
    <TextField
      label={words.t('followUp.due')}
      description={meant}
      value={typed}
      maxLength={60}
      autoComplete="off"
      error={isFaulty && due === undefined ? words.t('desk.next.when.wrong') : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
