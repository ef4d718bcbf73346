/** What customers said: the scores, and a few of their words where the owner wants them printed. No names. */
import { formatDate } from '../../../src-shared/words/format.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { type Block, whole } from '../block.ts';
import { figureTable } from '../FigureTable.tsx';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import { monthlyTable, OPINION_ROWS } from '../monthlyTable.ts';
import styles from '../print.module.css';

export const opinionBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const title = words.t('report.section.opinions');
  const { opinions, comments } = data.opinions;
  const rows = monthlyTable(data, OPINION_ROWS, words).filter(
    ({ value, lastMonth, yearAgo }) => `${value}${lastMonth.text}${yearAgo.text}`.replaceAll('–', '') !== '',
  );
  const note =
    opinions === 0
      ? words.t('report.opinions.none')
      : words.t('report.opinions.count', {
          count: opinions,
          comments: words.t('report.opinions.comments', { count: comments }),
        });
  if (rows.length === 0) {
    return [heading('opinions', title), whole('opinions', 0, <p className={styles.note}>{note}</p>)];
  }
  return [heading('opinions', title, withNoBreaks(note)), figureTable('opinions', title, rows, data, words)];
};

/** A letter to the shop would fill the page; its beginning says what it is about. */
const LONGEST = 500;

const shortened = (text: string): string => {
  const letters = [...text];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join('').trimEnd()}…`;
};

export const commentBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const { newest } = data.opinions;
  const title = heading('comments', words.t('report.section.comments'));
  if (newest.length === 0) {
    return [title, whole('comments', 0, <p className={styles.note}>{words.t('report.comments.none')}</p>)];
  }
  return [
    title,
    ...newest.map(({ on, text, nps }, index) => {
      const date = formatDate(on, words.locale);
      return whole(
        `comment-${index}`,
        index === 0 ? 1 : 3,
        <figure className={styles.comment}>
          <blockquote className={styles.quote}>{shortened(text)}</blockquote>
          <figcaption className={styles.note}>
            {nps === null ? date : words.t('report.comments.score', { date, score: nps })}
          </figcaption>
        </figure>,
      );
    }),
  ];
};
