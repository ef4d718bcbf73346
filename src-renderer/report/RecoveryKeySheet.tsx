/** The sheet an owner keeps in a safe: the key in large groups, when it is needed, where to keep it. */
import type { PrintedPage } from '../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../src-shared/words/format.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { withNoBreaks } from '../figures/typography.ts';
import styles from './print.module.css';
import { useDocument } from './sheet.ts';

type KeyData = Extract<PrintedPage, { page: 'recoveryKey' }>['data'];

export function RecoveryKeySheet({ data }: { data: KeyData }) {
  const words = wordsFor(data.locale);
  const title = words.t('report.key.title');
  useDocument(`${data.shopName} – ${title}`, data.locale);
  const groups = data.recoveryKey.split(/[\s-]+/).filter((group) => group !== '');
  const parts = [
    ['report.key.use.title', 'report.key.use'],
    ['report.key.keep.title', 'report.key.keep'],
    ['report.key.beware.title', 'report.key.beware'],
  ] as const;
  return (
    <article className={`${styles.sheet} ${styles.a4}`}>
      <header className={styles.header}>
        <p className={styles.shopName}>{data.shopName}</p>
        <p className={styles.headerRight}>{formatDate(data.madeOn, data.locale)}</p>
      </header>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{withNoBreaks(words.t('report.key.lead'))}</p>
      <ol className={styles.groups} aria-label={title}>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: groups may be equal, and their place is what tells them apart
          <li key={index}>
            <span className={styles.groupNumber}>{index + 1}</span>
            <span className={styles.group}>{group}</span>
          </li>
        ))}
      </ol>
      <div className={styles.parts}>
        {parts.map(([heading, text]) => (
          <section key={heading}>
            <h2>{words.t(heading)}</h2>
            <p>{withNoBreaks(words.t(text))}</p>
          </section>
        ))}
      </div>
    </article>
  );
}
