/**
 * The first import into an empty shop builds the indexes of its visits at the end instead of row by row: sorting
 * once is several times quicker than keeping a growing tree in order. In the same transaction, so a rollback brings them back.
 */
import type { Database } from '../openDatabase.ts';
import { requireTransaction } from '../transaction.ts';

/** Not the index of receipts: an import looks them up while it goes. */
const DEFERRED = ['visit_day_index', 'visit_customer_day_index'] as const;

/**
 * Takes the indexes away. Only for a database without visits.
 * @returns what puts them back, exactly as the schema has them
 */
export function deferVisitIndexesTx(db: Database): () => void {
  requireTransaction(db);
  const texts = DEFERRED.map((name) => {
    const row = db.sqlite
      .prepare(`SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?`)
      .get(name);
    if (row === undefined) throw new Error(`The index ${name} is missing.`);
    return (row as { sql: string }).sql;
  });
  for (const name of DEFERRED) db.sqlite.exec(`DROP INDEX ${name}`);
  return () => {
    requireTransaction(db);
    for (const text of texts) db.sqlite.exec(text);
  };
}
