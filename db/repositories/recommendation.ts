/** Whom a customer brought. */
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

const NAMED = 20;

/** The latest of them by name, and how many there are, without those in the trash. */
export function readRecommended(
  db: Database,
  customerId: number,
): { recommended: { customerId: number; name: string }[]; recommendedCount: number } {
  const from = 'FROM customer WHERE recommended_by_customer_id = ? AND archived_at_ms IS NULL';
  const recommended = prepared(
    db,
    `SELECT id AS customerId, display_name AS name ${from} ORDER BY id DESC LIMIT ${NAMED}`,
  ).all(customerId) as { customerId: number; name: string }[];
  const { n } = prepared(db, `SELECT count(*) AS n ${from}`).get(customerId) as { n: number };
  return { recommended, recommendedCount: n };
}
