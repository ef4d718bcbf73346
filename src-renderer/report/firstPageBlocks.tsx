/**
 * The page of a shop without a visit: what to do now, and which chosen part will stand here from when on. It holds no
 * figure, not even a nought: nothing has been counted.
 */
import type { FirstPageData, ReportLayout, ReportSection } from '../../src-shared/contract/reportContract.ts';
import { REPORT_SECTIONS } from '../../src-shared/contract/reportContract.ts';
import type { MessageKey, Words } from '../../src-shared/words/words.ts';
import { SECTION_NAMES } from '../figures/sectionNames.ts';
import { withNoBreaks } from '../figures/typography.ts';
import { type Block, whole } from './block.ts';
import { heading } from './monthlyBlocks.tsx';
import styles from './print.module.css';
import { TitleRow } from './sections/TitleRow.tsx';

const FROM_WHEN = {
  trend: 'report.first.trend',
  figures: 'report.first.figures',
  cohorts: 'report.first.cohorts',
  firstReturn: 'report.first.firstReturn',
  comeBack: 'report.first.comeBack',
  opinions: 'report.first.opinions',
  comments: 'report.first.comments',
  corrections: 'report.first.corrections',
  definitions: 'report.first.definitions',
} as const satisfies Record<ReportSection, MessageKey>;

type PlainKey =
  | (typeof FROM_WHEN)[ReportSection]
  | (typeof STEPS)[number]
  | `report.first.${'nothing' | 'fills'}`;

const STEPS = ['report.first.bringIn', 'report.first.record'] as const;

export const firstPageBlocks = (
  data: FirstPageData,
  layout: ReportLayout,
  words: Words,
): readonly Block[] => {
  const say = (key: PlainKey): string => withNoBreaks(words.t(key));
  const sections = REPORT_SECTIONS.filter((section) => layout.sections.includes(section));
  return [
    whole(
      'title',
      0,
      <>
        <TitleRow data={data} words={words} />
        <div className={styles.sentences}>
          <p>{say('report.first.nothing')}</p>
          <p>{say('report.first.fills')}</p>
        </div>
      </>,
    ),
    heading('steps', words.t('report.first.todo')),
    whole(
      'steps',
      2,
      <ul className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step}>{say(step)}</li>
        ))}
      </ul>,
    ),
    ...(sections.length === 0 ? [] : [heading('parts', words.t('report.first.parts'))]),
    ...sections.map((section, index) =>
      whole(
        `part-${section}`,
        index === 0 ? 2 : 2.5,
        <div className={styles.promise}>
          <h3>{words.t(SECTION_NAMES[section])}</h3>
          <p>{say(FROM_WHEN[section])}</p>
        </div>,
      ),
    ),
  ];
};
