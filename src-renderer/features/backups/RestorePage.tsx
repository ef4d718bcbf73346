/** Going back to a backup where no shop is open: on a bare machine, or because the records cannot be opened. */
import type { ReactNode } from 'react';
import { Command } from '../../ui/Command.tsx';
import { Outside } from '../../ui/Outside.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './backups.module.css';
import { RestoreChoice } from './RestoreChoice.tsx';

export function RestorePage({ aside, onBack }: { aside?: ReactNode; onBack(): void }) {
  const words = useWords();
  return (
    <Outside aside={aside}>
      <div className={styles.page}>
        <PageTitle isStep>{words.t('backups.page.title')}</PageTitle>
        <RestoreChoice
          lead={<Sentence text={words.t('backups.page.text')} />}
          foot={
            <div>
              <Command onClick={onBack}>{words.t('common.back')}</Command>
            </div>
          }
        />
      </div>
    </Outside>
  );
}
