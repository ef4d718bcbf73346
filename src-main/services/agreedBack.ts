/**
 * A visit that is taken back as if it had not been recorded keeps, with its own undo, what was agreed and given at it:
 * bringing the visit back brings that back too.
 */
import type { Database } from '../../db/openDatabase.ts';
import { AGREED_RECORDS, type Agreed, type AgreedSubject } from '../../db/repositories/agreedAtVisit.ts';
import type { PutBackTx } from '../../db/repositories/changeLog.ts';
import { settleAppointmentsTx } from '../../db/repositories/followUpVisits.ts';
import { putBackVisitTx, readVisitState } from '../../db/repositories/visitState.ts';
import { requireTransaction } from '../../db/transaction.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';

/** As it lies in the undo values: JSON of the record as it was. */
export interface KeptAgreed {
  readonly subject: AgreedSubject;
  readonly state: Readonly<Record<string, unknown>>;
}

export const keptAgreed = (db: Database, { subject, recordId }: Agreed): KeptAgreed => ({
  subject,
  state: AGREED_RECORDS[subject].read(db, recordId),
});

const makeAgainTx = (
  db: Database,
  { subject, state }: KeptAgreed,
  customerId: number,
  atMs: number,
): void => {
  switch (subject) {
    case 'appointment': {
      type Appointment = ReturnType<typeof AGREED_RECORDS.appointment.read>;
      const again = { ...(state as Appointment), customerId };
      AGREED_RECORDS.appointment.makeTx(db, again, atMs);
      settleAppointmentsTx(db, customerId, again.onDate);
      return;
    }
    case 'promise': {
      type Promised = ReturnType<typeof AGREED_RECORDS.promise.read>;
      AGREED_RECORDS.promise.makeTx(db, { ...(state as Promised), customerId }, atMs);
      return;
    }
    case 'gesture': {
      type Gesture = ReturnType<typeof AGREED_RECORDS.gesture.read>;
      AGREED_RECORDS.gesture.makeTx(db, { ...(state as Gesture), customerId }, atMs);
    }
  }
};

/** For every change of a visit; only a recording that was taken back has something agreed to bring back. */
export const putBackVisitWithAgreedTx: PutBackTx = (db, change) => {
  requireTransaction(db);
  const { agreed = [], ...before } = change.before as { readonly agreed?: readonly KeptAgreed[] };
  putBackVisitTx(db, { ...change, before });
  // Their card may be another by now: the visit knows.
  const { customerId } = readVisitState(db, change.recordId);
  if (customerId === null) return;
  try {
    for (const one of agreed) makeAgainTx(db, one, customerId, change.atMs);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
      throw new RevinoError('undo.changedSince', {}, { cause: error });
    throw error;
  }
};
