/** Which page is printed, and in which language the document says it is. */
import type { PrintedPage } from '../../src-shared/contract/reportContract.ts';
import { MonthlyPage } from './MonthlyPage.tsx';
import { RecoveryKeySheet } from './RecoveryKeySheet.tsx';

export function PrintedSheet({ page }: { page: PrintedPage }) {
  return page.page === 'monthly' ? <MonthlyPage data={page.data} /> : <RecoveryKeySheet data={page.data} />;
}
