/**
 * What was changed when, by whom, in which record and which fields: names and ids, never values, because the log
 * outlives the erasure of a person. The values a change replaced lie apart (`undo_value`), for thirty days, so that
 * it can be taken back.
 *
 * Rows are chained by HMAC-SHA-256. The key is random and lies in `setting`, inside the encrypted file: not derived
 * from the shop's uid, which is made to be known outside and so is no secret. The chain finds rows changed, taken
 * out or put in by hand or by a fault; whoever holds the database's own key can also read this one, and no record on
 * the owner's own computer could prevent that.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { readSetting, writeSettingTx } from './setting.ts';

export const UNDO_DAYS = 30;
export const UNDO_MS = UNDO_DAYS * 24 * 60 * 60 * 1000;
/** Taken out with each new one, so that pruning never is a job of its own. */
const PRUNED_AT_ONCE = 20;

const KEY_SETTING = 'changeLog.key';
/** The last row's HMAC once more: without it, rows cut off at the end would not be missed. */
const HEAD_SETTING = 'changeLog.head';
/** Stays in the encrypted file: with it, a log could be written anew that nobody can tell from this one. */
export const CHAIN_SETTINGS: readonly string[] = [KEY_SETTING, HEAD_SETTING];
const FIRST_LINK = Buffer.alloc(32);

export type ChangeAction =
  | 'create'
  | 'update'
  | 'cancel'
  | 'uncancel'
  | 'archive'
  | 'unarchive'
  | 'delete'
  | 'import'
  | 'merge'
  | 'erase'
  | 'undo';

export interface Change {
  readonly atMs: number;
  readonly action: ChangeAction;
  /** Table of the record; also the key under which `undoService` finds who puts it back. */
  readonly subject: string;
  readonly recordId: number;
  /** Names of fields; of no use for a record that was made. */
  readonly fields: readonly string[];
  /** Free text of a person: erasure empties it and chains the rows after it anew. */
  readonly reason?: string | null;
  /**
   * The record, or its changed fields, as it was: in the shape its repository writes. Null for a record that was not
   * there. Left out where the change cannot be taken back.
   */
  readonly before?: unknown;
}

interface ChangeRow {
  readonly id: number;
  readonly at_ms: number;
  readonly staff_id: number | null;
  readonly action: string;
  readonly subject: string;
  readonly record_id: number;
  readonly fields: string;
  readonly reason: string | null;
  readonly chain: Buffer;
}

type Link = Omit<ChangeRow, 'chain'>;

function linkOf(key: Buffer, before: Buffer, row: Link): Buffer {
  const { id, at_ms, staff_id, action, subject, record_id, fields, reason } = row;
  return createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify([id, at_ms, staff_id, action, subject, record_id, fields, reason]))
    .digest();
}

function readKey(db: Database): Buffer | null {
  const hex = readSetting(db, KEY_SETTING);
  return typeof hex === 'string' && /^[0-9a-f]{64}$/.test(hex) ? Buffer.from(hex, 'hex') : null;
}

function keyTx(db: Database): Buffer {
  const known = readKey(db);
  if (known !== null) return known;
  const made = randomBytes(32);
  writeSettingTx(db, KEY_SETTING, made.toString('hex'));
  return made;
}

