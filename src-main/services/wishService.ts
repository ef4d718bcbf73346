/** Wishes: wished, solution found, customer told; that they came, their visit says. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { settleWishesTx } from '../../db/repositories/followUpVisits.ts';
import {
  countWishes,
  listEndedWishes,
  listOpenWishes,
  type WishRow,
  wishRecords,
} from '../../db/repositories/wish.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { Wish, WishStep } from '../../src-shared/contract/wishContract.ts';
import { requirePointsAt, todayIn } from './followUpParts.ts';
import type { PhoneBook } from './phoneBook.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

type StepParts = Pick<WishRow, 'droppedAtMs' | 'cameVisitId' | 'toldOn' | 'solvedOn'>;
export const wishStep = ({ droppedAtMs, cameVisitId, toldOn, solvedOn }: StepParts): WishStep => {
  if (droppedAtMs !== null) return 'dropped';
  if (cameVisitId !== null) return 'came';
  if (toldOn !== null) return 'told';
  return solvedOn === null ? 'wished' : 'solved';
};

export const shownWish = (row: WishRow, phones: Pick<PhoneBook, 'shown'>): Wish => ({
  wishId: row.id,
  customer: { customerId: row.customerId, name: row.name },
  phone: row.phoneE164 === null ? null : phones.shown(row.phoneE164),
  text: row.text,
  step: wishStep(row),
  wishedOn: row.wishedOn,
  solution: row.solution,
  solvedOn: row.solvedOn,
  toldOn: row.toldOn,
  cameOn: row.cameOn,
  cameVisitId: row.cameVisitId,
  staff: row.staff,
});

/** @throws RevinoError `customer.notFound`, `staff.notFound` */
export const makeWish = (
  db: Database,
  { customerId: cardId, text, staffId }: Input<'wish.make'>,
  nowMs: number,
): Output<'wish.make'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, cardId);
    requirePointsAt(db, { staffId });
    const { id, changeId } = wishRecords.makeTx(
      db,
      {
        customerId,
        text,
        wishedOn: todayIn(db, nowMs),
        staffId,
        createdAtMs: nowMs,
        solution: null,
        solvedOn: null,
        toldOn: null,
        toldByStaffId: null,
        cameVisitId: null,
        droppedAtMs: null,
      },
      nowMs,
    );
    return { wishId: id, changeId };
  });

/** @throws RevinoError `catalogue.notFound` */
export const editWish = (
  db: Database,
  { wishId, text }: Input<'wish.edit'>,
  nowMs: number,
): Output<'wish.edit'> => inTransaction(db, () => wishRecords.changeTx(db, wishId, { text }, nowMs));

/** @throws RevinoError `catalogue.notFound` */
export const solveWish = (
  db: Database,
  { wishId, solution }: Input<'wish.solve'>,
  nowMs: number,
): Output<'wish.solve'> =>
  inTransaction(db, () => {
    const { solvedOn } = wishRecords.read(db, wishId);
    return wishRecords.changeTx(db, wishId, { solution, solvedOn: solvedOn ?? todayIn(db, nowMs) }, nowMs);
  });

/** @throws RevinoError `catalogue.notFound`, `staff.notFound`, `wish.notSolved` */
export const tellWish = (
  db: Database,
  { wishId, staffId }: Input<'wish.tell'>,
  nowMs: number,
): Output<'wish.tell'> =>
  inTransaction(db, () => {
    requirePointsAt(db, { staffId });
    const before = wishRecords.read(db, wishId);
    if (before.solvedOn === null) throw new RevinoError('wish.notSolved');
    if (before.toldOn !== null) return { changeId: null };
    const told = { toldOn: todayIn(db, nowMs), toldByStaffId: staffId };
    const changed = wishRecords.changeTx(db, wishId, told, nowMs);
    settleWishesTx(db, before.customerId);
    return changed;
  });

/** @throws RevinoError `catalogue.notFound` */
export const stepWishBack = (
  db: Database,
  { wishId }: Input<'wish.stepBack'>,
  nowMs: number,
): Output<'wish.stepBack'> =>
  inTransaction(db, () => {
    const { toldOn } = wishRecords.read(db, wishId);
    return wishRecords.changeTx(
      db,
      wishId,
      toldOn === null
        ? { solution: null, solvedOn: null }
        : { toldOn: null, toldByStaffId: null, cameVisitId: null },
      nowMs,
    );
  });

/** @throws RevinoError `catalogue.notFound` */
export const setWishDropped = (
  db: Database,
  { wishId, isDropped }: Input<'wish.setDropped'>,
  nowMs: number,
): Output<'wish.setDropped'> =>
  inTransaction(db, () => {
    const before = wishRecords.read(db, wishId);
    if ((before.droppedAtMs !== null) === isDropped) return { changeId: null };
    const changed = wishRecords.changeTx(db, wishId, { droppedAtMs: isDropped ? nowMs : null }, nowMs);
    // Whether they came is not known of a wish that nobody follows.
    if (isDropped) wishRecords.writeTx(db, wishId, { cameVisitId: null });
    else settleWishesTx(db, before.customerId);
    return changed;
  });

export const listWishes = (
  db: Database,
  { endedLimit }: Input<'wish.list'>,
  phones: PhoneBook,
): Output<'wish.list'> =>
  inReadTransaction(db, () => ({
    open: listOpenWishes(db).map((row) => shownWish(row, phones)),
    ended: listEndedWishes(db, endedLimit).map((row) => shownWish(row, phones)),
    counts: { ...countWishes(db) },
  }));
