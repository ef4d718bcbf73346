/**
 * How two names of people stand to each other. `same`: the same words in any order; `near`: a slip or two of the fingers,
 * an initial, a married or middle name more; `ending`: as Adrian and Adriana, who are more often two people than a slip;
 * `fits`: nothing speaks against it, as of "Anna" alone; `apart`: two people's names; `unknown`: one of them has none.
 */
import { namesFit } from './sameName.ts';
import { mostTyposIn, typoDistance } from './typos.ts';

export const NAME_RELATIONS = ['same', 'near', 'ending', 'fits', 'unknown', 'apart'] as const;
export type NameRelation = (typeof NAME_RELATIONS)[number];

const MOST_TYPOS = 2;
/** A name of one word is many people's. */
const TELLING_WORDS = 2;

/** @param a folded words of a name, each once; none: nobody knows */
export function nameRelation(a: readonly string[], b: readonly string[]): NameRelation {
  if (a.length === 0 || b.length === 0) return 'unknown';
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  const free = new Set(many);
  const rest = few.filter((word) => !free.delete(word));
  if (few.length >= TELLING_WORDS) {
    if (rest.length === 0) return free.size === 0 ? 'same' : 'near';
    const wholeWords = few.length - rest.length;
    if (a.length === b.length) {
      const relation = slipsBetween(rest, [...free], wholeWords);
      if (relation !== null) return relation;
    }
  }
  return namesFit(a.join(' '), b.join(' ')) ? 'fits' : 'apart';
}

/** Each of the words that are not equal is a slip or an initial of another one; null where one is not. */
function slipsBetween(
  words: readonly string[],
  others: readonly string[],
  wholeWords: number,
): 'near' | 'ending' | null {
  const free = [...others];
  let typos = 0;
  let told = wholeWords;
  let isEnding = false;
  for (const word of words) {
    const slips = free.map((other) => slipOf(word, other));
    const best = Math.min(...slips);
    if (best > MOST_TYPOS) return null;
    const [other = ''] = free.splice(slips.indexOf(best), 1);
    if (isInitial(word, other)) continue;
    told++;
    typos += best;
    isEnding ||= differsInEnding(word, other);
  }
  if (typos > MOST_TYPOS || told === 0) return null;
  return isEnding ? 'ending' : 'near';
}

const isInitial = (a: string, b: string): boolean =>
  (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** More than `MOST_TYPOS`: not a slip. */
function slipOf(a: string, b: string): number {
  if (isInitial(a, b)) return 0;
  const most = Math.min(mostTyposIn(a.length), mostTyposIn(b.length));
  if (most === 0) return MOST_TYPOS + 1;
  const whole = typoDistance(a, b, most)?.whole ?? MOST_TYPOS + 1;
  return whole > most ? MOST_TYPOS + 1 : whole;
}

/** Jan and Jana, Alexandru and Alexandra. */
const differsInEnding = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < long.length) return long === `${short}a`;
  return (
    short.slice(0, -1) === long.slice(0, -1) && short !== long && (short.endsWith('a') || long.endsWith('a'))
  );
};
