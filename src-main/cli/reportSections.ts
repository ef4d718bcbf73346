/** The parts of the monthly report as they are written on the command line: `first-return` for `firstReturn`. */
import { REPORT_SECTIONS, type ReportSection } from '../../src-shared/contract/reportContract.ts';

const written = (section: ReportSection): string =>
  section.replace(/[A-Z]/g, (big) => `-${big.toLowerCase()}`);

const BY_NAME = new Map(REPORT_SECTIONS.map((section) => [written(section), section]));

export const SECTION_NAMES: readonly string[] = [...BY_NAME.keys()];

const namesIn = (text: string): string[] => text.split(',').map((name) => name.trim());

export const isSectionList = (text: string): boolean => namesIn(text).every((name) => BY_NAME.has(name));

/** In the order of the pages, each once; undefined where nothing was given. Unknown names were refused by the parser. */
export const reportSectionsOf = (text: string | undefined): ReportSection[] | undefined => {
  if (text === undefined) return undefined;
  const chosen = new Set(namesIn(text).map((name) => BY_NAME.get(name)));
  return REPORT_SECTIONS.filter((section) => chosen.has(section));
};
