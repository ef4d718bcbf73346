/** `backup`: a copy that was opened again and found whole, beside the database or where it is told. Rotates as the app does. */
import { resolve } from 'node:path';
import { finishRestore } from '../../../db/restoreDatabase.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import { formatNumber } from '../../../src-shared/words/format.ts';
import { makeBackup } from '../../backups/makeBackup.ts';
import type { Command } from '../commandContext.ts';
import { backupsFolder, databaseFile, existingKey } from '../openShop.ts';

const BYTES_IN_MEGABYTE = 1_000_000;

export const backupCommand: Command = async (parsed, context) => {
  const { words, io, capabilities } = context;
  const file = databaseFile(parsed, context);
  finishRestore(file);
  const key = await existingKey(parsed, context, file);
  const to = parsed.text('to');
  const folder = to === undefined ? backupsFolder(file) : resolve(io.cwd(), to);
  const outcome = makeBackup(file, key, {
    places: [{ placeId: 'own', folder, mark: null }],
    nowMs: context.nowMs(),
    checksLive: false,
    ...(capabilities.migrationsDir === undefined ? {} : { migrationsDir: capabilities.migrationsDir }),
  });
  const [place] = outcome.places;
  if (!place?.backupFile) {
    const { code, params } = place?.failure ?? { code: 'internal' as const, params: {} };
    throw new RevinoError(code, params);
  }
  const document = {
    file: place.backupFile,
    madeAt: new Date(outcome.madeAtMs).toISOString(),
    bytes: outcome.bytes,
    customers: outcome.customers,
    visits: outcome.visits,
    isEncrypted: key !== null,
    removed: place.removed,
  };
  context.print(document, () => {
    const number = (value: number, digits = 0) => formatNumber(value, words.locale, digits);
    const removed = place.removed.length;
    return `${words.t('cli.backup.done', {
      file: document.file,
      megabytes: number(document.bytes / BYTES_IN_MEGABYTE, 1),
      customers: number(document.customers),
      visits: number(document.visits),
    })}\n${removed === 0 ? '' : `${words.t('cli.backup.removed', { count: removed })}\n`}`;
  });
  return 0;
};
