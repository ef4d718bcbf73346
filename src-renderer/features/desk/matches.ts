/**
 * Which letters of a name the typed words stand for, so that they can be underlined. It compares as
 * the search does (ł as l, ș as s, any case), letter by letter, so that positions stay true. Pure.
 */
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

/** The name in parts; each typed word marks the beginnings of words it matches. */
export const matchedParts = (name: string, typed: string): NamePart[] => {
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
  const parts: { text: string; isMatch: boolean; at: number }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = parts.at(-1);
    if (last && last.isMatch === isMatched[at]) last.text += letter;
    else parts.push({ text: letter, isMatch: isMatched[at] === true, at });
  }
  return parts;
};
