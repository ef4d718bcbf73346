/** Settings as JSON under a key. What a key means, and its schema, is its owner's business. */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

/** The value as parsed JSON, for the caller to check against its own schema; undefined when never set. */
export function readSetting(db: Database, key: string): unknown {
  const row = prepared(db, 'SELECT value FROM setting WHERE key = ?').get(key) as
    | { value: string }
    | undefined;
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** @param value anything JSON can hold; undefined removes the setting */
export function writeSettingTx(db: Database, key: string, value: unknown): void {
  requireTransaction(db);
  if (value === undefined) {
    prepared(db, 'DELETE FROM setting WHERE key = ?').run(key);
    return;
  }
  prepared(
    db,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}
