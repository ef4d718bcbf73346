/** Imports that were, each with the way to take it back. */
import { useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';
import { useImportSession } from './importSession.tsx';
import { UndoCommand } from './UndoCommand.tsx';

/** The local calendar day of an instant, in the shop's zone, as ISO. */
const dayOf = (atMs: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    atMs,
  );

export function EarlierImports() {
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const { undo } = useImportSession();
  const batches = useAnswer('import.batches', {});
  if (!batches.data || batches.data.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.tableFrame} aria-label={words.t('import.earlier')} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.partTitle}>{words.t('import.earlier')}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('import.earlier.when')}</th>
            <th scope="col">{words.t('import.earlier.file')}</th>
            <th scope="col">{words.t('import.kind')}</th>
            <th scope="col" className={styles.number}>
              {words.t('import.earlier.rows')}
            </th>
            <th scope="col">
              <span className={styles.unseen}>{words.t('import.undo.short')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {batches.data.map((batch) => (
            <tr key={batch.batchId} className={batch.undoneAtMs === null ? undefined : styles.quiet}>
              <td className={styles.when}>{format.date(dayOf(batch.atMs, shop.timeZone), 'dayShort')}</td>
              <td>
                <span className={styles.value}>{batch.fileName}</span>
              </td>
              <td>{words.t(`import.kind.${batch.kind}`)}</td>
              <td className={styles.number}>
                {format.number(batch.created)} / {format.number(batch.updated)}
              </td>
              <td>
                {batch.undoneAtMs !== null ? (
                  words.t('import.earlier.undone')
                ) : (
                  <UndoCommand
                    label={words.t('import.undo.short')}
                    fileName={batch.fileName}
                    onConfirmed={() => undo(batch.batchId, batch.fileName)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
