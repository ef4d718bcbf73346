/** Who comes back: three sentences, one share, the cohorts, the curve; every figure explains itself. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import '../../charts/chartColours.css';
import { type Received, useAnswer } from '../../api/procedures.ts';
import { useOpenShop } from '../../api/shop.tsx';
import { useWidth } from '../../charts/useWidth.ts';
import { figureOf } from '../../figures/figureOf.ts';
import { shareText } from '../../figures/figureText.ts';
import { comparable, inMonthText, openingSentences } from '../../figures/openingSentences.ts';
import { withNoBreaks } from '../../figures/typography.ts';
import { Action } from '../../ui/Action.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Page } from '../../ui/Page.tsx';
import { PLACES } from '../../ui/places.ts';
import { Sentence } from '../../ui/Sentence.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { useWords } from '../../ui/wordsContext.tsx';
import { AsOfField } from './AsOfField.tsx';
import { type CohortChoice, CohortSection, FIRST_CHOICE } from './CohortSection.tsx';
import { CurveSection, useReturnCurves } from './CurveSection.tsx';
import { FigureList } from './FigureList.tsx';
import { Headline } from './Headline.tsx';
import styles from './retention.module.css';

export function RetentionScreen() {
  const words = useWords();
  const coverage = useAnswer('retention.coverage', {});
  return (
    <Page>
      <h1 className={styles.hidden}>{words.t('retention.title')}</h1>
      {coverage.isError ? <ErrorNote error={coverage.error} /> : null}
      {coverage.isPending ? <Waiting /> : null}
      {coverage.data ? <Covered {...coverage.data} /> : null}
    </Page>
  );
}

function Covered({ firstVisitOn, lastVisitOn }: Received<'retention.coverage'>) {
  const words = useWords();
  const [, go] = useLocation();
  const { today } = useOpenShop();
  const [chosen, setChosen] = useState<string | null>(null);
  if (firstVisitOn === null || lastVisitOn === null) {
    return (
      <EmptyState title={words.t('retention.empty.title')} text={words.t('retention.empty.text')}>
        <Action onClick={() => go(PLACES.import)}>{words.t('retention.empty.action')}</Action>
      </EmptyState>
    );
  }
  // Visits booked ahead of today must not carry the screen into the future.
  const latest = lastVisitOn < today ? lastVisitOn : today;
  const asOf = chosen ?? latest;
  return (
    <>
      <div className={styles.asOfLine}>
        <AsOfField asOf={asOf} today={today} lastVisitOn={latest} onChange={setChosen} />
      </div>
      <Figures asOf={asOf} firstVisitOn={firstVisitOn} />
    </>
  );
}

function Figures({ asOf, firstVisitOn }: { asOf: string; firstVisitOn: string }) {
  const figures = useAnswer('retention.figures', { asOf }, { keepsPrevious: true });
  const curves = useReturnCurves(asOf);
  const [choice, setChoice] = useState<CohortChoice>(FIRST_CHOICE);
  const problem = figures.error ?? curves.error;
  if (problem) return <ErrorNote error={problem} />;
  if (!figures.data || !curves.data) return <Waiting />;
  return (
    <Shown
      asOf={asOf}
      firstVisitOn={firstVisitOn}
      figures={figures.data}
      curves={curves.data}
      choice={choice}
      onChoice={setChoice}
      isBusy={figures.isPlaceholderData || curves.isPlaceholderData}
    />
  );
}

/** Two columns need this much, in px; in less the curve goes under the cohorts. */
const TWO_COLUMNS = 1080;
/** What the second column and the gap take from the cohorts; a wider table gets the whole page. */
const BESIDE_COHORTS = 472;

function Shown(props: {
  asOf: string;
  firstVisitOn: string;
  figures: Received<'retention.figures'>;
  curves: Received<'retention.returnCurve'>;
  choice: CohortChoice;
  onChoice: (choice: CohortChoice) => void;
  isBusy: boolean;
}) {
  const { asOf, firstVisitOn, figures, curves } = props;
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>(1184);
  const [cohortsNeed, setCohortsNeed] = useState(0);
  const isWide = width >= TWO_COLUMNS;
  const isSpread = isWide && cohortsNeed > width - BESIDE_COHORTS;
  const sentences = openingSentences(
    {
      now: figures.now,
      yearAgo: figures.yearAgo,
      recentCurve: curves.recent,
      yearAgoCurve: curves.yearAgo,
      firstVisitOn,
    },
    words,
  );
  return (
    <div
      ref={ref}
      className={isSpread ? styles.spread : isWide ? styles.columns : styles.stack}
      aria-busy={props.isBusy}
    >
      <div className={styles.column}>
        <div className={styles.opening}>
          {sentences.map((sentence) => (
            <Sentence key={sentence} text={sentence} size="lead" />
          ))}
        </div>
        <div className={styles.cohorts}>
          <CohortSection
            asOf={asOf}
            choice={props.choice}
            onChoice={props.onChoice}
            onNeededWidth={setCohortsNeed}
          />
        </div>
      </div>
      <div className={styles.column}>
        <div className={styles.share}>
          <Headline
            now={figureOf(figures.now, 'regularShare')}
            before={comparable(figureOf(figures.yearAgo, 'regularShare'), firstVisitOn)}
            currency={figures.currency}
          />
        </div>
        <div className={styles.curves}>
          <CurveSection curves={curves} />
        </div>
      </div>
      <div className={styles.rest}>
        <FigureList
          asOf={asOf}
          firstVisitOn={firstVisitOn}
          now={figures.now}
          yearAgo={figures.yearAgo}
          currency={figures.currency}
        />
        <Foot figures={figures.now} asOf={asOf} />
      </div>
    </div>
  );
}

function Foot({ figures, asOf }: { figures: Received<'retention.figures'>['now']; asOf: string }) {
  const words = useWords();
  const identified = figureOf(figures, 'identifiedShare');
  const unknown = figureOf(figures, 'unknownStartShare');
  return (
    <div className={styles.notes}>
      {identified?.value == null ? null : (
        <p>
          {withNoBreaks(
            words.t('retention.foot.identified', {
              inMonth: inMonthText(asOf, words),
              share: shareText(identified.value, words),
            }),
          )}
        </p>
      )}
      {unknown?.value == null ? null : (
        <p>
          {unknown.value === 0
            ? words.t('retention.foot.startKnown')
            : withNoBreaks(
                words.t('retention.foot.startUnknown', {
                  numerator: unknown.numerator ?? 0,
                  denominator: unknown.denominator ?? 0,
                  share: shareText(unknown.value, words),
                }),
              )}
        </p>
      )}
    </div>
  );
}
