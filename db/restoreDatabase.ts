/**
 * Puts a backup in the place of the live database, so that a power cut at any moment leaves the old one or the new
 * one. The backup is checked and copied beside the live file; a marker then says "from here on it counts"; the names
 * are exchanged when no connection is open, at this start or the next. The replaced file is kept.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { backupOpenDatabase, flush } from './backupDatabase.ts';
import { checkDatabase } from './checkDatabase.ts';
import { toRevinoError, withRevinoErrors } from './databaseError.ts';
import { requireDigest } from './fileDigest.ts';
import { forgottenFile, joinMarks, listBesideBackups } from './forgotten.ts';
import { type KeyFile, keyFilePath, writeKeyFile } from './keys.ts';
import { CHECKOUT_MIGRATIONS_DIR, pendingMigrations, readMigrations } from './migrationLedger.ts';
import { openDatabase } from './openDatabase.ts';
import { shopIdOf } from './uid.ts';
import { acquireWriterLock, type WriterLock } from './writerLock.ts';

const stagedFile = (file: string): string => `${file}.restoring`;
const markerFile = (file: string): string => `${file}.restore.json`;

/** What SQLite keeps beside a database; a log that outlived its database would be played into the next one. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

export interface Staged {
  /** Rows per table of the copy. */
  readonly rowCounts: ReadonlyMap<string, number>;
}

export interface StageOptions {
  readonly backupFile: string;
  /** The key of the backup, or null for a plain one. */
  readonly key: Uint8Array | null;
  /** The live database, which may be damaged or missing. */
  readonly file: string;
  readonly migrationsDir?: string;
}

/**
 * Checks a backup from end to end and copies it beside the live database. Nothing counts yet.
 * @throws RevinoError `database.corrupt`, `.newer`, `.foreign`, `.wrongKey`, `.keyNeeded`, `.notFound`, `.noSpace`,
 * `.notWritable`, `shop.none`; the live database is untouched and nothing is left behind
 */
export function stageRestore(options: StageOptions): Staged {
  const { backupFile, key, file, migrationsDir = CHECKOUT_MIGRATIONS_DIR } = options;
  requireSoundBackup(backupFile, key, migrationsDir);
  const source = openDatabase({ file: backupFile, key, mode: 'read', cacheMb: 256 });
  try {
    // Not by the repository, which asks for columns that an older schema has not got.
    if (source.sqlite.prepare('SELECT count(*) FROM shop').pluck().get() !== 1) {
      throw new RevinoError('shop.none', { file: backupFile });
    }
    const { uid } = source.sqlite.prepare('SELECT uid FROM shop').get() as { uid: Buffer };
    abandonRestore(file);
    joinMarks(listBesideBackups(dirname(backupFile), shopIdOf(uid)), forgottenFile(file));
    const { rowCounts } = backupOpenDatabase(source, key, stagedFile(file));
    return { rowCounts };
  } catch (error) {
    throw stagingError(error, file);
  } finally {
    source.close();
  }
}

/** The copying is a backup to it; to the owner it is the restore that failed. */
function stagingError(error: unknown, file: string): Error {
  if (error instanceof RevinoError && error.code === 'database.backupFailed') {
    const cause = error.cause === undefined ? error : toRevinoError(error.cause, file);
    return cause instanceof RevinoError && cause.code !== 'database.backupFailed'
      ? cause
      : new RevinoError('restore.failed', { reason: String(error.params.reason ?? '') }, { cause: error });
  }
  return toRevinoError(error, file);
}

/** Every page, every index, every reference; for a plain file also its digest, where one lies beside it. */
function requireSoundBackup(backupFile: string, key: Uint8Array | null, migrationsDir: string): void {
  const refuse = () => new RevinoError('database.corrupt', { file: backupFile });
  requireDigest(backupFile);
  const db = openDatabase({ file: backupFile, key, mode: 'read' });
  try {
    // Whose history it is comes first: the check of a foreign file would say odd things.
    pendingMigrations(db.sqlite, readMigrations(migrationsDir), backupFile);
  } catch (error) {
    throw toRevinoError(error, backupFile);
  } finally {
    db.close();
  }
  const { problems } = checkDatabase({ file: backupFile, key, migrationsDir, depth: 'full' });
  for (const { kind } of problems) {
    if (kind === 'integrity' || kind === 'foreignKey') throw refuse();
    // Encrypted pages carry a seal, so that what they say is what was written. In a plain file the sums that do not
    // agree are the only witness of a changed amount.
    if (kind === 'summary' && key === null) throw refuse();
  }
}

/**
 * From here on the staged copy counts: whoever opens the database next finds it exchanged.
 * @param keyFile the wrapped key of the restored database; null when the one that is kept already fits, or none is needed
 */
