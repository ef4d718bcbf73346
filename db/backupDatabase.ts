/**
 * A backup is a copy that has been opened again and found whole; until then it carries another name.
 * `VACUUM INTO` rather than the driver's backup(), which fails on an encrypted database; never a file copy,
 * which misses what is still in the write-ahead log. The copy has the same key as its source.
 */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { toRevinoError } from './databaseError.ts';
import type { Sqlite } from './driver.ts';
import { type Database, openDatabase } from './openDatabase.ts';

/** Room beyond the copy itself: directory entries, the log of the checking connection. */
const SPARE_BYTES = 4 * 1024 * 1024;

/** Other connections write meanwhile, and rows that come and go can make one look at them useless. */
const ATTEMPTS = 3;

export interface Backup {
  readonly backupFile: string;
  /** Rows per table, as counted in the backup. */
  readonly rowCounts: ReadonlyMap<string, number>;
}

/** Names of ordinary tables, alphabetically; SQLite's own left out. */
export function tableNames(sqlite: Sqlite): string[] {
  return sqlite
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
}

function countRows(sqlite: Sqlite): Map<string, number> {
  return new Map(
    tableNames(sqlite).map((name) => [
      name,
      sqlite
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get() as number,
    ]),
  );
}

/** Changes whenever another connection has committed. */
function dataVersion(sqlite: Sqlite): unknown {
  return sqlite.pragma('data_version', { simple: true });
}

/** Bytes of the database as its next backup will need them, at most. */
export function databaseBytes(sqlite: Sqlite): number {
  return (
    (sqlite.pragma('page_count', { simple: true }) as number) *
    (sqlite.pragma('page_size', { simple: true }) as number)
  );
}

/** @throws RevinoError `database.noSpace` when the file system of `folder` has less than `bytes` and some spare */
export function requireFreeSpace(folder: string, bytes: number, file: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes + SPARE_BYTES) throw new RevinoError('database.noSpace', { file });
}

/** Some network file systems cannot flush a folder; what is in its files is safe without it. */
const CANNOT_FLUSH = new Set(['EINVAL', 'ENOTSUP', 'EBADF']);

/** Makes names and contents survive a power cut; Windows has no directory handles to flush. */
export function flush(path: string, kind: 'file' | 'folder'): void {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    if (kind === 'file' || !CANNOT_FLUSH.has(String((error as { code?: unknown }).code))) throw error;
  } finally {
    closeSync(handle);
  }
}

/** The source was written to in a way that says nothing about the copy: worth another attempt. */
class Unsteady extends Error {}

/** The copy is whole: SQLite says so, and no table lost or gained a row that the source did not. */
function verify(
  copyFile: string,
  key: Uint8Array | null,
  before: Map<string, number>,
  after: Map<string, number>,
) {
  // With room for what quick_check reads, the counting after it finds it there.
  const copy = openDatabase({ file: copyFile, key, mode: 'read', cacheMb: 256 });
  try {
    const verdict = copy.sqlite.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`quick_check: ${String(verdict)}`);
    const rowCounts = countRows(copy.sqlite);
    for (const name of new Set([...before.keys(), ...after.keys(), ...rowCounts.keys()])) {
      const [first, last, copied] = [before.get(name), after.get(name), rowCounts.get(name)];
      if (first === undefined || last === undefined || copied === undefined) throw new Error(`table ${name}`);
      // Another connection may have written meanwhile: the copy then lies between the two counts.
      if (copied < Math.min(first, last) || copied > Math.max(first, last))
        throw new Unsteady(`rows of ${name}`);
    }
    return rowCounts;
  } finally {
    copy.close();
  }
}

/**
 * Copies an open database, checks the copy, and only then gives it its name.
 * @param db any connection to the source, outside a transaction
 * @param backupFile must not exist yet (it would be replaced); its folder is made when missing
 * @throws RevinoError `database.noSpace`, `.backupFailed`; nothing is left behind then
 */
export function backupOpenDatabase(db: Database, key: Uint8Array | null, backupFile: string): Backup {
  const partial = `${backupFile}.partial`;
  try {
    mkdirSync(dirname(backupFile), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw backupFailure(error, backupFile);
  }
  try {
    requireFreeSpace(dirname(backupFile), databaseBytes(db.sqlite), backupFile);
    const rowCounts = copyAndVerify(db, key, partial);
    renameSync(partial, backupFile);
    flush(dirname(backupFile), 'folder');
    return { backupFile, rowCounts };
  } catch (error) {
    removePartial(partial);
    throw backupFailure(error, backupFile);
  }
}

function removePartial(partial: string): void {
  for (const suffix of ['', '-journal']) rmSync(partial + suffix, { force: true });
}

function copyAndVerify(db: Database, key: Uint8Array | null, partial: string): Map<string, number> {
  for (let attempt = 1; ; attempt++) {
    removePartial(partial);
    // Made first and empty, because SQLite would make it readable for everybody.
    closeSync(openSync(partial, 'wx', 0o600));
    const version = dataVersion(db.sqlite);
    const before = countRows(db.sqlite);
    db.sqlite.prepare('VACUUM INTO ?').run(partial);
    flush(partial, 'file');
    // Counting takes its time; while nobody wrote, it need not be done twice.
    const after = dataVersion(db.sqlite) === version ? before : countRows(db.sqlite);
    try {
      return verify(partial, key, before, after);
    } catch (error) {
      if (!(error instanceof Unsteady) || attempt === ATTEMPTS) throw error;
    }
  }
}

function backupFailure(error: unknown, backupFile: string): RevinoError {
  const known = toRevinoError(error, backupFile);
  if (known instanceof RevinoError && known.code === 'database.noSpace') return known;
  return new RevinoError(
    'database.backupFailed',
    { file: backupFile, reason: known.message },
    { cause: error },
  );
}

/** As `backupOpenDatabase`, with a read-only connection of its own. */
export function backupDatabase(options: {
  readonly file: string;
  readonly key: Uint8Array | null;
  readonly backupFile: string;
}): Backup {
  const db = openDatabase({ file: options.file, key: options.key, mode: 'read' });
  try {
    return backupOpenDatabase(db, options.key, options.backupFile);
  } finally {
    db.close();
  }
}
