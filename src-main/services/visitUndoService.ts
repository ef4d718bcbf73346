/** A recording taken back: the visit, and what was agreed and given at it, all in one transaction. */
import type { Database } from '../../db/openDatabase.ts';
import { listAgreedAtVisit } from '../../db/repositories/agreedAtVisit.ts';
import { readVisitState } from '../../db/repositories/visitState.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { keptAgreed } from './agreedBack.ts';
import { undoChangeByIdTx } from './undoService.ts';
import { changeVisitTx } from './visitService.ts';

/**
 * What somebody has changed since it was agreed is theirs and stays. Taken back before: nothing happens.
 * @throws RevinoError `visit.notFound`, `visit.hasRefunds`, `benefit.usedSince`
 */
export const undoRecordedVisit = (
  db: Database,
  { visitId }: InputOf<AppContract['visit.undoRecorded']>,
  nowMs: number,
): OutputOf<AppContract['visit.undoRecorded']> =>
  inTransaction(db, () => {
    const before = readVisitState(db, visitId);
    if (before.cancelledAtMs !== null) return { changeId: null };
    const agreed = listAgreedAtVisit(db, visitId, nowMs);
    const kept = agreed.map((one) => keptAgreed(db, one));
    for (const { changeId } of agreed) undoChangeByIdTx(db, changeId, nowMs);
    return changeVisitTx(
      db,
      visitId,
      { ...before, cancelledAtMs: nowMs, cancelReason: null },
      {
        action: 'cancel',
        atMs: nowMs,
        reason: null,
        ...(kept.length === 0 ? {} : { kept: { agreed: kept } }),
      },
    );
  });