export function commitRestore(file: string, keyFile: KeyFile | null, nowMs: number): void {
  withRevinoErrors(file, () => {
    if (keyFile !== null) writeKeyFile(keyFilePath(stagedFile(file)), keyFile);
    const stamp = new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '');
    const partial = `${markerFile(file)}.partial`;
    const handle = openSync(partial, 'w', 0o600);
    try {
      writeSync(
        handle,
        `${JSON.stringify({ version: 1, replacedAs: `${basename(file)}.replaced-${stamp}` })}\n`,
      );
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, markerFile(file));
    flush(dirname(file), 'folder');
  });
}

/** Takes away what a restore that never counted has left. Harmless where there is nothing. */
export function abandonRestore(file: string): void {
  if (existsSync(markerFile(file))) return;
  const folder = dirname(file);
  // By how they begin: a key file in the making carries the number of the process that was writing it.
  const beginnings = [basename(stagedFile(file)), `${basename(markerFile(file))}.partial`];
  withRevinoErrors(file, () => {
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (beginnings.some((beginning) => name.startsWith(beginning)))
        rmSync(join(folder, name), { force: true });
    }
  });
}

/** Whether a restore waits to be finished, before anybody may open the database. */
export function isRestorePending(file: string): boolean {
  return existsSync(markerFile(file));
}

/** Looked for one by one: this is part of every start, and the folder may be a large one. */
function hasLeftOver(file: string): boolean {
  const staged = stagedFile(file);
  return [staged, `${staged}.partial`, keyFilePath(staged), `${markerFile(file)}.partial`].some(existsSync);
}

export interface FinishedRestore {
  /** Where the replaced database lies now; null when there was none. */
  readonly replacedFile: string | null;
}

/**
 * Exchanges the names, if a restore waits for it; otherwise sweeps up what an interrupted one left. To be called
 * before a connection is opened. Every step may be the last one before a power cut: called again, it goes on.
 * @param lock the lock the caller already holds; without it, it is taken for the time of the exchange
 * @returns null when nothing waited
 * @throws RevinoError `database.inUse`, `database.notWritable`; the restore still waits then
 */
export function finishRestore(file: string, lock?: WriterLock): FinishedRestore | null {
  const isPending = isRestorePending(file);
  if (!isPending && !hasLeftOver(file)) return null;
  const held = lock ?? acquireWriterLock(file);
  try {
    // Whoever held the lock before us may have finished it.
    if (!isRestorePending(file)) {
      abandonRestore(file);
      return null;
    }
    return withRevinoErrors(file, () => exchange(file));
  } finally {
    if (lock === undefined) held.release();
  }
}

function exchange(file: string): FinishedRestore {
  const staged = stagedFile(file);
  const folder = dirname(file);
  const replaced = join(folder, replacedName(file));
  // Without a staged file the exchange was done, and only the marker is still to go.
  if (existsSync(staged)) {
    // As long as the staged file is there, what bears the database's name is the old one.
    for (const suffix of [...COMPANIONS, '']) moveIfThere(file + suffix, replaced + suffix);
    if (existsSync(keyFilePath(staged))) {
      moveIfThere(keyFilePath(file), keyFilePath(replaced));
      renameSync(keyFilePath(staged), keyFilePath(file));
    }
    flush(folder, 'folder');
    renameSync(staged, file);
    flush(folder, 'folder');
  }
  rmSync(markerFile(file));
  flush(folder, 'folder');
  return { replacedFile: existsSync(replaced) ? replaced : null };
}

/** A file that was moved before a power cut is not there any more; one that is there must not cover an older one. */
function moveIfThere(from: string, to: string): void {
  if (!existsSync(from)) return;
  if (existsSync(to)) throw new RevinoError('database.alreadyExists', { file: to });
  renameSync(from, to);
}

function replacedName(file: string): string {
  const beginning = `${basename(file)}.replaced-`;
  try {
    const marker = JSON.parse(readFileSync(markerFile(file), 'utf8')) as { replacedAs?: unknown } | null;
    const name = marker?.replacedAs;
    // Only ever a name of its kind beside the database, whatever somebody wrote into the marker.
    if (typeof name === 'string' && basename(name) === name && name.startsWith(beginning)) return name;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return freeName(file, `${beginning}unknown`);
}

/**
 * A shop must open again also where an earlier file has the name. The database itself is moved last: what was moved
 * before a power cut goes on to the same name.
 */
function freeName(file: string, name: string): string {
  let free = name;
  for (let n = 2; existsSync(join(dirname(file), free)); n++) free = `${name}-${n}`;
  return free;
}
