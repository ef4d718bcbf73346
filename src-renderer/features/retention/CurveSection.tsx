/** How soon new customers come back: the curve of the last year against the year before. */
import type { Figure, ReturnCurve } from '../../../src-shared/domain/figure.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import { type Received, useAnswer } from '../../api/procedures.ts';
import { ReturnCurveChart } from '../../charts/ReturnCurveChart.tsx';
import { FEW } from '../../figures/figureOf.ts';
import { NOTHING, shareRangeText, shareText } from '../../figures/figureText.ts';
import { returnEstimate } from '../../figures/returnEstimate.ts';
import { ExportMenu } from '../../ui/ExportMenu.tsx';
import { TitleLine } from '../../ui/TitleLine.tsx';
import { useExport } from '../../ui/useExport.ts';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';
import { FigureExplanation } from './FigureExplanation.tsx';
import styles from './retention.module.css';

const SAID_DAYS = [30, 60, 90, 180, 365] as const;

/** The curve for those who hear the screen. */
const curveLabel = (curve: ReturnCurve, words: Words): string => {
  const points = SAID_DAYS.flatMap((days) => {
    const estimate = returnEstimate(curve, days);
    return estimate
      ? [words.t('retention.curve.point', { value: shareText(estimate.value, words), days })]
      : [];
  });
  return words.t('retention.curve.label', { points: points.join(', ') || NOTHING });
};

/** The 60-day point of the drawn curve, in the shape in which every figure is explained. */
const sixtyDayFigure = (curve: ReturnCurve): Figure => {
  const estimate = returnEstimate(curve, 60);
  return {
    key: 'firstReturn.60',
    value: estimate?.value ?? null,
    unit: 'share',
    numerator: null,
    denominator: null,
    n: curve.n,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    from: curve.from,
    to: curve.to,
    asOf: curve.asOf,
    definition: curve.definition,
  };
};

/** The customers whose curve is drawn. */
const windowOf = ({ from, to }: ReturnCurve) => (from === null || to === null ? {} : { from, to });

export function CurveSection({ curves }: { curves: Received<'retention.returnCurve'> }) {
  const words = useWords();
  const format = useFormat();
  const { start, isAsking } = useExport();
  const isRecent = curves.recent.n > 0;
  const curve = isRecent ? curves.recent : curves.all;
  const yearAgo = isRecent && curves.yearAgo && curves.yearAgo.n >= FEW ? curves.yearAgo : null;
  if (curve.n === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="curve-title">
      <TitleLine
        commands={
          <ExportMenu
            subject={words.t('retention.curve')}
            isDisabled={isAsking}
            onChosen={(form) => start({ what: 'returnCurve', asOf: curve.asOf, ...windowOf(curve) }, form)}
          />
        }
      >
        <h2 className={styles.sectionTitle} id="curve-title">
          {words.t('retention.curve')}
        </h2>
      </TitleLine>
      <p className={styles.note}>
        {isRecent
          ? words.t('retention.curve.recent', {
              count: curve.n,
              date: format.date(curve.from ?? curve.asOf),
            })
          : words.t('retention.curve.all', { count: curve.n })}
        {curve.n < FEW ? <span className={styles.few}>{words.t('retention.fewData')}</span> : null}
      </p>
      {curve.points.length === 0 ? (
        <p className={styles.note}>{words.t('retention.curve.none')}</p>
      ) : (
        <Chart curve={curve} yearAgo={yearAgo} isRecent={isRecent} />
      )}
      <FigureExplanation
        figure={sixtyDayFigure(curve)}
        currency=""
        scope={words.t(isRecent ? 'retention.means.firstReturnRecent' : 'retention.means.firstReturnAll')}
      />
    </section>
  );
}

function Chart(props: { curve: ReturnCurve; yearAgo: ReturnCurve | null; isRecent: boolean }) {
  const { curve, yearAgo, isRecent } = props;
  const words = useWords();
  const format = useFormat();
  return (
    <div className={styles.curve}>
      <ReturnCurveChart
        curve={curve}
        yearAgo={yearAgo}
        height={224}
        label={curveLabel(curve, words)}
        nowLabel={({ returned }) =>
          words.t(isRecent ? 'retention.curve.now' : 'retention.curve.end', {
            value: shareText(returned, words),
          })
        }
        yearAgoLabel={({ returned }) => words.t('retention.yearAgo', { value: shareText(returned, words) })}
        markLabel={({ value, low, high }) =>
          low === null || high === null
            ? words.t('retention.curve.markBare', { value: shareText(value, words) })
            : words.t('retention.curve.mark', {
                value: shareText(value, words),
                range: shareRangeText(low, high, words),
              })
        }
        shareLabel={(share) => format.share(share)}
        lastDayLabel={words.t('retention.curve.lastDay')}
        unknownLabel={words.t('retention.curve.unknown')}
      />
    </div>
  );
}

/** Reads the curves; the screen shows them and the sentences need them. */
export const useReturnCurves = (asOf: string) =>
  useAnswer('retention.returnCurve', { asOf }, { keepsPrevious: true });
