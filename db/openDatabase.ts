/**
 * The only way to a connection: pragmas, key and identity of the file in one place, with a typed refusal for
 * everything that can be wrong with a file. It never repairs, creates by accident, or migrates.
 */
import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { author } from './author.ts';
import { toRevinoError } from './databaseError.ts';
import { connect, type Sqlite } from './driver.ts';

/** 'REVI' in ASCII, in bytes 68 to 71 of the file: tells our files from other programs' SQLite files. */
export const APPLICATION_ID = 0x52455649;

export interface Database {
  readonly file: string;
  readonly sqlite: Sqlite;
  readonly orm: BetterSQLite3Database;
  readonly mode: 'read' | 'write';
  /** Kept by db/transaction.ts: asking SQLite costs as much as a tenth of an insert. */
  readonly transaction: { isOpen: boolean };
  /** Whose doing it is, whom the change log names: a change cannot forget its author. Said at the door alone (author.ts). */
  readonly author: { readonly staffId: number | null };
  close(): void;
}

export interface OpenOptions {
  readonly file: string;
  /** 32 bytes, or null for a database that is not encrypted. */
  readonly key: Uint8Array | null;
  readonly mode: 'read' | 'write';
  /** Make an empty database; the file must not exist yet. Needs mode 'write'. */
  readonly create?: boolean;
  /** Page cache in MiB. 64 suits everyday work; a bulk import of a million rows wants 256. */
  readonly cacheMb?: number;
}

const SQLITE_MAGIC = 'SQLite format 3\0';
/** SQLCipher 4 writes whole pages of this size and so never leaves a file of another length. */
const CIPHER_PAGE_BYTES = 4096;
/**
 * Encrypted bytes look random: of 4096, about 16 are zero, and 100 never are. A plain first page holds far more, so
 * that damage to its head is not taken for encryption and nobody is asked for a key that never was.
 */
const MOST_CIPHER_ZEROS = 100;
const BUSY_TIMEOUT_MS = 5000;

type FileState = 'absent' | 'plain' | 'encrypted';

/** What the first bytes say, before any key is tried. */
function inspect(file: string): FileState {
  let size: number;
  try {
    const stats = statSync(file);
    if (!stats.isFile()) throw new RevinoError('database.foreign', { file });
    size = stats.size;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return 'absent';
    throw toRevinoError(error, file);
  }
  const head = Buffer.alloc(CIPHER_PAGE_BYTES);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, head, 0, head.length, 0);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    throw toRevinoError(error, file);
  }
  if (head.toString('latin1', 0, SQLITE_MAGIC.length) === SQLITE_MAGIC) return 'plain';
  const zeroBytes = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  if (size === 0 || size % CIPHER_PAGE_BYTES !== 0 || zeroBytes > MOST_CIPHER_ZEROS) {
    throw new RevinoError('database.corrupt', { file });
  }
  return 'encrypted';
}

/** SQLite opens a file it may not write read-only, without a word; the first visit of the day would then fail. */
function requireWritable(file: string, create: boolean): void {
  try {
    // The folder too: the write-ahead log is made there.
    for (const path of create ? [dirname(file)] : [file, dirname(file)]) accessSync(path, constants.W_OK);
  } catch (error) {
    throw new RevinoError('database.notWritable', { file }, { cause: error });
  }
}

function applyKey(sqlite: Sqlite, key: Uint8Array): void {
  if (key.length !== 32) throw new TypeError('A database key is 32 bytes.');
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma('legacy = 4');
  // A raw key skips SQLCipher's own derivation: 1-3 ms instead of 150 on every connection.
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

function applyPragmas(sqlite: Sqlite, options: OpenOptions): void {
  sqlite.pragma('temp_store = MEMORY');
  sqlite.pragma(`cache_size = -${Math.round((options.cacheMb ?? 64) * 1024)}`);
  sqlite.pragma('foreign_keys = ON');
  sqlite.pragma('trusted_schema = OFF');
  if (options.mode === 'read') return;
  if (options.create === true) sqlite.pragma(`application_id = ${APPLICATION_ID}`);
  if (sqlite.pragma('journal_mode = WAL', { simple: true }) !== 'wal') {
    throw new RevinoError('database.notWritable', { file: options.file });
  }
  sqlite.pragma('synchronous = FULL');
  // A bulk import must not leave a log of its own size behind for good.
  sqlite.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
}

/**
 * @throws RevinoError `database.notFound`, `.alreadyExists` (with `create`), `.keyNeeded`, `.wrongKey` (also: a key
 * for a plain file), `.foreign`, `.corrupt`, `.notWritable`, `.noSpace`, `.inUse`
 */
export function openDatabase(options: OpenOptions): Database {
  const { file, key, mode, create = false } = options;
  if (create && mode !== 'write') throw new TypeError('A database is created by opening it to write.');
  if (create && existsSync(file)) throw new RevinoError('database.alreadyExists', { file });
  const state = inspect(file);
  if (!create && state === 'absent') throw new RevinoError('database.notFound', { file });
  if (mode === 'write') requireWritable(file, create);
  if (state === 'encrypted' && key === null) throw new RevinoError('database.keyNeeded', { file });
  if (state === 'plain' && key !== null) throw new RevinoError('database.wrongKey', { file });

  let sqlite: Sqlite | undefined;
  try {
    sqlite = connect(file, { readonly: mode === 'read', timeoutMs: BUSY_TIMEOUT_MS });
    if (key !== null) applyKey(sqlite, key);
    // The first page is read here: a wrong key or another program's file is refused before anything is written.
    const applicationId = sqlite.pragma('application_id', { simple: true });
    if (!create && applicationId !== APPLICATION_ID) throw new RevinoError('database.foreign', { file });
    applyPragmas(sqlite, options);
  } catch (error) {
    sqlite?.close();
    throw openingError(error, file, state);
  }
  const connection = sqlite;
  return {
    file,
    sqlite: connection,
    orm: drizzle(connection),
    mode,
    transaction: { isOpen: false },
    author,
    close: () => void connection.close(),
  };
}

/** "Not a database" means a wrong key only where a key was tried. */
function openingError(error: unknown, file: string, state: FileState): Error {
  const known = toRevinoError(error, file);
  if (known instanceof RevinoError && known.code === 'database.wrongKey' && state === 'plain') {
    return known.cause === undefined
      ? known
      : new RevinoError('database.corrupt', { file }, { cause: error });
  }
  return known;
}
