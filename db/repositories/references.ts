/**
 * Which tables point at which, asked of the database itself: whoever removes records need not know every table that
 * was added since. Reads the schema; the indexes it makes live inside the caller's transaction.
 */
import type { Database } from '../openDatabase.ts';
import { requireTransaction } from '../transaction.ts';

export interface Reference {
  readonly table: string;
  readonly column: string;
}

const namesOf = (db: Database): string[] =>
  (
    db.sqlite
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all() as { name: string }[]
  ).map(({ name }) => name);

export function referencesTo(db: Database, table: string): Reference[] {
  return namesOf(db).flatMap((child) =>
    (
      db.sqlite
        .prepare(`SELECT "table" AS parent, "from" AS field FROM pragma_foreign_key_list(?)`)
        .all(child) as {
        parent: string;
        field: string;
      }[]
    ).flatMap(({ parent, field }) => (parent === table ? [{ table: child, column: field }] : [])),
  );
}

/**
 * Lets references to these tables be followed backwards: without an index each row removed would read a whole table.
 * @returns what takes the indexes away again
 */
export function withReferencesIndexedTx(db: Database, tables: readonly string[]): () => void {
  requireTransaction(db);
  const made: string[] = [];
  for (const { table, column } of tables.flatMap((parent) => referencesTo(db, parent))) {
    const isIndexed = db.sqlite
      .prepare(
        `SELECT 1 FROM pragma_index_list(?) AS list, pragma_index_info(list.name) AS info
         WHERE info.seqno = 0 AND info.name = ?
         UNION SELECT 1 FROM pragma_table_info(?) WHERE name = ? AND pk = 1`,
      )
      .get(table, column, table, column);
    if (isIndexed !== undefined) continue;
    const name = `removal_${table}_${column}`;
    if (made.includes(name)) continue;
    db.sqlite.exec(`CREATE INDEX "${name}" ON "${table}" ("${column}") WHERE "${column}" IS NOT NULL`);
    made.push(name);
  }
  return () => {
    requireTransaction(db);
    for (const name of made) db.sqlite.exec(`DROP INDEX "${name}"`);
  };
}
