/**
 * Folding: how two spellings of one name become equal. Used for searching and for recognising names in
 * imports; never for showing or storing what a person typed.
 */

/** Letters that Unicode does not decompose, so that removing marks alone would leave them standing. */
const BY_HAND: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
const BY_HAND_PATTERN = /[łđðøħŧıßæœþ]/g;

/**
 * Lower case, no diacritics, single spaces, none at the ends. ş and ș are both s, ţ and ț both t.
 * Folding twice changes nothing.
 * @example fold('  Łukasz ŢEPEŞ ') === 'lukasz tepes'
 */
export function fold(text: string): string {
  // Compatibility forms first (full-width letters, ligatures); their lower case may hold marks again.
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(BY_HAND_PATTERN, (letter) => BY_HAND[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Letters of Latin alphabets and anything below them show something. */
const FIRST_MARK = 0x300;

/**
 * Whether nothing of a text can be seen: blanks, and what joins, marks or directs other letters where there are none. Such
 * a name could be neither found nor told from an empty one.
 */
export function showsNothing(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  if (first > 0xad && first < FIRST_MARK) return false;
  return !/[^\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Z}]/u.test(text);
}

/** The folded words of a text: runs of letters and digits, in order, repeated ones once. */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** The folded words of a name in one order, so that "Nowak Anna" is "Anna Nowak". */
export const nameKey = (name: string): string => foldedWords(name).toSorted().join(' ');

/** `0722 123 456`, `0040722...` and `+40 722...` all hold the digits after the leading zeros. */
export const digitsOf = (text: string): string => text.replace(/\D/g, '').replace(/^0+/, '');
