/** Shows what is archived too; not there while nothing is. */
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './catalogue.module.css';

export interface ArchivedSwitchProps {
  count: number;
  isOn: boolean;
  onChange(isOn: boolean): void;
}

export function ArchivedSwitch({ count, isOn, onChange }: ArchivedSwitchProps) {
  const words = useWords();
  if (count === 0) return null;
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{words.t('catalogue.showArchived', { count })}</span>
    </label>
  );
}
