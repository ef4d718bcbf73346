/** Takes a logged change back. Owns the transaction; who puts which record back is named here and nowhere else. */
import type { Database } from '../../db/openDatabase.ts';
import { putBackAppointmentTx } from '../../db/repositories/appointment.ts';
import { type PutBackTx, undoChangeTx } from '../../db/repositories/changeLog.ts';
import { putBackCustomerTx } from '../../db/repositories/customerDetail.ts';
import { putBackMergeTx, putBackNotDuplicateTx } from '../../db/repositories/customerMerge.ts';
import { gestureRecords } from '../../db/repositories/gesture.ts';
import { putBackHouseholdTx } from '../../db/repositories/household.ts';
import { lapseRecords } from '../../db/repositories/lapseAnswer.ts';
import { caseRecords } from '../../db/repositories/openCase.ts';
import { promiseRecords } from '../../db/repositories/promise.ts';
import { putBackBulkTx, putBackTagTx } from '../../db/repositories/tag.ts';
import { putBackWishTx } from '../../db/repositories/wish.ts';
import { inTransaction } from '../../db/transaction.ts';
import { putBackVisitWithAgreedTx } from './agreedBack.ts';
import { putBackBenefitTx } from './benefitService.ts';
import { putBackOpinionWithCaseTx } from './caseService.ts';

/** By the `subject` of the change. */
const PUT_BACK: Readonly<Record<string, PutBackTx>> = {
  appointment: putBackAppointmentTx,
  benefit: putBackBenefitTx,
  customer: putBackCustomerTx,
  customer_bulk: putBackBulkTx,
  customer_merge: putBackMergeTx,
  household: putBackHouseholdTx,
  gesture: gestureRecords.putBack(),
  lapse_answer: lapseRecords.putBack(),
  open_case: caseRecords.putBack(),
  opinion: putBackOpinionWithCaseTx,
  not_duplicate: putBackNotDuplicateTx,
  promise: promiseRecords.putBack(),
  tag: putBackTagTx,
  visit: putBackVisitWithAgreedTx,
  wish: putBackWishTx,
};

/**
 * For a service that already writes.
 * @throws RevinoError `undo.tooLate`, `undo.changedSince`, or what putting this record back refuses
 */
export const undoChangeByIdTx = (db: Database, changeId: number, nowMs: number): void =>
  undoChangeTx(db, PUT_BACK, changeId, nowMs);

/** @throws RevinoError as `undoChangeByIdTx` */
export const undoChange = (db: Database, changeId: number, nowMs: number): void =>
  inTransaction(db, () => undoChangeByIdTx(db, changeId, nowMs));
