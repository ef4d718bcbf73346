/** What an import asks before it writes: people by each of the things they are recognised by, and what is there at all. Reads only. */
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

const idOf = (row: unknown): number | null => (row as { id: number } | undefined)?.id ?? null;
const idsOf = (rows: unknown[]): number[] => (rows as { id: number }[]).map(({ id }) => id);

export function findCustomerIdByCardNumber(db: Database, cardNumber: string): number | null {
  return idOf(prepared(db, 'SELECT id FROM customer WHERE card_number = ?').get(cardNumber));
}

/** Families share numbers, so there may be several; further contacts count like the first. Earliest card first. */
export function findCustomerIdsByPhone(db: Database, phoneE164: string): number[] {
  return idsOf(
    prepared(
      db,
      `SELECT id FROM customer WHERE phone_e164 = ?
       UNION SELECT customer_id AS id FROM customer_contact WHERE kind = 'phone' AND normalised = ? ORDER BY id`,
    ).all(phoneE164, phoneE164),
  );
}

/** As for telephone numbers. Quick only between `indexPeopleTx` and what it answers. */
export function findCustomerIdsByEmail(db: Database, email: string): number[] {
  return idsOf(
    prepared(
      db,
      `SELECT id FROM customer WHERE lower(email) = ?
       UNION SELECT customer_id AS id FROM customer_contact WHERE kind = 'email' AND normalised = ? ORDER BY id`,
    ).all(email, email),
  );
}

/** Quick only between `indexPeopleTx` and what it answers. */
export function findCustomersByBirthday(db: Database, birthday: string): CardIdentity[] {
  return prepared(db, `${SELECT_IDENTITY} WHERE birthday = ? ORDER BY id`).all(birthday) as CardIdentity[];
}

/**
 * Lets people be found by e-mail and birthday while an import runs; nothing else asks for them so often that every
 * shop should keep these in order.
 * @returns what takes them away again, in the same transaction
 */
export function indexPeopleTx(db: Database): () => void {
  requireTransaction(db);
  db.sqlite.exec(
    `CREATE INDEX import_email_index ON customer (lower(email));
     CREATE INDEX import_birthday_index ON customer (birthday) WHERE birthday IS NOT NULL`,
  );
  return () => {
    requireTransaction(db);
    db.sqlite.exec('DROP INDEX import_email_index; DROP INDEX import_birthday_index');
  };
}

/** What of a card may contradict that it is the person of a row. */
export interface CardIdentity {
  readonly id: number;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly cardNumber: string | null;
  readonly birthday: string | null;
}

const SELECT_IDENTITY = `SELECT id, display_name AS displayName, external_id AS externalId, card_number AS cardNumber, birthday
  FROM customer`;

export function readCardIdentity(db: Database, id: number): CardIdentity {
  return prepared(db, `${SELECT_IDENTITY} WHERE id = ?`).get(id) as CardIdentity;
}

export interface CustomerName {
  readonly id: number;
  readonly name: string;
}

/** Every named customer, earliest first, one at a time. */
export function iterateCustomerNames(db: Database): IterableIterator<CustomerName> {
  return prepared(
    db,
    `SELECT id, display_name AS name FROM customer WHERE external_id IS NULL OR display_name <> external_id ORDER BY id`,
  ).iterate() as IterableIterator<CustomerName>;
}

/**
 * Cards of which a name is all that is known, and cards that an import made of a name alone, under that name: the ones
 * that a row with nothing but a name can mean. Earliest first.
 */
export function iterateNameOnlyCustomers(db: Database): IterableIterator<CustomerName> {
  return prepared(
    db,
    `SELECT customer.id AS id, json_extract(after, '$.name') AS name FROM import_change
       JOIN customer ON customer.id = record_id
       WHERE subject = 'customer' AND field IS NULL AND after IS NOT NULL
     UNION SELECT id, display_name AS name FROM customer
       WHERE external_id IS NULL AND card_number IS NULL AND phone_e164 IS NULL AND email IS NULL AND birthday IS NULL
     ORDER BY id`,
  ).iterate() as IterableIterator<CustomerName>;
}

/** True where a desk visit still waits for the till's row. */
export function hasDeskVisitToFill(db: Database): boolean {
  return (
    prepared(
      db,
      `SELECT 1 FROM visit WHERE source = 'desk' AND cancelled_at_ms IS NULL AND customer_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id) LIMIT 1`,
    ).get() !== undefined
  );
}

export interface VisitOrigin {
  readonly staffId: number | null;
  readonly receipt: string | null;
  readonly importBatchId: number | null;
}

export function readVisitOrigin(db: Database, visitId: number): VisitOrigin {
  return prepared(
    db,
    'SELECT staff_id AS staffId, receipt, import_batch_id AS importBatchId FROM visit WHERE id = ?',
  ).get(visitId) as VisitOrigin;
}

export function hasCustomers(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM customer LIMIT 1').get() !== undefined;
}

export function hasVisits(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM visit LIMIT 1').get() !== undefined;
}
