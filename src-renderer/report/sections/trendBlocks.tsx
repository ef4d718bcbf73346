/** The regular share over 13 months. The drawing gives way where the figures would not fit below it. */
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { formatDate, formatShare } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { axisOf, ShareLineChart, type SharePoint } from '../../charts/ShareLineChart.tsx';
import { figureOf } from '../../figures/figureOf.ts';
import { NOTHING, shareRangeText, shareText } from '../../figures/figureText.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { type Block, whole } from '../block.ts';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import styles from '../print.module.css';

const pointsOf = (figures: readonly Figure[], firstVisitOn: string, words: Words): SharePoint[] =>
  figures.map((figure, index) => {
    const month = formatDate(figure.asOf, words.locale, 'monthOnly');
    const hasYear = index === 0 || figure.asOf.slice(5, 7) === '01';
    return {
      value: figure.value,
      low: figure.low,
      high: figure.high,
      isPartial: figure.from !== null && figure.from < firstVisitOn,
      names: hasYear ? [month, figure.asOf.slice(0, 4)] : [month],
    };
  });

/** The line for those who cannot see it. */
const lineInWords = (figures: readonly Figure[], words: Words): string =>
  words.t('report.page.chartLabel', {
    points: figures
      .map(({ asOf, value }) =>
        words.t('report.page.chartPoint', {
          month: formatDate(asOf, words.locale, 'monthShort'),
          value: value === null ? NOTHING : shareText(value, words),
        }),
      )
      .join(', '),
  });

export const trendBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const title = words.t('report.section.trend');
  const points = pointsOf(data.regularShareByMonth, data.firstVisitOn, words);
  const now = figureOf(data.figures.now, 'regularShare');
  const isEmpty = now?.value == null || now.low === null || now.high === null;
  const isTooShort = points.filter(({ value }) => value !== null).length < 2;
  if (isEmpty || isTooShort) {
    const reason = words.t(isEmpty ? 'report.page.noChart' : 'report.page.oneMonth');
    return [heading('trend', title), whole('trend', 0, <p className={styles.note}>{reason}</p>)];
  }
  const axis = axisOf(points);
  const first = points[0];
  const note = [
    words.t('report.page.chartNote'),
    ...(axis.from === 0 ? [] : [words.t('report.page.axis', { from: formatShare(axis.from, words.locale) })]),
  ].join(' ');
  return [
    heading('trend', title, withNoBreaks(note)),
    {
      key: 'trend',
      gapMm: 2,
      content: {
        kind: 'drawing',
        draw: (height) => (
          <ShareLineChart
            points={points}
            height={height}
            label={lineInWords(data.regularShareByMonth, words)}
            shareLabel={(share) => formatShare(share, words.locale)}
            endLabels={[
              `${shareText(now.value ?? 0, words)} (${shareRangeText(now.low ?? 0, now.high ?? 0, words)})`,
              formatDate(data.month, words.locale, 'monthOnly'),
            ]}
            startLabel={
              points.length === 13 && first?.value != null && !first.isPartial
                ? words.t('retention.yearAgo', { value: shareText(first.value, words) })
                : null
            }
            partialLabel={words.t('report.page.shortRecords')}
            textSize={11.5}
          />
        ),
      },
    },
  ];
};
