/** The records are there but cannot be opened: why, that nothing was changed, and what can be done from here. */
import { useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { copyText } from '../../ui/copyText.ts';
import { ErrorNote, errorText, type Failure, FailureNote } from '../../ui/ErrorNote.tsx';
import { Outside } from '../../ui/Outside.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

/** What a backup puts right. A database that is only in use, or of a newer Revino, is not to be replaced. */
const HELPED_BY_BACKUP: ReadonlySet<Failure['code']> = new Set([
  'database.corrupt',
  'database.foreign',
  'database.wrongKey',
  'database.notFound',
  'database.migrationFailed',
  'shop.none',
  'internal',
]);

export function ShopCannotOpen({ failure, onRestore }: { failure: Failure; onRestore(): void }) {
  const words = useWords();
  const openFolder = useCommand('app.openDataFolder');
  const isHelped = HELPED_BY_BACKUP.has(failure.code);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const details = [errorText(words, failure), failure.code, JSON.stringify(failure.params)].join('\n');
  return (
    <Outside>
      <div className={styles.step}>
        <PageTitle>{words.t('setup.failed.title')}</PageTitle>
        <FailureNote failure={failure} />
        <div className={styles.onward}>
          {isHelped ? <Action onClick={onRestore}>{words.t('backups.page.offer')}</Action> : null}
          <SecondAction onClick={() => openFolder.mutate({})}>
            {words.t('common.openDataFolder')}
          </SecondAction>
          <SecondAction onClick={() => setCopied(copyText(details) ? 'yes' : 'failed')}>
            {words.t('setup.failed.copy')}
          </SecondAction>
          <span role="status">{copied === 'yes' ? words.t('setup.failed.copied') : null}</span>
        </div>
        {copied === 'failed' ? <pre className={styles.details}>{details}</pre> : null}
        {openFolder.error ? <ErrorNote error={openFolder.error} /> : null}
        <Sentence text={words.t('setup.failed.after')} size="note" />
      </div>
    </Outside>
  );
}
