/** By what people were recognised, who may be there twice, and what was left out: the part of a result that wants a look. */
import type { ReactNode } from 'react';
import type { ImportResult } from '../../../src-shared/contract/importContract.ts';
import { RECOGNISED_BY } from '../../../src-shared/domain/importNames.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { fieldName } from './fieldNames.ts';
import styles from './importing.module.css';

/** More would be a list to work through, which the screen of customers is for. */
const SHOWN = 8;

export function PeopleNotes({ result }: { result: ImportResult }) {
  const words = useWords();
  const format = useFormat();
  const { recognised, possibleDuplicates, leftOut } = result;
  const known = RECOGNISED_BY.flatMap((by) => {
    const count = recognised[by];
    return count === undefined ? [] : [{ by, count }];
  });
  return (
    <>
      {known.length === 0 ? null : (
        <section className={styles.counts} aria-label={words.t('import.recognised')}>
          <h2 className={styles.partTitle}>{words.t('import.recognised')}</h2>
          <dl className={styles.accounts}>
            {known.map(({ by, count }) => (
              <div key={by} className={styles.account}>
                <dt>{words.t(`import.recognised.${by}`)}</dt>
                <dd>{format.number(count)}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Listed
        title={words.t('import.duplicates', { count: possibleDuplicates.count })}
        text={words.t('import.duplicates.text')}
        count={possibleDuplicates.count}
        rows={possibleDuplicates.sample.slice(0, SHOWN).map(({ line, name }) => ({
          key: `${line} ${name}`,
          text: words.t('import.duplicates.row', { line, name }),
        }))}
      />
      <Listed
        title={words.t('import.leftOut', { count: leftOut.count })}
        count={leftOut.count}
        rows={leftOut.sample.slice(0, SHOWN).map(({ line, field, text }) => ({
          key: `${line} ${field} ${text}`,
          text: words.t('import.leftOut.row', { line, field: fieldName(words, field), text }),
        }))}
      />
    </>
  );
}

interface ListedProps {
  title: string;
  text?: ReactNode;
  count: number;
  rows: readonly { readonly key: string; readonly text: string }[];
}

function Listed({ title, text, count, rows }: ListedProps) {
  const words = useWords();
  if (count === 0) return null;
  return (
    <section className={styles.counts} aria-label={title}>
      <h2 className={styles.partTitle}>{title}</h2>
      {text === undefined ? null : <p className={styles.note}>{text}</p>}
      <ul className={styles.listed}>
        {rows.map((row) => (
          <li key={row.key}>{row.text}</li>
        ))}
        {count > rows.length ? <li>{words.t('import.andMore', { count: count - rows.length })}</li> : null}
      </ul>
    </section>
  );
}
