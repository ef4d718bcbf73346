/**
 * Whether two spellings can be one person who shares a telephone or an e-mail address: "Anna", "Nowak Anna", "A. Nowak"
 * and "Ana Nowak" can, "Jan Nowak" and "Zofia Nowak" cannot. In doubt no: two cards can be joined later, one cannot be cut.
 */
import { foldedWords } from './fold.ts';

/** One letter changed, left out or put in. */
const isOneLetterApart = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
};

const LEAST_LETTERS = 3;

const wordsFit = (a: string, b: string): boolean =>
  a === b ||
  a.startsWith(b) ||
  b.startsWith(a) ||
  (Math.min(a.length, b.length) >= LEAST_LETTERS && isOneLetterApart(a, b));

export const namesFit = (a: string, b: string): boolean => {
  const [left, right] = [foldedWords(a), foldedWords(b)];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  // Each word of the shorter name is a word of the longer one; each word is used once, the best first.
  const free = new Set(many);
  const rest = few.filter((word) => !free.delete(word));
  return rest.every((word) => {
    const found = [...free].find((other) => wordsFit(word, other));
    return found !== undefined && free.delete(found);
  });
};
