/**
 * One backup of a shop into all its places. The first place that takes it gets a copy made and checked by SQLite; the
 * others get the same bytes, read back and compared. A place that is not there, or is full, stops none of the others.
 */
import { copyFileSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Backup, backupOpenDatabase, flush, requireFreeSpace } from '../../db/backupDatabase.ts';
import { checkDatabase } from '../../db/checkDatabase.ts';
import { toRevinoError } from '../../db/databaseError.ts';
import { digestFilePath, digestLine, fileDigest } from '../../db/fileDigest.ts';
import { forgottenFile, joinMarks, listBesideBackups } from '../../db/forgotten.ts';
import { keyFilePath, readKeyFile } from '../../db/keys.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { acquireWriterLock, type WriterLock } from '../../db/writerLock.ts';
import { type ErrorCode, type ErrorParams, RevinoError } from '../../src-shared/contract/errors.ts';
import { backupName } from './backupName.ts';
import { requirePlace } from './placeMark.ts';
import { readShopIdentity } from './shopCard.ts';
import { rotatePlace, sweepPlace } from './tidyPlace.ts';

export interface BackupPlace {
  readonly placeId: string;
  readonly folder: string;
  /** Of a folder the owner chose: it must be there and carry this mark. Null for a folder of our own, which is made. */
  readonly mark: string | null;
}

export interface BackupOrder {
  readonly places: readonly BackupPlace[];
  readonly nowMs: number;
  /** Look at every page and index of the live database too, where damage would not reach a copy. */
  readonly checksLive: boolean;
  readonly migrationsDir?: string;
}

