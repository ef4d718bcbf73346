/** The records are there but cannot be opened: why, that nothing was changed, and what can be done from here. */
import { useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { copyText } from '../../ui/copyText.ts';
import { ErrorNote, errorText, type Failure, FailureNote } from '../../ui/ErrorNote.tsx';
import { Outside } from '../../ui/Outside.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

/**
 * Whether a backup puts it right, or may. A database that is only in use, of a newer Revino, or in the wrong place is
 * not to be replaced.
 */
const HELP_OF_BACKUP: Readonly<Partial<Record<Failure['code'], 'surely' | 'perhaps'>>> = {
  'database.corrupt': 'surely',
  'database.foreign': 'surely',
  'database.wrongKey': 'surely',
  'database.notFound': 'surely',
  'shop.none': 'surely',
  'database.migrationFailed': 'perhaps',
  internal: 'perhaps',
};

export function ShopCannotOpen({ failure, onRestore }: { failure: Failure; onRestore(): void }) {
  const words = useWords();
  const openFolder = useCommand('app.openDataFolder');
  const help = HELP_OF_BACKUP[failure.code];
  const OpenFolder = help === 'surely' ? SecondAction : Action;
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const details = [errorText(words, failure), failure.code, JSON.stringify(failure.params)].join('\n');
  return (
    <Outside>
      <div className={styles.step}>
        <PageTitle>{words.t('setup.failed.title')}</PageTitle>
        <FailureNote failure={failure} />
        <div className={styles.onward}>
          {help === 'surely' ? <Action onClick={onRestore}>{words.t('backups.page.offer')}</Action> : null}
          <OpenFolder onClick={() => openFolder.mutate({})}>{words.t('common.openDataFolder')}</OpenFolder>
          <SecondAction onClick={() => setCopied(copyText(details) ? 'yes' : 'failed')}>
            {words.t('setup.failed.copy')}
          </SecondAction>
          {help === 'perhaps' ? (
            <Command isQuiet onClick={onRestore}>
              {words.t('backups.page.offer')}
            </Command>
          ) : null}
          <span role="status">{copied === 'yes' ? words.t('setup.failed.copied') : null}</span>
        </div>
        {copied === 'failed' ? <pre className={styles.details}>{details}</pre> : null}
        {openFolder.error ? <ErrorNote error={openFolder.error} /> : null}
        <Sentence text={words.t('setup.failed.after')} size="note" />
      </div>
    </Outside>
  );
}
