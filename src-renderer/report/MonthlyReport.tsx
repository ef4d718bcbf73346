/** The monthly report on its sheets, as it is printed and as the preview shows it. */
import type { ReportData, ReportLayout, ReportPage } from '../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../src-shared/words/format.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { isLastDayOfMonth } from '../figures/openingSentences.ts';
import { withNoBreaks } from '../figures/typography.ts';
import { firstPageBlocks } from './firstPageBlocks.tsx';
import { monthlyBlocks } from './monthlyBlocks.tsx';
import { Pages } from './Pages.tsx';
import styles from './print.module.css';

export const reportTitle = (data: ReportPage, words: Words): string =>
  words.t('report.page.header', { month: formatDate(data.month, words.locale, 'month') });

export interface MonthlyReportProps {
  readonly data: ReportPage;
  readonly layout: ReportLayout;
  readonly onPages?: (pages: number) => void;
  readonly pageLabel?: (page: number, pages: number) => string;
}

export function MonthlyReport({ data, layout, onPages, pageLabel }: MonthlyReportProps) {
  const words = wordsFor(data.locale);
  const header = reportTitle(data, words);
  const foot = withNoBreaks(footLines(data, words).join(' '));
  return (
    <Pages
      paper={layout.paper}
      blocks={
        data.kind === 'month' ? monthlyBlocks(data, layout, words) : firstPageBlocks(data, layout, words)
      }
      head={(isFirst) => (
        <>
          <p className={`${styles.shopName} ${isFirst ? '' : styles.oneLine}`}>{data.shopName}</p>
          <p className={styles.headerRight}>{header}</p>
        </>
      )}
      foot={(page, pages) => (
        <>
          <p className={styles.footerText}>{foot}</p>
          <p className={styles.pageNumber}>{words.t('report.page.number', { page, pages })}</p>
        </>
      )}
      keepOnFirst="figures"
      onPages={onPages}
      pageLabel={pageLabel}
    />
  );
}

const footLines = (data: ReportPage, words: Words): string[] => {
  const madeOn = words.t('report.page.madeOn', { date: formatDate(data.madeOn, words.locale) });
  return data.kind === 'month' ? monthFootLines(data, madeOn, words) : [madeOn];
};

const monthFootLines = (data: ReportData, madeOn: string, words: Words): string[] => {
  const date = (isoDate: string) => formatDate(isoDate, words.locale);
  const { seal } = data;
  return [
    ...(data.isDemo ? [words.t('report.page.demo')] : []),
    seal
      ? words.t(seal.isReconstructed ? 'report.page.reconstructedOn' : 'report.page.sealedOn', {
          date: date(seal.sealedOn),
        })
      : isLastDayOfMonth(data.asOf)
        ? words.t('report.page.notSealed')
        : words.t('report.page.upTo', { date: date(data.asOf) }),
    madeOn,
    ...(data.changeLogHead === null ? [] : [words.t('report.page.log', { head: data.changeLogHead })]),
  ];
};
