/** The month with the shop's logo beside it, at the head of every monthly page. */
import type { ReportPage } from '../../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import styles from '../print.module.css';
import { capitalised } from '../sheet.ts';

export function TitleRow({ data, words }: { data: ReportPage; words: Words }) {
  const { logo } = data;
  return (
    <div className={styles.titleRow}>
      <h1 className={styles.title}>
        {capitalised(formatDate(data.month, words.locale, 'month'), words.locale)}
      </h1>
      {logo ? (
        <img
          className={styles.logo}
          src={`data:${logo.mediaType};base64,${logo.base64}`}
          alt={words.t('report.page.logo', { shop: data.shopName })}
        />
      ) : null}
    </div>
  );
}
