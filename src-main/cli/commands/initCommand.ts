/** `init`: an empty database for a shop, protected as asked, or nothing at all. */
import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { keyFilePath, recoveryKeyText, wrapKeyWithPassphrase, writeKeyFile } from '../../../db/keys.ts';
import { requireLocalFolder } from '../../../db/liveFolder.ts';
import { createDatabase } from '../../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../../db/openDatabase.ts';
import { acquireWriterLock } from '../../../db/writerLock.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import { tradeSchema } from '../../../src-shared/contract/values.ts';
import { showsNothing } from '../../../src-shared/domain/fold.ts';
import { createShop, type NewShop } from '../../services/shopService.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { databaseFile, migrationOf, type NewKey, newKey } from '../openShop.ts';
import { type ParsedCommand, UsageError } from '../options.ts';

export interface MadeDatabase<T> {
  readonly file: string;
  readonly key: NewKey;
  readonly result: T;
}

/**
 * Makes the database file and lets `fill` put something into it; leaves nothing behind when it fails.
 * @throws RevinoError `database.alreadyExists`, `.notWritable`, `.noSpace`, `.inUse`, `key.weakPassphrase`, and what `fill` throws
 */
export const makeDatabase = async <T>(
  parsed: ParsedCommand,
  context: CommandContext,
  fill: (db: Database) => T | Promise<T>,
): Promise<MadeDatabase<T>> => {
  const file = databaseFile(parsed, context);
  if (existsSync(file)) throw new RevinoError('database.alreadyExists', { file });
  requireLocalFolder(dirname(file), file);
  const keyFile = parsed.text('key-file');
  const hadKeyFile = keyFile !== undefined && existsSync(resolve(context.io.cwd(), keyFile));
  const made = newKey(parsed, context);
  const { key, passphrase } = made;
  const forget = (paths: readonly string[]) => {
    for (const path of paths) rmSync(path, { force: true });
  };
  const newKeyFiles = made.keyFile !== null && !hadKeyFile ? [made.keyFile] : [];
  try {
    const wrapped = key !== null && passphrase !== null ? await wrapKeyWithPassphrase(key, passphrase) : null;
    const lock = acquireWriterLock(file);
    try {
      createDatabase({ ...migrationOf(file, key, context), lock });
      try {
        // A key that is nowhere written down would lock the shop for good.
        if (wrapped) writeKeyFile(keyFilePath(file), wrapped);
        const db = openDatabase({ file, key, mode: 'write', cacheMb: 256 });
        try {
          return { file, key: made, result: await fill(db) };
        } finally {
          db.close();
        }
      } catch (error) {
        forget([file, `${file}-wal`, `${file}-shm`, ...(wrapped ? [keyFilePath(file)] : [])]);
        throw error;
      }
    } finally {
      lock.release();
    }
  } catch (error) {
    forget(newKeyFiles);
    throw error;
  }
};

/** What the owner must know about the key; the recovery key itself is told only where it is kept nowhere else. */
export const tellAboutKey = (key: NewKey, { words, tell }: CommandContext): void => {
  if (key.kept === 'keyFile') tell(words.t('cli.key.file', { file: key.keyFile ?? '' }));
  else if (key.kept === 'none') tell(words.t('cli.key.none'));
  else if (key.key) tell(words.t('cli.key.passphrase', { recoveryKey: recoveryKeyText(key.key) }));
};

export const initCommand: Command = async (parsed, context) => {
  const trade = parsed.text('trade');
  const name = parsed.needed('shop').trim().slice(0, 200);
  if (showsNothing(name)) throw new UsageError((words) => words.t('cli.wrong.missing', { option: '--shop' }));
  const shop: NewShop = {
    name,
    trade: trade === undefined ? null : tradeSchema.parse(trade),
    currency: parsed.needed('currency'),
    timeZone: parsed.needed('time-zone'),
    locale: context.words.locale,
    isHistoryComplete: parsed.text('history') !== 'partial',
  };
  const { file, key } = await makeDatabase(parsed, context, (db) => createShop(db, shop, context.nowMs()));
  tellAboutKey(key, context);
  context.print(
    { file, ...shop, protection: key.kept, keyFile: key.keyFile },
    () => `${context.words.t('cli.init.done', { file, shop: shop.name })}\n`,
  );
  return 0;
};
