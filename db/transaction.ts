/**
 * Transactions and prepared statements of one connection. Services own transactions; functions ending in Tx
 * only check that one is open.
 */
import { toRevinoError, withRevinoErrors } from './databaseError.ts';
import type { Sqlite, Statement } from './driver.ts';
import type { Database } from './openDatabase.ts';

const statementsByConnection = new WeakMap<Sqlite, Map<string, Statement>>();

/**
 * The statement for `sql` on this connection, prepared once. Callers must not toggle raw() or pluck() on it:
 * everyone with the same text shares it.
 */
export function prepared(db: Database, sql: string): Statement {
  let statements = statementsByConnection.get(db.sqlite);
  if (statements === undefined) {
    statements = new Map();
    statementsByConnection.set(db.sqlite, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.sqlite.prepare(sql);
    statements.set(sql, statement);
  }
  return statement;
}

const queriesByConnection = new WeakMap<Sqlite, Map<string, unknown>>();

/** The Drizzle query called `name` on this connection, built and prepared once: for what every visit asks. */
export function preparedQuery<Q>(db: Database, name: string, make: () => Q): Q {
  let queries = queriesByConnection.get(db.sqlite);
  if (queries === undefined) {
    queries = new Map();
    queriesByConnection.set(db.sqlite, queries);
  }
  if (!queries.has(name)) queries.set(name, make());
  return queries.get(name) as Q;
}

/** Called first by every function that writes: half a visit must not be possible. */
export function requireTransaction(db: Database): void {
  if (!db.transaction.isOpen && !db.sqlite.inTransaction)
    throw new Error('This function must run inside a transaction.');
}

export interface OpenTransaction {
  /** @throws RevinoError `database.noSpace`, `.notWritable`, ...; the transaction is then rolled back */
  commit(): void;
  /** Safe to call after a failure that already rolled back. */
  rollback(): void;
}

/** Pages in the write-ahead log at which SQLite moves them into the database, as part of a commit. */
const AUTO_CHECKPOINT_PAGES = 1000;

/**
 * Begins a write transaction that may stay open across awaits (an import). Whoever begins it must end it.
 * @param isBulk its commit only makes the work durable; moving thousands of pages from the log into the database,
 * which takes longer, is left to `checkpoint`, to closing, or to the next small commit
 * @throws RevinoError `database.inUse` when another connection writes for longer than the busy timeout
 */
export function beginTransaction(db: Database, isBulk = false): OpenTransaction {
  withRevinoErrors(db.file, () => prepared(db, 'BEGIN IMMEDIATE').run());
  db.transaction.isOpen = true;
  if (isBulk) db.sqlite.pragma('wal_autocheckpoint = 0');
  const end = () => {
    db.transaction.isOpen = false;
    if (isBulk) db.sqlite.pragma(`wal_autocheckpoint = ${AUTO_CHECKPOINT_PAGES}`);
  };
  const rollback = () => {
    if (!db.transaction.isOpen) return;
    end();
    if (db.sqlite.inTransaction) prepared(db, 'ROLLBACK').run();
  };
  return {
    commit: () => {
      try {
        prepared(db, 'COMMIT').run();
        end();
      } catch (error) {
        rollback();
        throw toRevinoError(error, db.file);
      }
    },
    rollback,
  };
}

/** Moves what is in the write-ahead log into the database, as far as nobody is reading from it. */
export function checkpoint(db: Database): void {
  withRevinoErrors(db.file, () => db.sqlite.pragma('wal_checkpoint(PASSIVE)'));
}

/** Runs `work` in one write transaction: all of it or nothing. Errors of SQLite come out as RevinoError. */
export function inTransaction<T>(db: Database, work: () => T): T {
  const transaction = beginTransaction(db);
  let result: T;
  try {
    result = work();
  } catch (error) {
    transaction.rollback();
    throw toRevinoError(error, db.file);
  }
  transaction.commit();
  return result;
}

/** Runs `work` against one unchanging state of the database. */
export function inReadTransaction<T>(db: Database, work: () => T): T {
  if (db.sqlite.inTransaction) return work();
  withRevinoErrors(db.file, () => prepared(db, 'BEGIN').run());
  try {
    return work();
  } catch (error) {
    throw toRevinoError(error, db.file);
  } finally {
    if (db.sqlite.inTransaction) prepared(db, 'COMMIT').run();
  }
}
