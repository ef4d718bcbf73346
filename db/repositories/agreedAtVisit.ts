/** What was agreed and given at a visit, as long as nobody has changed it since: it was recorded with it and goes with it. */
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';
import { appointmentRecords } from './appointment.ts';
import { UNDO_MS } from './changeLog.ts';
import { gestureRecords } from './gesture.ts';
import { promiseRecords } from './promise.ts';

export const AGREED_RECORDS = {
  appointment: appointmentRecords,
  promise: promiseRecords,
  gesture: gestureRecords,
} as const;
export type AgreedSubject = keyof typeof AGREED_RECORDS;

export interface Agreed {
  readonly subject: AgreedSubject;
  readonly recordId: number;
  /** By which its making is taken back. */
  readonly changeId: number;
}

/** An appointment that became a visit, a promise kept or a gesture cancelled has a life of its own by now. */
const MADE = `SELECT 'appointment' AS subject, id AS recordId FROM appointment
    WHERE made_at_visit_id = @visitId AND outcome IS NULL
  UNION ALL SELECT 'promise', id FROM promise WHERE made_at_visit_id = @visitId AND outcome IS NULL
  UNION ALL SELECT 'gesture', id FROM gesture WHERE visit_id = @visitId AND cancelled_at_ms IS NULL`;

export function listAgreedAtVisit(db: Database, visitId: number, nowMs: number): Agreed[] {
  return prepared(
    db,
    `SELECT made.subject, recordId, log.id AS changeId FROM (${MADE}) AS made
     JOIN change_log AS log ON log.subject = made.subject AND log.record_id = recordId AND log.action = 'create'
     JOIN undo_value ON change_id = log.id AND undone_at_ms IS NULL
     WHERE log.at_ms >= @since AND NOT EXISTS (
       SELECT 1 FROM change_log AS later LEFT JOIN undo_value AS value ON value.change_id = later.id
       WHERE later.subject = made.subject AND later.record_id = recordId AND later.id > log.id
         AND later.action <> 'undo' AND value.undone_at_ms IS NULL)
     ORDER BY log.id`,
  ).all({ visitId, since: nowMs - UNDO_MS }) as Agreed[];
}
