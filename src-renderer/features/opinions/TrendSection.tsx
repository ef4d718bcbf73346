/** The scores of the last twelve months, those that have answers in two months at least. */
import { SCORE_KINDS, type ScoreKind } from '../../../src-shared/domain/opinionScores.ts';
import type { Received } from '../../api/procedures.ts';
import { ScoreTrendChart } from '../../charts/ScoreTrendChart.tsx';
import { PartTitle } from '../../ui/PageTitle.tsx';
import { Sentence } from '../../ui/Sentence.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import styles from './opinions.module.css';
import { scoreText } from './scoreWords.ts';

const AXIS = {
  nps: { from: -100, to: 100, ticks: [-100, -50, 0, 50, 100] },
  csat: { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
  ces: { from: 1, to: 7, ticks: [1, 3, 5, 7] },
} as const satisfies Record<ScoreKind, object>;

export function TrendSection({ months }: Received<'opinion.trend'>) {
  const words = useWords();
  const format = useFormat();
  const shown = SCORE_KINDS.filter((kind) => months.filter(({ scores }) => scores[kind].n > 0).length >= 2);
  return (
    <section className={styles.section} aria-labelledby="opinions-trend">
      <PartTitle id="opinions-trend">{words.t('opinions.trend')}</PartTitle>
      <Sentence
        size="note"
        text={words.t(shown.length === 0 ? 'opinions.trend.none' : 'opinions.trend.text')}
      />
      <div className={styles.charts}>
        {shown.map((kind) => {
          const points = months.map(({ month, scores }) => {
            const { value, low, high } = scores[kind];
            return { month, value, low, high, name: format.date(month, 'monthOnly') };
          });
          const said = points.flatMap(({ month, value }) =>
            value === null ? [] : [`${format.date(month, 'month')} ${scoreText(kind, value, format)}`],
          );
          return (
            <div key={kind}>
              <h3 className={styles.tileName}>{words.t(`opinions.score.${kind}`)}</h3>
              <ScoreTrendChart
                points={points}
                {...AXIS[kind]}
                height={168}
                valueLabel={(value) => scoreText(kind, value, format)}
                label={words.t('opinions.trend.label', {
                  score: words.t(`opinions.score.${kind}`),
                  points: said.join(', '),
                })}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}
