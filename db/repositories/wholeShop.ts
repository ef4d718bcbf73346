/**
 * The whole shop as plain rows, table by table: for the export that loses nothing, and for bringing it into an empty
 * shop. Knows tables and columns only through the schema files, so that a new table is exported from its first day.
 */
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { parseIsoDate } from '../../src-shared/domain/calendar.ts';
import type { Database } from '../openDatabase.ts';
import { staffAccessTable } from '../schema/access.ts';
import { ALL_TABLES } from '../schema/allTables.ts';
import { undoValueTable } from '../schema/history.ts';
import { customerMonthTable, customerTotalTable, walkInMonthTable } from '../schema/summary.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { CHAIN_SETTINGS } from './changeLog.ts';

/** A value as JSON can hold it; a blob is its bytes in hexadecimal. */
export type PlainValue = string | number | null;
export type PlainRow = Record<string, PlainValue>;

/** Made anew from the other tables, or of use only where they were made. */
const LEFT_OUT: readonly SQLiteTable[] = [
  customerTotalTable,
  customerMonthTable,
  walkInMonthTable,
  undoValueTable,
  // Whoever gets the file could try all PINs at leisure; where it is brought in, people get new ones.
  staffAccessTable,
];

interface PlainColumn {
  /** As the code calls it: 'displayName'. */
  readonly key: string;
  /** As the database calls it: 'display_name'. */
  readonly name: string;
  readonly isBlob: boolean;
}

export interface PlainTable {
  readonly name: string;
  readonly columns: readonly PlainColumn[];
}

export const EXPORTED_TABLES: readonly PlainTable[] = ALL_TABLES.filter(
  (table) => !LEFT_OUT.includes(table),
).map((table) => ({
  name: getTableName(table),
  columns: Object.entries(getTableColumns(table)).map(([key, column]) => ({
    key,
    name: column.name,
    isBlob: column.getSQLType() === 'blob',
  })),
}));

/** Settings that stay where they were made. */
const rowsOf = (table: string): string =>
  table === 'setting'
    ? `"setting" WHERE key NOT IN (${CHAIN_SETTINGS.map((key) => `'${key}'`).join(', ')}) AND key NOT LIKE 'access.tries.%'`
    : `"${table}"`;

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Rows of all exported tables together. */
export const countPlainRows = (db: Database): number =>
  EXPORTED_TABLES.reduce((sum, { name }) => {
    const { n } = prepared(db, `SELECT count(*) AS n FROM ${rowsOf(name)}`).get() as { n: number };
    return sum + n;
  }, 0);

/** In the order of the table's key, so that equal shops give equal files. Read inside a read transaction. */
export function* readPlainRows(db: Database, { name, columns }: PlainTable): Generator<PlainRow> {
  const names = quoted(columns.map((column) => column.name));
  const rows = db.sqlite.prepare(`SELECT ${names} FROM ${rowsOf(name)} ORDER BY 1, 2`).iterate() as Iterable<
    Record<string, PlainValue | Buffer>
  >;
  for (const row of rows) {
    const plain: PlainRow = {};
    for (const column of columns) {
      const value = row[column.name] ?? null;
      plain[column.key] = Buffer.isBuffer(value) ? value.toString('hex') : value;
    }
    yield plain;
  }
}

/** A row that the tables do not take: somebody has changed it, or a disk has. */
export class UnfitRow extends Error {}

const isDay = (key: string): boolean => /^(birthday|customerSince|asOf|.*(Date|On))$/.test(key);

/** What SQLite would take as a day, or the driver would not take at all. */
const isFit = ({ key, isBlob }: PlainColumn, value: unknown): boolean => {
  if (value === null) return true;
  if (typeof value === 'number') return !isBlob;
  if (typeof value !== 'string') return false;
  if (isBlob) return value.length % 2 === 0 && /^[0-9a-f]*$/.test(value);
  return !isDay(key) || parseIsoDate(value) !== null;
};

/**
 * A column that the row has not got is left to its default: an earlier version of the program did not know it.
 * @throws RevinoError `export.newer` for a column this version does not know; UnfitRow
 */
export function insertPlainRowTx(db: Database, { name, columns }: PlainTable, row: PlainRow): void {
  requireTransaction(db);
  const keys = new Set(Object.keys(row));
  const given = columns.filter(({ key }) => keys.delete(key));
  const [unknown] = keys;
  if (unknown !== undefined) throw new RevinoError('export.newer', { name: `${name}.${unknown}` });
  if (given.length === 0 || !given.every((column) => isFit(column, row[column.key])))
    throw new UnfitRow(name);
  const places = given.map(() => '?').join(', ');
  const insert = prepared(
    db,
    `INSERT INTO "${name}" (${quoted(given.map((column) => column.name))}) VALUES (${places})`,
  );
  const values = given.map(({ key, isBlob }) => {
    const value = row[key] ?? null;
    return isBlob && typeof value === 'string' ? Buffer.from(value, 'hex') : value;
  });
  try {
    insert.run(values);
  } catch (error) {
    if (isConstraint(error)) throw new UnfitRow(name, { cause: error });
    throw error;
  }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');

/** Whether every row finds the rows it points at; asked before the end of a transaction that deferred the question. */
export function hasAllReferences(db: Database): boolean {
  return (db.sqlite.pragma('foreign_key_check') as unknown[]).length === 0;
}

/** Nothing but what the setting-up of a shop leaves in it. */
export function isShopWithoutRecords(db: Database): boolean {
  return ['customer', 'visit', 'opinion', 'import_batch', 'benefit_entry'].every(
    (table) => prepared(db, `SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined,
  );
}

/** Empties every table. Foreign keys are deferred to the end of the transaction, which fills them again. */
export function clearShopTx(db: Database): void {
  requireTransaction(db);
  db.sqlite.pragma('defer_foreign_keys = ON');
  for (const table of ALL_TABLES) prepared(db, `DELETE FROM "${getTableName(table)}"`).run();
}
