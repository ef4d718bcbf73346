/**
 * The recovery key: the database key itself, written so that a person can print it, read it aloud and type it in
 * again on a bare machine. 32 bytes and a 24-bit checksum are exactly 56 letters of Crockford's base 32
 * (crockford.com/base32.html), in 14 groups of 4.
 *
 * The checksum is the CRC-24 of RFC 4880, section 6.1, appended most significant bit first. A CRC finds every burst
 * of errors no longer than itself: any one wrong letter (5 bits), any two neighbours exchanged (10 bits), any four
 * letters in a row (20 bits); anything else passes once in 16 million.
 */
import { RevinoError } from '../src-shared/contract/errors.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY_BYTES = 32;
const CHECK_BYTES = 3;
const LETTERS = ((KEY_BYTES + CHECK_BYTES) * 8) / 5;
const GROUP = 4;

function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if ((crc & 0x1000000) !== 0) crc ^= 0x1864cfb;
    }
  }
  return crc;
}

/** @returns 'XXXX-XXXX-...', 14 groups */
export function recoveryKeyText(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new TypeError('A database key is 32 bytes.');
  const crc = crc24(key);
  let bits = 0n;
  for (const byte of [...key, crc >> 16, (crc >> 8) & 0xff, crc & 0xff]) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let index = LETTERS - 1; index >= 0; index--) {
    text += ALPHABET[Number((bits >> BigInt(index * 5)) & 31n)];
    if (index % GROUP === 0 && index > 0) text += '-';
  }
  return text;
}

/** Spaces, line ends and any dash between groups; never a letter. */
const SEPARATORS = /[\s\p{Pd}_.]+/gu;

/**
 * Reads what a person typed: any case, any grouping, I and L for 1, O for 0.
 * @throws RevinoError `key.malformedRecoveryKey`; params: reason 'length' | 'letter' | 'checksum', and position
 * (counted from 1, separators left out; 0 where no single place is to blame)
 */
export function parseRecoveryKey(text: string): Uint8Array {
  const letters = text.replace(SEPARATORS, '').toUpperCase().replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const refuse = (reason: string, position = 0) =>
    new RevinoError('key.malformedRecoveryKey', { reason, position });
  let bits = 0n;
  for (const [index, letter] of [...letters].entries()) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) throw refuse('letter', index + 1);
    bits = (bits << 5n) | BigInt(value);
  }
  if (letters.length !== LETTERS) throw refuse('length');
  const bytes = new Uint8Array(KEY_BYTES + CHECK_BYTES);
  for (let index = bytes.length - 1; index >= 0; index--) {
    bytes[index] = Number(bits & 255n);
    bits >>= 8n;
  }
  const key = bytes.slice(0, KEY_BYTES);
  const [high, middle, low] = bytes.slice(KEY_BYTES) as Uint8Array & [number, number, number];
  if (crc24(key) !== ((high << 16) | (middle << 8) | low)) throw refuse('checksum');
  return key;
}

/**
 * What a key file for the command line may hold: a recovery key, or the key as 64 hexadecimal digits.
 * @throws RevinoError `key.malformedRecoveryKey`
 */
export function parseKeyText(text: string): Uint8Array {
  const bare = text.trim();
  return /^[0-9a-f]{64}$/i.test(bare) ? Uint8Array.from(Buffer.from(bare, 'hex')) : parseRecoveryKey(bare);
}
