/** `restore FILE`: a checked copy of a backup takes the database's place; the old one is kept beside it. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type KeyFile, keyFilePath, readKeyFile } from '../../../db/keys.ts';
import { requireLocalFolder } from '../../../db/liveFolder.ts';
import { migrateDatabase } from '../../../db/migrateDatabase.ts';
import { openDatabase } from '../../../db/openDatabase.ts';
import { commitRestore, finishRestore, stageRestore } from '../../../db/restoreDatabase.ts';
import { acquireWriterLock } from '../../../db/writerLock.ts';
import { formatNumber } from '../../../src-shared/words/format.ts';
import type { Command, CommandContext } from '../commandContext.ts';
import { databaseFile, existingKey, migrationOf } from '../openShop.ts';
import { type ParsedCommand, UsageError } from '../options.ts';

/**
 * The key of the backup, and the key file that is to lie beside the restored database: the one beside the backup, when
 * that is the one the passphrase has opened. A key file that the caller keeps elsewhere stays there.
 */
const keyOfBackup = async (
  parsed: ParsedCommand,
  context: CommandContext,
  backupFile: string,
  file: string,
): Promise<{ readonly key: Uint8Array | null; readonly keyFile: KeyFile | null }> => {
  if (parsed.has('key-file') || parsed.has('no-encryption'))
    return { key: await existingKey(parsed, context, backupFile), keyFile: null };
  const beside = readKeyFile(keyFilePath(backupFile));
  if (beside) return { key: await existingKey(parsed, context, backupFile), keyFile: beside };
  return { key: await existingKey(parsed, context, file), keyFile: null };
};

export const restoreCommand: Command = async (parsed, context) => {
  const { words, io, capabilities } = context;
  const file = databaseFile(parsed, context);
  const backupFile = resolve(io.cwd(), parsed.argument ?? '');
  if (backupFile === file)
    throw new UsageError((say) => say.t('cli.wrong.overwrite', { option: 'FILE', file: backupFile }));
  const { key, keyFile } = await keyOfBackup(parsed, context, backupFile, file);
  // Before anything is made: a wrong path must leave no folder and no lock lying about.
  openDatabase({ file: backupFile, key, mode: 'read' }).close();
  mkdirSync(dirname(file), { recursive: true });
  requireLocalFolder(dirname(file), file);
  const lock = acquireWriterLock(file);
  try {
    // One that was interrupted comes first: what it had begun counts.
    finishRestore(file, lock);
    const { rowCounts } = stageRestore({
      backupFile,
      key,
      file,
      ...(capabilities.migrationsDir === undefined ? {} : { migrationsDir: capabilities.migrationsDir }),
    });
    commitRestore(file, keyFile, context.nowMs());
    const finished = finishRestore(file, lock);
    const { applied } = migrateDatabase({ ...migrationOf(file, key, context), lock });
    const document = {
      file,
      from: backupFile,
      replacedFile: finished?.replacedFile ?? null,
      customers: rowCounts.get('customer') ?? 0,
      visits: rowCounts.get('visit') ?? 0,
      migrated: applied,
    };
    context.print(document, () => {
      const { customers, visits, replacedFile } = document;
      const number = (value: number) => formatNumber(value, words.locale);
      const done = words.t('cli.restore.done', {
        file,
        customers: number(customers),
        visits: number(visits),
      });
      const kept =
        replacedFile === null ? '' : `${words.t('cli.restore.replaced', { file: replacedFile })}\n`;
      return `${done}\n${kept}`;
    });
    return 0;
  } finally {
    lock.release();
  }
};
