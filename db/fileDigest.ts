/**
 * SHA-256 of a whole file, and the one-line file beside it as `sha256sum` writes it. An encrypted database carries a
 * seal on every page; a plain one carries nothing, and a changed digit in it would pass every check of SQLite.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';

const CHUNK_BYTES = 1024 * 1024;

export const digestFilePath = (file: string): string => `${file}.sha256`;

/** Hexadecimal; read in pieces, because a database need not fit into memory. */
export function fileDigest(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  const handle = openSync(file, 'r');
  try {
    for (;;) {
      const count = readSync(handle, chunk, 0, chunk.length, null);
      if (count === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}

export const digestLine = (digest: string, file: string): string => `${digest}  ${basename(file)}\n`;

/** Does nothing where no digest lies beside the file. @throws RevinoError `database.corrupt` when it is another one */
export function requireDigest(file: string): void {
  const beside = digestFilePath(file);
  if (!existsSync(beside)) return;
  const expected = readFileSync(beside, 'utf8').slice(0, 64).toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(expected) || fileDigest(file) !== expected) {
    throw new RevinoError('database.corrupt', { file });
  }
}
