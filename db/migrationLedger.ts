/**
 * Which migrations a database has had (its ledger) and which this program brings (the journal drizzle-kit
 * writes), and whether the one continues the other. Reads only.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { RevinoError } from '../src-shared/contract/errors.ts';
import { tableNames } from './backupDatabase.ts';
import type { Sqlite } from './driver.ts';

export interface Migration {
  /** File name without '.sql', such as '0000_first_records'. */
  readonly tag: string;
  /** SHA-256 of its SQL in hex, line ends as LF, so that a checkout on Windows agrees. */
  readonly hash: string;
  readonly statements: readonly string[];
}

interface LedgerRow {
  readonly tag: string;
  readonly hash: string;
}

export const LEDGER_TABLE = 'migration_ledger';

export const CREATE_LEDGER = `CREATE TABLE IF NOT EXISTS ${LEDGER_TABLE} (
  position INTEGER PRIMARY KEY NOT NULL,
  tag TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  applied_at_ms INTEGER NOT NULL
) STRICT`;

/** Where the migrations lie in a checkout; the built application passes its own copy. */
export const CHECKOUT_MIGRATIONS_DIR = join(import.meta.dirname, 'migrations');

/** @throws Error when the folder is not what drizzle-kit writes: a broken build, not a broken database */
export function readMigrations(migrationsDir: string): Migration[] {
  const journal = JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string }[];
  };
  // drizzle-orm gives the statements but no tags; the order of both is the journal's.
  return readMigrationFiles({ migrationsFolder: migrationsDir }).map((migration, position) => {
    const text = migration.sql.join('--> statement-breakpoint').replaceAll('\r\n', '\n');
    return {
      tag: journal.entries[position]!.tag,
      hash: createHash('sha256').update(text).digest('hex'),
      statements: migration.sql.filter((statement) => statement.trim() !== ''),
    };
  });
}

/**
 * @returns the migrations still to apply, and whether the database is new (no table at all)
 * @throws RevinoError `database.newer` when it has had migrations this program does not know;
 * `database.foreign` when its history is another one, or it has tables but no ledger
 */
export function pendingMigrations(
  sqlite: Sqlite,
  migrations: readonly Migration[],
  file: string,
): { pending: readonly Migration[]; isNew: boolean } {
  const names = tableNames(sqlite);
  if (names.length === 0) return { pending: migrations, isNew: true };
  if (!names.includes(LEDGER_TABLE)) throw new RevinoError('database.foreign', { file });
  const ledger = sqlite
    .prepare(`SELECT tag, hash FROM ${LEDGER_TABLE} ORDER BY position`)
    .all() as LedgerRow[];
  for (const [position, row] of ledger.entries()) {
    const migration = migrations[position];
    if (migration === undefined) throw new RevinoError('database.newer', { file });
    if (migration.tag !== row.tag || migration.hash !== row.hash) {
      throw new RevinoError('database.foreign', { file });
    }
  }
  return { pending: migrations.slice(ledger.length), isNew: false };
}
