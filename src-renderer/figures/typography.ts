/** Small manners of set text: what may not be torn apart at a line's end, and a minus that is no hyphen. */

const NO_BREAK = '\u00a0';

/** Keeps a word of one letter with the next one: "w sklepie", "a year". Marks such as `<b>` may stand between. */
export const withShortWordsKept = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}’'])(\p{L}) (?=\S)/gu, `$1${NO_BREAK}`);

/** The same, and a number stays with the word it counts: "60 dni". For sentences; too stiff for narrow columns. */
export const withNoBreaks = (text: string): string =>
  withShortWordsKept(text).replace(/(\d%?(?:<\/b>)?) (?=[\p{L}<])/gu, `$1${NO_BREAK}`);

/** A number that Intl wrote, with a true minus sign instead of the hyphen some languages get. */
export const withTrueMinus = (number: string): string => number.replace(/^-/, '−');
