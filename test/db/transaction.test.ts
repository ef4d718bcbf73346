import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../db/openDatabase.ts';
import { insertCustomerTx } from '../../db/repositories/customer.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import {
  beginTransaction,
  checkpoint,
  inReadTransaction,
  inTransaction,
  prepared,
} from '../../db/transaction.ts';
import { NOW_MS, newDatabaseFile, open } from './support/databases.ts';

const countOf = (db: Database) =>
  (db.sqlite.prepare('SELECT count(*) AS n FROM customer').get() as { n: number }).n;
const add = (db: Database, displayName: string) => insertCustomerTx(db, { displayName, createdAtMs: NOW_MS });

describe('a transaction', () => {
  it('is all or nothing, and the error comes out as it was', () => {
    const db = open(newDatabaseFile());
    const defect = new Error('halfway');
    expect(() =>
      inTransaction(db, () => {
        add(db, 'Ana');
        throw defect;
      }),
    ).toThrow(defect);
    expect(countOf(db)).toBe(0);
    expect(() => add(db, 'Ana')).toThrow(/inside a transaction/);
    expect(inTransaction(db, () => add(db, 'Ana'))).toBe(1);
    expect(countOf(db)).toBe(1);
  });

  it('is not open any more after an error of SQLite, a commit or a rollback', () => {
    const db = open(newDatabaseFile());
    expect(() =>
      inTransaction(db, () => prepared(db, 'INSERT INTO setting VALUES (?, ?)').run('k', '{')),
    ).toThrow();
    expect(() => add(db, 'Ana')).toThrow(/inside a transaction/);
    const held = beginTransaction(db);
    add(db, 'Ana');
    held.rollback();
    held.rollback();
    expect(() => add(db, 'Ana')).toThrow(/inside a transaction/);
    expect(countOf(db)).toBe(0);
  });

  it('shows a reader one state for as long as it reads', () => {
    const file = newDatabaseFile();
    const writer = open(file);
    const reader = open(file, { mode: 'read' });
    inTransaction(writer, () => writeSettingTx(writer, 'n', 1));
    inReadTransaction(reader, () => {
      expect(readSetting(reader, 'n')).toBe(1);
      inTransaction(writer, () => writeSettingTx(writer, 'n', 2));
      expect(readSetting(reader, 'n')).toBe(1);
    });
    expect(readSetting(reader, 'n')).toBe(2);
  });

  it('finds the database in use when another connection writes for too long', () => {
    const file = newDatabaseFile();
    const first = open(file);
    const second = open(file);
    second.sqlite.pragma('busy_timeout = 20');
    const held = beginTransaction(first);
    expect(() => inTransaction(second, () => add(second, 'Ana'))).toThrow('database.inUse');
    held.commit();
    expect(inTransaction(second, () => add(second, 'Ana'))).toBe(1);
  });

  it('prepares each statement once', () => {
    const db = open(newDatabaseFile());
    expect(prepared(db, 'SELECT 1')).toBe(prepared(db, 'SELECT 1'));
    expect(prepared(open(newDatabaseFile()), 'SELECT 1')).not.toBe(prepared(db, 'SELECT 1'));
  });
});

describe('a bulk transaction', () => {
  const fill = (db: Database) => {
    for (let n = 0; n < 30_000; n++) add(db, `Ana ${n}`);
  };
  const autoCheckpoint = (db: Database) => db.sqlite.pragma('wal_autocheckpoint', { simple: true });

  it('is durable at its commit and moved into the database by the checkpoint', () => {
    const file = newDatabaseFile();
    const db = open(file);
    const sizeBefore = statSync(file).size;
    const bulk = beginTransaction(db, true);
    fill(db);
    bulk.commit();
    expect(autoCheckpoint(db)).toBe(1000);
    expect(statSync(file).size).toBe(sizeBefore);
    expect(countOf(open(file, { mode: 'read' }))).toBe(30_000);
    checkpoint(db);
    expect(statSync(file).size).toBeGreaterThan(sizeBefore + 1_000_000);
  });

  it('leaves nothing when it is rolled back', () => {
    const db = open(newDatabaseFile());
    const bulk = beginTransaction(db, true);
    fill(db);
    bulk.rollback();
    expect(autoCheckpoint(db)).toBe(1000);
    expect(countOf(db)).toBe(0);
  });
});
