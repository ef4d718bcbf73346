/**
 * One writer per database, app and command line alike. The lock is a tiny SQLite file held in an exclusive
 * transaction: the operating system frees it when the process dies, however it dies, so there is never a stale
 * lock to explain. It guards who may write; it does not open the database.
 */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { toRevinoError } from './databaseError.ts';
import { connect, type Sqlite } from './driver.ts';

export interface WriterLock {
  /** The database it guards, as an absolute path. */
  readonly file: string;
  /** Safe to call twice. */
  release(): void;
}

/** One database, one lock, by whatever link it is reached. */
function realPath(file: string): string {
  if (existsSync(file)) return realpathSync.native(file);
  const folder = dirname(file);
  return existsSync(folder) ? join(realpathSync.native(folder), basename(file)) : file;
}

/**
 * @param file the database, which need not exist yet; the lock is `<file>.lock` beside it and stays there
 * @throws RevinoError `database.inUse` while another holds it, `database.notWritable`, `database.noSpace`
 */
export function acquireWriterLock(file: string): WriterLock {
  let sqlite: Sqlite | undefined;
  try {
    sqlite = connect(`${realPath(file)}.lock`, { readonly: false, timeoutMs: 0 });
    // In memory: otherwise the held transaction leaves a -journal file lying about after a kill.
    sqlite.pragma('journal_mode = MEMORY');
    sqlite.exec('BEGIN EXCLUSIVE');
    // SQLite lets two processes "lock" a file they may only read. Nothing of this is ever written.
    sqlite.pragma('user_version = 1');
  } catch (error) {
    sqlite?.close();
    if (error instanceof TypeError) throw new RevinoError('database.notWritable', { file }, { cause: error });
    throw toRevinoError(error, file);
  }
  const held = sqlite;
  return {
    file: resolve(file),
    release: () => {
      if (held.open) held.close();
    },
  };
}
