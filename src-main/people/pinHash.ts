/** A PIN as it is kept: never itself. Derived off the main thread, for it is meant to take its time. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinHash } from '../../db/repositories/staffAccess.ts';

/**
 * One try takes some 60 ms and 32 MiB on an ordinary PC. More would not help: all PINs there are can be tried by
 * whoever holds the opened file, and what keeps them out is the key of the shop.
 */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

const derive = (pin: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });

export const hashPin = async (pin: string): Promise<PinHash> => {
  const salt = randomBytes(SALT_BYTES);
  return { salt, hash: await derive(pin, salt) };
};

export const isPin = async (pin: string, { salt, hash }: PinHash): Promise<boolean> =>
  timingSafeEqual(await derive(pin, salt), hash);
