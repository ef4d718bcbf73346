/** What each figure on these pages counts, over which window, by which version of its definition. */
import type { ReportSection } from '../../../src-shared/contract/reportContract.ts';
import { DEFINITIONS, type FigureKey } from '../../../src-shared/domain/definitions.ts';
import { REPORT_DEFINITIONS, type ReportKey } from '../../../src-shared/domain/reportDefinitions.ts';
import { formatDate } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { type Block, whole } from '../block.ts';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import { MONTH_ROWS, OPINION_ROWS, wordsOfFigure } from '../monthlyTable.ts';
import styles from '../print.module.css';

type Key = FigureKey | ReportKey;

const KEYS: Readonly<Partial<Record<ReportSection, readonly Key[]>>> = {
  trend: ['regularShare'],
  figures: [...MONTH_ROWS.map(([key]) => key), 'unknownStartShare'],
  firstReturn: ['recentReturn.60'],
  comeBack: ['comeBack.due', 'comeBack.second', 'comeBack.notBack'],
  opinions: OPINION_ROWS.map(([key]) => key),
};

const UNSAID_WHEN_NONE: ReadonlySet<Key> = new Set(['unknownStartShare', 'nps', 'csat', 'ces']);

/** What a definition leaves open, said in the same breath. */
const SCOPE: Readonly<Partial<Record<Key, 'retention.means.firstReturnRecent'>>> = {
  'recentReturn.60': 'retention.means.firstReturnRecent',
};

interface Definition {
  readonly key: string;
  readonly name: string;
  readonly means: string;
  readonly line: string;
}

const definitionOf = (key: Key, { data, words }: SectionPart): Definition | null => {
  const named = wordsOfFigure(key);
  const figure = data.figures.now.find((each) => each.key === key);
  // A scale nobody was asked on, or a share that is nil for a complete history, needs no explanation.
  if (!named || !figure || (UNSAID_WHEN_NONE.has(key) && !figure.value)) return null;
  const scope = SCOPE[key];
  const { since } = { ...DEFINITIONS, ...REPORT_DEFINITIONS }[key];
  return {
    key,
    name: words.t(named.name),
    means: [words.t(named.means), ...(scope ? [words.t(scope)] : [])].join(' '),
    line: words.t('report.definition.line', {
      window: windowText(figure, words),
      version: figure.definition,
      date: formatDate(since, words.locale, 'dayShort'),
    }),
  };
};

const windowText = (
  { from, to, asOf }: { from: string | null; to: string | null; asOf: string },
  words: Words,
): string => {
  const date = (isoDate: string) => formatDate(isoDate, words.locale, 'dayShort');
  return from === null || to === null
    ? words.t('report.definition.windowAll', { asOf: date(asOf) })
    : words.t('report.definition.window', { from: date(from), to: date(to) });
};

const cohortDefinition = ({ data, words }: SectionPart): Definition => ({
  key: 'cohorts',
  name: words.t('report.name.cohorts'),
  means: words.t('report.means.cohorts'),
  line: words.t('report.definition.line', {
    window: windowText({ from: null, to: null, asOf: data.asOf }, words),
    version: 1,
    date: formatDate(DEFINITIONS.regularShare.since, words.locale, 'dayShort'),
  }),
});

export const definitionBlocks = (part: SectionPart): readonly Block[] => {
  const { layout, words } = part;
  const keys = new Set(layout.sections.flatMap((section) => KEYS[section] ?? []));
  // The sentences at the top are always there, and so are these two.
  const wanted = new Set<Key>(['regularShare', 'monthRetention', 'activeCustomers', ...keys]);
  const definitions = [
    ...[...wanted].flatMap((key) => definitionOf(key, part) ?? []),
    ...(layout.sections.includes('cohorts') ? [cohortDefinition(part)] : []),
  ];
  const pairs = Array.from({ length: Math.ceil(definitions.length / 2) }, (_, at) =>
    definitions.slice(2 * at, 2 * at + 2),
  );
  return [
    heading(
      'definitions',
      words.t('report.section.definitions'),
      withNoBreaks(words.t('report.definition.interval')),
    ),
    ...pairs.map((pair, index) =>
      whole(
        `definitions-${pair[0]?.key}`,
        index === 0 ? 2 : 3,
        <div className={styles.pair}>
          {pair.map(({ key, name, means, line }) => (
            <section key={key}>
              <h3 className={styles.definitionName}>{name}</h3>
              <p className={styles.definition}>{withNoBreaks(means)}</p>
              <p className={styles.definitionLine}>{withNoBreaks(line)}</p>
            </section>
          ))}
        </div>,
      ),
    ),
  ];
};
