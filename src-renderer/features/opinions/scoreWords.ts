/** A score in words: its value, its interval, and how sure it is. Pure. */
import type { Score, ScoreKind } from '../../../src-shared/domain/opinionScores.ts';
import type { Words } from '../../../src-shared/words/words.ts';
import type { Format } from '../../ui/wordsContext.tsx';

const MINUS = '\u2212';

/** NPS in whole points, CSAT in percent, CES with one decimal. */
export const scoreText = (kind: ScoreKind, value: number, format: Format): string => {
  if (kind === 'csat') return format.share(value);
  // Never "-0".
  const rounded = kind === 'nps' ? Math.round(value) || 0 : value;
  return format.number(rounded, kind === 'nps' ? 0 : 1).replace('-', MINUS);
};

export const scoreIntervalText = (kind: ScoreKind, score: Score, words: Words, format: Format): string =>
  score.low === null || score.high === null
    ? words.t('opinions.noInterval')
    : words.t('opinions.interval', {
        low: scoreText(kind, score.low, format),
        high: scoreText(kind, score.high, format),
      });

export const channelName = (channel: string, words: Words): string =>
  words.find(`opinions.channel.${channel}`, {}) ?? channel;