/** @returns the id of the change, by which it is taken back */
export function logChangeTx(db: Database, change: Change): number {
  requireTransaction(db);
  const last = prepared(db, 'SELECT id, chain FROM change_log ORDER BY id DESC LIMIT 1').get() as
    | Pick<ChangeRow, 'id' | 'chain'>
    | undefined;
  const row: Link = {
    id: (last?.id ?? 0) + 1,
    at_ms: change.atMs,
    staff_id: db.author.staffId,
    action: change.action,
    subject: change.subject,
    record_id: change.recordId,
    fields: JSON.stringify(change.fields),
    reason: change.reason ?? null,
  };
  const chain = linkOf(keyTx(db), last?.chain ?? FIRST_LINK, row);
  prepared(
    db,
    `INSERT INTO change_log (id, at_ms, staff_id, action, subject, record_id, fields, reason, chain)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...Object.values(row), chain);
  writeSettingTx(db, HEAD_SETTING, chain.toString('hex'));
  if (change.before !== undefined) {
    prepared(db, 'INSERT INTO undo_value (change_id, before) VALUES (?, ?)').run(
      row.id,
      JSON.stringify(change.before),
    );
  }
  prepared(
    db,
    `DELETE FROM undo_value WHERE change_id IN (
       SELECT change_id FROM (SELECT change_id FROM undo_value ORDER BY change_id LIMIT ${PRUNED_AT_ONCE})
       JOIN change_log ON change_log.id = change_id WHERE at_ms < ?)`,
  ).run(change.atMs - UNDO_MS);
  return row.id;
}

/**
 * The same change of many records, each with a row of its own and none of them taken back by itself: whoever makes it
 * logs it once more, as a whole.
 */
export function logManyTx(
  db: Database,
  recordIds: readonly number[],
  change: Pick<Change, 'atMs' | 'action' | 'subject' | 'fields'>,
): void {
  requireTransaction(db);
  if (recordIds.length === 0) return;
  const last = prepared(db, 'SELECT id, chain FROM change_log ORDER BY id DESC LIMIT 1').get() as
    | Pick<ChangeRow, 'id' | 'chain'>
    | undefined;
  const key = keyTx(db);
  const insert = prepared(
    db,
    `INSERT INTO change_log (id, at_ms, staff_id, action, subject, record_id, fields, reason, chain)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?)`,
  );
  let id = last?.id ?? 0;
  let chain: Buffer = last?.chain ?? FIRST_LINK;
  const { atMs, action, subject } = change;
  const fields = JSON.stringify(change.fields);
  for (const recordId of recordIds) {
    const row: Link = {
      id: ++id,
      at_ms: atMs,
      staff_id: db.author.staffId,
      action,
      subject,
      record_id: recordId,
      fields,
      reason: null,
    };
    chain = linkOf(key, chain, row);
    insert.run(id, atMs, row.staff_id, action, subject, recordId, fields, chain);
  }
  writeSettingTx(db, HEAD_SETTING, chain.toString('hex'));
}

/** Values too old to be taken back; for the opening of a shop that nobody changed for long. */
export function pruneUndoValuesTx(db: Database, nowMs: number): void {
  requireTransaction(db);
  prepared(
    db,
    `DELETE FROM undo_value WHERE change_id IN (
       SELECT change_id FROM undo_value JOIN change_log ON id = change_id WHERE at_ms < ?)`,
  ).run(nowMs - UNDO_MS);
}

/** Of records that went without a change of their own, such as with their import: another may get their number. */
export function dropUndoValuesOfGoneTx(db: Database, subject: 'visit' | 'opinion'): void {
  requireTransaction(db);
  prepared(
    db,
    `DELETE FROM undo_value WHERE change_id IN (
       SELECT change_id FROM undo_value JOIN change_log ON change_log.id = change_id
       WHERE subject = ? AND action <> 'delete' AND record_id NOT IN (SELECT id FROM ${subject}))`,
  ).run(subject);
}

export interface UndoneChange {
  readonly changeId: number;
  readonly action: string;
  readonly recordId: number;
  readonly before: unknown;
  readonly atMs: number;
}

/** Writes `before` back. One per subject; it refuses with a RevinoError what can no longer be put back. */
export type PutBackTx = (db: Database, change: UndoneChange) => void;

interface Undoable extends Link {
  readonly before: string | null;
  readonly undone_at_ms: number | null;
}

/**
 * Takes a change back, and logs that. Taken back before: nothing happens.
 * @throws RevinoError `undo.tooLate` without values to put back, `undo.changedSince` where one of its fields was
 * changed again, which would otherwise be lost
 */
export function undoChangeTx(
  db: Database,
  putBack: Readonly<Record<string, PutBackTx>>,
  changeId: number,
  atMs: number,
): void {
  requireTransaction(db);
  const row = prepared(
    db,
    `SELECT change_log.*, before, undone_at_ms FROM change_log LEFT JOIN undo_value ON change_id = id WHERE id = ?`,
  ).get(changeId) as Undoable | undefined;
  const put = row && putBack[row.subject];
  if (!row || !put || row.before === null || row.at_ms < atMs - UNDO_MS) {
    throw new RevinoError('undo.tooLate', { days: UNDO_DAYS });
  }
  if (row.undone_at_ms !== null) return;
  const fields = JSON.parse(row.fields) as string[];
  if (wasChangedSince(db, row, fields)) throw new RevinoError('undo.changedSince');
  const before: unknown = JSON.parse(row.before);
  put(db, { changeId, action: row.action, recordId: row.record_id, before, atMs });
  prepared(db, 'UPDATE undo_value SET undone_at_ms = ? WHERE change_id = ?').run(atMs, changeId);
  logChangeTx(db, { atMs, action: 'undo', subject: row.subject, recordId: row.record_id, fields });
}

/** A change without field names is one of the whole record. One taken back, and the taking back, left things as they were. */
function wasChangedSince(db: Database, { id, subject, record_id }: Link, fields: readonly string[]): boolean {
  const later = prepared(
    db,
    `SELECT fields FROM change_log LEFT JOIN undo_value ON change_id = id
     WHERE subject = ? AND record_id = ? AND id > ? AND action <> 'undo' AND undone_at_ms IS NULL`,
  ).all(subject, record_id, id) as { fields: string }[];
  return later.some((row) => {
    const others = JSON.parse(row.fields) as string[];
    return others.length === 0 || fields.length === 0 || others.some((field) => fields.includes(field));
  });
}

/** Chains every row anew with a key of this database's own: for a log that came in without the one it was chained with. */
export function chainAnewTx(db: Database): void {
  requireTransaction(db);
  for (const key of CHAIN_SETTINGS) writeSettingTx(db, key, undefined);
  chainFromTx(db, 0);
}

/** Reasons are words of people, and go with the person; the rows after them are chained anew. */
export function forgetReasonsTx(db: Database, changeIds: readonly number[]): void {
  requireTransaction(db);
  if (changeIds.length === 0) return;
  const forget = prepared(db, 'UPDATE change_log SET reason = NULL WHERE id = ?');
  for (const id of changeIds) forget.run(id);
  chainFromTx(db, Math.min(...changeIds));
}

function chainFromTx(db: Database, firstId: number): void {
  const ids = prepared(db, 'SELECT id FROM change_log WHERE id >= ? ORDER BY id').all(firstId) as {
    id: number;
  }[];
  if (ids.length === 0) return;
  const key = keyTx(db);
  const read = prepared(db, 'SELECT * FROM change_log WHERE id = ?');
  const write = prepared(db, 'UPDATE change_log SET chain = ? WHERE id = ?');
  const last = prepared(db, 'SELECT chain FROM change_log WHERE id < ? ORDER BY id DESC LIMIT 1').get(
    firstId,
  ) as Pick<ChangeRow, 'chain'> | undefined;
  let before: Buffer = last?.chain ?? FIRST_LINK;
  for (const { id } of ids) {
    before = linkOf(key, before, read.get(id) as ChangeRow);
    write.run(before, id);
  }
  writeSettingTx(db, HEAD_SETTING, before.toString('hex'));
}

/** Ids of rows that do not fit the row before them; 0 stands for rows missing at the end. Empty in a sound log. */
export function brokenLinks(db: Database, most: number): number[] {
  const broken: number[] = [];
  const key = readKey(db);
  let before: Buffer = FIRST_LINK;
  let count = 0;
  for (const row of db.sqlite.prepare('SELECT * FROM change_log ORDER BY id').iterate()) {
    const link = row as ChangeRow;
    count++;
    if (key === null || !linkOf(key, before, link).equals(link.chain)) broken.push(link.id);
    if (broken.length >= most) return broken;
    before = link.chain;
  }
  const head = readSetting(db, HEAD_SETTING);
  if (head !== (count === 0 ? undefined : before.toString('hex'))) broken.push(0);
  return broken;
}
