/** Nothing is open yet: what to bring, why, and the one button; below, what was brought before. */
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { IMPORT_KINDS, type ImportKind } from '../../../src-shared/domain/closedLists.ts';
import { Action } from '../../ui/Action.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';

export function PickStep() {
  const words = useWords();
  const { pick, kind, chooseKind, isOpening, error } = useImportSession();
  return (
    <div className={styles.pick}>
      <PageTitle>{words.t('import.pick.bring')}</PageTitle>
      <Sentence text={words.t('import.pick.about')} />
      <Choices<ImportKind | 'auto'>
        legend={words.t('import.kind')}
        choices={[
          { value: 'auto', label: words.t('import.kind.auto') },
          ...IMPORT_KINDS.map((value) => ({ value, label: words.t(`import.kind.${value}`) })),
        ]}
        value={kind ?? 'auto'}
        onChange={(value) => chooseKind(value === 'auto' ? null : value)}
      />
      {kind === null ? null : <p className={styles.note}>{words.t(`import.pick.${kind}.need`)}</p>}
      <div className={styles.dropZone}>
        <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden="true" />
        <p>{words.t('import.pick.drop')}</p>
        <Action keys="Mod+O" onClick={pick} loading={isOpening} autoFocus>
          {words.t('import.pick.choose')}
        </Action>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      <Sentence text={words.t('import.pick.safe')} size="note" />
      <EarlierImports />
    </div>
  );
}
