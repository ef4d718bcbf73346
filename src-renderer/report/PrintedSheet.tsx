/** Which page is printed, and in which language the document says it is. */
import type { PrintedPage } from '../../src-shared/contract/reportContract.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { MonthlyReport, reportTitle } from './MonthlyReport.tsx';
import { PersonSheet } from './person/PersonSheet.tsx';
import styles from './print.module.css';
import { RecoveryKeySheet } from './RecoveryKeySheet.tsx';
import { StatementSheet } from './StatementSheet.tsx';
import { useDocument } from './sheet.ts';

export function PrintedSheet({ page }: { page: PrintedPage }) {
  return (
    <div className={`paper ${styles.paper}`}>
      <Page page={page} />
    </div>
  );
}

function Page({ page }: { page: PrintedPage }) {
  switch (page.page) {
    case 'monthly':
      return <Monthly page={page} />;
    case 'statement':
      return <StatementSheet data={page.data} />;
    case 'person':
      return <PersonSheet data={page.data} />;
    case 'recoveryKey':
      return <RecoveryKeySheet data={page.data} />;
  }
}

function Monthly({ page }: { page: Extract<PrintedPage, { page: 'monthly' }> }) {
  const { data, layout } = page;
  useDocument(`${data.shopName} – ${reportTitle(data, wordsFor(data.locale))}`, data.locale);
  return <MonthlyReport data={data} layout={layout} />;
}
