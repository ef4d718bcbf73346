/** Customers: making, changing and finding them. Visits and figures are elsewhere. */
import { eq, sql } from 'drizzle-orm';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { foldedWords } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { customerTable } from '../schema/customer.ts';
import { prepared, preparedQuery, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export type Customer = typeof customerTable.$inferSelect;
export type CustomerDetails = Partial<Omit<Customer, 'id' | 'uid' | 'displayName' | 'createdAtMs'>>;
export type NewCustomer = CustomerDetails & Pick<Customer, 'displayName' | 'createdAtMs'>;

const INSERT = `INSERT INTO customer (uid, external_id, display_name, first_name, last_name, phone_e164, email,
  birthday, customer_since, source, recommended_by_customer_id, note, created_at_ms, archived_at_ms)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** @returns the id */
export function insertCustomerTx(db: Database, customer: NewCustomer): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(db, INSERT).run(
    newUid(customer.createdAtMs),
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
  );
  const id = Number(lastInsertRowid);
  // A customer known by number alone is found by that number; a token would only repeat it.
  if (customer.displayName !== customer.externalId) insertTokensTx(db, id, customer);
  return id;
}

function insertTokensTx(
  db: Database,
  id: number,
  { displayName, firstName, lastName }: Pick<NewCustomer, 'displayName' | 'firstName' | 'lastName'>,
): void {
  const insert = prepared(db, 'INSERT INTO customer_token (token, customer_id) VALUES (?, ?)');
  for (const word of foldedWords(`${displayName} ${firstName ?? ''} ${lastName ?? ''}`)) insert.run(word, id);
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
  const changed = readCustomer(db, id);
  prepared(db, 'DELETE FROM customer_token WHERE customer_id = ?').run(id);
  if (changed.displayName !== changed.externalId) insertTokensTx(db, id, changed);
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

export interface CustomerHit {
  readonly id: number;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly phoneE164: string | null;
  readonly occasions: number;
  /** Last occasion, ISO day. */
  readonly lastDate: string | null;
}

/** Greater than every text that begins with what it is appended to. */
const AFTER_PREFIX = '\u{10ffff}';
/** Shorter runs of digits would find half the phone book. */
const MIN_PHONE_DIGITS = 3;

/**
 * Finds customers for the front desk: every word of `text` begins a word of the name, in any spelling; or the
 * text begins the customer's number; or its digits occur in the phone number, as typed at home or abroad.
 * Customers seen most recently come first; archived ones are left out.
 */
export function searchCustomers(db: Database, text: string, limit: number): CustomerHit[] {
  const candidates: string[] = [];
  const values: string[] = [];
  const words = foldedWords(text);
  if (words.length > 0) {
    const prefix = 'SELECT customer_id FROM customer_token WHERE token >= ? AND token < ?';
    candidates.push(`SELECT customer_id FROM (${words.map(() => prefix).join(' INTERSECT ')})`);
    for (const word of words) values.push(word, word + AFTER_PREFIX);
  }
  const typed = text.trim();
  if (typed !== '') {
    for (const spelling of new Set([typed, typed.toUpperCase()])) {
      candidates.push('SELECT id FROM customer WHERE external_id >= ? AND external_id < ?');
      values.push(spelling, spelling + AFTER_PREFIX);
    }
  }
  // '0722 123 456' and '0040722...' and '+40 722...' all hold the digits after the leading zeros.
  const digits = /^[\d\s()+./-]+$/.test(typed) ? typed.replace(/\D/g, '').replace(/^0+/, '') : '';
  if (digits.length >= MIN_PHONE_DIGITS) {
    candidates.push('SELECT id FROM customer WHERE phone_e164 IS NOT NULL AND instr(phone_e164, ?) > 0');
    values.push(digits);
  }
  if (candidates.length === 0) return [];
  return prepared(
    db,
    `SELECT customer.id AS id, display_name AS displayName, external_id AS externalId, phone_e164 AS phoneE164,
       coalesce(occasions, 0) AS occasions, last_date AS lastDate
     FROM customer LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     WHERE archived_at_ms IS NULL AND customer.id IN (${candidates.join(' UNION ')})
     ORDER BY last_date DESC, display_name, customer.id LIMIT ?`,
  ).all(...values, limit) as CustomerHit[];
}
