/** Taking an import back, asked once more in place: it is much work done at once. */
import { useState } from 'react';
import { SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';

export interface UndoCommandProps {
  label: string;
  fileName: string;
  onConfirmed(): void;
}

export function UndoCommand({ label, fileName, onConfirmed }: UndoCommandProps) {
  const words = useWords();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) {
    return (
      <Command aria-label={`${label}: ${fileName}`} onClick={() => setIsAsked(true)}>
        {label}
      </Command>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form
    <div className={styles.sure} role="group" aria-label={label}>
      <p>{words.t('import.undo.confirm', { file: fileName })}</p>
      <div className={styles.onward}>
        <SecondAction
          onClick={() => {
            setIsAsked(false);
            onConfirmed();
          }}
        >
          {words.t('import.undo.yes')}
        </SecondAction>
        <Command autoFocus onClick={() => setIsAsked(false)}>
          {words.t('import.undo.no')}
        </Command>
      </div>
    </div>
  );
}
