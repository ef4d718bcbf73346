/** One line to add to a list: a name, Enter. The cursor stays for the next one. */
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './catalogue.module.css';

export interface AddRowProps {
  label: string;
  onAdd(name: string): Promise<unknown>;
  /** Further fields of the line. */
  children?: ReactNode;
}

export function AddRow({ label, onAdd, children }: AddRowProps) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || isBusy) {
      field.current?.focus();
      return;
    }
    setIsBusy(true);
    setError(null);
    try {
      await onAdd(name.trim());
      setName('');
      field.current?.focus();
    } catch (caught) {
      setError(caught);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form className={styles.add} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        ref={field}
        className={styles.addName ?? ''}
        label={label}
        value={name}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {children}
      <SecondAction isSubmit>{words.t('catalogue.add')}</SecondAction>
      {error ? (
        <div className={styles.addError}>
          <ErrorNote error={error} />
        </div>
      ) : null}
    </form>
  );
}
