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

export function ShopCannotOpen({ failure }: { failure: Failure }) {
  const words = useWords();
  const openFolder = useCommand('app.openDataFolder');
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const details = [errorText(words, failure), failure.code, JSON.stringify(failure.params)].join('\n');
  return (
    <Outside>
      <div className={styles.step}>
        <PageTitle>{words.t('setup.failed.title')}</PageTitle>
        <FailureNote failure={failure} />
        <div className={styles.onward}>
          <Action onClick={() => openFolder.mutate({})}>{words.t('common.openDataFolder')}</Action>
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
