/**
 * The month in three plain sentences: who came, who of the month before came again, and what has changed against a month
 * and a year before. Each is said only as far as the records carry it, and none calls chance a change.
 */
import type { Figure } from '../../src-shared/domain/figure.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { compareEstimates, FEW, figureOf } from './figureOf.ts';
import { inHundredText, shareText } from './figureText.ts';
import { cameSentence, comparable, isLastDayOfMonth, regularSentence } from './openingSentences.ts';
import { withNoBreaks } from './typography.ts';

export interface MonthStory {
  readonly asOf: string;
  readonly now: readonly Figure[];
  readonly lastMonth: readonly Figure[] | null;
  readonly yearAgo: readonly Figure[] | null;
  readonly firstVisitOn: string;
}

const returnedSentence = ({ now, lastMonth, asOf }: MonthStory, words: Words): string => {
  if (lastMonth === null) return words.t('report.sentence.noMonthBefore');
  const returned = figureOf(now, 'monthRetention');
  const before = returned?.denominator ?? 0;
  const back = returned?.numerator ?? 0;
  if (before === 0) return words.t('report.sentence.nobodyBefore');
  const of = words.t('report.sentence.ofBefore', { count: before });
  const after =
    before < FEW
      ? words.t('retention.after.fewData')
      : back === 0
        ? words.t('retention.after.end')
        : ` ${words.t('report.sentence.inHundred', { share: inHundredText(back / before, words) })}`;
  return words.t(isLastDayOfMonth(asOf) ? 'report.sentence.returned' : 'report.sentence.returnedSoFar', {
    count: back,
    of,
    after,
  });
};

const VERDICTS = {
  more: 'report.verdict.more',
  fewer: 'report.verdict.fewer',
  same: 'report.verdict.same',
} as const;

const changedSentence = (story: MonthStory, words: Words): string => {
  const now = figureOf(story.now, 'regularShare');
  if (now?.value == null || now.n < FEW) return regularSentence(now, null, words);
  const earlier = [
    ['report.sentence.monthBefore', figureOf(story.lastMonth, 'regularShare')],
    ['report.sentence.yearBefore', figureOf(story.yearAgo, 'regularShare')],
  ] as const;
  const clauses = earlier.flatMap(([key, figure]) => {
    const before = comparable(figure, story.firstVisitOn);
    const comparison = compareEstimates(now, before);
    if (before?.value == null || comparison === 'unknown') return [];
    return [words.t(key, { before: shareText(before.value, words), verdict: words.t(VERDICTS[comparison]) })];
  });
  const text = words.t('report.sentence.regulars', { share: shareText(now.value, words) });
  return words.t(clauses.length === 0 ? 'report.sentence.nothingBefore' : 'report.sentence.end', {
    text: text + clauses.join(''),
  });
};

export const monthSentences = (story: MonthStory, words: Words): readonly string[] =>
  [cameSentence(story.now, words), returnedSentence(story, words), changedSentence(story, words)].map(
    withNoBreaks,
  );
