/** The monthly report: its months with what was sealed of each, what is to be in it, and the pages as they will be printed. */
import '../../charts/chartColours.css';
import '../../report/reportFonts.css';
import { useState } from 'react';
import type { ReportLayout } from '../../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { useRole } from '../../api/access.tsx';
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { FirstReportNote } from './FirstReportNote.tsx';
import { Logo } from './Logo.tsx';
import { MonthList } from './MonthList.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import { Preview } from './Preview.tsx';
import { isRunning, monthOf, usualMonth } from './reportMonths.ts';
import styles from './reports.module.css';
import { SavePdf } from './SavePdf.tsx';
import { SectionChoice } from './SectionChoice.tsx';

export function ReportsScreen() {
  const months = useAnswer('report.months', {}, { keepsPrevious: true });
  const choices = useAnswer('report.choices', {});
  const error = months.error ?? choices.error;
  return (
    <Page>
      {error ? (
        <ErrorNote error={error} />
      ) : !months.data || !choices.data ? (
        <Waiting />
      ) : (
        <MonthlyReports months={months.data.months} choices={choices.data} />
      )}
    </Page>
  );
}

function MonthlyReports(props: {
  months: Received<'report.months'>['months'];
  choices: Received<'report.choices'>;
}) {
  const { months, choices } = props;
  const words = useWords();
  const format = useFormat();
  const notices = useNotices();
  const isOwner = useRole() === 'owner';
  const { shop, today } = useOpenShop();
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [chosenLocale, setLocale] = useState<Locale | null>(null);
  const locale = chosenLocale ?? shop.locale;
  const [layout, setLayout] = useState<ReportLayout>({ paper: choices.paper, sections: choices.sections });
  const keep = useCommand('report.keepChoices');
  const names = months.map(({ month }) => month);
  const isStillThere = chosenMonth !== null && names.includes(chosenMonth);
  // Without any visit there is still this month's first page: what will stand on it, and what to do.
  const isFirst = months.length === 0;
  const month = isStillThere ? chosenMonth : (usualMonth(names, today) ?? monthOf(today));

  const choose = (chosen: ReportLayout): void => {
    setLayout(chosen);
    // What the shop's report is to be, its owner says; a manager looks.
    if (isOwner) keep.mutate(chosen, { onError: (failure) => notices.fail(failure) });
  };
  return (
    <div className={styles.report}>
      <div className={styles.choices}>
        <PageTitle>{words.t('report.title')}</PageTitle>
        {isFirst ? <FirstReportNote /> : <MonthList months={months} value={month} onChange={setMonth} />}
        {isRunning(month, today) && !isFirst ? (
          <Sentence size="note" text={words.t('report.running', { date: format.date(today) })} />
        ) : null}
        <PaperChoice
          locale={locale}
          onLocale={setLocale}
          paper={layout.paper}
          onPaper={(paper) => choose({ ...layout, paper })}
        />
        <SectionChoice chosen={layout.sections} onChange={(sections) => choose({ ...layout, sections })} />
        {isOwner ? <Logo hasLogo={choices.hasLogo} /> : null}
      </div>
      <div className={styles.paper}>
        <Preview month={month} locale={locale} layout={layout}>
          {isOwner ? <SavePdf month={month} locale={locale} layout={layout} isSecond={isFirst} /> : null}
        </Preview>
      </div>
    </div>
  );
}
