/** The frame of each form in the dialog: what it is about, its fields, why it was refused, saving by keyboard. */
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Action } from '../ui/Action.tsx';
import { Command } from '../ui/Command.tsx';
import { ErrorNote } from '../ui/ErrorNote.tsx';
import { isMod } from '../ui/Key.tsx';
import { useWords } from '../ui/wordsContext.tsx';
import styles from './followUp.module.css';

export interface StepFormProps {
  title: string;
  /** Of whom; left out where the form asks for it. */
  about?: string;
  save?: string;
  isBusy: boolean;
  error: unknown;
  /** Undefined: there is nothing to save. */
  onSave?: () => void;
  onClose(): void;
  children: ReactNode;
}

export function StepForm({ title, about, save, isBusy, error, onSave, onClose, children }: StepFormProps) {
  const words = useWords();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog stands in another form on the card.
    event.stopPropagation();
    if (!isBusy) onSave?.();
  };
  const pressed = (event: KeyboardEvent) => {
    if (!isMod(event.nativeEvent, 'Enter')) return;
    event.preventDefault();
    if (!isBusy) onSave?.();
  };
  return (
    <form className={styles.form} onSubmit={submit} onKeyDown={pressed} noValidate>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        <Command isQuiet keys="Esc" onClick={onClose}>
          {words.t('followUp.leave')}
        </Command>
      </div>
      {about === undefined ? null : <p className={styles.about}>{about}</p>}
      {children}
      {error ? <ErrorNote error={error} /> : null}
      {onSave === undefined ? null : (
        <div className={styles.foot}>
          <Action isSubmit keys="Mod+Enter" loading={isBusy}>
            {save ?? words.t('followUp.save')}
          </Action>
        </div>
      )}
    </form>
  );
}
