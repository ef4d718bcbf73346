/**
 * Tags on many cards at once, and the tags themselves. Every way here keeps the words that cards are found by. What is
 * put back by undoing is named by ids, so that a card that was changed meanwhile keeps the rest of that change.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { fold, foldedWords } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import type { PutBackTx } from './changeLog.ts';
import { refreshTokensTx } from './customer.ts';
import { freshId, noteRemovedTx } from './freshId.ts';
import { noteWords } from './searchVocabulary.ts';

export interface TagRow {
  readonly id: number;
  /** Hexadecimal. */
  readonly uid: string;
  readonly name: string;
  readonly foldedName: string;
  readonly createdAtMs: number;
}

const COLUMNS = 'id, lower(hex(uid)) AS uid, name, folded_name AS foldedName, created_at_ms AS createdAtMs';

export function findTag(db: Database, name: string): TagRow | null {
  return (
    (prepared(db, `SELECT ${COLUMNS} FROM tag WHERE folded_name = ?`).get(fold(name)) as
      | TagRow
      | undefined) ?? null
  );
}

/** @throws RevinoError `catalogue.notFound` */
export function readTag(db: Database, id: number): TagRow {
  const row = prepared(db, `SELECT ${COLUMNS} FROM tag WHERE id = ?`).get(id) as TagRow | undefined;
  if (row === undefined) throw new RevinoError('catalogue.notFound', { name: String(id) });
  return row;
}

export function customersWithTag(db: Database, tagId: number): number[] {
  return prepared(db, 'SELECT customer_id FROM customer_tag WHERE tag_id = ? ORDER BY customer_id')
    .all(tagId)
    .map((row) => (row as { customer_id: number }).customer_id);
}

const IDS = 'SELECT value FROM json_each(?)';

/** Cards that are no longer there, were merged into others or belong to somebody forgotten get none. @returns those who did not carry it before */
export function addTagTx(db: Database, tagId: number, customerIds: readonly number[]): number[] {
  requireTransaction(db);
  const added = prepared(
    db,
    `INSERT INTO customer_tag (customer_id, tag_id)
     SELECT customer.id, ? FROM json_each(?) AS wanted CROSS JOIN customer ON customer.id = wanted.value
     WHERE merged_into_customer_id IS NULL AND erased_at_ms IS NULL
     ON CONFLICT DO NOTHING RETURNING customer_id AS id`,
  ).all(tagId, JSON.stringify(customerIds)) as { id: number }[];
  const ids = added.map(({ id }) => id);
  addWordsTx(db, readTag(db, tagId).name, ids);
  return ids;
}

/** @returns those who carried it */
export function removeTagTx(db: Database, tagId: number, customerIds: readonly number[]): number[] {
  requireTransaction(db);
  const { name } = readTag(db, tagId);
  const removed = prepared(
    db,
    `DELETE FROM customer_tag WHERE tag_id = ? AND customer_id IN (${IDS}) RETURNING customer_id AS id`,
  ).all(tagId, JSON.stringify(customerIds)) as { id: number }[];
  const ids = removed.map(({ id }) => id);
  removeWordsTx(db, name, ids);
  return ids;
}

function addWordsTx(db: Database, name: string, ids: readonly number[]): void {
  const words = foldedWords(name);
  const insert = prepared(
    db,
    'INSERT INTO customer_token (token, customer_id) SELECT ?, value FROM json_each(?) WHERE true ON CONFLICT DO NOTHING',
  );
  const list = JSON.stringify(ids);
  for (const word of words) insert.run(word, list);
  noteWords(db, words);
}

/** From all of them at once; whoever has the word from elsewhere is read again. */
function removeWordsTx(db: Database, name: string, ids: readonly number[]): void {
  const words = foldedWords(name);
  const list = JSON.stringify(ids);
  const remove = prepared(db, `DELETE FROM customer_token WHERE token = ? AND customer_id IN (${IDS})`);
  for (const word of words) remove.run(word, list);
  const cards = prepared(
    db,
    `SELECT customer.id AS id, display_name || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '') || ' '
       || coalesce(card_number, '') || ' ' || coalesce(email, '') || ' ' || (SELECT coalesce(group_concat(name, ' '), '')
         FROM customer_tag JOIN tag ON tag.id = tag_id WHERE customer_id = customer.id) || ' '
       || (SELECT coalesce(group_concat(value, ' '), '') FROM customer_contact WHERE customer_id = customer.id) || ' '
       || (SELECT coalesce(group_concat(display_name || ' ' || coalesce(first_name, '') || ' ' || coalesce(last_name, '')
             || ' ' || coalesce(card_number, '') || ' ' || coalesce(external_id, ''), ' '), '')
           FROM customer AS merged WHERE merged_into_customer_id = customer.id) AS said
     FROM json_each(?) AS wanted CROSS JOIN customer ON customer.id = wanted.value`,
  ).all(list) as { id: number; said: string }[];
  for (const { id, said } of cards) {
    // Without what stands between letters: the card "K-17" is found by "k17" too.
    const letters = fold(said).replace(/[^\p{L}\p{N}]+/gu, '');
    if (words.some((word) => letters.includes(word))) refreshTokensTx(db, id);
  }
}

