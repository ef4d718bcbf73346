/** What becomes of values that Revino has already, and by what people are recognised: said before anything happens. */
import type { Mapping } from '../../../src-shared/contract/importContract.ts';
import { Choices } from '../../ui/Choices.tsx';
import { Explanation } from '../../ui/Explanation.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { withMapping } from './mappingEdit.ts';

export function KnownChoice({ mapping, onChange }: { mapping: Mapping; onChange(mapping: Mapping): void }) {
  const words = useWords();
  const isList = mapping.kind === 'customers' || mapping.kind === 'offerings';
  return (
    <div className={styles.known}>
      {isList ? (
        <>
          <Choices<'fill' | 'replace'>
            legend={words.t('import.known')}
            layout="list"
            choices={[
              { value: 'fill', label: words.t('import.known.fill') },
              { value: 'replace', label: words.t('import.known.replace') },
            ]}
            value={mapping.onKnown ?? 'fill'}
            onChange={(onKnown) => onChange(withMapping(mapping, { onKnown }))}
          />
          <p className={styles.note}>{words.t('import.known.text')}</p>
        </>
      ) : null}
      {mapping.kind === 'offerings' ? null : (
        <Explanation label={words.t('import.matching')}>
          <p>{words.t('import.matching.order')}</p>
          <p>{words.t('import.matching.family')}</p>
          <p>{words.t('import.matching.name')}</p>
          <p>{words.t('import.matching.conflict')}</p>
        </Explanation>
      )}
    </div>
  );
}
