/**
 * UUIDv7 (RFC 9562, section 5.7) as bytes: the identity of a record outside this database. Ours rather than a
 * package's because an import makes a million of them, as bytes, without a string in between.
 */
import { randomFillSync } from 'node:crypto';

const UID_BYTES = 16;
const POOL_BYTES = 1024 * UID_BYTES;
let pool = Buffer.alloc(0);
let used = 0;

/** 16 bytes: 48 bits of time, version, variant, 74 random bits. Times before 1970 have no such number and count as 0. */
export function newUid(nowMs: number = Date.now()): Buffer {
  const timeMs = Math.max(0, nowMs);
  if (used === pool.length) {
    // A new pool, not the old one refilled: the uids handed out are windows into it.
    pool = randomFillSync(Buffer.allocUnsafeSlow(POOL_BYTES));
    used = 0;
  }
  const uid = pool.subarray(used, used + UID_BYTES);
  used += UID_BYTES;
  uid.writeUInt16BE(Math.floor(timeMs / 2 ** 32), 0);
  uid.writeUInt32BE(timeMs % 2 ** 32, 2);
  uid[6] = (uid[6]! & 0x0f) | 0x70;
  uid[8] = (uid[8]! & 0x3f) | 0x80;
  return uid;
}

/** '0192f3c4-....' */
export function uidToText(uid: Uint8Array): string {
  const hex = Buffer.from(uid).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The way back; whether it is one, the door has checked. */
export function uidOfText(text: string): Buffer {
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}

/** The part of a shop's uid that names its backups: the random end, not the time it begins with. */
export const shopIdOf = (uid: Uint8Array): string => Buffer.from(uid).toString('hex').slice(-8);
