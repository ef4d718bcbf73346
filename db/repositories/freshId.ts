/**
 * SQLite gives the number of the last row that went to the next that comes. Where changes name rows by number and may
 * be taken back later, a number must never come to mean another row.
 */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { readSetting, writeSettingTx } from './setting.ts';

type Named = 'tag' | 'household';

/** The highest number that was ever taken out. */
const settingOf = (table: Named) => `lastRemovedId.${table}`;
const lastRemoved = (db: Database, table: Named): number => Number(readSetting(db, settingOf(table)) ?? 0);

/** A number that no row of the table has or had. */
export function freshId(db: Database, table: Named): number {
  const { last } = prepared(db, `SELECT max(id) AS last FROM ${table}`).get() as { last: number | null };
  return Math.max(last ?? 0, lastRemoved(db, table)) + 1;
}

/** Together with taking the row out. */
export function noteRemovedTx(db: Database, table: Named, id: number): void {
  requireTransaction(db);
  if (id > lastRemoved(db, table)) writeSettingTx(db, settingOf(table), id);
}
