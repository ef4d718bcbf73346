/**
 * A record as one value, for tables whose rows are made, changed and taken back whole: read as it is, written as it is
 * to be. What a change replaced is the same value in parts, so that the change log can put it back.
 */
import { getTableColumns, getTableName, type InferSelectModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { type ChangeAction, logChangeTx, type PutBackTx } from './changeLog.ts';

type StateOf<T extends SQLiteTable> = Readonly<Omit<InferSelectModel<T>, 'id' | 'uid'>>;

export interface PutBackRules<S> {
  /**
   * What is written in truth: what follows from other records is not put back, because they may have changed.
   * @throws RevinoError `undo.changedSince` where it no longer fits
   */
  readonly fitted?: (before: Partial<S>, now: S) => Partial<S>;
  /** Makes what depends on the record true again, for how it was and how it is; null: it is gone. */
  readonly settleTx?: (db: Database, was: S, is: S | null) => void;
}

export interface Records<S> {
  /** Name of the table, and the subject of its changes in the log. */
  readonly subject: string;
  /** @throws RevinoError `catalogue.notFound` */
  read(db: Database, id: number): S;
  /** Makes a record and logs it. */
  makeTx(db: Database, state: S, atMs: number): { id: number; changeId: number };
  /**
   * Writes and logs; nothing is logged where nothing differs.
   * @throws RevinoError `catalogue.notFound`
   */
  changeTx(
    db: Database,
    id: number,
    change: Partial<S>,
    atMs: number,
    action?: Extract<ChangeAction, 'update' | 'cancel'>,
  ): { changeId: number | null };
  /** Without a log: for what follows from another change. */
  writeTx(db: Database, id: number, change: Partial<S>): void;
  putBack(rules?: PutBackRules<S>): PutBackTx;
}

/** @param table its rows have `id`, `uid` and `createdAtMs`, and nothing points at them that must go along */
export function recordsOf<T extends SQLiteTable>(table: T): Records<StateOf<T>> {
  type S = StateOf<T>;
  const subject = getTableName(table);
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => key !== 'id' && key !== 'uid')
    .map(([key, { name }]) => ({ key: key as keyof S & string, name }));
  const selected = columns.map(({ key, name }) => `${name} AS "${key}"`).join(', ');
  const SELECT = `SELECT ${selected} FROM ${subject} WHERE id = ?`;
  const INSERT = `INSERT INTO ${subject} (uid, ${columns.map(({ name }) => name).join(', ')})
    VALUES (?, ${columns.map(() => '?').join(', ')})`;

  const read = (db: Database, id: number): S => {
    const row = prepared(db, SELECT).get(id) as S | undefined;
    if (row === undefined) throw new RevinoError('catalogue.notFound');
    return row;
  };

  /** @returns what differed, as it was */
  const writeTx = (db: Database, id: number, change: Partial<S>): Partial<S> => {
    requireTransaction(db);
    const before = read(db, id);
    const differing = columns.filter(({ key }) => key in change && change[key] !== before[key]);
    if (differing.length > 0) {
      const sets = differing.map(({ name }) => `${name} = ?`).join(', ');
      prepared(db, `UPDATE ${subject} SET ${sets} WHERE id = ?`).run(
        ...differing.map(({ key }) => change[key]),
        id,
      );
    }
    return Object.fromEntries(differing.map(({ key }) => [key, before[key]])) as Partial<S>;
  };

  return {
    subject,
    read,
    makeTx: (db, state, atMs) => {
      requireTransaction(db);
      const values = columns.map(({ key }) => state[key]);
      const id = Number(prepared(db, INSERT).run(newUid(atMs), ...values).lastInsertRowid);
      const changeId = logChangeTx(db, {
        atMs,
        action: 'create',
        subject,
        recordId: id,
        fields: [],
        before: null,
      });
      return { id, changeId };
    },
    changeTx: (db, id, change, atMs, action = 'update') => {
      const before = writeTx(db, id, change);
      const fields = Object.keys(before);
      if (fields.length === 0) return { changeId: null };
      return { changeId: logChangeTx(db, { atMs, action, subject, recordId: id, fields, before }) };
    },
    writeTx: (db, id, change) => {
      writeTx(db, id, change);
    },
    putBack:
      ({ fitted, settleTx }: PutBackRules<S> = {}) =>
      (db, { recordId, before }) => {
        requireTransaction(db);
        const was = read(db, recordId);
        try {
          if (before === null) prepared(db, `DELETE FROM ${subject} WHERE id = ?`).run(recordId);
          else writeTx(db, recordId, fitted?.(before as Partial<S>, was) ?? (before as Partial<S>));
        } catch (error) {
          // It pointed at something that is gone.
          if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
            throw new RevinoError('undo.changedSince', {}, { cause: error });
          throw error;
        }
        settleTx?.(db, was, before === null ? null : read(db, recordId));
      },
  };
}
