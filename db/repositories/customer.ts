/** Customers: making, changing and finding them. Visits and figures are elsewhere. */
import { eq, sql } from 'drizzle-orm';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { digitsOf, fold, foldedWords } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { customerTable } from '../schema/customer.ts';
import { prepared, preparedQuery, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { noteWords } from './searchVocabulary.ts';

export type Customer = typeof customerTable.$inferSelect;
export type CustomerDetails = Partial<Omit<Customer, 'id' | 'uid' | 'displayName' | 'createdAtMs'>>;
export type NewCustomer = CustomerDetails & Pick<Customer, 'displayName' | 'createdAtMs'>;

const INSERT = `INSERT INTO customer (uid, external_id, display_name, first_name, last_name, phone_e164, email,
  birthday, customer_since, source, recommended_by_customer_id, note, created_at_ms, archived_at_ms, card_number,
  locale, household_id, import_batch_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** @param uid 16 bytes; made here when the caller has none @returns the id */
export function insertCustomerTx(db: Database, customer: NewCustomer, uid?: Uint8Array): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT).run(
    uid ?? newUid(customer.createdAtMs),
    customer.externalId ?? null,
    customer.displayName,
    customer.firstName ?? null,
    customer.lastName ?? null,
    customer.phoneE164 ?? null,
    customer.email ?? null,
    customer.birthday ?? null,
    customer.customerSince ?? null,
    customer.source ?? null,
    customer.recommendedByCustomerId ?? null,
    customer.note ?? null,
    customer.createdAtMs,
    customer.archivedAtMs ?? null,
    customer.cardNumber ?? null,
    customer.locale ?? null,
    customer.householdId ?? null,
    customer.importBatchId ?? null,
  );
  const id = Number(lastInsertRowid);
  insertTokensTx(db, id, customerTokens(customer));
  return id;
}

/** The whole table is read: for the one card that is being made, so that a repeated call does not make two. */
export function findCustomerIdByUid(db: Database, uid: Uint8Array): number | null {
  const row = prepared(db, 'SELECT id FROM customer WHERE uid = ?').get(uid) as { id: number } | undefined;
  return row?.id ?? null;
}

export interface CustomerWords extends Pick<Customer, 'displayName'> {
  readonly externalId?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly cardNumber?: string | null;
  readonly email?: string | null;
  /** E-mail addresses beside the first. */
  readonly emails?: readonly string[];
  readonly tags?: readonly string[];
  /** Telephone numbers that could not be read as such; the others are found in their own columns. */
  readonly unreadPhones?: readonly string[];
}

/**
 * What a card is found by the beginning of: the words of its name, tags and card number; an e-mail address whole,
 * because its parts ("com") would bring everybody; a card number also without what stands between its digits.
 */
export function customerTokens(card: CustomerWords): string[] {
  const { displayName, externalId, firstName, lastName, cardNumber, email, emails, tags, unreadPhones } =
    card;
  // A customer known by number alone is found by that number; a token would only repeat it.
  const name = displayName === externalId ? '' : `${displayName} ${firstName ?? ''} ${lastName ?? ''}`;
  const number = foldedWords(cardNumber ?? '');
  const addresses = [email, ...(emails ?? [])].filter((address) => address != null);
  return [
    ...new Set([
      ...foldedWords(`${name} ${(tags ?? []).join(' ')}`),
      ...number,
      number.join(''),
      ...addresses.map((address) => fold(address)),
      ...(unreadPhones ?? []).flatMap((phone) => [...foldedWords(phone), digitsOf(phone)]),
    ]),
  ].filter((token) => token !== '');
}

function insertTokensTx(db: Database, id: number, tokens: readonly string[]): void {
  const insert = prepared(db, 'INSERT INTO customer_token (token, customer_id) VALUES (?, ?)');
  for (const token of tokens) insert.run(token, id);
  noteWords(db, tokens);
}

/** After anything changed that a card is found by. @throws RevinoError `customer.notFound` */
export function refreshTokensTx(db: Database, id: number): void {
  requireTransaction(db);
  const contacts = prepared(
    db,
    'SELECT kind, value, normalised FROM customer_contact WHERE customer_id = ?',
  ).all(id) as { kind: string; value: string; normalised: string | null }[];
  const tags = prepared(
    db,
    'SELECT name FROM customer_tag JOIN tag ON tag.id = tag_id WHERE customer_id = ?',
  ).all(id) as { name: string }[];
  const tokens = customerTokens({
    ...readCustomer(db, id),
    emails: contacts.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    tags: tags.map(({ name }) => name),
    unreadPhones: contacts
      .filter(({ kind, normalised }) => kind === 'phone' && normalised === null)
      .map(({ value }) => value),
  });
  const all = [...new Set([...tokens, ...tokensOfMerged(db, id)])];
  prepared(db, 'DELETE FROM customer_token WHERE customer_id = ?').run(id);
  insertTokensTx(db, id, all);
}

/** The names and numbers that the person was known by on cards which were merged into this one. */
function tokensOfMerged(db: Database, id: number): string[] {
  const merged = prepared(
    db,
    `SELECT display_name AS displayName, external_id AS externalId, first_name AS firstName, last_name AS lastName,
       card_number AS cardNumber FROM customer WHERE merged_into_customer_id = ?`,
  ).all(id) as Pick<Customer, 'displayName' | 'externalId' | 'firstName' | 'lastName' | 'cardNumber'>[];
  return merged.flatMap((card) => {
    // Its own column of the till's number is looked into for cards that are there; this one is in the trash.
    const number = foldedWords(card.externalId ?? '');
    return [...customerTokens(card), ...number, number.join('')].filter((token) => token !== '');
  });
}

/** @throws RevinoError `customer.notFound` */
export function updateCustomerTx(
  db: Database,
  id: number,
  change: CustomerDetails & Partial<Pick<Customer, 'displayName'>>,
): void {
  requireTransaction(db);
  readCustomer(db, id);
  if (Object.keys(change).length === 0) return;
  db.orm.update(customerTable).set(change).where(eq(customerTable.id, id)).run();
  refreshTokensTx(db, id);
}

/** @throws RevinoError `customer.notFound` */
export function readCustomer(db: Database, id: number): Customer {
  const customer = preparedQuery(db, 'customer', () =>
    db.orm
      .select()
      .from(customerTable)
      .where(eq(customerTable.id, sql.placeholder('id')))
      .prepare(),
  ).get({ id });
  if (customer === undefined) throw new RevinoError('customer.notFound', { id });
  return customer;
}

/** For whatever is about to be written about somebody. @throws RevinoError `customer.notFound`, `customer.forgotten` */
export function readRemembered(db: Database, id: number): Customer {
  const customer = readCustomer(db, id);
  if (customer.erasedAtMs !== null) throw new RevinoError('customer.forgotten');
  return customer;
}

/** @returns the id, or null. Exact: numbers with leading zeros are not the numbers without. */
export function findCustomerIdByExternalId(db: Database, externalId: string): number | null {
  const row = prepared(db, 'SELECT id FROM customer WHERE external_id = ?').get(externalId) as
    | { id: number }
    | undefined;
  return row?.id ?? null;
}

export function findByExternalId(db: Database, externalId: string): Customer | null {
  const id = findCustomerIdByExternalId(db, externalId);
  return id === null ? null : readCustomer(db, id);
}

export function countCustomers(db: Database): number {
  const row = prepared(db, 'SELECT count(*) AS n FROM customer WHERE archived_at_ms IS NULL').get();
  return (row as { n: number }).n;
}

/** The card's own telephone number, else the first of the others that could be read. */
export const FIRST_PHONE = `coalesce(phone_e164, (SELECT normalised FROM customer_contact
  WHERE customer_id = customer.id AND kind = 'phone' AND normalised IS NOT NULL ORDER BY id LIMIT 1))`;
