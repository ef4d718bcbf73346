/** Consents: what a customer allowed, by channel and purpose. Append-only: the newest row of each pair holds. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ConsentChannel, ConsentPurpose } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface Consent {
  readonly channel: ConsentChannel;
  readonly purpose: ConsentPurpose;
  readonly isGiven: boolean;
  readonly atMs: number;
  readonly evidence: string | null;
  /** Who wrote it down. */
  readonly staff: string | null;
}

export interface NewConsent extends Omit<Consent, 'staff'> {
  readonly customerId: number;
  readonly staffId: number | null;
}

/** Every row, newest first. */
export function listConsents(db: Database, customerId: number): Consent[] {
  const rows = prepared(
    db,
    `SELECT channel, purpose, is_given AS isGiven, at_ms AS atMs, evidence, staff.name AS staff
     FROM customer_consent LEFT JOIN staff ON staff.id = staff_id
     WHERE customer_id = ? ORDER BY customer_consent.id DESC`,
  ).all(customerId) as (Omit<Consent, 'isGiven'> & { isGiven: number })[];
  return rows.map((row) => ({ ...row, isGiven: row.isGiven === 1 }));
}

/** Without a row there is no consent. */
function hasConsent(
  db: Database,
  customerId: number,
  channel: ConsentChannel,
  purpose: ConsentPurpose,
): boolean {
  const row = prepared(
    db,
    `SELECT is_given AS isGiven FROM customer_consent WHERE customer_id = ? AND channel = ? AND purpose = ?
     ORDER BY id DESC LIMIT 1`,
  ).get(customerId, channel, purpose) as { isGiven: number } | undefined;
  return row?.isGiven === 1;
}

/** @returns the id, or null where it stands so already: saying it twice is no history */
export function insertConsentTx(db: Database, consent: NewConsent): number | null {
  requireTransaction(db);
  const { customerId, channel, purpose, isGiven, atMs, evidence, staffId } = consent;
  if (prepared(db, 'SELECT 1 FROM customer WHERE id = ?').get(customerId) === undefined) {
    throw new RevinoError('customer.notFound', { id: customerId });
  }
  if (hasConsent(db, customerId, channel, purpose) === isGiven) return null;
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO customer_consent (uid, customer_id, channel, purpose, is_given, at_ms, evidence, staff_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(newUid(atMs), customerId, channel, purpose, Number(isGiven), atMs, evidence, staffId);
  return Number(lastInsertRowid);
}
