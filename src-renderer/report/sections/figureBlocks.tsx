/** The figures of the month, and what has to be known to read them. */
import { figureOf } from '../../figures/figureOf.ts';
import { shareText } from '../../figures/figureText.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { type Block, whole } from '../block.ts';
import { figureTable } from '../FigureTable.tsx';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import { MONTH_ROWS, monthlyTable } from '../monthlyTable.ts';
import styles from '../print.module.css';

export const figureBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const title = words.t('report.section.figures');
  const rows = monthlyTable(data, MONTH_ROWS, words);
  const unknown = figureOf(data.figures.now, 'unknownStartShare');
  const notes = [
    ...(rows.some(({ lastMonth, yearAgo }) => lastMonth.mark ?? yearAgo.mark)
      ? [words.t('report.page.marks')]
      : []),
    ...(unknown?.value
      ? [
          words.t('retention.foot.startUnknown', {
            numerator: unknown.numerator ?? 0,
            denominator: unknown.denominator ?? 0,
            share: shareText(unknown.value, words),
          }),
        ]
      : []),
  ];
  return [
    heading('figures', title),
    figureTable('figures', title, rows, data, words),
    ...(notes.length === 0
      ? []
      : [whole('figures-notes', 1, <p className={styles.wideNote}>{withNoBreaks(notes.join(' '))}</p>)]),
  ];
};
