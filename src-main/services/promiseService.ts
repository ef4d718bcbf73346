/** Promises: given, kept or dropped. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { listDuePromises, type PromiseRow, promiseRecords } from '../../db/repositories/promise.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { ShownPromise } from '../../src-shared/contract/promiseContract.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { requirePointsAt, todayIn } from './followUpParts.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

export const shownPromise = (row: PromiseRow, timeZone: string): ShownPromise => ({
  promiseId: row.id,
  text: row.text,
  dueOn: row.dueOn,
  madeOn: businessDateOfInstant(row.createdAtMs, timeZone),
  staff: row.staff,
  outcome: row.outcome,
});

/**
 * For a service that already writes, such as the recording of a visit.
 * @throws RevinoError `customer.notFound`, `staff.notFound`, `visit.notFound`
 */
export const makePromiseTx = (
  db: Database,
  { customerId: cardId, text, dueOn, staffId, madeAtVisitId }: Input<'promise.make'>,
  nowMs: number,
): Output<'promise.make'> => {
  const customerId = requireCurrentCustomer(db, cardId);
  requirePointsAt(db, { customerId, staffId, visitId: madeAtVisitId });
  const { id, changeId } = promiseRecords.makeTx(
    db,
    { customerId, text, dueOn, staffId, madeAtVisitId, createdAtMs: nowMs, outcome: null, endedAtMs: null },
    nowMs,
  );
  return { promiseId: id, changeId };
};

export const makePromise = (
  db: Database,
  input: Input<'promise.make'>,
  nowMs: number,
): Output<'promise.make'> => inTransaction(db, () => makePromiseTx(db, input, nowMs));

/** @throws RevinoError `catalogue.notFound` */
export const editPromise = (
  db: Database,
  { promiseId, ...change }: Input<'promise.edit'>,
  nowMs: number,
): Output<'promise.edit'> => inTransaction(db, () => promiseRecords.changeTx(db, promiseId, change, nowMs));

/** @throws RevinoError `catalogue.notFound` */
export const setPromiseOutcome = (
  db: Database,
  { promiseId, outcome }: Input<'promise.setOutcome'>,
  nowMs: number,
): Output<'promise.setOutcome'> =>
  inTransaction(db, () => {
    if (promiseRecords.read(db, promiseId).outcome === outcome) return { changeId: null };
    return promiseRecords.changeTx(
      db,
      promiseId,
      { outcome, endedAtMs: outcome === null ? null : nowMs },
      nowMs,
    );
  });

export const duePromises = (db: Database, nowMs: number): Output<'promise.due'> =>
  inReadTransaction(db, () => {
    const { timeZone } = readShop(db);
    return {
      promises: listDuePromises(db, todayIn(db, nowMs)).map((row) => ({
        ...shownPromise(row, timeZone),
        customer: { customerId: row.customerId, name: row.name },
      })),
    };
  });
