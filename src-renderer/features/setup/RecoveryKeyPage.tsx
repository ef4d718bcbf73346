/** The recovery key, shown once the shop exists. The page is left only by saying that the key is kept. */
import { useState } from 'react';
import { useCommand } from '../../api/procedures.ts';
import { Action, SecondAction } from '../../ui/Action.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

/** The key's own groups, which people read aloud and copy by hand. */
const groupsOf = (recoveryKey: string): { group: string; at: number }[] =>
  recoveryKey
    .split(/[\s-]+/)
    .filter((group) => group !== '')
    .map((group, at) => ({ group, at }));

export interface RecoveryKeyPageProps {
  recoveryKey: string;
  shopName: string;
  onDone(): void;
}

export function RecoveryKeyPage({ recoveryKey, shopName, onDone }: RecoveryKeyPageProps) {
  const words = useWords();
  const [isKept, setIsKept] = useState(false);
  const savePdf = useCommand('recoveryKey.savePdf');
  return (
    <div className={styles.step}>
      <div className={styles.question}>
        <PageTitle isStep>{words.t('setup.recovery.title')}</PageTitle>
        <Sentence text={words.t('setup.recovery.text')} />
      </div>
      <p className={styles.printed}>{words.t('setup.recovery.groups', { shop: shopName })}</p>
      <ol className={styles.key} aria-label={words.t('setup.recovery.groups', { shop: shopName })}>
        {groupsOf(recoveryKey).map(({ group, at }) => (
          <li key={at}>{group}</li>
        ))}
      </ol>
      <div className={`${styles.onward} ${styles.notPrinted}`}>
        <SecondAction onClick={() => savePdf.mutate({})} loading={savePdf.isPending} data-autofocus autoFocus>
          {words.t('setup.recovery.savePdf')}
        </SecondAction>
        <SecondAction onClick={() => window.print()}>{words.t('setup.recovery.print')}</SecondAction>
        <span role="status">{savePdf.data?.saved ? words.t('setup.recovery.saved') : null}</span>
      </div>
      {savePdf.error ? <ErrorNote error={savePdf.error} /> : null}
      <label className={styles.keep}>
        <input
          type="checkbox"
          checked={isKept}
          onChange={(event) => setIsKept(event.currentTarget.checked)}
        />
        <span>{words.t('setup.recovery.kept')}</span>
      </label>
      <div className={styles.onward}>
        <Action disabled={!isKept} onClick={onDone}>
          {words.t('setup.recovery.done')}
        </Action>
      </div>
    </div>
  );
}
