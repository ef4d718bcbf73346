/** What the owner chose for the monthly report, kept in the shop's settings. */
import type { Database } from '../../db/openDatabase.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  type ReportLayout,
  reportLayoutSchema,
  USUAL_SECTIONS,
} from '../../src-shared/contract/reportContract.ts';

const SETTING = 'report.choices';

/** What is not understood any more is chosen anew. */
export const readReportChoices = (db: Database): ReportLayout => {
  const kept = reportLayoutSchema.safeParse(readSetting(db, SETTING));
  return kept.success ? kept.data : { paper: 'a4', sections: [...USUAL_SECTIONS] };
};

export const keepReportChoices = (db: Database, choices: ReportLayout): void =>
  inTransaction(db, () => writeSettingTx(db, SETTING, choices));
