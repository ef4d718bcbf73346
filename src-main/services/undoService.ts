/** Takes a logged change back. Owns the transaction; who puts which record back is named here and nowhere else. */
import type { Database } from '../../db/openDatabase.ts';
import { type PutBackTx, undoChangeTx } from '../../db/repositories/changeLog.ts';
import { putBackCustomerTx } from '../../db/repositories/customerDetail.ts';
import { putBackMergeTx } from '../../db/repositories/customerMerge.ts';
import { putBackHouseholdTx } from '../../db/repositories/household.ts';
import { putBackOpinionTx } from '../../db/repositories/opinionState.ts';
import { putBackVisitTx } from '../../db/repositories/visitState.ts';
import { inTransaction } from '../../db/transaction.ts';

/** By the `subject` of the change. */
const PUT_BACK: Readonly<Record<string, PutBackTx>> = {
  customer: putBackCustomerTx,
  customer_merge: putBackMergeTx,
  household: putBackHouseholdTx,
  opinion: putBackOpinionTx,
  visit: putBackVisitTx,
};

/** @throws RevinoError `undo.tooLate`, `undo.changedSince`, or what putting this record back refuses */
export const undoChange = (db: Database, changeId: number, nowMs: number): void =>
  inTransaction(db, () => undoChangeTx(db, PUT_BACK, changeId, nowMs));
