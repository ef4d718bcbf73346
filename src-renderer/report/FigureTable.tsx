/** A table of figures with the month before and the year before, as a block that may break between rows. */
import type { ReportData } from '../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../src-shared/words/format.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { figureOf } from '../figures/figureOf.ts';
import type { Block } from './block.ts';
import type { Earlier, TableRow } from './monthlyTable.ts';
import styles from './print.module.css';

export const figureTable = (
  key: string,
  label: string,
  rows: readonly TableRow[],
  data: ReportData,
  words: Words,
): Block => ({
  key,
  gapMm: 1,
  content: {
    kind: 'table',
    className: styles.table ?? '',
    label,
    head: <Head data={data} words={words} />,
    rows: rows.map((row) => <Row key={row.key} row={row} words={words} />),
  },
});

function Head({ data, words }: { data: ReportData; words: Words }) {
  const month = (isoDate: string) => formatDate(isoDate, words.locale, 'monthShort');
  const lastMonth = figureOf(data.figures.lastMonth, 'regularShare')?.asOf;
  const yearAgo = figureOf(data.figures.yearAgo, 'regularShare')?.asOf;
  return (
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
  );
}

function Row({ row, words }: { row: TableRow; words: Words }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.rowName}>{row.name}</span>
        <span className={styles.rowNote}>{row.note}</span>
      </th>
      <td className={styles.value}>{row.value}</td>
      <td>{row.interval}</td>
      <td>{row.counted}</td>
      <td className={styles.earlier}>
        <EarlierValue earlier={row.lastMonth} words={words} />
      </td>
      <td className={styles.earlier}>
        <EarlierValue earlier={row.yearAgo} words={words} />
      </td>
    </tr>
  );
}

/** The arrow is drawn: a glyph differs from font to font, and the reader hears its name. */
function EarlierValue({ earlier, words }: { earlier: Earlier; words: Words }) {
  const { text, mark } = earlier;
  return (
    <>
      {mark === null ? null : (
        <svg
          className={styles.mark}
          width={7}
          height={8}
          viewBox="0 0 7 8"
          role="img"
          aria-label={words.t(mark === 'up' ? 'report.page.markUp' : 'report.page.markDown')}
        >
          <path d={mark === 'up' ? 'M3.5 0L7 8H0Z' : 'M3.5 8L7 0H0Z'} />
        </svg>
      )}
      {text}
    </>
  );
}
