/** The pages as they will be printed: the same components, on sheets of the same size, as large as the eye wants them. */
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import type { ReportLayout, ReportPage } from '../../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { useAnswer } from '../../api/procedures.ts';
import { useWidth } from '../../charts/useWidth.ts';
import { fontsLoaded } from '../../report/fontsLoaded.ts';
import { MonthlyReport } from '../../report/MonthlyReport.tsx';
import { paperWidthPx } from '../../report/paper.ts';
import paperStyles from '../../report/print.module.css';
import { Command } from '../../ui/Command.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './reports.module.css';

const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const;
/** Larger than life is asked for, not given. */
const LARGEST_FIT = 1;

export interface PreviewProps {
  readonly month: string;
  readonly locale: Locale;
  readonly layout: ReportLayout;
  /** What stands beside the zoom. */
  readonly children: ReactNode;
}

export function Preview({ month, locale, layout, children }: PreviewProps) {
  const words = useWords();
  const format = useFormat();
  const [place, width] = useWidth<HTMLDivElement>(640);
  const [chosenZoom, setZoom] = useState<number | null>(null);
  const [pages, setPages] = useState<number | null>(null);
  const hasFonts = useReportFonts();
  const withComments = layout.sections.includes('comments');
  const answer = useAnswer('report.preview', { month, locale, withComments }, { keepsPrevious: true });
  const zoom = chosenZoom ?? Math.min(LARGEST_FIT, width / paperWidthPx(layout.paper));
  const larger = ZOOMS.find((each) => each > zoom + 0.01);
  const smaller = ZOOMS.findLast((each) => each < zoom - 0.01);
  return (
    <section className={styles.preview} aria-label={words.t('report.preview')}>
      <div className={styles.bar}>
        {children}
        <div className={styles.zoom}>
          {pages === null ? null : <span>{words.t('report.preview.pages', { count: pages })}</span>}
          <span aria-live="polite">{format.share(zoom)}</span>
          <Command disabled={smaller === undefined} onClick={() => setZoom(smaller ?? null)}>
            {words.t('report.zoom.out')}
          </Command>
          <Command disabled={larger === undefined} onClick={() => setZoom(larger ?? null)}>
            {words.t('report.zoom.in')}
          </Command>
          <Command disabled={chosenZoom === null} onClick={() => setZoom(null)}>
            {words.t('report.zoom.fit')}
          </Command>
        </div>
      </div>
      {answer.isError ? <ErrorNote error={answer.error} /> : null}
      <div
        ref={place}
        className={`${styles.sheets} ${answer.isPlaceholderData ? styles.old : ''}`}
        style={{ '--paper-zoom': zoom } as CSSProperties}
        aria-busy={answer.isPlaceholderData}
      >
        {answer.data && hasFonts ? (
          <div className={`paper ${paperStyles.paper} ${styles.onScreen}`} lang={answer.data.locale}>
            <MonthlyReport
              key={keyOf(answer.data, layout)}
              data={answer.data}
              layout={layout}
              onPages={setPages}
              pageLabel={(page, all) => words.t('report.preview.page', { page, pages: all })}
            />
          </div>
        ) : answer.isError ? null : (
          <Waiting />
        )}
      </div>
    </section>
  );
}

const numbers = new WeakMap<ReportPage, number>();
let lastNumber = 0;

/** Pages are dealt out once: other data or other parts are another report. Data is told by identity, as the cache keeps it. */
const keyOf = (data: ReportPage, layout: ReportLayout): string => {
  const known = numbers.get(data) ?? ++lastNumber;
  numbers.set(data, known);
  return `${known} ${layout.paper} ${layout.sections.join()}`;
};

/** Sheets are measured once, in their own letters. */
const useReportFonts = (): boolean => {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    let isGone = false;
    void fontsLoaded().finally(() => {
      if (!isGone) setLoaded(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return isLoaded;
};
