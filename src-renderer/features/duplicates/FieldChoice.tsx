/** One field of two cards side by side; where they differ, one of them is chosen: by a click, or by the arrows. */
import { useId } from 'react';
import { MERGE_CHOICES, type MergeChoice } from '../../../src-shared/contract/mergeContract.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './compare.module.css';
import { type Chosen, choiceIn, fieldName, isToChoose, type PreviewField, valueText } from './comparison.ts';

const NOTHING = '–';

export interface FieldChoiceProps {
  field: PreviewField;
  chosen: Chosen;
  onChoose(choice: MergeChoice): void;
}

export function FieldChoice({ field, chosen, onChoose }: FieldChoiceProps) {
  const words = useWords();
  const format = useFormat();
  const id = useId();
  const name = fieldName(words, field.field);
  const shown = (value: string | null) => valueText(words, format, field.field, value);
  if (!isToChoose(field)) {
    const isSame = field.kept === field.merged;
    return (
      <div className={styles.line}>
        <span className={styles.label}>{name}</span>
        <span className={styles.plain}>{shown(field.kept) ?? NOTHING}</span>
        <span className={`${styles.plain} ${isSame ? styles.again : ''}`}>
          {shown(field.merged) ?? NOTHING}
        </span>
      </div>
    );
  }
  const choice = choiceIn(field, chosen);
  const texts: Record<MergeChoice, string | null> = {
    kept: shown(field.kept),
    merged: shown(field.merged),
    both: words.t('duplicates.both'),
  };
  return (
    <div className={styles.line} role="radiogroup" aria-label={words.t('duplicates.choose', { field: name })}>
      <span className={styles.label}>{name}</span>
      {MERGE_CHOICES.filter((one) => one !== 'both' || field.field === 'note').map((one) => (
        <label key={one} className={`${styles.choice} ${styles[one]}`}>
          <input type="radio" name={id} value={one} checked={choice === one} onChange={() => onChoose(one)} />
          <span className={styles.value}>{texts[one]}</span>
        </label>
      ))}
    </div>
  );
}
