/**
 * What happened with one customer, newest first: visits, opinions, consents, changes of the card, imports, and the next
 * steps that were agreed. Kept in no table of its own: the records themselves are read.
 */
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';
import { FOLLOW_UP_ENTRIES, type FollowUpKind } from './followUpTimeline.ts';

export interface TimelineRef {
  readonly kind: 'visit' | 'opinion' | 'consent' | 'change' | 'import' | FollowUpKind;
  /** Of the record; of a visit, an opinion, a consent, a logged change, an import batch. */
  readonly id: number;
  readonly atMs: number;
}

/** An import that made the card is one entry, also where it changed nothing else. */
const ENTRIES = `
  SELECT 'visit' AS kind, id, occurred_at_ms AS atMs FROM visit WHERE customer_id = @customerId
  UNION ALL
  SELECT 'opinion', id, at_ms FROM opinion WHERE customer_id = @customerId
  UNION ALL
  SELECT 'consent', id, at_ms FROM customer_consent WHERE customer_id = @customerId
  UNION ALL
  SELECT 'change', id, at_ms FROM change_log WHERE subject = 'customer' AND record_id = @customerId
  UNION ALL
  SELECT 'import', id, started_at_ms FROM import_batch
   WHERE id IN (SELECT import_batch_id FROM import_change WHERE subject = 'customer' AND record_id = @customerId
                UNION SELECT import_batch_id FROM customer WHERE id = @customerId)
  ${FOLLOW_UP_ENTRIES}`;

export function listTimeline(db: Database, customerId: number, limit: number): TimelineRef[] {
  return prepared(db, `${ENTRIES} ORDER BY atMs DESC, kind, id DESC LIMIT @limit`).all({
    customerId,
    limit,
  }) as TimelineRef[];
}

export function countTimeline(db: Database, customerId: number): number {
  return (prepared(db, `SELECT count(*) AS n FROM (${ENTRIES})`).get({ customerId }) as { n: number }).n;
}

const inIds = (sql: string) => `${sql} IN (SELECT value FROM json_each(?))`;

export interface TimelineVisit {
  readonly id: number;
  readonly businessDate: string;
  readonly staff: string | null;
  readonly note: string | null;
  readonly cancelledAtMs: number | null;
  readonly cancelReason: string | null;
  /** Who took it back, where that is known. */
  readonly cancelledBy: string | null;
  readonly lines: number;
  readonly amountMinor: number;
  /** Names of what was done or sold, JSON list in their order. */
  readonly offerings: string;
}

export function readTimelineVisits(db: Database, ids: readonly number[]): TimelineVisit[] {
  return prepared(
    db,
    `SELECT visit.id, business_date AS businessDate, staff.name AS staff, note, cancelled_at_ms AS cancelledAtMs,
       cancel_reason AS cancelReason,
       (SELECT by.name FROM change_log JOIN staff AS by ON by.id = change_log.staff_id
         WHERE subject = 'visit' AND record_id = visit.id AND action = 'cancel'
         ORDER BY change_log.id DESC LIMIT 1) AS cancelledBy,
       (SELECT count(*) FROM visit_line WHERE visit_id = visit.id) AS lines,
       (SELECT coalesce(sum(amount_minor), 0) FROM visit_line WHERE visit_id = visit.id) AS amountMinor,
       (SELECT json_group_array(name) FROM (SELECT coalesce(offering.name, category.name) AS name FROM visit_line
          LEFT JOIN offering ON offering.id = visit_line.offering_id
          LEFT JOIN category ON category.id = visit_line.category_id
          WHERE visit_id = visit.id AND coalesce(offering.name, category.name) IS NOT NULL
          ORDER BY visit_line.id)) AS offerings
     FROM visit LEFT JOIN staff ON staff.id = visit.staff_id WHERE ${inIds('visit.id')}`,
  ).all(JSON.stringify(ids)) as TimelineVisit[];
}

export interface TimelineOpinion {
  readonly id: number;
  readonly nps: number | null;
  readonly csat: number | null;
  readonly ces: number | null;
  readonly comment: string | null;
  readonly channel: string | null;
}

export function readTimelineOpinions(db: Database, ids: readonly number[]): TimelineOpinion[] {
  return prepared(db, `SELECT id, nps, csat, ces, comment, channel FROM opinion WHERE ${inIds('id')}`).all(
    JSON.stringify(ids),
  ) as TimelineOpinion[];
}

export interface TimelineConsent {
  readonly id: number;
  readonly channel: string;
  readonly purpose: string;
  readonly isGiven: number;
  readonly evidence: string | null;
}

export function readTimelineConsents(db: Database, ids: readonly number[]): TimelineConsent[] {
  return prepared(
    db,
    `SELECT id, channel, purpose, is_given AS isGiven, evidence FROM customer_consent WHERE ${inIds('id')}`,
  ).all(JSON.stringify(ids)) as TimelineConsent[];
}

export interface TimelineChange {
  readonly id: number;
  readonly action: string;
  /** JSON list. */
  readonly fields: string;
  readonly staff: string | null;
  /** Of a card that another was merged into: that other one's name, and the change that takes it apart while there is one. */
  readonly mergedName: string | null;
  readonly undoChangeId: number | null;
  readonly isUndone: number;
}

export function readTimelineChanges(db: Database, ids: readonly number[]): TimelineChange[] {
  return prepared(
    db,
    // A merge is logged as a whole right before it is logged of the card.
    `SELECT change_log.id, change_log.action, change_log.fields, staff.name AS staff, merged.display_name AS mergedName,
       iif(undo_value.undone_at_ms IS NULL, undo_value.change_id, NULL) AS undoChangeId,
       customer_merge.undone_at_ms IS NOT NULL AS isUndone
     FROM change_log
     LEFT JOIN staff ON staff.id = change_log.staff_id
     LEFT JOIN change_log AS whole ON change_log.action = 'merge' AND whole.id = change_log.id - 1
       AND whole.subject = 'customer_merge' AND whole.action = 'merge'
     LEFT JOIN customer_merge ON customer_merge.id = whole.record_id
     LEFT JOIN customer AS merged ON merged.id = customer_merge.merged_customer_id
     LEFT JOIN undo_value ON undo_value.change_id = whole.id
     WHERE ${inIds('change_log.id')}`,
  ).all(JSON.stringify(ids)) as TimelineChange[];
}

export interface TimelineImport {
  readonly id: number;
  readonly fileName: string;
  readonly undoneAtMs: number | null;
}

export function readTimelineImports(db: Database, ids: readonly number[]): TimelineImport[] {
  return prepared(
    db,
    `SELECT id, file_name AS fileName, undone_at_ms AS undoneAtMs FROM import_batch WHERE ${inIds('id')}`,
  ).all(JSON.stringify(ids)) as TimelineImport[];
}
