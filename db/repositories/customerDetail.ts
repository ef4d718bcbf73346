/**
 * A customer's card as one thing: the person's own row, further contacts, tags, preferences, own values. Written in
 * parts, so that a change and its undo touch what they name and nothing else.
 */
import { asc, eq } from 'drizzle-orm';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ContactKind, PreferenceKind } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { customerTable } from '../schema/customer.ts';
import {
  customerContactTable,
  customerOwnValueTable,
  customerPreferenceTable,
  customerTagTable,
} from '../schema/customerDetail.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import type { PutBackTx } from './changeLog.ts';
import { type Customer, readCustomer, refreshTokensTx } from './customer.ts';
import { freshId } from './freshId.ts';

export interface CardContact {
  /** Missing: a new one. */
  readonly id?: number;
  readonly kind: ContactKind;
  readonly value: string;
  readonly normalised: string | null;
  readonly label: string | null;
  readonly createdAtMs: number;
}

export interface CardPreference {
  readonly id?: number;
  readonly kind: PreferenceKind;
  readonly text: string;
  readonly createdAtMs: number;
}

const COLUMNS = [
  'displayName',
  'firstName',
  'lastName',
  'externalId',
  'phoneE164',
  'email',
  'birthday',
  'customerSince',
  'source',
  'recommendedByCustomerId',
  'note',
  'cardNumber',
  'locale',
  'archivedAtMs',
] as const satisfies readonly (keyof Customer)[];

export interface Card extends Readonly<Pick<Customer, (typeof COLUMNS)[number]>> {
  readonly contacts: readonly CardContact[];
  readonly tagIds: readonly number[];
  readonly preferences: readonly CardPreference[];
  readonly ownValues: readonly { readonly ownFieldId: number; readonly value: string }[];
}
export type CardField = keyof Card;

/** What the log of changes may name of a card. */
export const CARD_FIELDS: readonly CardField[] = [
  ...COLUMNS,
  'contacts',
  'tagIds',
  'preferences',
  'ownValues',
];

/** @throws RevinoError `customer.notFound` */
export function readCard(db: Database, id: number): Card {
  const customer = readCustomer(db, id);
  const own = Object.fromEntries(COLUMNS.map((column) => [column, customer[column]])) as Pick<
    Customer,
    (typeof COLUMNS)[number]
  >;
  return {
    ...own,
    contacts: db.orm
      .select({
        id: customerContactTable.id,
        kind: customerContactTable.kind,
        value: customerContactTable.value,
        normalised: customerContactTable.normalised,
        label: customerContactTable.label,
        createdAtMs: customerContactTable.createdAtMs,
      })
      .from(customerContactTable)
      .where(eq(customerContactTable.customerId, id))
      .orderBy(asc(customerContactTable.id))
      .all(),
    tagIds: db.orm
      .select({ tagId: customerTagTable.tagId })
      .from(customerTagTable)
      .where(eq(customerTagTable.customerId, id))
      .orderBy(asc(customerTagTable.tagId))
      .all()
      .map(({ tagId }) => tagId),
    preferences: db.orm
      .select({
        id: customerPreferenceTable.id,
        kind: customerPreferenceTable.kind,
        text: customerPreferenceTable.text,
        createdAtMs: customerPreferenceTable.createdAtMs,
      })
      .from(customerPreferenceTable)
      .where(eq(customerPreferenceTable.customerId, id))
      .orderBy(asc(customerPreferenceTable.id))
      .all(),
    ownValues: db.orm
      .select({ ownFieldId: customerOwnValueTable.ownFieldId, value: customerOwnValueTable.value })
      .from(customerOwnValueTable)
      .where(eq(customerOwnValueTable.customerId, id))
      .orderBy(asc(customerOwnValueTable.ownFieldId))
      .all(),
  };
}

