/** What an import does, in sentences: what comes in, what was there already, what stays out. */
import type { ImportResult } from '../../../src-shared/contract/importContract.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './importing.module.css';

export function Counts({ result }: { result: ImportResult }) {
  const { kind, counts, isDryRun } = result;
  const words = useWords();
  const format = useFormat();
  const { shop } = useOpenShop();
  const { read, created, updated, unchanged, skipped, rejected, customersCreated, visitsCreated } = counts;
  const isNothingNew = created === 0 && updated === 0;
  const countOf = (count: number) =>
    words.t(`import.list.${kind === 'visits' ? 'customers' : kind}`, { count });
  const listLead = () => {
    const both = { created: countOf(created), updated: countOf(updated) };
    if (created > 0 && updated > 0)
      return words.t(isDryRun ? 'import.list.willBoth' : 'import.list.both', both);
    if (created > 0) {
      return words.t(isDryRun ? 'import.list.willCreate' : 'import.list.created', { what: both.created });
    }
    return words.t(isDryRun ? 'import.list.willUpdate' : 'import.list.updated', { what: both.updated });
  };
  const lead = isNothingNew
    ? words.t('import.counts.nothingNew')
    : kind !== 'visits'
      ? listLead()
      : isDryRun
        ? words.t('import.counts.willCreate', {
            customers: words.t('import.counts.customers', { count: customersCreated }),
            visits: words.t('import.counts.visits', { count: visitsCreated }),
          })
        : words.t('import.counts.created', {
            customers: words.t('import.counts.customers', { count: customersCreated }),
            visits: words.t('import.counts.visits', { count: visitsCreated }),
          });
  const rows: readonly (readonly [number, string])[] = [
    [created, words.t('import.counts.rowsNew')],
    [updated, words.t(kind === 'visits' ? 'import.counts.rowsUpdated' : 'import.counts.rowsChanged')],
    [unchanged, words.t('import.counts.rowsUnchanged')],
    [skipped, words.t('import.counts.rowsSkipped')],
    [rejected, words.t('import.counts.rowsRejected')],
  ];
  return (
    <div className={styles.counts}>
      <Sentence text={lead} size="lead" />
      {kind === 'visits' && counts.firstDate !== null && counts.lastDate !== null ? (
        <Sentence
          text={words.t('import.counts.period', {
            from: format.date(counts.firstDate),
            to: format.date(counts.lastDate),
            amount: format.money(counts.netMinor, shop.currency),
          })}
        />
      ) : null}
      <dl className={styles.accounts}>
        <div className={styles.account}>
          <dt>{words.t('import.counts.rowsRead')}</dt>
          <dd>{format.number(read)}</dd>
        </div>
        {rows
          .filter(([count]) => count > 0)
          .map(([count, name]) => (
            <div key={name} className={styles.account}>
              <dt>{name}</dt>
              <dd>{format.number(count)}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
