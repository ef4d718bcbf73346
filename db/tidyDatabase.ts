/**
 * After a person was forgotten the database is written anew: SQLite only forgets where a row was, and its page keeps the
 * bytes until something else needs the room. That this is still to be done is remembered in the database itself, in the
 * transaction that erases, so that a power cut in between only puts it off.
 */
import type { Database } from './openDatabase.ts';
import { readSetting, writeSettingTx } from './repositories/setting.ts';
import { inTransaction } from './transaction.ts';

/** When the last erasure asked for it. */
const PENDING_SETTING = 'privacy.tidyPending';

/** In the transaction that erases. */
export const askForTidyTx = (db: Database, nowMs: number): void => writeSettingTx(db, PENDING_SETTING, nowMs);

export const isTidyPending = (db: Database): boolean => readSetting(db, PENDING_SETTING) !== undefined;

/** Everything in the log beside the database goes into it, and the log is emptied. False: somebody still reads the old pages. */
const foldLogIn = (db: Database): boolean => {
  const [row] = db.sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return row?.busy === 0;
};

/**
 * Takes seconds on a large shop, and nobody else can write meanwhile. Whole or not at all.
 * @returns false where a reader kept the old log from going: to be asked again
 */
export const tidyDatabase = (db: Database): boolean => {
  const asked = readSetting(db, PENDING_SETTING);
  db.sqlite.exec('VACUUM');
  if (!foldLogIn(db)) return false;
  inTransaction(db, () => {
    // Another erasure may have come since: what it left is still there.
    if (readSetting(db, PENDING_SETTING) === asked) writeSettingTx(db, PENDING_SETTING, undefined);
  });
  foldLogIn(db);
  return true;
};
