/** The parts of the monthly report in the order an owner reads them, as far as they were chosen. */
import type { ReportData, ReportLayout, ReportSection } from '../../src-shared/contract/reportContract.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { type Block, whole } from './block.ts';
import styles from './print.module.css';
import { cohortBlocks, curveBlocks } from './sections/cohortBlocks.tsx';
import { comeBackBlocks } from './sections/comeBackBlocks.tsx';
import { correctionBlocks } from './sections/correctionBlocks.tsx';
import { definitionBlocks } from './sections/definitionBlocks.tsx';
import { figureBlocks } from './sections/figureBlocks.tsx';
import { commentBlocks, opinionBlocks } from './sections/opinionBlocks.tsx';
import { titleBlock } from './sections/titleBlock.tsx';
import { trendBlocks } from './sections/trendBlocks.tsx';

export interface SectionPart {
  readonly data: ReportData;
  readonly layout: ReportLayout;
  readonly words: Words;
}

const PARTS: readonly (readonly [ReportSection, (part: SectionPart) => readonly Block[]])[] = [
  ['trend', trendBlocks],
  ['figures', figureBlocks],
  ['cohorts', cohortBlocks],
  ['firstReturn', curveBlocks],
  ['comeBack', comeBackBlocks],
  ['opinions', opinionBlocks],
  ['comments', commentBlocks],
  ['corrections', correctionBlocks],
  ['definitions', definitionBlocks],
];

export const monthlyBlocks = (data: ReportData, layout: ReportLayout, words: Words): readonly Block[] => {
  const part = { data, layout, words };
  return [
    titleBlock(part),
    ...PARTS.flatMap(([section, blocksOf]) => (layout.sections.includes(section) ? blocksOf(part) : [])),
  ];
};

/** White before a section, in mm. */
export const SECTION_GAP = 7;

/** The heading of a section, which stays with what follows. */
export const heading = (key: string, text: string, note?: string): Block =>
  whole(
    `${key}-heading`,
    SECTION_GAP,
    <>
      <h2 className={styles.heading}>{text}</h2>
      {note === undefined ? null : <p className={styles.note}>{note}</p>}
    </>,
    true,
  );
