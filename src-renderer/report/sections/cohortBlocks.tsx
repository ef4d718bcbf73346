/** Cohorts as a shaded table, and how soon new customers come back. Both from today's records, which is said. */
import type { ReturnCurve } from '../../../src-shared/domain/figure.ts';
import { formatDate, formatShare } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { PrintedHeatmap } from '../../charts/PrintedHeatmap.tsx';
import { ReturnCurveChart } from '../../charts/ReturnCurveChart.tsx';
import { cohortView, NEWEST } from '../../figures/cohortRows.ts';
import { FEW } from '../../figures/figureOf.ts';
import { NOTHING, shareRangeText, shareText } from '../../figures/figureText.ts';
import { returnEstimate } from '../../figures/returnEstimate.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { type Block, whole } from '../block.ts';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import { contentWidthPx } from '../paper.ts';
import styles from '../print.module.css';

/** Curves and tables are not sealed: where corrections came since, they show them. */
const todayNote = ({ data, words }: SectionPart): string[] =>
  data.corrections.some(({ month }) => month === data.month) ? [words.t('report.page.today')] : [];

export const cohortBlocks = (part: SectionPart): readonly Block[] => {
  const { data, layout, words } = part;
  const title = words.t('report.section.cohorts');
  if (data.cohorts.cohorts.length === 0) {
    const none = words.t('report.page.cohortsNone');
    return [heading('cohorts', title), whole('cohorts', 0, <p className={styles.note}>{none}</p>)];
  }
  const view = cohortView(data.cohorts, 'per100', false, words);
  const notes = [
    ...(view.hasUnknown ? [words.t('report.page.hatched')] : []),
    ...(view.hasFew ? [words.t('retention.note.fewData')] : []),
    ...todayNote(part),
  ];
  const newest =
    data.cohorts.cohorts.length > NEWEST ? [words.t('report.page.cohortsNewest', { count: NEWEST })] : [];
  return [
    heading('cohorts', title, withNoBreaks([words.t('report.page.cohortsNote'), ...newest].join(' '))),
    whole(
      'cohorts',
      2,
      <>
        <PrintedHeatmap
          label={title}
          rows={view.rows}
          columns={view.columns}
          columnsTitle={words.t('retention.since.month')}
          rowsTitle={words.t('retention.cohort')}
          sizeTitle={words.t('retention.newHead')}
          width={contentWidthPx(layout.paper)}
        />
        {notes.length === 0 ? null : <p className={styles.wideNote}>{withNoBreaks(notes.join(' '))}</p>}
      </>,
    ),
  ];
};

const SAID_DAYS = [30, 60, 90, 180, 365] as const;

/** The curve for those who cannot see it. */
const curveInWords = (curve: ReturnCurve, words: Words): string => {
  const points = SAID_DAYS.flatMap((days) => {
    const estimate = returnEstimate(curve, days);
    return estimate
      ? [words.t('retention.curve.point', { value: shareText(estimate.value, words), days })]
      : [];
  });
  return words.t('retention.curve.label', { points: points.join(', ') || NOTHING });
};

export const curveBlocks = (part: SectionPart): readonly Block[] => {
  const { data, words } = part;
  const curve = data.returnCurve;
  const title = words.t('report.section.firstReturn');
  if (curve.n === 0 || curve.points.length === 0) {
    const none = words.t(curve.n === 0 ? 'retention.nobodyNew' : 'retention.curve.none');
    return [heading('firstReturn', title), whole('firstReturn', 0, <p className={styles.note}>{none}</p>)];
  }
  const note = [
    words.t('retention.curve.recent', {
      count: curve.n,
      date: formatDate(curve.from ?? curve.asOf, words.locale),
    }),
    ...(curve.n < FEW ? [words.t('retention.fewData')] : []),
  ].join(', ');
  const yearAgo = data.returnCurveYearAgo;
  return [
    heading('firstReturn', title, withNoBreaks([`${note}.`, ...todayNote(part)].join(' '))),
    whole(
      'firstReturn',
      2,
      <ReturnCurveChart
        curve={curve}
        yearAgo={yearAgo && yearAgo.n >= FEW ? yearAgo : null}
        height={205}
        textSize={11.5}
        label={curveInWords(curve, words)}
        nowLabel={({ returned }) => words.t('retention.curve.now', { value: shareText(returned, words) })}
        yearAgoLabel={({ returned }) => words.t('retention.yearAgo', { value: shareText(returned, words) })}
        markLabel={({ value, low, high }) =>
          low === null || high === null
            ? words.t('retention.curve.markBare', { value: shareText(value, words) })
            : words.t('retention.curve.mark', {
                value: shareText(value, words),
                range: shareRangeText(low, high, words),
              })
        }
        shareLabel={(share) => formatShare(share, words.locale)}
        lastDayLabel={words.t('retention.curve.lastDay')}
        unknownLabel={words.t('retention.curve.unknown')}
      />,
    ),
  ];
};
