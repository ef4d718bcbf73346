/** Why somebody no longer comes: who can be asked, and what they answered. */
import type { LapseReason } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { lapseAnswerTable } from '../schema/followUp.ts';
import { prepared } from '../transaction.ts';
import { recordsOf } from './records.ts';

export const lapseRecords = recordsOf(lapseAnswerTable);

export interface AskableRow {
  readonly customerId: number;
  readonly name: string;
  readonly phoneE164: string | null;
  /** One that is no number the phone book can read. */
  readonly otherPhone: string | null;
  readonly lastStaff: string | null;
}

/**
 * Of these customers, those who can be asked: the card is in use, there is a number to call, they were not asked since
 * `askedBefore`, and they have not said that they want no calls about opinions.
 */
export function listAskable(db: Database, customerIds: readonly number[], askedBefore: string): AskableRow[] {
  const rows = prepared(
    db,
    `SELECT customer.id AS customerId, display_name AS name, phone_e164 AS phoneE164,
       (SELECT value FROM customer_contact WHERE customer_id = customer.id AND kind = 'phone' ORDER BY id LIMIT 1)
         AS otherPhone,
       (SELECT staff.name FROM visit JOIN staff ON staff.id = visit.staff_id
         WHERE customer_id = customer.id AND cancelled_at_ms IS NULL
         ORDER BY business_date DESC, occurred_at_ms DESC, visit.id DESC LIMIT 1) AS lastStaff
     FROM customer
     WHERE customer.id IN (SELECT value FROM json_each(?))
       AND archived_at_ms IS NULL AND erased_at_ms IS NULL AND merged_into_customer_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM lapse_answer WHERE customer_id = customer.id AND asked_on >= ?)
       AND coalesce((SELECT is_given FROM customer_consent
             WHERE customer_id = customer.id AND channel = 'phone' AND purpose = 'opinions'
             ORDER BY id DESC LIMIT 1), 1) = 1`,
  ).all(JSON.stringify(customerIds), askedBefore) as AskableRow[];
  return rows.filter(({ phoneE164, otherPhone }) => phoneE164 !== null || otherPhone !== null);
}

export interface LapseAnswerRow {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly askedOn: string;
  readonly reason: LapseReason;
  readonly text: string | null;
  readonly staff: string | null;
}

const ROWS = `SELECT lapse_answer.id, customer_id AS customerId, display_name AS name, asked_on AS askedOn, reason, text,
    staff.name AS staff
  FROM lapse_answer JOIN customer ON customer.id = customer_id LEFT JOIN staff ON staff.id = lapse_answer.staff_id`;

/** The newest first. */
export function listLapseAnswers(db: Database, from: string, to: string, limit: number): LapseAnswerRow[] {
  return prepared(
    db,
    `${ROWS} WHERE asked_on BETWEEN ? AND ? ORDER BY asked_on DESC, lapse_answer.id DESC LIMIT ?`,
  ).all(from, to, limit) as LapseAnswerRow[];
}

export function findLastLapseAnswer(db: Database, customerId: number): LapseAnswerRow | null {
  const row = prepared(
    db,
    `${ROWS} WHERE customer_id = ? ORDER BY asked_on DESC, lapse_answer.id DESC LIMIT 1`,
  ).get(customerId);
  return (row as LapseAnswerRow | undefined) ?? null;
}

/** The most frequent first. */
export function countLapseReasons(
  db: Database,
  from: string,
  to: string,
): { reason: LapseReason; count: number }[] {
  return prepared(
    db,
    `SELECT reason, count(*) AS count FROM lapse_answer WHERE asked_on BETWEEN ? AND ?
     GROUP BY reason ORDER BY count DESC, reason`,
  ).all(from, to) as { reason: LapseReason; count: number }[];
}
