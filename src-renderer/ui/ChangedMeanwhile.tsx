/** The record is another one than the form started from: what was typed stays, and the person says which is to hold. */
import { Command } from './Command.tsx';
import styles from './ErrorNote.module.css';
import { FailureNote } from './ErrorNote.tsx';
import { useWords } from './wordsContext.tsx';

export function ChangedMeanwhile({ onLoad, onSaveMine }: { onLoad(): void; onSaveMine(): void }) {
  const words = useWords();
  return (
    <FailureNote failure={{ code: 'record.changedMeanwhile', params: {} }} isToDecide>
      <div className={styles.ways}>
        <Command onClick={onLoad}>{words.t('common.loadNewer')}</Command>
        <Command onClick={onSaveMine}>{words.t('common.saveMine')}</Command>
      </div>
    </FailureNote>
  );
}
