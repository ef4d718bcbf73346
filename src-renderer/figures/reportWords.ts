/** Which messages name and explain the figures of the monthly report that no other screen shows. */
import type { ReportKey } from '../../src-shared/domain/reportDefinitions.ts';
import type { MessageKey } from '../../src-shared/words/words.ts';

export const REPORT_WORDS = {
  'recentReturn.60': { name: 'retention.name.firstReturn60', means: 'retention.means.firstReturn' },
  nps: { name: 'report.name.nps', means: 'report.means.nps' },
  csat: { name: 'report.name.csat', means: 'report.means.csat' },
  ces: { name: 'report.name.ces', means: 'report.means.ces' },
  'comeBack.due': { name: 'report.name.due', means: 'report.means.due' },
  'comeBack.second': { name: 'report.name.second', means: 'report.means.second' },
  'comeBack.usualDays': { name: 'report.name.usualDays', means: 'report.means.notBack' },
  'comeBack.notBack': { name: 'report.name.notBack', means: 'report.means.notBack' },
} as const satisfies Record<ReportKey, { name: MessageKey; means: MessageKey }>;
