/** Month, logo, and the month in three sentences. Always there. */
import { monthSentences } from '../../figures/monthSentences.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { type Block, whole } from '../block.ts';
import type { SectionPart } from '../monthlyBlocks.tsx';
import styles from '../print.module.css';
import { TitleRow } from './TitleRow.tsx';

export const titleBlock = ({ data, words }: SectionPart): Block => {
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
      <TitleRow data={data} words={words} />
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
