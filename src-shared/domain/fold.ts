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

/** The folded words of a text: runs of letters and digits, in order, repeated ones once. */
export function foldedWords(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])];
}
