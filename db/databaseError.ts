/**
 * Turns what SQLite and the file system say into Revino's own refusals. What it does not know it hands back
 * unchanged: that is a defect and must look like one.
 */
import { type ErrorCode, RevinoError } from '../src-shared/contract/errors.ts';

const BY_CODE: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'database.noSpace'],
  ['ENOSPC', 'database.noSpace'],
  ['EDQUOT', 'database.noSpace'],
  ['SQLITE_CORRUPT', 'database.corrupt'],
  // Bytes that are missing or cannot be read back. Other I/O errors are failed writes.
  ['SQLITE_IOERR_READ', 'database.corrupt'],
  ['SQLITE_IOERR_SHORT_READ', 'database.corrupt'],
  ['SQLITE_IOERR_DATA', 'database.corrupt'],
  ['SQLITE_IOERR_CORRUPTFS', 'database.corrupt'],
  ['SQLITE_NOTADB', 'database.wrongKey'],
  ['SQLITE_IOERR', 'database.notWritable'],
  ['SQLITE_READONLY', 'database.notWritable'],
  ['SQLITE_CANTOPEN', 'database.notWritable'],
  ['SQLITE_PERM', 'database.notWritable'],
  ['EACCES', 'database.notWritable'],
  ['EPERM', 'database.notWritable'],
  ['EROFS', 'database.notWritable'],
  ['EISDIR', 'database.notWritable'],
  ['ENOTDIR', 'database.notWritable'],
  ['EFBIG', 'database.notWritable'],
  ['EIO', 'database.notWritable'],
  ['SQLITE_BUSY', 'database.inUse'],
  ['SQLITE_LOCKED', 'database.inUse'],
  ['ENOENT', 'database.notFound'],
];

/**
 * @param file the database's path, named in the refusal's sentence
 * @returns a RevinoError (`database.*`) where the cause is known, else the error itself
 */
export function toRevinoError(error: unknown, file: string): Error {
  if (error instanceof RevinoError) return error;
  if (!(error instanceof Error)) return new Error(String(error));
  const raw = (error as { code?: unknown }).code;
  if (typeof raw !== 'string') return error;
  const known = BY_CODE.find(([prefix]) => raw === prefix || raw.startsWith(`${prefix}_`));
  return known === undefined ? error : new RevinoError(known[1], { file }, { cause: error });
}

/** Runs `work`, and turns what it throws. */
export function withRevinoErrors<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toRevinoError(error, file);
  }
}
