/** What is agreed and given while a visit is recorded, in the visit's own transaction: all of it is kept, or none. */
import type { Database } from '../../db/openDatabase.ts';
import { requireTransaction } from '../../db/transaction.ts';
import type { Clash } from '../../src-shared/contract/appointmentContract.ts';
import type { NextStep } from '../../src-shared/contract/visitContract.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { makeAppointmentTx } from './appointmentService.ts';
import { giveGestureTx } from './gestureService.ts';
import { makePromiseTx } from './promiseService.ts';

export interface MadeNext {
  /** Each of them can be taken back by itself. */
  readonly changeIds: number[];
  readonly clashes: Clash[];
}

export const NOTHING_NEXT: MadeNext = { changeIds: [], clashes: [] };

export interface AtVisit {
  readonly customerId: number;
  readonly visitId: number;
  readonly staffId: number | null;
  readonly role: Role;
  readonly nowMs: number;
}

/** @throws RevinoError as making an appointment or a promise, and giving a gesture, do */
export const makeNextTx = (
  db: Database,
  { appointment, promise, gesture }: NextStep,
  { customerId, visitId, staffId, role, nowMs }: AtVisit,
): MadeNext => {
  requireTransaction(db);
  const booked =
    appointment === null
      ? null
      : makeAppointmentTx(db, { ...appointment, customerId, madeAtVisitId: visitId }, nowMs);
  const promised =
    promise === null
      ? null
      : makePromiseTx(db, { ...promise, customerId, staffId, madeAtVisitId: visitId }, nowMs);
  const given =
    gesture === null ? null : giveGestureTx(db, { ...gesture, customerId, visitId, staffId }, role, nowMs);
  return {
    changeIds: [booked, promised, given].flatMap((made) => (made === null ? [] : [made.changeId])),
    clashes: booked?.clashes ?? [],
  };
};
