/** Promises given to customers. */
import type { PromiseOutcome } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { promiseTable } from '../schema/followUp.ts';
import { prepared } from '../transaction.ts';
import { recordsOf } from './records.ts';

export const promiseRecords = recordsOf(promiseTable);

export interface PromiseRow {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly createdAtMs: number;
  readonly staff: string | null;
  readonly outcome: PromiseOutcome | null;
}

const ROWS = `SELECT promise.id, customer_id AS customerId, display_name AS name, text, due_on AS dueOn,
    promise.created_at_ms AS createdAtMs, staff.name AS staff, outcome
  FROM promise JOIN customer ON customer.id = customer_id LEFT JOIN staff ON staff.id = promise.staff_id`;

/** The newest first. */
export function listOpenPromisesOf(db: Database, customerId: number): PromiseRow[] {
  return prepared(
    db,
    `${ROWS} WHERE customer_id = ? AND outcome IS NULL ORDER BY promise.created_at_ms DESC, promise.id DESC`,
  ).all(customerId) as PromiseRow[];
}

/** Open ones of people whose card is in use, due on this day or before. */
export function listDuePromises(db: Database, today: string): PromiseRow[] {
  return prepared(
    db,
    `${ROWS} WHERE outcome IS NULL AND due_on <= ? AND customer.archived_at_ms IS NULL ORDER BY due_on, promise.id`,
  ).all(today) as PromiseRow[];
}
