/** What an import asks before it writes: people by other things than their number, and what is there at all. Reads only. */
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

/** @returns the id of the earliest such customer, or null */
export function findCustomerIdByPhone(db: Database, phoneE164: string): number | null {
  const row = prepared(db, 'SELECT id FROM customer WHERE phone_e164 = ? ORDER BY id LIMIT 1').get(phoneE164);
  return (row as { id: number } | undefined)?.id ?? null;
}

export interface CustomerName {
  readonly id: number;
  readonly displayName: string;
  readonly email: string | null;
}

/** Every customer, earliest first, one at a time. */
export function iterateCustomerNames(db: Database): IterableIterator<CustomerName> {
  return prepared(
    db,
    'SELECT id, display_name AS displayName, email FROM customer ORDER BY id',
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

export function hasCustomers(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM customer LIMIT 1').get() !== undefined;
}

export function hasVisits(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM visit LIMIT 1').get() !== undefined;
}
