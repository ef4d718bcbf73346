/** The register of what was done at people's wish about their data. Names nobody. */
import type { ConsentChannel, ConsentPurpose, PrivacyAct } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface NewPrivacyAct {
  readonly act: PrivacyAct;
  readonly customerId: number | null;
  readonly atMs: number;
  /** Counts and closed words, never a value of the person. */
  readonly details: Readonly<Record<string, number | string>>;
}

export interface RegisteredAct extends NewPrivacyAct {
  readonly id: number;
  readonly staff: string | null;
}

/** @returns the id */
export function insertPrivacyActTx(db: Database, { act, customerId, atMs, details }: NewPrivacyAct): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO privacy_act (uid, act, customer_id, at_ms, staff_id, details) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(newUid(atMs), act, customerId, atMs, db.author.staffId, JSON.stringify(details));
  return Number(lastInsertRowid);
}

/** A consent that held holds no more: the lists and exports ask for it anew each time, and the register says when. */
export function noteWithdrawalTx(
  db: Database,
  customerId: number,
  { channel, purpose }: { readonly channel: ConsentChannel; readonly purpose: ConsentPurpose },
  by: 'card' | 'import',
  atMs: number,
): void {
  insertPrivacyActTx(db, { act: 'withdraw', customerId, atMs, details: { channel, purpose, by } });
}

export function countPrivacyActs(db: Database): number {
  return (prepared(db, 'SELECT count(*) AS n FROM privacy_act').get() as { n: number }).n;
}

/** Newest first. */
export function listPrivacyActs(db: Database, limit: number, offset = 0): RegisteredAct[] {
  const rows = prepared(
    db,
    `SELECT privacy_act.id AS id, act, customer_id AS customerId, at_ms AS atMs, staff.name AS staff, details
     FROM privacy_act LEFT JOIN staff ON staff.id = staff_id ORDER BY privacy_act.id DESC LIMIT ? OFFSET ?`,
  ).all(limit, offset) as (Omit<RegisteredAct, 'details'> & { details: string })[];
  return rows.map((row) => ({ ...row, details: JSON.parse(row.details) as RegisteredAct['details'] }));
}
