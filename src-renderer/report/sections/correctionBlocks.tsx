/** What was corrected after months were sealed, and what each would say today. Sealed values stand all the same. */
import type { Correction } from '../../../src-shared/contract/reportContract.ts';
import { formatDate } from '../../../src-shared/words/format.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { exactText } from '../../figures/figureText.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { Marked } from '../../ui/Sentence.tsx';
import { type Block, whole } from '../block.ts';
import { heading, type SectionPart } from '../monthlyBlocks.tsx';
import { MONTH_ROWS, OPINION_ROWS, wordsOfFigure } from '../monthlyTable.ts';
import styles from '../print.module.css';
import { capitalised } from '../sheet.ts';

const SHOWN: ReadonlySet<string> = new Set([
  ...MONTH_ROWS.map(([key]) => key),
  ...OPINION_ROWS.map(([key]) => key),
  'comeBack.due',
  'comeBack.second',
  'comeBack.notBack',
]);

/** The one figure a line names: retention first. */
const HEADLINES: readonly string[] = [
  'monthRetention',
  'regularShare',
  'recentReturn.60',
  'activeCustomers',
  'turnover',
];

/** Of what changed, the figures that these pages show. */
const shownOf = ({ changed }: Correction) => changed.filter(({ sealed }) => SHOWN.has(sealed.key));

const headlineOf = (correction: Correction) => {
  const shown = shownOf(correction);
  const keys = [...HEADLINES, ...shown.map(({ sealed }) => sealed.key)];
  return shown.toSorted((a, b) => keys.indexOf(a.sealed.key) - keys.indexOf(b.sealed.key))[0];
};

const lowerFirst = (text: string, locale: string): string =>
  text.charAt(0).toLocaleLowerCase(locale) + text.slice(1);

export const correctionLine = (correction: Correction, currency: string, words: Words): string => {
  const month = capitalised(formatDate(correction.month, words.locale, 'month'), words.locale);
  const text =
    correction.visits === 0
      ? words.t('report.corrections.other', { month })
      : words.t('report.corrections.visits', { month, count: correction.visits });
  const headline = headlineOf(correction);
  const named = headline && wordsOfFigure(headline.sealed.key);
  if (!headline || !named) return words.t('report.corrections.same', { text });
  return words.t('report.corrections.would', {
    text,
    figure: lowerFirst(words.t(named.name), words.locale),
    ...exactText(headline.sealed, headline.now, currency, words),
  });
};

export const correctionBlocks = ({ data, words }: SectionPart): readonly Block[] => {
  const { corrections, currency } = data;
  const title = words.t('report.section.corrections');
  const notes = [
    ...(data.seal === null ? [words.t('report.corrections.open')] : []),
    ...(corrections.length === 0 && data.seal !== null ? [words.t('report.corrections.none')] : []),
  ];
  const own = corrections.find(({ month }) => month === data.month);
  const changed = (own ? shownOf(own) : []).flatMap(({ sealed, now }) => {
    const named = wordsOfFigure(sealed.key);
    return named
      ? [{ key: sealed.key, name: words.t(named.name), ...exactText(sealed, now, currency, words) }]
      : [];
  });
  return [
    heading('corrections', title, notes.length === 0 ? undefined : withNoBreaks(notes.join(' '))),
    ...corrections.map((correction, index) =>
      whole(
        `correction-${correction.month}`,
        index === 0 ? 1 : 1.5,
        <p>
          <Marked text={withNoBreaks(correctionLine(correction, currency, words))} />
        </p>,
      ),
    ),
    ...(changed.length === 0
      ? []
      : [
          {
            key: 'corrections',
            gapMm: 3,
            content: {
              kind: 'table' as const,
              className: `${styles.table} ${styles.narrowTable}`,
              label: title,
              head: (
                <tr>
                  <th scope="col">{formatDate(data.month, words.locale, 'monthShort')}</th>
                  <th scope="col" className={styles.countedColumn}>
                    {words.t('report.corrections.sealed')}
                  </th>
                  <th scope="col" className={styles.countedColumn}>
                    {words.t('report.corrections.now')}
                  </th>
                </tr>
              ),
              rows: changed.map(({ key, name, sealed, now }) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td className={styles.value}>{sealed}</td>
                  <td>{now}</td>
                </tr>
              )),
            },
          },
        ]),
  ];
};
