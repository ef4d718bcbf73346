/**
 * Which letters of a name the typed words stand for, so that they can be underlined. It compares as
 * the search does (ł as l, ș as s, any case), letter by letter, so that positions stay true. Words that were
 * mistyped are named by the search itself. Pure.
 */
import type { NameMark } from '../../../src-shared/contract/deskContract.ts';
import { fold } from '../../../src-shared/domain/fold.ts';

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 's' };

const plainLetter = (letter: string): string => {
  const lower = letter.toLowerCase();
  const base = lower.normalize('NFD').charAt(0);
  return PLAIN[base] ?? base;
};

export interface NamePart {
  readonly text: string;
  readonly isMatch: boolean;
  /** Position of its first letter. */
  readonly at: number;
}

/** The name in parts; each typed word marks the beginnings of words it matches, and each mark its word. */
export const matchedParts = (name: string, typed: string, marks: readonly NameMark[] = []): NamePart[] => {
  const letters = [...name.normalize('NFC')];
  const plain = letters.map(plainLetter);
  const isMatched = letters.map(() => false);
  for (const word of typed.normalize('NFC').trim().split(/\s+/)) {
    const wanted = [...word].map(plainLetter);
    if (wanted.length === 0 || wanted[0] === '') continue;
    for (let start = 0; start + wanted.length <= plain.length; start++) {
      const isWordStart = start === 0 || !/[\p{L}\p{N}]/u.test(letters[start - 1] ?? '');
      if (isWordStart && wanted.every((letter, at) => plain[start + at] === letter)) {
        isMatched.fill(true, start, start + wanted.length);
      }
    }
  }
  for (const { start, end } of wordsOf(letters)) {
    const word = fold(letters.slice(start, end).join(''));
    const mark = marks.find((one) => one.word === word);
    if (mark) isMatched.fill(true, start, Math.min(end, start + mark.letters));
  }
  const parts: { text: string; isMatch: boolean; at: number }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = parts.at(-1);
    if (last && last.isMatch === isMatched[at]) last.text += letter;
    else parts.push({ text: letter, isMatch: isMatched[at] === true, at });
  }
  return parts;
};

/** Runs of letters and digits, by place. */
const wordsOf = (letters: readonly string[]): { start: number; end: number }[] => {
  const words: { start: number; end: number }[] = [];
  let start = -1;
  for (let at = 0; at <= letters.length; at++) {
    const isPart = /[\p{L}\p{N}\p{M}]/u.test(letters[at] ?? ' ');
    if (isPart && start < 0) start = at;
    if (!isPart && start >= 0) {
      words.push({ start, end: at });
      start = -1;
    }
  }
  return words;
};
