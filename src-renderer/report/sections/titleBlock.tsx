/** Month, logo, and the month in three sentences. Always there. */
import { formatDate } from '../../../src-shared/words/format.ts';
import { monthSentences } from '../../figures/monthSentences.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { type Block, whole } from '../block.ts';
import type { SectionPart } from '../monthlyBlocks.tsx';
import styles from '../print.module.css';
import { capitalised } from '../sheet.ts';

export const titleBlock = ({ data, words }: SectionPart): Block => {
  const { logo } = data;
  const sentences = monthSentences(
    {
      asOf: data.asOf,
      now: data.figures.now,
      lastMonth: data.figures.lastMonth,
      yearAgo: data.figures.yearAgo,
      firstVisitOn: data.firstVisitOn,
    },
    words,
  );
  return whole(
    'title',
    0,
    <>
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
      <div className={styles.sentences}>
        {sentences.map((sentence) => (
          <p key={sentence}>
            <Marked text={sentence} />
          </p>
        ))}
      </div>
    </>,
  );
};
