/**
 * From the options of a command to an open database: which file, which key, lock and migration before writing.
 * Asks nobody anything: a key comes from a file, from REVINO_PASSPHRASE, or from the system's key store where the
 * command runs inside the app.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { toRevinoError } from '../../db/databaseError.ts';
import {
  generateKey,
  type KeyWrapper,
  keyFilePath,
  parseKeyText,
  readKeyFile,
  recoveryKeyText,
  unwrapKeyWithPassphrase,
  unwrapKeyWithStore,
} from '../../db/keys.ts';
import { requireLocalFolder } from '../../db/liveFolder.ts';
import { migrateDatabase } from '../../db/migrateDatabase.ts';
import { CHECKOUT_MIGRATIONS_DIR, pendingMigrations, readMigrations } from '../../db/migrationLedger.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { finishRestore } from '../../db/restoreDatabase.ts';
import { isTidyPending, tidyDatabase } from '../../db/tidyDatabase.ts';
import { acquireWriterLock, type WriterLock } from '../../db/writerLock.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { eraseForgottenAgain } from '../services/privacyService.ts';
import type { CommandContext } from './commandContext.ts';
import { type ParsedCommand, UsageError } from './options.ts';

/** As the app names it inside its data folder. */
const DATABASE_NAME = 'shop.revino';

/** `--db`, else the shop in REVINO_DATA_DIR. Throws UsageError. */
export const databaseFile = (parsed: ParsedCommand, { io }: CommandContext): string => {
  const folder = io.env.REVINO_DATA_DIR;
  const given = parsed.text('db') ?? (folder ? join(folder, DATABASE_NAME) : undefined);
  if (given === undefined) throw new UsageError((words) => words.t('cli.wrong.missing', { option: '--db' }));
  return resolve(io.cwd(), given);
};

export const backupsFolder = (file: string): string => join(dirname(file), 'backups');

/** @throws RevinoError `key.fileUnreadable`, `key.malformedRecoveryKey` */
const readKeyText = (path: string): Uint8Array => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new RevinoError('key.fileUnreadable', { file: path }, { cause: error });
  }
  return parseKeyText(text);
};

/**
 * The key of an existing database, or null for a plain one.
 * @throws RevinoError `database.keyNeeded`, `key.*`
 */
export const existingKey = async (
  parsed: ParsedCommand,
  { io, capabilities }: CommandContext,
  file: string,
): Promise<Uint8Array | null> => {
  const keyFile = parsed.text('key-file');
  if (keyFile !== undefined) return readKeyText(resolve(io.cwd(), keyFile));
  if (parsed.has('no-encryption')) return null;
  const kept = readKeyFile(keyFilePath(file));
  if (kept === null) return null;
  if (kept.protection === 'passphrase') {
    const passphrase = io.env.REVINO_PASSPHRASE;
    if (!passphrase) throw new RevinoError('database.keyNeeded', { file });
    return await unwrapKeyWithPassphrase(kept, passphrase);
  }
  if (!capabilities.keyStore) throw new RevinoError('key.storeUnavailable', { file });
  return unwrapKeyWithStore(kept, capabilities.keyStore satisfies KeyWrapper);
};

export interface NewKey {
  readonly key: Uint8Array | null;
  /** How it is kept, for the message. */
  readonly kept: 'keyFile' | 'passphrase' | 'none';
  readonly keyFile: string | null;
  readonly passphrase: string | null;
}

/**
 * The key of a database to be made. A key file that is not there yet is made, readable by its owner alone.
 * @throws UsageError when nothing was chosen; RevinoError `database.notWritable`, `key.malformedRecoveryKey`
 */
export const newKey = (parsed: ParsedCommand, { io }: CommandContext): NewKey => {
  if (parsed.has('no-encryption')) return { key: null, kept: 'none', keyFile: null, passphrase: null };
  const given = parsed.text('key-file');
  if (given !== undefined) {
    const keyFile = resolve(io.cwd(), given);
    return { key: makeOrReadKeyFile(keyFile), kept: 'keyFile', keyFile, passphrase: null };
  }
  const passphrase = io.env.REVINO_PASSPHRASE;
  if (!passphrase) throw new UsageError((words) => words.t('cli.wrong.keyChoice'));
  return { key: generateKey(), kept: 'passphrase', keyFile: null, passphrase };
};

const makeOrReadKeyFile = (path: string): Uint8Array => {
  const key = generateKey();
  let handle: number;
  try {
    handle = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'EEXIST') return readKeyText(path);
    throw toRevinoError(error, path);
  }
  try {
    writeSync(handle, `${recoveryKeyText(key)}\n`);
    fsyncSync(handle);
  } catch (error) {
    throw toRevinoError(error, path);
  } finally {
    closeSync(handle);
  }
  return key;
};

export const migrationOf = (file: string, key: Uint8Array | null, context: CommandContext) => ({
  file,
  key,
  backupsDir: backupsFolder(file),
  nowMs: context.nowMs(),
  ...(context.capabilities.migrationsDir === undefined
    ? {}
    : { migrationsDir: context.capabilities.migrationsDir }),
});

/** Opens for writing under the lock, on today's schema; closed and unlocked whatever `work` does. */
export const withWritableShop = async <T>(
  parsed: ParsedCommand,
  context: CommandContext,
  work: (db: Database) => Promise<T>,
): Promise<T> => {
  const file = databaseFile(parsed, context);
  requireLocalFolder(dirname(file), file);
  finishRestore(file);
  const key = await existingKey(parsed, context, file);
  // Before the lock file is made: a wrong path must not leave one lying about.
  openDatabase({ file, key, mode: 'read' }).close();
  const lock: WriterLock = acquireWriterLock(file);
  try {
    migrateDatabase({ ...migrationOf(file, key, context), lock });
    const db = openDatabase({ file, key, mode: 'write', cacheMb: 256 });
    try {
      forgetAgain(db, context.nowMs());
      return await work(db);
    } finally {
      db.close();
    }
  } finally {
    lock.release();
  }
};

/** As the app does when it opens a shop: whoever was forgotten since a restored backup is forgotten again. */
const forgetAgain = (db: Database, nowMs: number): void => {
  eraseForgottenAgain(db, nowMs);
  if (isTidyPending(db)) tidyDatabase(db);
};

/** Opens for reading beside a running app; only an older schema needs the lock, to be brought up to date first. */
export const withReadableShop = async <T>(
  parsed: ParsedCommand,
  context: CommandContext,
  work: (db: Database) => T | Promise<T>,
): Promise<T> => {
  const file = databaseFile(parsed, context);
  finishRestore(file);
  const key = await existingKey(parsed, context, file);
  const isOld = ((): boolean => {
    const db = openDatabase({ file, key, mode: 'read' });
    try {
      return (
        pendingMigrations(
          db.sqlite,
          readMigrations(context.capabilities.migrationsDir ?? CHECKOUT_MIGRATIONS_DIR),
          file,
        ).pending.length > 0
      );
    } catch (error) {
      throw toRevinoError(error, file);
    } finally {
      db.close();
    }
  })();
  if (isOld) migrateDatabase(migrationOf(file, key, context));
  const db = openDatabase({ file, key, mode: 'read', cacheMb: 256 });
  try {
    return await work(db);
  } catch (error) {
    throw toRevinoError(error, file);
  } finally {
    db.close();
  }
};
