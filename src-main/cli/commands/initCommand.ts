/** `init`: an empty database for a shop, protected as asked, or nothing at all. */
import { existsSync, rmSync } from 'node:fs';
import { keyFilePath, recoveryKeyText, wrapKeyWithPassphrase, writeKeyFile } from '../../../db/keys.ts';
import { createDatabase } from '../../../db/migrateDatabase.ts';
import { openDatabase } from '../../../db/openDatabase.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import { tradeSchema } from '../../../src-shared/contract/values.ts';
import { createShop, type NewShop } from '../../services/shopService.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { databaseFile, migrationOf, type NewKey, newKey } from '../openShop.ts';
import type { ParsedCommand } from '../options.ts';

/**
 * Makes the database file and its shop; leaves nothing behind when it fails.
 * @throws RevinoError `database.alreadyExists`, `.notWritable`, `.noSpace`, `shop.invalid*`, `key.weakPassphrase`
 */
export const makeShop = async (
  parsed: ParsedCommand,
  context: CommandContext,
  shop: NewShop,
): Promise<{ readonly file: string; readonly made: NewKey }> => {
  const file = databaseFile(parsed, context);
  if (existsSync(file)) throw new RevinoError('database.alreadyExists', { file });
  const hadKeyFile = existsSync(parsed.text('key-file') ?? '');
  const made = newKey(parsed, context);
  const { key } = made;
  try {
    const wrapped =
      key !== null && made.passphrase !== null ? await wrapKeyWithPassphrase(key, made.passphrase) : null;
    createDatabase(migrationOf(file, key, context));
    try {
      // A key that is nowhere written down would lock the shop for good.
      if (wrapped) writeKeyFile(keyFilePath(file), wrapped);
      const db = openDatabase({ file, key, mode: 'write' });
      try {
        createShop(db, shop, context.nowMs());
      } finally {
        db.close();
      }
    } catch (error) {
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
      if (wrapped) rmSync(keyFilePath(file), { force: true });
      throw error;
    }
  } catch (error) {
    if (made.keyFile !== null && !hadKeyFile) rmSync(made.keyFile, { force: true });
    rmSync(`${file}.lock`, { force: true });
    throw error;
  }
  return { file, made };
};

/** What the owner must know about the key; the recovery key itself is told only where it is kept nowhere else. */
export const tellAboutKey = ({ made }: { readonly made: NewKey }, { words, tell }: CommandContext): void => {
  if (made.kept === 'keyFile') tell(words.t('cli.key.file', { file: made.keyFile ?? '' }));
  else if (made.kept === 'none') tell(words.t('cli.key.none'));
  else if (made.key) tell(words.t('cli.key.passphrase', { recoveryKey: recoveryKeyText(made.key) }));
};

export const initCommand: Command = async (parsed, context) => {
  const trade = parsed.text('trade');
  const shop: NewShop = {
    name: parsed.needed('shop').trim().slice(0, 200),
    trade: trade === undefined ? null : tradeSchema.parse(trade),
    currency: parsed.needed('currency'),
    timeZone: parsed.needed('time-zone'),
    locale: context.words.locale,
    isHistoryComplete: parsed.text('history') !== 'partial',
  };
  const result = await makeShop(parsed, context, shop);
  tellAboutKey(result, context);
  context.print(
    { file: result.file, ...shop, protection: result.made.kept, keyFile: result.made.keyFile },
    () => `${context.words.t('cli.init.done', { file: result.file, shop: shop.name })}\n`,
  );
  return 0;
};
