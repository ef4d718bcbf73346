/** "How is this counted?" for one figure: what, over which window, of how many, how sure, since when defined so. */
import { DEFINITIONS, type FigureKey } from '../../../src-shared/domain/definitions.ts';
import type { Figure } from '../../../src-shared/domain/figure.ts';
import { FIGURE_WORDS } from '../../../src-shared/words/figureWords.ts';
import { countedText, intervalText, NOTHING } from '../../figures/figureText.ts';
import { Explanation } from '../../ui/Explanation.tsx';
import { useFormat, useWords } from '../../ui/wordsContext.tsx';

export interface FigureExplanationProps {
  readonly figure: Figure;
  readonly currency: string;
  /** What this figure takes in, where the definition leaves it open. */
  readonly scope?: string;
}

export function FigureExplanation({ figure, currency, scope }: FigureExplanationProps) {
  const words = useWords();
  const format = useFormat();
  const key = figure.key as FigureKey;
  const known = FIGURE_WORDS[key];
  const counted = countedText(figure, currency, words);
  const interval = intervalText(figure, currency, words);
  const name = words.t(known.name);
  return (
    <Explanation
      label={words.t('retention.how')}
      ariaLabel={words.t('retention.how.of', { name })}
      title={name}
    >
      <p>{words.t(known.means)}</p>
      {scope === undefined ? null : <p>{scope}</p>}
      <p>
        {figure.from === null || figure.to === null
          ? words.t('retention.how.windowAll', { asOf: format.date(figure.asOf) })
          : words.t('retention.how.window', { from: format.date(figure.from), to: format.date(figure.to) })}
      </p>
      {counted === NOTHING ? null : <p>{words.t('retention.how.counted', { counted })}</p>}
      <p>
        {interval === NOTHING
          ? words.t('retention.how.noInterval')
          : words.t('retention.how.interval', { range: interval })}
      </p>
      <p>
        {words.t('retention.how.definition', {
          version: figure.definition,
          date: format.date(DEFINITIONS[key].since),
        })}
      </p>
    </Explanation>
  );
}
