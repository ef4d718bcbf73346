/**
 * The one migration runner, for the app, the command line, tests and restore. Not Drizzle's migrate(): that
 * opens its transaction first, inside which `foreign_keys=OFF` does nothing, and a rebuilt parent table then
 * takes its children with it. All pending migrations go in one transaction: the database is old or new,
 * never between.
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { backupOpenDatabase, databaseBytes, requireFreeSpace } from './backupDatabase.ts';
import { toRevinoError } from './databaseError.ts';
import {
  CHECKOUT_MIGRATIONS_DIR,
  CREATE_LEDGER,
  LEDGER_TABLE,
  type Migration,
  pendingMigrations,
  readMigrations,
} from './migrationLedger.ts';
import { type Database, openDatabase } from './openDatabase.ts';
import { acquireWriterLock, type WriterLock } from './writerLock.ts';

export interface MigrateOptions {
  readonly file: string;
  readonly key: Uint8Array | null;
  /** Default: db/migrations of the checkout. */
  readonly migrationsDir?: string;
  readonly backupsDir: string;
  readonly nowMs: number;
  /** The lock the caller already holds; without it the runner takes the lock for its own time. */
  readonly lock?: WriterLock;
}

export interface MigrationResult {
  /** Tags applied now, in order; empty when the database was up to date. */
  readonly applied: readonly string[];
  /** Null when nothing was pending or the database was empty. */
  readonly backupFile: string | null;
}

/**
 * Brings a database to this program's schema, or changes nothing at all.
 * @throws RevinoError `database.inUse`, `.newer`, `.foreign`, `.corrupt`, `.noSpace`, `.backupFailed`,
 * `.migrationFailed` (params: tag, statement counted from 1, reason, backupFile), and what `openDatabase` throws
 */
export function migrateDatabase(options: MigrateOptions): MigrationResult {
  const lock = options.lock ?? acquireWriterLock(options.file);
  try {
    return migrateLocked(options);
  } finally {
    if (options.lock === undefined) lock.release();
  }
}

function migrateLocked(options: MigrateOptions): MigrationResult {
  const { file, key, migrationsDir = CHECKOUT_MIGRATIONS_DIR, backupsDir, nowMs } = options;
  const migrations = readMigrations(migrationsDir);
  // Looked at read-only first: even switching a refused file to WAL would be a change.
  const reader = openDatabase({ file, key, mode: 'read' });
  let plan: ReturnType<typeof pendingMigrations>;
  try {
    plan = pendingMigrations(reader.sqlite, migrations, file);
  } catch (error) {
    throw toRevinoError(error, file);
  } finally {
    reader.close();
  }
  const { pending, isNew } = plan;
  if (pending.length === 0) return { applied: [], backupFile: null };

  const db = openDatabase({ file, key, mode: 'write', cacheMb: 256 });
  try {
    let backupFile: string | null = null;
    if (!isNew) {
      requireSound(db);
      // The log can grow to the size of what is rewritten, beside the database.
      requireFreeSpace(dirname(file), 2 * databaseBytes(db.sqlite), file);
      backupFile = uniqueBackupFile(file, backupsDir, pending[0]!.tag, nowMs);
      backupOpenDatabase(db, key, backupFile);
    }
    apply(db, pending, migrations.length - pending.length, nowMs, backupFile);
    return { applied: pending.map(({ tag }) => tag), backupFile };
  } finally {
    db.close();
  }
}

/** A damaged database is refused before a migration can make the damage look like its own. */
function requireSound(db: Database): void {
  try {
    const verdict = db.sqlite.pragma('quick_check(1)', { simple: true });
    if (verdict !== 'ok') throw new RevinoError('database.corrupt', { file: db.file });
    if ((db.sqlite.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw new RevinoError('database.corrupt', { file: db.file });
    }
  } catch (error) {
    throw toRevinoError(error, db.file);
  }
}

function uniqueBackupFile(file: string, backupsDir: string, tag: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const extension = extname(file);
  const stem = `${basename(file, extension)}-before-${tag}-${stamp}`;
  let candidate = join(backupsDir, stem + extension);
  for (let n = 2; existsSync(candidate); n++) candidate = join(backupsDir, `${stem}-${n}${extension}`);
  return candidate;
}

function apply(
  db: Database,
  pending: readonly Migration[],
  position: number,
  nowMs: number,
  backupFile: string | null,
): void {
  const { sqlite } = db;
  const at = { tag: pending[0]!.tag, statement: 0 };
  sqlite.pragma('foreign_keys = OFF');
  try {
    sqlite.exec('BEGIN IMMEDIATE');
    sqlite.exec(CREATE_LEDGER);
    const record = sqlite.prepare(
      `INSERT INTO ${LEDGER_TABLE} (position, tag, hash, applied_at_ms) VALUES (?, ?, ?, ?)`,
    );
    for (const [index, { tag, hash, statements }] of pending.entries()) {
      at.tag = tag;
      for (const [statementIndex, statement] of statements.entries()) {
        at.statement = statementIndex + 1;
        sqlite.exec(statement);
        // A statement that ends the transaction would leave half a migration behind.
        if (!sqlite.inTransaction) throw new Error('the statement ended the transaction');
      }
      record.run(position + index, tag, hash, nowMs);
    }
    const orphans = sqlite.pragma('foreign_key_check') as { table: string }[];
    if (orphans.length > 0) throw new Error(`foreign keys broken in ${orphans[0]!.table}`);
    sqlite.exec('COMMIT');
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK');
    const known = toRevinoError(error, db.file);
    if (known instanceof RevinoError && known.code === 'database.noSpace') throw known;
    throw new RevinoError(
      'database.migrationFailed',
      {
        file: db.file,
        tag: at.tag,
        statement: at.statement,
        reason: error instanceof Error ? error.message : String(error),
        backupFile: backupFile ?? '',
      },
      { cause: error },
    );
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
}

/**
 * Makes a new database with today's schema. It grows under another name and appears only when complete.
 * @throws RevinoError `database.alreadyExists`, `.notWritable`, `.noSpace`, `.inUse`
 */
export function createDatabase(options: MigrateOptions): void {
  const { file, key } = options;
  if (existsSync(file)) throw new RevinoError('database.alreadyExists', { file });
  const lock = options.lock ?? acquireWriterLock(file);
  const growing = `${file}.creating`;
  const sweep = () => {
    // A left-over journal above all: SQLite would play it back into the new file.
    for (const suffix of ['-journal', '-wal', '-shm', '']) rmSync(growing + suffix, { force: true });
  };
  try {
    sweep();
    openDatabase({ file: growing, key, mode: 'write', create: true }).close();
    // People's data: for its owner alone, whatever the system's habit. SQLite gives the log the same rights.
    chmodSync(growing, 0o600);
    migrateLocked({ ...options, file: growing });
    if (existsSync(file)) throw new RevinoError('database.alreadyExists', { file });
    renameSync(growing, file);
  } catch (error) {
    sweep();
    throw toRevinoError(error, file);
  } finally {
    if (options.lock === undefined) lock.release();
  }
}