/** Fields in which two cards differ. */
export const differingFields = (before: Card, after: Card): CardField[] =>
  (Object.keys(before) as CardField[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );

/** The named fields alone: what a change replaced, or what it brings. */
export const partOf = (card: Card, fields: readonly CardField[]): Partial<Card> =>
  Object.fromEntries(fields.map((field) => [field, card[field]]));

/** The number a row of a list had, when it is put back; another when that has gone to another card since. */
function idIfFree(db: Database, table: 'customer_contact' | 'customer_preference', id: number | undefined) {
  if (id === undefined) return null;
  return prepared(db, `SELECT 1 FROM ${table} WHERE id = ?`).get(id) === undefined ? id : null;
}

/**
 * Lists are written whole; an entry with an id keeps it. A tag or a field of the shop's own that was removed since the
 * card was so is left out.
 * @throws RevinoError `customer.notFound`, `customer.cardNumberTaken`, `customer.recommendsItself`
 */
export function writeCardTx(db: Database, id: number, change: Partial<Card>): void {
  requireTransaction(db);
  const { contacts, tagIds, preferences, ownValues, ...columns } = change;
  readCustomer(db, id);
  if (columns.cardNumber != null) requireFreeCardNumber(db, id, columns.cardNumber);
  if (columns.recommendedByCustomerId != null) requireNoCircle(db, id, columns.recommendedByCustomerId);
  if (Object.keys(columns).length > 0) {
    db.orm.update(customerTable).set(columns).where(eq(customerTable.id, id)).run();
  }
  if (contacts) {
    prepared(db, 'DELETE FROM customer_contact WHERE customer_id = ?').run(id);
    const insert = prepared(
      db,
      `INSERT INTO customer_contact (id, customer_id, kind, value, normalised, label, created_at_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const one of contacts) {
      const contactId = idIfFree(db, 'customer_contact', one.id);
      insert.run(contactId, id, one.kind, one.value, one.normalised, one.label, one.createdAtMs);
    }
  }
  if (tagIds) {
    prepared(db, 'DELETE FROM customer_tag WHERE customer_id = ?').run(id);
    const insert = prepared(
      db,
      'INSERT INTO customer_tag (customer_id, tag_id) SELECT ?, id FROM tag WHERE id = ?',
    );
    for (const tagId of new Set(tagIds)) insert.run(id, tagId);
  }
  if (preferences) {
    prepared(db, 'DELETE FROM customer_preference WHERE customer_id = ?').run(id);
    const insert = prepared(
      db,
      'INSERT INTO customer_preference (id, customer_id, kind, text, created_at_ms) VALUES (?, ?, ?, ?, ?)',
    );
    for (const one of preferences) {
      insert.run(idIfFree(db, 'customer_preference', one.id), id, one.kind, one.text, one.createdAtMs);
    }
  }
  if (ownValues) {
    prepared(db, 'DELETE FROM customer_own_value WHERE customer_id = ?').run(id);
    const insert = prepared(
      db,
      'INSERT INTO customer_own_value (customer_id, own_field_id, value) SELECT ?, id, ? FROM own_field WHERE id = ?',
    );
    for (const { ownFieldId, value } of ownValues) insert.run(id, value, ownFieldId);
  }
  refreshTokensTx(db, id);
}

function requireFreeCardNumber(db: Database, id: number, cardNumber: string): void {
  const other = prepared(
    db,
    'SELECT display_name AS name FROM customer WHERE card_number = ? AND id <> ?',
  ).get(cardNumber, id) as { name: string } | undefined;
  if (other) throw new RevinoError('customer.cardNumberTaken', { name: other.name });
}

/** Longer chains of recommendations than this are not followed. */
const LONGEST_CHAIN = 1000;

/** Who recommended whom is a tree; a circle would have no beginning. */
function requireNoCircle(db: Database, id: number, recommendedById: number): void {
  let at: number | null = recommendedById;
  for (let step = 0; at !== null && step < LONGEST_CHAIN; step++) {
    if (at === id) throw new RevinoError('customer.recommendsItself');
    at = readCustomer(db, at).recommendedByCustomerId;
  }
}

/** A name that folds to a known one is the known one. @returns the id */
export function getOrCreateTagTx(db: Database, name: string, nowMs: number): number {
  requireTransaction(db);
  const found = prepared(db, 'SELECT id FROM tag WHERE folded_name = ?').get(fold(name)) as
    | { id: number }
    | undefined;
  if (found) return found.id;
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO tag (id, uid, name, folded_name, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  ).run(freshId(db, 'tag'), newUid(nowMs), name.trim(), fold(name), nowMs);
  return Number(lastInsertRowid);
}

export interface TagCount {
  readonly tagId: number;
  readonly name: string;
  /** Cards that carry it, without those in the trash. */
  readonly customers: number;
}

export function listTags(db: Database): TagCount[] {
  return prepared(
    db,
    `SELECT tag.id AS tagId, tag.name, count(customer.id) AS customers
     FROM tag LEFT JOIN customer_tag ON customer_tag.tag_id = tag.id
       LEFT JOIN customer ON customer.id = customer_id AND archived_at_ms IS NULL
     GROUP BY tag.id ORDER BY tag.folded_name`,
  ).all() as TagCount[];
}

/**
 * A card made by mistake goes as if it had never been, as long as nothing points at it.
 * @throws RevinoError `undo.changedSince` when something does
 */
function removeCardTx(db: Database, id: number): void {
  requireTransaction(db);
  try {
    for (const table of ['token', 'contact', 'tag', 'preference', 'own_value']) {
      prepared(db, `DELETE FROM customer_${table} WHERE customer_id = ?`).run(id);
    }
    prepared(db, 'DELETE FROM customer WHERE id = ?').run(id);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') {
      throw new RevinoError('undo.changedSince', {}, { cause: error });
    }
    throw error;
  }
}

/** Changes of the subject 'customer'. */
export const putBackCustomerTx: PutBackTx = (db, { recordId, before }) => {
  if (before === null) removeCardTx(db, recordId);
  else writeCardTx(db, recordId, before as Partial<Card>);
};
