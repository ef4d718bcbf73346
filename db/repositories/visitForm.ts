/** What the form of a visit and the list of today ask for, read only. */
import type { OwnFieldKind } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';

export interface VisitField {
  readonly fieldId: number;
  readonly kind: OwnFieldKind;
  readonly name: string;
  readonly choices: readonly string[];
}

/** The shop's own fields of visits, archived ones left out. */
export function listVisitFields(db: Database): VisitField[] {
  const rows = prepared(
    db,
    `SELECT id AS fieldId, kind, name, choices FROM own_field
     WHERE subject = 'visit' AND archived_at_ms IS NULL ORDER BY position, id`,
  ).all() as (Omit<VisitField, 'choices'> & { choices: string | null })[];
  return rows.map((row) => ({
    ...row,
    choices: row.choices === null ? [] : (JSON.parse(row.choices) as string[]),
  }));
}

export function listSealedMonths(db: Database): string[] {
  const rows = prepared(db, 'SELECT month FROM sealed_month ORDER BY month').all() as { month: string }[];
  return rows.map(({ month }) => month);
}

export interface DayEntry {
  readonly visitId: number;
  readonly occurredAtMs: number;
  readonly businessDate: string;
  readonly customerName: string | null;
  readonly lineCount: number;
  readonly amountMinor: number;
  /** Of the line with the smallest id. */
  readonly offering: string | null;
  readonly isRefund: 0 | 1;
}

/** An import may bring thousands for one day; the desk looks at what it wrote itself. */
const LOOKED_BACK = 500;

const ENTRY = `SELECT visit.id AS visitId, occurred_at_ms AS occurredAtMs, business_date AS businessDate,
    display_name AS customerName, count(line.id) AS lineCount, coalesce(sum(line.amount_minor), 0) AS amountMinor,
    (SELECT offering.name FROM visit_line JOIN offering ON offering.id = offering_id
     WHERE visit_id = visit.id ORDER BY visit_line.id LIMIT 1) AS offering,
    coalesce(max(line.quantity_thousandths >= 0 AND line.amount_minor >= 0), 1) = 0 AS isRefund
  FROM visit LEFT JOIN customer ON customer.id = visit.customer_id LEFT JOIN visit_line AS line ON line.visit_id = visit.id
  WHERE cancelled_at_ms IS NULL`;

/** Visits of a local day, and those the desk wrote down since `sinceMs` for an earlier one; the newest record first. */
export function listDayEntries(
  db: Database,
  businessDate: string,
  sinceMs: number,
  limit: number,
): DayEntry[] {
  return prepared(
    db,
    `${ENTRY} AND visit.id IN (
       SELECT id FROM visit WHERE business_date = @businessDate
       UNION SELECT id FROM (SELECT id, source, created_at_ms FROM visit ORDER BY id DESC LIMIT ${LOOKED_BACK})
       WHERE source = 'desk' AND created_at_ms >= @sinceMs)
     GROUP BY visit.id ORDER BY visit.created_at_ms DESC, visit.id DESC LIMIT @limit`,
  ).all({ businessDate, sinceMs, limit }) as DayEntry[];
}

/** Visits of the desk that wait for their amount, oldest first; both days are among them. */
export function listUnfinished(db: Database, firstDate: string, lastDate: string, limit: number): DayEntry[] {
  return prepared(
    db,
    `${ENTRY} AND visit.id IN (
       SELECT id FROM visit AS waiting WHERE business_date BETWEEN ? AND ? AND source = 'desk'
         AND NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = waiting.id))
     GROUP BY visit.id ORDER BY occurredAtMs, visit.id LIMIT ?`,
  ).all(firstDate, lastDate, limit) as DayEntry[];
}

/** Without those that only pay back. */
export function countVisitsOfDay(db: Database, businessDate: string): number {
  const row = prepared(
    db,
    `SELECT count(*) AS n FROM visit WHERE business_date = ? AND cancelled_at_ms IS NULL
       AND (EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id AND quantity_thousandths >= 0 AND amount_minor >= 0)
            OR NOT EXISTS (SELECT 1 FROM visit_line WHERE visit_id = visit.id))`,
  ).get(businessDate);
  return (row as { n: number }).n;
}