/** @throws RevinoError `catalogue.nameTaken` where another tag is called so */
export function renameTagTx(db: Database, tagId: number, name: string): void {
  requireTransaction(db);
  const tag = readTag(db, tagId);
  const other = findTag(db, name);
  if (other !== null && other.id !== tagId)
    throw new RevinoError('catalogue.nameTaken', { name: other.name });
  prepared(db, 'UPDATE tag SET name = ?, folded_name = ? WHERE id = ?').run(name.trim(), fold(name), tagId);
  if (fold(name) === tag.foldedName) return;
  const ids = customersWithTag(db, tagId);
  removeWordsTx(db, tag.name, ids);
  addWordsTx(db, name, ids);
}

/** Nobody carries it any more. */
export function deleteTagTx(db: Database, tagId: number): void {
  requireTransaction(db);
  noteRemovedTx(db, 'tag', tagId);
  prepared(db, 'DELETE FROM tag WHERE id = ?').run(tagId);
}

/** A tag that was renamed, merged into another, or removed: as it was, on the cards it was on. */
export interface TagBefore {
  readonly tag: TagRow;
  /** Null: it was only renamed, and is on the same cards still. */
  readonly customerIds: readonly number[] | null;
  /** Who got the other tag by the merge; empty where there was none. */
  readonly merged: { readonly tagId: number; readonly customerIds: readonly number[] } | null;
}

/** Changes of the subject 'tag'. @throws RevinoError `undo.changedSince` where another tag is called so by now */
export const putBackTagTx: PutBackTx = (db, { before }) => {
  const { tag, customerIds, merged } = before as TagBefore;
  const other = prepared(db, 'SELECT id FROM tag WHERE folded_name = ? AND id <> ?').get(
    tag.foldedName,
    tag.id,
  );
  if (other !== undefined) throw new RevinoError('undo.changedSince');
  if (customerIds === null) return renameTagTx(db, tag.id, tag.name);
  // Undoing a change of many cards may have put it back before.
  addTagTx(db, findTag(db, tag.name)?.id ?? putTagTx(db, tag), customerIds);
  if (merged !== null && isThere(db, merged.tagId)) removeTagTx(db, merged.tagId, merged.customerIds);
};

/** As it was; under another id where its own was given to another tag meanwhile. @returns the id */
function putTagTx(db: Database, tag: TagRow): number {
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO tag (id, uid, name, folded_name, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  ).run(
    isThere(db, tag.id) ? freshId(db, 'tag') : tag.id,
    Buffer.from(tag.uid, 'hex'),
    tag.name,
    tag.foldedName,
    tag.createdAtMs,
  );
  return Number(lastInsertRowid);
}

const isThere = (db: Database, tagId: number): boolean =>
  prepared(db, 'SELECT 1 FROM tag WHERE id = ?').get(tagId) !== undefined;

/** What was done to many cards at once: by it exactly that is taken back. */
export type BulkBefore =
  | {
      readonly tag: TagRow;
      readonly isAdded: boolean;
      /** The tag was made by adding it. */
      readonly isNew?: boolean;
      readonly customerIds: readonly number[];
    }
  | { readonly archived: readonly (readonly [customerId: number, archivedAtMs: number | null])[] };

/** Changes of the subject 'customer_bulk'. */
export const putBackBulkTx: PutBackTx = (db, { before }) => {
  const bulk = before as BulkBefore;
  if ('archived' in bulk) {
    const put = prepared(
      db,
      'UPDATE customer SET archived_at_ms = ? WHERE id = ? AND merged_into_customer_id IS NULL AND erased_at_ms IS NULL',
    );
    for (const [id, archivedAtMs] of bulk.archived) put.run(archivedAtMs, id);
    return;
  }
  const tag = findTag(db, bulk.tag.name) ?? (isThere(db, bulk.tag.id) ? readTag(db, bulk.tag.id) : null);
  if (bulk.isAdded) {
    if (tag === null) return;
    removeTagTx(db, tag.id, bulk.customerIds);
    if (bulk.isNew && customersWithTag(db, tag.id).length === 0) deleteTagTx(db, tag.id);
    return;
  }
  addTagTx(db, tag?.id ?? putTagTx(db, bulk.tag), bulk.customerIds);
};
