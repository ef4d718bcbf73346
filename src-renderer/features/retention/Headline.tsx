/** The share of regular customers: the one large thing of the screen, with its interval drawn below it. */
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { IntervalBar } from '../../charts/IntervalBar.tsx';
import { FEW } from '../../figures/figureOf.ts';
import { countedText, NOTHING, shareText } from '../../figures/figureText.ts';
import { useWords } from '../../ui/wordsContext.tsx';
import { FigureExplanation } from './FigureExplanation.tsx';
import styles from './retention.module.css';

export interface HeadlineProps {
  readonly now: Figure | null;
  readonly before: Figure | null;
  readonly currency: string;
}

export function Headline({ now, before, currency }: HeadlineProps) {
  const words = useWords();
  if (now?.value == null || now.low === null || now.high === null) {
    return <p className={styles.headlineNone}>{words.t('retention.headline.none')}</p>;
  }
  const low = shareText(now.low, words);
  const high = shareText(now.high, words);
  // A year ago is drawn only where it stands on enough people to be set against today.
  const yearAgo = before?.value != null && before.n >= FEW ? before.value : null;
  const beforeText = yearAgo === null ? words.t('retention.unknownValue') : shareText(yearAgo, words);
  return (
    <section className={styles.headline} aria-label={words.t('retention.name.regularShare')}>
      <div className={styles.headlineLine}>
        <p className={styles.headlineValue}>{shareText(now.value, words)}</p>
        <p className={styles.headlineNote}>
          {words.t('retention.headline', { low, high })}
          {now.n < FEW ? <span className={styles.few}>{words.t('retention.fewData')}</span> : null}
        </p>
      </div>
      <IntervalBar
        share={now.value}
        low={now.low}
        high={now.high}
        yearAgo={yearAgo}
        yearAgoLabel={yearAgo === null ? '' : words.t('retention.yearAgo', { value: beforeText })}
        zeroLabel="0"
        fullLabel={shareText(1, words)}
        label={words.t('retention.headline.label', {
          value: shareText(now.value, words),
          low,
          high,
          counted: countedText(now, currency, words) === NOTHING ? '' : countedText(now, currency, words),
          before: beforeText,
        })}
      />
      <FigureExplanation figure={now} currency={currency} />
    </section>
  );
}
