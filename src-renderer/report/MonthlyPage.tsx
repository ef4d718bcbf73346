/**
 * The month on one A4 page: header, three sentences, the regular share over 13 months, the figures, the
 * footer. The chart takes the height the words leave it, so that the page is one page with any shop's name
 * and any figures.
 */
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import { formatDate, formatShare } from '../../src-shared/words/format.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { axisOf, ShareLineChart, type SharePoint } from '../charts/ShareLineChart.tsx';
import { figureOf } from '../figures/figureOf.ts';
import { shareRangeText, shareText } from '../figures/figureText.ts';
import { isLastDayOfMonth, openingSentences } from '../figures/openingSentences.ts';
import { withNoBreaks } from '../figures/typography.ts';
import { Marked } from '../ui/Sentence.tsx';
import { monthlyTable, type TableRow } from './monthlyTable.ts';
import styles from './print.module.css';
import { capitalised, useDocument } from './sheet.ts';
import { useDense, useHeight } from './useHeight.ts';

export function MonthlyPage({ data }: { data: ReportData }) {
  const words = wordsFor(data.locale);
  const monthName = formatDate(data.month, data.locale, 'month');
  const header = words.t('report.page.header', { month: monthName });
  useDocument(`${data.shopName} – ${header}`, data.locale);
  const [sheet, isDense] = useDense<HTMLElement>();
  const sentences = openingSentences(
    {
      now: data.figures.now,
      yearAgo: data.figures.yearAgo,
      recentCurve: data.returnCurve,
      yearAgoCurve: data.returnCurveYearAgo,
      firstVisitOn: data.firstVisitOn,
    },
    words,
  );
  return (
    <article ref={sheet} className={`${styles.sheet} ${isDense ? styles.dense : ''}`}>
      <header className={styles.header}>
        <p className={styles.shopName}>{data.shopName}</p>
        <p className={styles.headerRight}>{header}</p>
      </header>
      <h1 className={styles.title}>{capitalised(monthName, data.locale)}</h1>
      <div className={styles.sentences}>
        {sentences.map((sentence) => (
          <p key={sentence}>
            <Marked text={sentence} />
          </p>
        ))}
      </div>
      <RegularChart data={data} words={words} />
      <MonthTable data={data} words={words} />
      <Footer data={data} words={words} />
    </article>
  );
}

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

function RegularChart({ data, words }: { data: ReportData; words: Words }) {
  const [ref, height] = useHeight<HTMLDivElement>(200);
  const points = pointsOf(data.regularShareByMonth, data.firstVisitOn, words);
  const now = figureOf(data.figures.now, 'regularShare');
  const axis = axisOf(points);
  const isEmpty = now?.value == null || now.low === null || now.high === null;
  const isTooShort = points.filter(({ value }) => value !== null).length < 2;
  const first = points[0];
  return (
    <section className={`${styles.chartSection} ${isEmpty || isTooShort ? styles.flat : ''}`}>
      <h2>{words.t('report.page.chart')}</h2>
      {isEmpty || isTooShort ? (
        <p className={styles.note}>{words.t(isEmpty ? 'report.page.noChart' : 'report.page.oneMonth')}</p>
      ) : (
        <>
          <p className={styles.note}>
            {withNoBreaks(words.t('report.page.chartNote'))}
            {axis.from === 0
              ? null
              : ` ${withNoBreaks(words.t('report.page.axis', { from: formatShare(axis.from, words.locale) }))}`}
          </p>
          <div className={styles.chartPlace} ref={ref}>
            <ShareLineChart
              points={points}
              height={height}
              label={words.t('report.page.chart')}
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
          </div>
        </>
      )}
    </section>
  );
}

function MonthTable({ data, words }: { data: ReportData; words: Words }) {
  const month = (isoDate: string) => formatDate(isoDate, words.locale, 'monthShort');
  const lastMonth = figureOf(data.figures.lastMonth, 'regularShare')?.asOf;
  const yearAgo = figureOf(data.figures.yearAgo, 'regularShare')?.asOf;
  const rows = monthlyTable(data, words);
  return (
    <section className={styles.tableSection}>
      <h2>{words.t('report.page.table')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.t('retention.figures.name')}</th>
            <th scope="col" className={styles.figureColumn}>
              {month(data.month)}
            </th>
            <th scope="col" className={styles.intervalColumn}>
              {words.t('retention.figures.interval')}
            </th>
            <th scope="col" className={styles.countedColumn}>
              {words.t('retention.figures.counted')}
            </th>
            <th scope="col" className={styles.earlierColumn}>
              {lastMonth === undefined ? words.t('report.page.monthBefore') : month(lastMonth)}
            </th>
            <th scope="col" className={styles.earlierColumn}>
              {yearAgo === undefined ? words.t('retention.figures.before') : month(yearAgo)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { row: TableRow }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.rowName}>{row.name}</span>
        <span className={styles.rowNote}>{row.note}</span>
      </th>
      <td className={styles.value}>{row.value}</td>
      <td>{row.interval}</td>
      <td>{row.counted}</td>
      <td className={styles.earlier}>{row.lastMonth}</td>
      <td className={styles.earlier}>{row.yearAgo}</td>
    </tr>
  );
}

function Footer({ data, words }: { data: ReportData; words: Words }) {
  const unknown = figureOf(data.figures.now, 'unknownStartShare');
  const version = Math.max(1, ...data.figures.now.map(({ definition }) => definition));
  const lines = [
    ...(data.isDemo ? [words.t('report.page.demo')] : []),
    ...(isLastDayOfMonth(data.asOf)
      ? []
      : [words.t('report.page.upTo', { date: formatDate(data.asOf, words.locale) })]),
    ...(unknown?.value
      ? [
          words.t('retention.foot.startUnknown', {
            numerator: unknown.numerator ?? 0,
            denominator: unknown.denominator ?? 0,
            share: shareText(unknown.value, words),
          }),
        ]
      : []),
    words.t('report.page.madeOn', { date: formatDate(data.madeOn, words.locale), version }),
  ];
  return (
    <footer className={styles.footer}>
      <p className={styles.footerText}>{withNoBreaks(lines.join(' '))}</p>
      <p className={styles.pageNumber}>{words.t('report.page.number', { page: 1, pages: 1 })}</p>
    </footer>
  );
}
