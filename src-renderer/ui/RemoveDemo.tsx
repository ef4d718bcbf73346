/** Puts the demo shop away, after one question. The first start comes back by itself. */
import { useState } from 'react';
import { useCommand } from '../api/procedures.ts';
import { Action, SecondAction } from './Action.tsx';
import { Command } from './Command.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { Overlay } from './Overlay.tsx';
import { PartTitle } from './PageTitle.tsx';
import styles from './RemoveDemo.module.css';
import { Sentence } from './Sentence.tsx';
import { useWords } from './wordsContext.tsx';

/** `word`: as a word in the bar on top; otherwise a button. */
export function RemoveDemo({ isWord = false }: { isWord?: boolean }) {
  const words = useWords();
  const remove = useCommand('shop.removeDemo');
  const [isAsking, setIsAsking] = useState(false);
  const ask = () => {
    remove.reset();
    setIsAsking(true);
  };
  return (
    <>
      {isWord ? (
        <Command onClick={ask}>{words.t('demo.remove')}</Command>
      ) : (
        <div>
          <SecondAction onClick={ask}>{words.t('demo.remove')}</SecondAction>
        </div>
      )}
      {isAsking ? (
        <Overlay label={words.t('demo.remove.title')} onClose={() => setIsAsking(false)}>
          <div className={styles.question}>
            <PartTitle>{words.t('demo.remove.title')}</PartTitle>
            <Sentence text={words.t('demo.remove.text')} />
            {remove.error ? <ErrorNote error={remove.error} /> : null}
            <div className={styles.answers}>
              <Action loading={remove.isPending} onClick={() => remove.mutate({})} autoFocus>
                {words.t('demo.remove.yes')}
              </Action>
              <SecondAction onClick={() => setIsAsking(false)}>{words.t('demo.remove.no')}</SecondAction>
            </div>
          </div>
        </Overlay>
      ) : null}
    </>
  );
}
