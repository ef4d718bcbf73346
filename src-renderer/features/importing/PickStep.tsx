/** Nothing is open yet: what to bring, why, and the one button. */
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { Action } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';

export function PickStep() {
  const words = useWords();
  const { pick, isOpening, error } = useImportSession();
  return (
    <div className={styles.pick}>
      <PageTitle>{words.t('import.pick.title')}</PageTitle>
      <Sentence text={words.t('import.pick.text')} />
      <div className={styles.dropZone}>
        <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden="true" />
        <p>{words.t('import.pick.drop')}</p>
        <Action keys="Mod+O" onClick={pick} loading={isOpening} autoFocus>
          {words.t('import.pick.choose')}
        </Action>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.advice}>
        <h2>{words.t('import.pick.needTitle')}</h2>
        <ul>
          <li>{words.t('import.pick.needDate')}</li>
          <li>{words.t('import.pick.needCustomer')}</li>
          <li>{words.t('import.pick.needAmount')}</li>
        </ul>
        <Sentence text={words.t('import.pick.safe')} size="note" />
      </div>
    </div>
  );
}
