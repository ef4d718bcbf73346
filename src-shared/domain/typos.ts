/**
 * How many slips of the fingers lie between what was typed and a word: a letter wrong, missing, too many, or two
 * neighbours swapped. Words are compared folded. Pure.
 */

/** Words typed shorter than this are taken as they stand: one slip would turn them into half the phone book. */
const SHORTEST_WITH_TYPO = 3;
const SHORTEST_WITH_TWO = 7;
/** Shorter ones are near to whole words only: `ana` is `anna`, not the beginning of everything. */
export const SHORTEST_HALF_TYPED = 4;

/** How many slips a typed word of so many letters may hold. */
export const mostTyposIn = (letters: number): 0 | 1 | 2 => {
  if (letters < SHORTEST_WITH_TYPO) return 0;
  return letters < SHORTEST_WITH_TWO ? 1 : 2;
};

export interface TypoDistance {
  /** From the whole word; more than `most` where it is further. */
  readonly whole: number;
  /** From the nearest beginning of the word: it may be half typed. */
  readonly beginning: number;
}

/** Words of people are shorter; anything beyond is not compared. */
const LONGEST = 64;
let above = new Uint8Array(LONGEST + 1);
let twoAbove = new Uint8Array(LONGEST + 1);
let row = new Uint8Array(LONGEST + 1);

/** Null where both are further than `most`. Swapping two neighbours is one slip (optimal string alignment). */
export function typoDistance(typed: string, word: string, most: number): TypoDistance | null {
  const height = typed.length;
  const width = Math.min(word.length, height + most);
  if (height > LONGEST || width > LONGEST || height - width > most) return null;
  for (let at = 0; at <= width; at++) above[at] = at;
  for (let down = 1; down <= height; down++) {
    const letter = typed.charCodeAt(down - 1);
    row[0] = down;
    let best = down;
    for (let at = 1; at <= width; at++) {
      const other = word.charCodeAt(at - 1);
      let least = above[at - 1]! + (letter === other ? 0 : 1);
      const missing = above[at]! + 1;
      if (missing < least) least = missing;
      const extra = row[at - 1]! + 1;
      if (extra < least) least = extra;
      if (
        down > 1 &&
        at > 1 &&
        letter === word.charCodeAt(at - 2) &&
        other === typed.charCodeAt(down - 2) &&
        twoAbove[at - 2]! + 1 < least
      ) {
        least = twoAbove[at - 2]! + 1;
      }
      row[at] = least;
      if (least < best) best = least;
    }
    if (best > most) return null;
    const spare = twoAbove;
    twoAbove = above;
    above = row;
    row = spare;
  }
  let beginning = above[0]!;
  for (let at = 1; at <= width; at++) if (above[at]! < beginning) beginning = above[at]!;
  if (beginning > most) return null;
  return { whole: width < word.length ? most + 1 : above[width]!, beginning };
}

/**
 * The letters of a word as bits, so that most words are ruled out without being read: a slip brings at most one letter
 * that the other word has not got.
 */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many bits of `a` are not in `b`. */
export function missingLetters(a: number, b: number): number {
  let bits = a & ~b;
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count++;
  return count;
}
