/** What the parts of the monthly report are called, where they are chosen and where they are announced. */
import type { ReportSection } from '../../src-shared/contract/reportContract.ts';
import type { MessageKey } from '../../src-shared/words/words.ts';

export const SECTION_NAMES = {
  trend: 'report.section.trend',
  figures: 'report.section.figures',
  cohorts: 'report.section.cohorts',
  firstReturn: 'report.section.firstReturn',
  comeBack: 'report.section.comeBack',
  opinions: 'report.section.opinions',
  comments: 'report.section.comments',
  corrections: 'report.section.corrections',
  definitions: 'report.section.definitions',
} as const satisfies Record<ReportSection, MessageKey>;
