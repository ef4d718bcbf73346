import { describe, expect, it } from 'vitest';
import { checkDatabase } from '../../db/checkDatabase.ts';
import type { Database } from '../../db/openDatabase.ts';
import {
  brokenLinks,
  type Change,
  logChangeTx,
  type PutBackTx,
  pruneUndoValuesTx,
  UNDO_DAYS,
  undoChangeTx,
} from '../../db/repositories/changeLog.ts';
import { insertCustomerTx, readCustomer, updateCustomerTx } from '../../db/repositories/customer.ts';
import { inTransaction } from '../../db/transaction.ts';
import { KEY, NOW_MS, openShop, refusal } from './support/databases.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHANGE: Change = {
  atMs: NOW_MS,

  action: 'update',
  subject: 'customer',
  recordId: 7,
  fields: ['note'],
};

const log = (db: Database, change: Partial<Change> = {}) =>
  inTransaction(db, () => logChangeTx(db, { ...CHANGE, ...change }));

const undoValues = (db: Database) =>
  db.sqlite.prepare('SELECT change_id FROM undo_value ORDER BY change_id').pluck().all();

describe('the chain of the change log', () => {
  const logged = () => {
    const db = openShop();
    for (const recordId of [1, 2, 3, 4]) log(db, { recordId, reason: `reason ${recordId}` });
    return db;
  };

  it('is sound as written, also when empty', () => {
    expect(brokenLinks(openShop(), 10)).toEqual([]);
    expect(brokenLinks(logged(), 10)).toEqual([]);
  });

  it.each([
    ['UPDATE change_log SET record_id = 9 WHERE id = 2', [2]],
    ["UPDATE change_log SET reason = 'another' WHERE id = 3", [3]],
    ['UPDATE change_log SET reason = NULL WHERE id = 4', [4]],
    ['UPDATE change_log SET at_ms = at_ms + 1 WHERE id = 1', [1]],
    [`UPDATE change_log SET fields = '["note","email"]' WHERE id = 1`, [1]],
    ['UPDATE change_log SET chain = zeroblob(32) WHERE id = 1', [1, 2]],
    ['DELETE FROM change_log WHERE id = 2', [3]],
    ['DELETE FROM change_log WHERE id = 1', [2]],
    ['DELETE FROM change_log WHERE id >= 3', [0]],
    ['DELETE FROM change_log', [0]],
    [
      `INSERT INTO change_log SELECT 5, at_ms, staff_id, action, subject, record_id, fields, reason, chain FROM change_log WHERE id = 4`,
      [5],
    ],
    [`UPDATE setting SET value = '"${'00'.repeat(32)}"' WHERE key = 'changeLog.key'`, [1, 2, 3, 4]],
    ["DELETE FROM setting WHERE key = 'changeLog.key'", [1, 2, 3, 4]],
  ])('shows %s', (tampering, broken) => {
    const db = logged();
    db.sqlite.exec(tampering);
    expect(brokenLinks(db, 10)).toEqual(broken);
    const report = checkDatabase({ file: db.file, key: KEY });
    expect(report.isSound).toBe(false);
    expect(new Set(report.problems.map(({ kind }) => kind))).toEqual(new Set(['changeLog']));
  });

  it('goes on over rows logged after a fault, and names that one alone', () => {
    const db = logged();
    db.sqlite.exec("UPDATE change_log SET action = 'create' WHERE id = 2");
    log(db);
    expect(brokenLinks(db, 10)).toEqual([2]);
  });

  it('is another one in each shop', () => {
    const chains = [openShop(), openShop()].map((db) => {
      log(db);
      return (db.sqlite.prepare('SELECT chain FROM change_log').pluck().get() as Buffer).toString('hex');
    });
    expect(chains[0]).not.toBe(chains[1]);
  });
});

describe('values to put back', () => {
  it('go after thirty days, with the next changes or at the opening', () => {
    const db = openShop();
    log(db, { before: { note: 'old' } });
    log(db, { before: { note: 'newer' }, atMs: NOW_MS + DAY_MS });
    log(db, { atMs: NOW_MS + UNDO_DAYS * DAY_MS });
    expect(undoValues(db)).toEqual([1, 2]);
    log(db, { atMs: NOW_MS + UNDO_DAYS * DAY_MS + 1 });
    expect(undoValues(db)).toEqual([2]);
    inTransaction(db, () => pruneUndoValuesTx(db, NOW_MS + 90 * DAY_MS));
    expect(undoValues(db)).toEqual([]);
    expect(brokenLinks(db, 10)).toEqual([]);
  });
});

describe('taking back', () => {
  const putBack: Record<string, PutBackTx> = {
    customer: (db, { recordId, before }) => updateCustomerTx(db, recordId, before as { note: string }),
  };
  const undo = (db: Database, changeId: number, atMs = NOW_MS + 1) =>
    inTransaction(db, () => undoChangeTx(db, putBack, changeId, atMs));

  /** A card, and a way to change it that is logged. */
  const changing = () => {
    const db = openShop();
    const recordId = inTransaction(db, () =>
      insertCustomerTx(db, { displayName: 'Anna', note: 'first', createdAtMs: NOW_MS }),
    );
    const change = (fields: { note?: string; email?: string }) =>
      inTransaction(db, () => {
        const now = readCustomer(db, recordId);
        const names = Object.keys(fields) as (keyof typeof fields)[];
        const before = Object.fromEntries(names.map((name) => [name, now[name]]));
        updateCustomerTx(db, recordId, fields);
        return logChangeTx(db, { ...CHANGE, recordId, fields: names, before });
      });
    return { db, change, card: () => readCustomer(db, recordId) };
  };

  it('puts the old value back, once, and is itself in the log', () => {
    const { db, change, card } = changing();
    const changeId = change({ note: 'second' });
    undo(db, changeId);
    expect(card().note).toBe('first');
    change({ note: 'third' });
    undo(db, changeId);
    expect(card().note).toBe('third');
    const actions = db.sqlite.prepare('SELECT action FROM change_log ORDER BY id').pluck().all();
    expect(actions).toEqual(['update', 'undo', 'update']);
    expect(brokenLinks(db, 10)).toEqual([]);
  });

  it('is refused where the same field was changed since, until that is taken back too', () => {
    const { db, change, card } = changing();
    const first = change({ note: 'second' });
    change({ email: 'anna@example.com' });
    const third = change({ note: 'third' });
    expect(refusal(() => undo(db, first)).code).toBe('undo.changedSince');
    expect(card()).toMatchObject({ note: 'third', email: 'anna@example.com' });
    undo(db, third);
    undo(db, first);
    expect(card()).toMatchObject({ note: 'first', email: 'anna@example.com' });
  });

  it('is refused after thirty days, without values, for an unknown change and an unknown subject', () => {
    const { db, change } = changing();
    const changeId = change({ note: 'second' });
    expect(refusal(() => undo(db, changeId, NOW_MS + UNDO_DAYS * DAY_MS + 1)).code).toBe('undo.tooLate');
    expect(refusal(() => undo(db, log(db))).code).toBe('undo.tooLate');
    expect(refusal(() => undo(db, 999)).code).toBe('undo.tooLate');
    expect(refusal(() => undo(db, log(db, { subject: 'offering', before: {} }))).code).toBe('undo.tooLate');
  });
});
