/**
 * Where a command may write what it was asked for: over an older answer, but never over the shop, its key, or a file
 * the same command reads. One slip of the completion key would otherwise cost the owner every record.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { forgottenFile } from '../../db/forgotten.ts';
import { keyFilePath } from '../../db/keys.ts';
import type { CommandContext } from './commandContext.ts';
import { databaseFile } from './openShop.ts';
import { type ParsedCommand, UsageError } from './options.ts';

/** Equal for two names of one file, through links as well. */
const identityOf = (path: string): string => {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev} ${stats.ino}` : path;
};

/** The absolute path named by `option`, or undefined where it was not given. Throws UsageError. */
export const outputFile = (
  parsed: ParsedCommand,
  context: CommandContext,
  option: 'out' | 'rejected',
): string | undefined => {
  const given = parsed.text(option);
  if (given === undefined) return undefined;
  const absolute = (path: string): string => resolve(context.io.cwd(), path);
  const file = absolute(given);
  const database = databaseFile(parsed, context);
  const read = [parsed.argument, parsed.text('map'), parsed.text('key-file')];
  const kept = [
    ...['', '-wal', '-shm', '.lock'].map((ending) => `${database}${ending}`),
    keyFilePath(database),
    forgottenFile(database),
    ...read.flatMap((path) => (path === undefined ? [] : [absolute(path)])),
  ];
  if (kept.some((path) => identityOf(path) === identityOf(file))) {
    throw new UsageError((words) => words.t('cli.wrong.overwrite', { option: `--${option}`, file }));
  }
  return file;
};
