/**
 * How well a typed text fits a label: whole words first, then beginnings of words, then letters in their order.
 * Spelling does not matter where `fold` says so: no diacritics, no capitals.
 */
import { fold } from '../../../src-shared/domain/fold.ts';

const scoreOfToken = (token: string, words: readonly string[], whole: string): number => {
  if (words.includes(token)) return 5;
  if (words.some((word) => word.startsWith(token))) return 4;
  if (whole.includes(token)) return 3;
  return isInOrder(token, whole) ? 1 : 0;
};

/** The letters of `token`, one after the other, the first at the beginning of a word. */
const isInOrder = (token: string, whole: string): boolean => {
  const begins = [...whole.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map((match) => match.index);
  return begins.some((begin) => {
    if (whole[begin] !== token[0]) return false;
    let at = begin;
    for (const letter of token.slice(1)) {
      at = whole.indexOf(letter, at + 1);
      if (at < 0) return false;
    }
    return true;
  });
};

/** 0: does not fit. Each typed word must fit by itself; an empty text fits everything alike. */
export const fitOf = (typed: string, label: string): number => {
  const tokens = fold(typed)
    .split(' ')
    .filter((token) => token !== '');
  if (tokens.length === 0) return 1;
  const whole = fold(label);
  const words = whole.match(/[\p{L}\p{N}]+/gu) ?? [];
  const scores = tokens.map((token) => scoreOfToken(token, words, whole));
  if (scores.includes(0)) return 0;
  const begins = whole.startsWith(tokens[0] ?? '') ? 0.5 : 0;
  return scores.reduce((sum, score) => sum + score, 0) / tokens.length + begins;
};

/** From here on every typed word begins a word of the label. */
export const GOOD_FIT = 4;

/** How well a text fits a label, or at least the label with the place where it stands, which counts for less. */
export const fitOfBoth = (typed: string, label: string, where: string): number =>
  fitOf(typed, label) || Math.min(fitOf(typed, `${label} ${where}`), 1) / 2;

/** What fits, best first; equals keep their order. */
export const fitting = <T>(things: readonly T[], fitOfThing: (thing: T) => number): T[] =>
  things
    .map((thing) => ({ thing, fit: fitOfThing(thing) }))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .map(({ thing }) => thing);
