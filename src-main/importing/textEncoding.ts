/**
 * Which encoding a text file is in. Tills and old programs in Poland and Romania write Windows-1250, ISO-8859-2,
 * ISO-8859-16 or code page 852 without saying so; the files differ in a handful of letters, so each candidate
 * is tried and judged by the letters it yields. Never changes the file and never decides silently: the answer
 * is shown, and a mapping may name another encoding.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { RevinoError } from '../../src-shared/contract/errors.ts';

/** Single-byte candidates in the order in which a tie is decided: the commonest first. */
const SINGLE_BYTE = ['windows-1250', 'iso-8859-2', 'iso-8859-16', 'cp852', 'windows-1252'] as const;

const BYTE_ORDER_MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const;

/** Files that people pick by mistake; their first bytes give them away. */
const BINARY_SIGNATURES = [
  'PK\u0003\u0004',
  '%PDF-',
  'SQLite format 3',
  '\u00d0\u00cf\u0011\u00e0',
  '{\\rtf',
];

const COMMON_LETTERS = new Set('ąćęłńóśźżĄĆĘŁŃÓŚŹŻăâîșțşţĂÂÎȘȚŞŢ');
const OTHER_LETTERS = new Set('áäåéëèêíïöőúüűýčďěňřšťůžľĺŕđÁÄÅÉËÍÖŐÚÜŰÝČĎĚŇŘŠŤŮŽĽĐßçÇñ');
const TYPOGRAPHY = new Set('€„”“’‘–—…«»°§\u00a0²³×©®•');
const isLetter = /\p{L}/u;

/**
 * How much like Polish or Romanian the text is: letters of the two languages count for it; control characters,
 * undefined bytes, and signs inside words count against it. Comparable only between decodings of the same bytes.
 */
const scoreText = (text: string): number => {
  let score = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    const character = text[i]!;
    const isInWord =
      i > 0 && isLetter.test(text[i - 1]!) && i + 1 < text.length && isLetter.test(text[i + 1]!);
    if (code === 0xfffd || code < 0xa0) score -= 20;
    else if (COMMON_LETTERS.has(character)) {
      // A capital between small letters is a sign of the wrong table.
      const isOddCapital =
        character !== character.toLowerCase() && i > 0 && /\p{Ll}/u.test(text[i - 1]!) && isInWord;
      score += isOddCapital ? -4 : 4;
    } else if (OTHER_LETTERS.has(character)) score += 1;
    else if (TYPOGRAPHY.has(character)) score += isInWord ? -4 : 1;
    else score -= 4;
  }
  return score;
};

/**
 * UTF-8 throughout, or nearly: one damaged letter must not turn a thousand good ones into rubbish. Text in another
 * encoding hardly ever holds a valid sequence by chance.
 */
const isUtf8Text = (bytes: Uint8Array, isCut: boolean): boolean => {
  if (isUtf8(bytes)) return true;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: isCut });
  let valid = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code >= 0x80) valid++;
  }
  return broken === 0 || valid > broken * 4;
};

/** UTF-16 without a mark: in ordinary text every second byte of nearly all pairs is zero. */
const utf16WithoutMark = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const pairs = Math.floor(bytes.length / 2);
  if (pairs === 0) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) evenZeros++;
    if (bytes[i + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs * 0.6 && evenZeros < pairs * 0.02) return 'utf-16le';
  if (evenZeros > pairs * 0.6 && oddZeros < pairs * 0.02) return 'utf-16be';
  return null;
};

export interface DetectedEncoding {
  readonly encoding: string;
  /** Bytes of the byte order mark, to be left out. */
  readonly markBytes: number;
}

/** The byte order mark at the start of the file, if there is one. */
export const byteOrderMark = (bytes: Uint8Array): DetectedEncoding | null => {
  for (const [encoding, mark] of BYTE_ORDER_MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return { encoding, markBytes: mark.length };
  }
  return null;
};

/** Throws `import.notText` where the first bytes are those of a spreadsheet, a PDF or another binary file. */
export const refuseBinary = (bytes: Uint8Array, fileName: string): void => {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (BINARY_SIGNATURES.some((signature) => start.startsWith(signature))) {
    throw new RevinoError('import.notText', { fileName });
  }
};

/**
 * `bytes` is the beginning of the file, or a later part of it where the beginning was plain ASCII; `isCut` says that
 * it ends in the middle. Throws `import.notText` for a file that is no text in any encoding.
 */
export const detectEncoding = (bytes: Uint8Array, fileName: string, isCut: boolean): DetectedEncoding => {
  refuseBinary(bytes, fileName);
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  if (bytes.includes(0)) {
    const utf16 = utf16WithoutMark(bytes);
    if (utf16) return { encoding: utf16, markBytes: 0 };
    throw new RevinoError('import.notText', { fileName });
  }
  if (isAscii(bytes) || isUtf8Text(bytes, isCut)) return { encoding: 'utf-8', markBytes: 0 };
  let best: string = SINGLE_BYTE[0];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of SINGLE_BYTE) {
    const score = scoreText(iconv.decode(Buffer.from(bytes), encoding));
    if (score > bestScore) {
      best = encoding;
      bestScore = score;
    }
  }
  return { encoding: best, markBytes: 0 };
};

export interface TextDecoding {
  write(bytes: Buffer): string;
  end(): string;
}

/** These have no Romanian ș and ț; programs of their time wrote the cedilla letters for them. */
const WITHOUT_COMMA_BELOW = ['windows-1250', 'iso-8859-2', 'cp852'];
const COMMA_BELOW: Readonly<Record<string, string>> = { ş: 'ș', Ş: 'Ș', ţ: 'ț', Ţ: 'Ț' };
const withCommaBelow = (text: string): string =>
  text.replace(/[şŞţŢ]/g, (letter) => COMMA_BELOW[letter] ?? letter);

/**
 * A decoder that can be fed piece by piece; bytes that mean nothing become U+FFFD.
 * Throws `import.invalidMapping` for an encoding it does not know.
 */
export const decoderFor = (encoding: string): TextDecoding => {
  if (!iconv.encodingExists(encoding)) {
    throw new RevinoError('import.invalidMapping', { detail: `encoding: ${encoding}` });
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: false });
  const plain = { write: (bytes: Buffer) => decoder.write(bytes), end: () => decoder.end() ?? '' };
  if (!WITHOUT_COMMA_BELOW.some((name) => isSameEncoding(name, encoding))) return plain;
  return { write: (bytes) => withCommaBelow(plain.write(bytes)), end: () => withCommaBelow(plain.end()) };
};

/** One name per encoding, so that "UTF8" and "utf-8" are the same in a mapping file. */
export const isSameEncoding = (a: string, b: string): boolean => {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(a) === plain(b);
};
