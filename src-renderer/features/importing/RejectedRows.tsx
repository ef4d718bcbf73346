/** The rows that stay out, each with its line in the file and the reason. */
import type { ImportResult } from '../../../src-shared/contract/importContract.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { rejectionText } from './rejection.ts';

export function RejectedRows({ result }: { result: ImportResult }) {
  const words = useWords();
  const format = useFormat();
  const { rejectedSample, counts } = result;
  if (counts.rejected === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.tableFrame} aria-label={words.t('import.rejected')} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.partTitle}>
          {counts.rejected > rejectedSample.length
            ? words.t('import.rejected.first', {
                count: counts.rejected,
                shown: format.number(rejectedSample.length),
              })
            : words.t('import.rejected')}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {words.t('rejected.line')}
            </th>
            <th scope="col">{words.t('rejected.reason')}</th>
            <th scope="col">{words.t('rejected.text')}</th>
          </tr>
        </thead>
        <tbody>
          {rejectedSample.map((row) => (
            <tr key={row.line}>
              <td className={styles.line}>{row.line}</td>
              <td className={styles.why}>{rejectionText(words, row.reason)}</td>
              <td className={styles.rowText}>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
