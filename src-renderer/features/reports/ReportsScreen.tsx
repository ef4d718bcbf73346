/** The monthly page: which month, which language, what will be on it, and the button that saves it. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Job } from '../../../src-shared/contract/jobContract.ts';
import { LOCALES, type Locale } from '../../../src-shared/contract/values.ts';
import { useJob } from '../../api/job.ts';
import { useAnswer, useCommand } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { Action } from '../../ui/Action.tsx';
import { Command } from '../../ui/Command.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote, FailureNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { type Coverage, isRunning, reportMonths, usualMonth } from './reportMonths.ts';
import styles from './reports.module.css';

export function ReportsScreen() {
  const words = useWords();
  const [, go] = useLocation();
  const coverage = useAnswer('retention.coverage', {});
  if (coverage.isError) {
    return (
      <Page width="reading">
        <ErrorNote error={coverage.error} />
      </Page>
    );
  }
  if (!coverage.data) {
    return (
      <Page width="reading">
        <Waiting />
      </Page>
    );
  }
  const { firstVisitOn, lastVisitOn } = coverage.data;
  return (
    <Page width="reading">
      {firstVisitOn === null || lastVisitOn === null ? (
        <EmptyState title={words.t('report.empty.title')} text={words.t('report.empty.text')}>
          <Action onClick={() => go(PLACES.import)}>{words.t('report.empty.action')}</Action>
        </EmptyState>
      ) : (
        <MonthlyReport coverage={{ firstVisitOn, lastVisitOn }} />
      )}
    </Page>
  );
}

const IN_LANGUAGE = { en: 'report.in.en', pl: 'report.in.pl', ro: 'report.in.ro' } as const;

function MonthlyReport({ coverage }: { coverage: Coverage }) {
  const words = useWords();
  const format = useFormat();
  const { shop, today } = useOpenShop();
  const [chosenMonth, setMonth] = useState<string | null>(null);
  const [locale, setLocale] = useState<Locale>(shop.locale);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('report.start');
  const job = useJob(jobId);
  const months = reportMonths(coverage, today);
  const month = chosenMonth ?? usualMonth(months, today);
  if (month === null) return null;

  const isMaking = start.isPending || job.data?.state === 'running';
  const save = (): void => {
    setJobId(null);
    start.mutate({ month, locale }, { onSuccess: (started) => setJobId(started.jobId) });
  };
  return (
    <div className={styles.report}>
      <div>
        <PageTitle>{words.t('report.title')}</PageTitle>
        <Sentence text={words.t('report.lead')} size="lead" />
      </div>
      <p className={styles.choices}>
        {words.t('report.sentence')}{' '}
        <select
          className={styles.choice}
          aria-label={words.t('report.monthLabel')}
          value={month}
          disabled={isMaking}
          onChange={(event) => setMonth(event.currentTarget.value)}
        >
          {months.map((each) => (
            <option key={each} value={each}>
              {format.date(each, 'month')}
            </option>
          ))}
        </select>{' '}
        <select
          className={styles.choice}
          aria-label={words.t('report.languageLabel')}
          value={locale}
          disabled={isMaking}
          onChange={(event) =>
            setLocale(LOCALES.find((each) => each === event.currentTarget.value) ?? shop.locale)
          }
        >
          {LOCALES.map((each) => (
            <option key={each} value={each}>
              {words.t(IN_LANGUAGE[each])}
            </option>
          ))}
        </select>
      </p>
      {isRunning(month, today) ? (
        <Sentence text={words.t('report.running', { date: format.date(today) })} />
      ) : null}
      <section aria-labelledby="report-contains">
        <h2 className={styles.contains} id="report-contains">
          {words.t('report.contains')}
        </h2>
        <ul className={styles.list}>
          <li>{words.t('report.contains.sentences')}</li>
          <li>{words.t('report.contains.chart')}</li>
          <li>{words.t('report.contains.table')}</li>
        </ul>
      </section>
      <div className={styles.save}>
        <Action onClick={save} disabled={isMaking}>
          {words.t('report.save')}
        </Action>
        {start.isError ? <ErrorNote error={start.error} /> : null}
        {job.data ? <Progress job={job.data} /> : null}
      </div>
    </div>
  );
}

function Progress({ job }: { job: Job }) {
  const words = useWords();
  const cancel = useCommand('job.cancel');
  if (job.state === 'running') {
    return (
      <div className={styles.progress} role="status">
        <progress
          aria-label={words.t('report.making')}
          {...(job.progress === null ? {} : { value: job.progress })}
        />
        <span>{words.t('report.making')}</span>
        <Command onClick={() => cancel.mutate({ jobId: job.jobId })}>{words.t('report.cancel')}</Command>
      </div>
    );
  }
  if (job.state === 'failed' && job.error) return <FailureNote failure={job.error} />;
  const fileName = job.result?.kind === 'report' ? job.result.value.fileName : null;
  return (
    <div role="status">
      <Sentence
        text={fileName === null ? words.t('report.cancelled') : words.t('report.saved', { fileName })}
      />
    </div>
  );
}
