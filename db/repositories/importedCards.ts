/** Cards and what hangs on them, as a customers file makes and changes them: one by one, so that the next row finds them. */
import type { ConsentChannel, ConsentPurpose, ContactKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

/** Columns that a file can say something about. */
export const CARD_COLUMNS = [
  'external_id',
  'display_name',
  'first_name',
  'last_name',
  'phone_e164',
  'email',
  'birthday',
  'customer_since',
  'source',
  'recommended_by_customer_id',
  'note',
  'card_number',
  'locale',
] as const;
export type CardColumn = (typeof CARD_COLUMNS)[number];
export type CardValues = {
  readonly [K in CardColumn]: K extends 'recommended_by_customer_id' ? number | null : string | null;
};
export type Card = CardValues & { readonly display_name: string };

export interface CardMaking {
  readonly batchId: number;
  readonly nowMs: number;
}

/** The caller sees to the words it is found by, once everything hangs on it. @returns the id */
export function insertCardTx(
  db: Database,
  card: Partial<CardValues> & Pick<Card, 'display_name'>,
  { batchId, nowMs }: CardMaking,
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO customer (uid, created_at_ms, import_batch_id, ${CARD_COLUMNS.join(', ')})
     VALUES (?, ?, ?, ${CARD_COLUMNS.map(() => '?').join(', ')})`,
  ).run(newUid(nowMs), nowMs, batchId, ...CARD_COLUMNS.map((column) => card[column] ?? null));
  return Number(lastInsertRowid);
}

export function readCard(db: Database, id: number): Card {
  return prepared(db, `SELECT ${CARD_COLUMNS.join(', ')} FROM customer WHERE id = ?`).get(id) as Card;
}

/** The caller sees to the words it is found by. */
export function setCardValueTx(
  db: Database,
  id: number,
  column: CardColumn,
  value: string | number | null,
): void {
  requireTransaction(db);
  prepared(db, `UPDATE customer SET ${column} = ? WHERE id = ?`).run(value, id);
}

export interface CardContact {
  readonly id: number;
  readonly kind: ContactKind;
  readonly value: string;
  readonly normalised: string | null;
}

export function readCardContacts(db: Database, customerId: number): CardContact[] {
  return prepared(
    db,
    'SELECT id, kind, value, normalised FROM customer_contact WHERE customer_id = ? ORDER BY id',
  ).all(customerId) as CardContact[];
}

/** @returns the id */
export function insertCardContactTx(
  db: Database,
  customerId: number,
  contact: Omit<CardContact, 'id'>,
  nowMs: number,
): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO customer_contact (customer_id, kind, value, normalised, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  ).run(customerId, contact.kind, contact.value, contact.normalised, nowMs);
  return Number(lastInsertRowid);
}

export function setContactValueTx(db: Database, contactId: number, value: string): void {
  requireTransaction(db);
  prepared(db, 'UPDATE customer_contact SET value = ? WHERE id = ?').run(value, contactId);
}

/** What holds for a channel and purpose: null where nobody was asked. */
export function readConsent(
  db: Database,
  customerId: number,
  channel: ConsentChannel,
  purpose: ConsentPurpose,
): boolean | null {
  const row = prepared(
    db,
    `SELECT is_given AS isGiven FROM customer_consent WHERE customer_id = ? AND channel = ? AND purpose = ?
     ORDER BY id DESC LIMIT 1`,
  ).get(customerId, channel, purpose) as { isGiven: number } | undefined;
  return row === undefined ? null : row.isGiven === 1;
}

export interface NewConsent {
  readonly customerId: number;
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly isGiven: boolean;
  readonly atMs: number;
  readonly evidence: string;
}

/** @returns the id */
export function insertConsentTx(db: Database, consent: NewConsent): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO customer_consent (uid, customer_id, channel, purpose, is_given, at_ms, evidence)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    newUid(consent.atMs),
    consent.customerId,
    consent.channel,
    consent.purpose,
    consent.isGiven ? 1 : 0,
    consent.atMs,
    consent.evidence,
  );
  return Number(lastInsertRowid);
}

export interface CardTag {
  readonly id: number;
  readonly name: string;
  readonly foldedName: string;
}

export function readCardTags(db: Database, customerId: number): CardTag[] {
  return prepared(
    db,
    `SELECT tag.id AS id, name, folded_name AS foldedName FROM customer_tag JOIN tag ON tag.id = tag_id
     WHERE customer_id = ? ORDER BY folded_name`,
  ).all(customerId) as CardTag[];
}

export function addCardTagTx(db: Database, customerId: number, tagId: number): void {
  requireTransaction(db);
  prepared(db, 'INSERT INTO customer_tag (customer_id, tag_id) VALUES (?, ?)').run(customerId, tagId);
}
