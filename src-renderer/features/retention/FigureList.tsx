/** Every other figure in quiet rows: value, interval, of how many, a year ago, and how it is counted. */
import type { FigureKey } from '../../../src-shared/domain/definitions.ts';
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { FIGURE_WORDS } from '../../../src-shared/words/figureWords.ts';
import { FEW, figureOf } from '../../figures/figureOf.ts';
import { countedText, intervalText, valueText } from '../../figures/figureText.ts';
import { comparable, isLastDayOfMonth } from '../../figures/openingSentences.ts';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { TitleLine } from '../../ui/TitleLine.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { FigureExplanation } from './FigureExplanation.tsx';
import styles from './retention.module.css';

const OF_MONTH: readonly FigureKey[] = [
  'activeCustomers',
  'newCustomers',
  'returningCustomers',
  'returningShare',
  'monthRetention',
  'purchaseFrequency',
  'intensity.netPerOccasion',
  'turnover',
  'identifiedShare',
];
const OF_YEAR: readonly FigureKey[] = ['regularShare', 'intensity.occasionsPerCustomer'];
const OF_HISTORY: readonly FigureKey[] = [
  'repeatCustomerRate',
  'firstReturn.30',
  'firstReturn.60',
  'firstReturn.90',
  'firstReturn.180',
  'firstReturn.365',
  'unknownStartShare',
];

export interface FigureListProps {
  readonly asOf: string;
  readonly firstVisitOn: string;
  readonly now: readonly Figure[];
  readonly yearAgo: readonly Figure[] | null;
  readonly currency: string;
}

export function FigureList({ asOf, firstVisitOn, now, yearAgo, currency }: FigureListProps) {
  const words = useWords();
  const { start, isAsking } = useExport();
  const format = useFormat();
  const groups: readonly (readonly [string, readonly FigureKey[]])[] = [
    [
      isLastDayOfMonth(asOf)
        ? format.date(asOf, 'month')
        : words.t('retention.figures.monthSoFar', {
            month: format.date(asOf, 'month'),
            date: format.date(asOf),
          }),
      OF_MONTH,
    ],
    [words.t('retention.figures.year', { date: format.date(asOf) }), OF_YEAR],
    [words.t('retention.figures.history', { date: format.date(asOf) }), OF_HISTORY],
  ];
  return (
    <section className={styles.section} aria-labelledby="figures-title">
      <TitleLine
        commands={
          <ExportMenu
            subject={words.t('retention.figures')}
            isDisabled={isAsking}
            onChosen={(form) => start({ what: 'figures', asOf }, form)}
          />
        }
      >
        <h2 className={styles.sectionTitle} id="figures-title">
          {words.t('retention.figures')}
        </h2>
      </TitleLine>
      <div className={styles.tableFrame}>
        <table className={styles.figures}>
          <thead>
            <tr>
              <th scope="col">{words.t('retention.figures.name')}</th>
              <th scope="col" className={styles.number}>
                {words.t('retention.figures.value')}
              </th>
              <th scope="col" className={styles.number}>
                {words.t('retention.figures.interval')}
              </th>
              <th scope="col" className={styles.number}>
                {words.t('retention.figures.counted')}
              </th>
              <th scope="col" className={styles.number}>
                {words.t('retention.figures.before')}
              </th>
              <td />
            </tr>
          </thead>
          {groups.map(([title, keys]) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={6} className={styles.group}>
                  {title}
                </th>
              </tr>
              {keys.map((key) => {
                const figure = figureOf(now, key);
                return figure ? (
                  <FigureRow
                    key={key}
                    figure={figure}
                    before={comparable(figureOf(yearAgo, key), firstVisitOn)}
                    name={words.t(FIGURE_WORDS[key].name)}
                    currency={currency}
                  />
                ) : null;
              })}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function FigureRow(props: { figure: Figure; before: Figure | null; name: string; currency: string }) {
  const { figure, before, name, currency } = props;
  const words = useWords();
  // A plain count is what it is; everything estimated from few people says so.
  const isFew = figure.low !== null && figure.n < FEW;
  const isFirstReturn = figure.key.startsWith('firstReturn.');
  return (
    <tr>
      <th scope="row" className={styles.figureName}>
        {name}
        {isFew ? <span className={styles.few}>{words.t('retention.fewData')}</span> : null}
      </th>
      <td className={`${styles.number} ${styles.value}`}>{valueText(figure, currency, words)}</td>
      <td className={styles.number}>{intervalText(figure, currency, words)}</td>
      <td className={styles.number}>{countedText(figure, currency, words)}</td>
      <td className={`${styles.number} ${styles.before}`}>{valueText(before, currency, words)}</td>
      <td className={styles.how}>
        <FigureExplanation
          figure={figure}
          currency={currency}
          {...(isFirstReturn ? { scope: words.t('retention.means.firstReturnAll') } : {})}
        />
      </td>
    </tr>
  );
}
