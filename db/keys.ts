/**
 * Keys: making one, and keeping it wrapped in a file beside the database. Knows nothing of Electron: the system's
 * key store comes in as a pair of functions. The bare key is never written by this module.
 */
import { createCipheriv, createDecipheriv, randomBytes, type ScryptOptions, scrypt } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { toRevinoError } from './databaseError.ts';

export { parseKeyText, parseRecoveryKey, recoveryKeyText } from './recoveryKey.ts';

export const KEY_BYTES = 32;
/** Shorter ones are guessed within days on a stolen copy, whatever the derivation costs. */
const MIN_PASSPHRASE_LENGTH = 10;

/** The system's key store as far as this module needs it; `wrapped` is base64. Both may throw. */
export interface KeyWrapper {
  wrap(key: Uint8Array): string;
  unwrap(wrapped: string): Uint8Array;
}

export interface KeyStoreKeyFile {
  readonly version: 1;
  readonly protection: 'keyStore';
  /** Base64. */
  readonly wrapped: string;
}

/** All binary fields are base64. */
export interface PassphraseKeyFile {
  readonly version: 1;
  readonly protection: 'passphrase';
  readonly kdf: {
    readonly name: 'scrypt';
    readonly N: number;
    readonly r: number;
    readonly p: number;
    readonly salt: string;
  };
  readonly nonce: string;
  readonly wrapped: string;
  readonly tag: string;
}

export type KeyFile = KeyStoreKeyFile | PassphraseKeyFile;

/** About 0.4 s and 128 MiB on an ordinary PC. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1 } as const;
/** A key file that asks for more than this is not ours: it would only eat the memory. */
const MOST_SCRYPT_BYTES = 1024 * 1024 * 1024;

export function generateKey(): Uint8Array {
  return Uint8Array.from(randomBytes(KEY_BYTES));
}

function requireKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new TypeError('A database key is 32 bytes.');
}

function derive(
  passphrase: string,
  salt: Buffer,
  cost: { N: number; r: number; p: number },
): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: MOST_SCRYPT_BYTES };
  // Off the main thread: half a second of frozen windows otherwise. NFKC: keyboards compose letters differently.
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, derived) =>
      error === null ? resolve(derived) : reject(error),
    );
  });
}

/** What is bound to the wrapped key besides itself, so that no part of the file can be exchanged. */
const ASSOCIATED = Buffer.from('revino key file, version 1, passphrase');

/** @throws RevinoError `key.weakPassphrase` */
export async function wrapKeyWithPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseKeyFile> {
  requireKey(key);
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) {
    throw new RevinoError('key.weakPassphrase', { minLength: MIN_PASSPHRASE_LENGTH });
  }
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, salt, SCRYPT), nonce);
  cipher.setAAD(ASSOCIATED);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    version: 1,
    protection: 'passphrase',
    kdf: { name: 'scrypt', ...SCRYPT, salt: salt.toString('base64') },
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** @throws RevinoError `key.wrongPassphrase`, also when the file was tampered with: the two look the same */
export async function unwrapKeyWithPassphrase(
  keyFile: PassphraseKeyFile,
  passphrase: string,
): Promise<Uint8Array> {
  const { kdf } = keyFile;
  const derived = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf);
  const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(keyFile.nonce, 'base64'), {
    authTagLength: 16,
  });
  decipher.setAAD(ASSOCIATED);
  try {
    decipher.setAuthTag(Buffer.from(keyFile.tag, 'base64'));
    return Uint8Array.from(
      Buffer.concat([decipher.update(Buffer.from(keyFile.wrapped, 'base64')), decipher.final()]),
    );
  } catch (error) {
    throw new RevinoError('key.wrongPassphrase', {}, { cause: error });
  }
}

/** @throws RevinoError `key.storeUnavailable` */
export function wrapKeyWithStore(key: Uint8Array, store: KeyWrapper): KeyStoreKeyFile {
  requireKey(key);
  try {
    return { version: 1, protection: 'keyStore', wrapped: store.wrap(key) };
  } catch (error) {
    throw new RevinoError('key.storeUnavailable', {}, { cause: error });
  }
}

/** @throws RevinoError `key.storeLost`: another user, another machine, a store made anew. The recovery key helps. */
export function unwrapKeyWithStore(keyFile: KeyStoreKeyFile, store: KeyWrapper): Uint8Array {
  let key: Uint8Array;
  try {
    key = store.unwrap(keyFile.wrapped);
  } catch (error) {
    throw new RevinoError('key.storeLost', {}, { cause: error });
  }
  if (key.length !== KEY_BYTES) throw new RevinoError('key.storeLost');
  return key;
}

/** '<database>.key.json', beside the database. */
export function keyFilePath(databaseFile: string): string {
  return `${databaseFile}.key.json`;
}

/**
 * @returns null when there is none: the database is not encrypted, or its key is kept elsewhere
 * @throws RevinoError `key.storeLost` when the file is damaged (the recovery key helps), `database.notWritable`
 */
export function readKeyFile(path: string): KeyFile | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw toRevinoError(error, path);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new RevinoError('key.storeLost', { file: path }, { cause: error });
  }
  if (!isKeyFile(parsed)) throw new RevinoError('key.storeLost', { file: path });
  return parsed;
}

function isKeyFile(value: unknown): value is KeyFile {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as Record<string, unknown>;
  if (file.version !== 1 || typeof file.wrapped !== 'string') return false;
  if (file.protection === 'keyStore') return true;
  if (file.protection !== 'passphrase') return false;
  const kdf = file.kdf as Record<string, unknown> | null | undefined;
  if (typeof kdf !== 'object' || kdf === null || kdf.name !== 'scrypt') return false;
  const { N, r, p } = kdf;
  if (!isCount(N) || !isCount(r) || !isCount(p) || (N & (N - 1)) !== 0) return false;
  const areTexts = [kdf.salt, file.nonce, file.tag].every((part) => typeof part === 'string');
  return areTexts && 128 * N * r * p <= MOST_SCRYPT_BYTES / 2;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

/**
 * Replaces the key file in one step: after a power cut there is the old one or the new one, never half of one.
 * Only the owner's account may read it.
 * @throws RevinoError `database.noSpace`, `database.notWritable`
 */
export function writeKeyFile(path: string, keyFile: KeyFile): void {
  const partial = `${path}.${process.pid}.partial`;
  let handle: number;
  try {
    handle = openSync(partial, 'w', 0o600);
  } catch (error) {
    throw toRevinoError(error, path);
  }
  try {
    try {
      writeSync(handle, `${JSON.stringify(keyFile, null, 2)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw toRevinoError(error, path);
  }
}
