/** Appointments: lists of them. How a visit ends one is followUpVisits.ts. */
import type { AppointmentOutcome } from '../../src-shared/domain/closedLists.ts';
import type { Database } from '../openDatabase.ts';
import { appointmentTable } from '../schema/followUp.ts';
import { prepared } from '../transaction.ts';
import { settleAppointmentsTx } from './followUpVisits.ts';
import { recordsOf } from './records.ts';

export const appointmentRecords = recordsOf(appointmentTable);

/** Taken back, it is again as the visits of its days say: that it became a visit is theirs to say. */
export const putBackAppointmentTx = appointmentRecords.putBack({
  fitted: (before) => {
    if (before.visitId != null) return { ...before, outcome: null, endedAtMs: null, visitId: null };
    return before.outcome === undefined ? before : { ...before, visitId: null };
  },
  settleTx: (db, was, is) => {
    settleAppointmentsTx(db, was.customerId, was.onDate);
    if (is !== null) settleAppointmentsTx(db, is.customerId, is.onDate);
  },
});

export interface AppointmentRow {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly phoneE164: string | null;
  readonly onDate: string;
  readonly atMinute: number | null;
  readonly offeringId: number | null;
  readonly offering: string | null;
  readonly staffId: number | null;
  readonly staff: string | null;
  readonly note: string | null;
  readonly outcome: AppointmentOutcome | null;
  readonly visitId: number | null;
}

/** Of people whose card is in use. */
const ROWS = `SELECT appointment.id, customer_id AS customerId, customer.display_name AS name,
    customer.phone_e164 AS phoneE164, on_date AS onDate, at_minute AS atMinute, offering_id AS offeringId,
    offering.name AS offering, appointment.staff_id AS staffId, staff.name AS staff, appointment.note, outcome,
    visit_id AS visitId
  FROM appointment JOIN customer ON customer.id = customer_id AND customer.archived_at_ms IS NULL
    LEFT JOIN offering ON offering.id = offering_id LEFT JOIN staff ON staff.id = appointment.staff_id`;
const BY_TIME = 'on_date, at_minute IS NULL, at_minute, appointment.id';

export function listAppointmentsOfDay(db: Database, onDate: string): AppointmentRow[] {
  return prepared(db, `${ROWS} WHERE on_date = ? AND outcome IS NOT 'cancelled' ORDER BY ${BY_TIME}`).all(
    onDate,
  ) as AppointmentRow[];
}

/** Open ones, both days included; the newest day first. */
export function listOpenAppointments(db: Database, from: string, to: string): AppointmentRow[] {
  return prepared(
    db,
    `${ROWS} WHERE on_date BETWEEN ? AND ? AND outcome IS NULL ORDER BY on_date DESC, ${BY_TIME}`,
  ).all(from, to) as AppointmentRow[];
}

/** Open ones from a day on. */
export function listAppointmentsAhead(
  db: Database,
  from: string,
  limit: number,
): { rows: AppointmentRow[]; total: number } {
  const rows = prepared(db, `${ROWS} WHERE on_date >= ? AND outcome IS NULL ORDER BY ${BY_TIME} LIMIT ?`).all(
    from,
    limit,
  ) as AppointmentRow[];
  const { n } = prepared(
    db,
    `SELECT count(*) AS n FROM appointment JOIN customer ON customer.id = customer_id AND customer.archived_at_ms IS NULL
     WHERE on_date >= ? AND outcome IS NULL`,
  ).get(from) as { n: number };
  return { rows, total: n };
}

/** Open ones of one person, the earliest first. */
export function listOpenAppointmentsOf(db: Database, customerId: number): AppointmentRow[] {
  return prepared(db, `${ROWS} WHERE customer_id = ? AND outcome IS NULL ORDER BY ${BY_TIME}`).all(
    customerId,
  ) as AppointmentRow[];
}

export interface ClashRow {
  readonly appointmentId: number;
  readonly name: string;
  readonly atMinute: number;
}

/** Others of the day with this member of staff, less than so many minutes away. */
export function listClashes(
  db: Database,
  at: { readonly onDate: string; readonly atMinute: number; readonly staffId: number },
  withinMinutes: number,
  exceptId: number | null,
): ClashRow[] {
  return prepared(
    db,
    `SELECT appointment.id AS appointmentId, display_name AS name, at_minute AS atMinute
     FROM appointment JOIN customer ON customer.id = customer_id
     WHERE on_date = ? AND at_minute > ? AND at_minute < ? AND staff_id = ? AND appointment.id IS NOT ?
       AND (outcome IS NULL OR outcome = 'came')
     ORDER BY at_minute, appointment.id`,
  ).all(
    at.onDate,
    at.atMinute - withinMinutes,
    at.atMinute + withinMinutes,
    at.staffId,
    exceptId,
  ) as ClashRow[];
}
