/** After an empty shop was made: what shops of its trade usually offer, to be taken over or not. */
import { useState } from 'react';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { UsualChoice } from '../../ui/UsualChoice.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './setup.module.css';

export function UsualStep({ onDone }: { onDone(): void }) {
  const words = useWords();
  const usual = useAnswer('offering.usual', {});
  const add = useCommand('offering.addUsual');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const open = () => {
    if (chosen.length === 0) onDone();
    else add.mutate({ names: [...chosen] }, { onSuccess: onDone });
  };
  return (
    <div className={styles.step}>
      <div className={styles.question}>
        <PageTitle isStep>{words.t('setup.usual.title')}</PageTitle>
        <Sentence text={words.t('setup.usual.text')} />
      </div>
      {usual.data ? (
        <UsualChoice offerings={usual.data.offerings} chosen={chosen} onChange={setChosen} />
      ) : null}
      {(usual.error ?? add.error) ? <ErrorNote error={usual.error ?? add.error} /> : null}
      <div className={styles.onward}>
        <Action onClick={open} loading={add.isPending}>
          {words.t('setup.usual.open', { count: chosen.length })}
        </Action>
        {chosen.length > 0 ? <Command onClick={onDone}>{words.t('setup.usual.skip')}</Command> : null}
      </div>
    </div>
  );
}