export interface PlaceFailure {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export interface PlaceOutcome {
  readonly placeId: string;
  /** Null when it failed. */
  readonly backupFile: string | null;
  readonly failure: PlaceFailure | null;
  /** Names of older backups that made room. */
  readonly removed: readonly string[];
}

export interface BackupOutcome {
  readonly madeAtMs: number;
  readonly bytes: number;
  readonly customers: number;
  readonly visits: number;
  readonly places: readonly PlaceOutcome[];
  /** Null when the live database was not looked at. */
  readonly isLiveSound: boolean | null;
}

interface MadeBackup extends Backup {
  /** Computed when it is first needed: one encrypted copy alone needs none. */
  digest(): string;
}

/**
 * @throws RevinoError what opening the database throws; `database.corrupt` when it cannot be read to its end;
 * `backup.running` while another backup of it is being made. What goes wrong at a place is in the answer.
 */
export const makeBackup = (
  file: string,
  key: Uint8Array | null,
  order: BackupOrder,
  onPlace: (done: number) => void = () => {},
): BackupOutcome => {
  const lock = acquireBackupLock(file);
  try {
    const db = openDatabase({ file, key, mode: 'read' });
    try {
      return backUpTo(db, key, order, onPlace);
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
};

/** Two at a time would sweep up each other's half-written files. */
const acquireBackupLock = (file: string): WriterLock => {
  try {
    return acquireWriterLock(`${file}.backup`);
  } catch (error) {
    if (error instanceof RevinoError && error.code === 'database.inUse') {
      throw new RevinoError('backup.running', {}, { cause: error });
    }
    throw error;
  }
};

const backUpTo = (
  db: Database,
  key: Uint8Array | null,
  { places, nowMs, checksLive, migrationsDir }: BackupOrder,
  onPlace: (done: number) => void,
): BackupOutcome => {
  const { shopId, timeZone } = readShopIdentity(db);
  const fileName = backupName(shopId, nowMs);
  const isLiveSound = checksLive ? isSound(db.file, key, migrationsDir) : null;
  let first: MadeBackup | null = null;
  const outcomes: PlaceOutcome[] = [];
  for (const { placeId, folder, mark } of places) {
    try {
      preparePlace(folder, mark);
      sweepPlace(folder, shopId);
      const backupFile = join(folder, fileName);
      if (first === null) first = copyDatabase(db, key, backupFile);
      else copyBytes(first, backupFile, key);
      carryForgotten(db.file, folder, shopId);
      // Of a damaged database the older backups may be the better ones.
      const removed = isLiveSound === false ? [] : rotatePlace(folder, shopId, timeZone);
      outcomes.push({ placeId, backupFile, failure: null, removed });
    } catch (error) {
      if (first === null) requireReadable(db, error);
      outcomes.push({ placeId, backupFile: null, failure: failureAt(folder, error), removed: [] });
    }
    onPlace(outcomes.length);
  }
  const bytes = first === null ? 0 : statSync(first.backupFile).size;
  const rows = (table: string): number => first?.rowCounts.get(table) ?? 0;
  return {
    madeAtMs: nowMs,
    bytes,
    customers: rows('customer'),
    visits: rows('visit'),
    places: outcomes,
    isLiveSound,
  };
};

const isSound = (file: string, key: Uint8Array | null, migrationsDir: string | undefined): boolean =>
  checkDatabase({
    file,
    key,
    depth: 'full',
    ...(migrationsDir === undefined ? {} : { migrationsDir }),
  }).isSound;

const preparePlace = (folder: string, mark: string | null): void => {
  if (mark !== null) requirePlace(folder, mark);
  else mkdirSync(folder, { recursive: true, mode: 0o700 });
};

/** Who was forgotten since older backups goes along. A damaged list is no reason to have no backup; importing and erasing tell of it. */
const carryForgotten = (file: string, folder: string, shopId: string): void => {
  try {
    joinMarks(forgottenFile(file), listBesideBackups(folder, shopId));
  } catch (error) {
    if (!(error instanceof RevinoError) || error.code !== 'privacy.listDamaged') throw error;
  }
};

/** The wrapped key goes along where a passphrase opens it: then backup and passphrase are enough on a bare machine. */
const writeCompanions = (db: Database, key: Uint8Array | null, backupFile: string): void => {
  if (key === null) return;
  const kept = keyFilePath(db.file);
  if (readableProtection(kept) === 'passphrase') copyFileSync(kept, keyFilePath(backupFile));
};

const readableProtection = (keyFile: string): string | null => {
  try {
    return readKeyFile(keyFile)?.protection ?? null;
  } catch (error) {
    // A damaged key file is no reason to have no backup: the recovery key opens it.
    if (error instanceof RevinoError) return null;
    throw error;
  }
};

const copyDatabase = (db: Database, key: Uint8Array | null, backupFile: string): MadeBackup => {
  const made = backupOpenDatabase(db, key, backupFile);
  try {
    writeCompanions(db, key, backupFile);
    let known: string | undefined;
    const digest = () => {
      known ??= fileDigest(backupFile);
      return known;
    };
    if (key === null)
      writeFileSync(digestFilePath(backupFile), digestLine(digest(), backupFile), { mode: 0o600 });
    return { ...made, digest };
  } catch (error) {
    rmSync(backupFile, { force: true });
    throw error;
  }
};

/** The same bytes in another place; read back, because a stick says "written" long before it is true. */
const copyBytes = (
  { backupFile: source, digest }: MadeBackup,
  backupFile: string,
  key: Uint8Array | null,
): void => {
  const partial = `${backupFile}.partial`;
  try {
    requireFreeSpace(dirname(backupFile), statSync(source).size, backupFile);
    copyFileSync(source, partial);
    flush(partial, 'file');
    if (fileDigest(partial) !== digest()) throw new Error('what was written reads back differently');
    if (key === null)
      writeFileSync(digestFilePath(backupFile), digestLine(digest(), backupFile), { mode: 0o600 });
    else if (readableProtection(keyFilePath(source)) !== null)
      copyFileSync(keyFilePath(source), keyFilePath(backupFile));
    renameSync(partial, backupFile);
    flush(dirname(backupFile), 'folder');
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
};

/** Is it the place, or the database itself? @throws RevinoError `database.corrupt` */
const requireReadable = (db: Database, error: unknown): void => {
  const cause = error instanceof RevinoError && error.cause instanceof Error ? error.cause : error;
  const known = toRevinoError(cause, db.file);
  const isSuspect =
    known instanceof RevinoError && (known.code === 'database.corrupt' || known.code === 'database.wrongKey');
  if (!isSuspect) return;
  const damaged = () => new RevinoError('database.corrupt', { file: db.file }, { cause: error });
  try {
    if (db.sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged();
  } catch (found) {
    throw found instanceof RevinoError ? found : damaged();
  }
};

const failureAt = (folder: string, error: unknown): PlaceFailure => {
  const cause =
    error instanceof RevinoError && error.code === 'database.backupFailed' && error.cause !== undefined
      ? error.cause
      : error;
  const known = toRevinoError(cause, folder);
  if (known instanceof RevinoError) {
    if (known.code === 'database.noSpace') return { code: 'backup.placeFull', params: { folder } };
    if (known.code === 'database.notWritable') return { code: 'backup.placeNotWritable', params: { folder } };
    if (known.code === 'database.notFound') return { code: 'backup.placeUnreachable', params: { folder } };
    if (known.code.startsWith('backup.')) return { code: known.code, params: known.params };
  }
  return { code: 'backup.failed', params: { folder, reason: known.message } };
};
