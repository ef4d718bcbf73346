/** Appointments: making, moving, ending them, and who is expected. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import {
  type AppointmentRow,
  appointmentRecords,
  listAppointmentsAhead,
  listAppointmentsOfDay,
  listClashes,
  listOpenAppointments,
} from '../../db/repositories/appointment.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { settleAppointmentsTx } from '../../db/repositories/followUpVisits.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { Appointment, AppointmentPlan, Clash } from '../../src-shared/contract/appointmentContract.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { daysFrom, requirePointsAt, todayIn } from './followUpParts.ts';
import type { PhoneBook } from './phoneBook.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

/** Offerings have no length of their own: two with one member of staff are told apart by at least this. */
const CLASH_MINUTES = 30;
/** "Did they come?" is asked for a week; who asks later no longer remembers. */
const ASKED_DAYS = 7;
const AHEAD_LISTED = 200;

export const shownAppointment = (row: AppointmentRow, phones: Pick<PhoneBook, 'shown'>): Appointment => ({
  appointmentId: row.id,
  customer: { customerId: row.customerId, name: row.name },
  phone: row.phoneE164 === null ? null : phones.shown(row.phoneE164),
  onDate: row.onDate,
  atMinute: row.atMinute,
  offeringId: row.offeringId,
  offering: row.offering,
  staffId: row.staffId,
  staff: row.staff,
  note: row.note,
  outcome: row.outcome,
  visitId: row.visitId,
});

const clashesOf = (
  db: Database,
  { onDate, atMinute, staffId }: Pick<AppointmentPlan, 'onDate' | 'atMinute' | 'staffId'>,
  exceptId: number | null,
): Clash[] =>
  atMinute === null || staffId === null
    ? []
    : listClashes(db, { onDate, atMinute, staffId }, CLASH_MINUTES, exceptId);

/**
 * For a service that already writes, such as the recording of a visit.
 * @throws RevinoError `customer.notFound`, `staff.notFound`, `catalogue.notFound`, `visit.notFound`
 */
export const makeAppointmentTx = (
  db: Database,
  { customerId: cardId, madeAtVisitId, ...plan }: Input<'appointment.make'>,
  nowMs: number,
): Output<'appointment.make'> => {
  const customerId = requireCurrentCustomer(db, cardId);
  requirePointsAt(db, {
    customerId,
    staffId: plan.staffId,
    offeringId: plan.offeringId,
    visitId: madeAtVisitId,
  });
  const { id, changeId } = appointmentRecords.makeTx(
    db,
    {
      customerId,
      ...plan,
      note: plan.note || null,
      madeAtVisitId,
      createdAtMs: nowMs,
      outcome: null,
      endedAtMs: null,
      visitId: null,
    },
    nowMs,
  );
  return { appointmentId: id, changeId, clashes: clashesOf(db, plan, id) };
};

export const makeAppointment = (
  db: Database,
  input: Input<'appointment.make'>,
  nowMs: number,
): Output<'appointment.make'> => inTransaction(db, () => makeAppointmentTx(db, input, nowMs));

/** On another day it is open again, whatever became of it before. @throws RevinoError as `makeAppointmentTx` */
export const editAppointment = (
  db: Database,
  { appointmentId, ...plan }: Input<'appointment.edit'>,
  nowMs: number,
): Output<'appointment.edit'> =>
  inTransaction(db, () => {
    const before = appointmentRecords.read(db, appointmentId);
    requirePointsAt(db, {
      staffId: plan.staffId === before.staffId ? null : plan.staffId,
      offeringId: plan.offeringId === before.offeringId ? null : plan.offeringId,
    });
    const isMoved = plan.onDate !== before.onDate;
    const { changeId } = appointmentRecords.changeTx(
      db,
      appointmentId,
      {
        ...plan,
        note: plan.note || null,
        ...(isMoved ? { outcome: null, endedAtMs: null, visitId: null } : {}),
      },
      nowMs,
    );
    if (isMoved) {
      // The visit of the day it was for may now be that of another one.
      settleAppointmentsTx(db, before.customerId, before.onDate);
      settleAppointmentsTx(db, before.customerId, plan.onDate);
    }
    return { changeId, clashes: clashesOf(db, plan, appointmentId) };
  });

/** @throws RevinoError `catalogue.notFound` */
export const setAppointmentOutcome = (
  db: Database,
  { appointmentId, outcome }: Input<'appointment.setOutcome'>,
  nowMs: number,
): Output<'appointment.setOutcome'> =>
  inTransaction(db, () => {
    const before = appointmentRecords.read(db, appointmentId);
    if (before.outcome === outcome) return { changeId: null };
    const { changeId } = appointmentRecords.changeTx(
      db,
      appointmentId,
      { outcome, endedAtMs: outcome === null ? null : nowMs, visitId: null },
      nowMs,
    );
    // Ticked as come after the visit was written down: it is that visit's.
    settleAppointmentsTx(db, before.customerId, before.onDate);
    return { changeId };
  });

export const appointmentClashes = (
  db: Database,
  { exceptId, ...at }: Input<'appointment.clashes'>,
): Output<'appointment.clashes'> => ({ clashes: clashesOf(db, at, exceptId) });

export const appointmentsOfDay = (
  db: Database,
  { on }: Input<'appointment.ofDay'>,
  phones: PhoneBook,
  nowMs: number,
): Output<'appointment.ofDay'> =>
  inReadTransaction(db, () => {
    const day = on ?? todayIn(db, nowMs);
    const rows = listAppointmentsOfDay(db, day);
    const count = (outcome: AppointmentRow['outcome']) =>
      rows.filter((row) => row.outcome === outcome).length;
    return {
      on: day,
      appointments: rows.map((row) => shownAppointment(row, phones)),
      expected: count(null),
      came: count('came'),
      missed: count('missed'),
    };
  });

export const unansweredAppointments = (
  db: Database,
  phones: PhoneBook,
  nowMs: number,
): Output<'appointment.unanswered'> =>
  inReadTransaction(db, () => {
    const today = todayIn(db, nowMs);
    const rows = listOpenAppointments(db, daysFrom(today, -ASKED_DAYS), daysFrom(today, -1));
    return { appointments: rows.map((row) => shownAppointment(row, phones)) };
  });

export const appointmentsAhead = (
  db: Database,
  phones: PhoneBook,
  nowMs: number,
): Output<'appointment.ahead'> =>
  inReadTransaction(db, () => {
    const { rows, total } = listAppointmentsAhead(db, todayIn(db, nowMs), AHEAD_LISTED);
    return { appointments: rows.map((row) => shownAppointment(row, phones)), total };
  });
