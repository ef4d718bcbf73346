/** The monthly report: its months with what was sealed of each, what is to be in it, and the pages as they will be printed. */
import '../../charts/chartColours.css';
import '../../report/reportFonts.css';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ReportLayout } from '../../../src-shared/contract/reportContract.ts';
import type { Locale } from '../../../src-shared/contract/values.ts';
import { type Received, useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { Logo } from './Logo.tsx';
import { MonthList } from './MonthList.tsx';
import { PaperChoice } from './PaperChoice.tsx';
import { Preview } from './Preview.tsx';
import { isRunning, usualMonth } from './reportMonths.ts';
import styles from './reports.module.css';
import { SavePdf } from './SavePdf.tsx';
import { SectionChoice } from './SectionChoice.tsx';

export function ReportsScreen() {
  const words = useWords();
  const [, go] = useLocation();
  const months = useAnswer('report.months', {}, { keepsPrevious: true });
  const choices = useAnswer('report.choices', {});
  const error = months.error ?? choices.error;
  return (
    <Page>
      {error ? (
        <ErrorNote error={error} />
      ) : !months.data || !choices.data ? (
        <Waiting />
      ) : months.data.months.length === 0 ? (
        <div className={styles.beginning}>
          <PageTitle>{words.t('report.title')}</PageTitle>
          <EmptyState title={words.t('report.empty.title')} text={words.t('report.empty.text')}>
            <Action onClick={() => go(PLACES.import)}>{words.t('report.empty.action')}</Action>
          </EmptyState>
        </div>
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
  const { shop, today } = useOpenShop();
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [chosenLocale, setLocale] = useState<Locale | null>(null);
  const locale = chosenLocale ?? shop.locale;
  const [layout, setLayout] = useState<ReportLayout>({ paper: choices.paper, sections: choices.sections });
  const keep = useCommand('report.keepChoices');
  const names = months.map(({ month }) => month);
  const isStillThere = chosenMonth !== null && names.includes(chosenMonth);
  const month = isStillThere ? chosenMonth : usualMonth(names, today);
  if (month === null) return null;

  const choose = (chosen: ReportLayout): void => {
    setLayout(chosen);
    keep.mutate(chosen, { onError: (failure) => notices.fail(failure) });
  };
  return (
    <div className={styles.report}>
      <div className={styles.choices}>
        <PageTitle>{words.t('report.title')}</PageTitle>
        <MonthList months={months} value={month} onChange={setMonth} />
        {isRunning(month, today) ? (
          <Sentence size="note" text={words.t('report.running', { date: format.date(today) })} />
        ) : null}
        <PaperChoice
          locale={locale}
          onLocale={setLocale}
          paper={layout.paper}
          onPaper={(paper) => choose({ ...layout, paper })}
        />
        <SectionChoice chosen={layout.sections} onChange={(sections) => choose({ ...layout, sections })} />
        <Logo hasLogo={choices.hasLogo} />
      </div>
      <div className={styles.paper}>
        <Preview month={month} locale={locale} layout={layout}>
          <SavePdf month={month} locale={locale} layout={layout} />
        </Preview>
      </div>
    </div>
  );
}
