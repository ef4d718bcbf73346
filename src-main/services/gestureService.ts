/** Gestures: what may be given of whose accord, and what was given. Owns the transactions. */
import type { Database } from '../../db/openDatabase.ts';
import { renameTx } from '../../db/repositories/archivable.ts';
import { requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import {
  findGestureKind,
  type GestureRow,
  gestureRecords,
  gesturesOfMonthMinor,
  insertGestureKindTx,
  listGestureKinds,
  setGestureCostTx,
} from '../../db/repositories/gesture.ts';
import { readSetting } from '../../db/repositories/setting.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type GestureBudget,
  gestureBudgetSchema,
  type OverBudget,
  type ShownGesture,
} from '../../src-shared/contract/gestureContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { formatMoney } from '../../src-shared/words/format.ts';
import { requirePointsAt, todayIn } from './followUpParts.ts';
import { logOwnerChangeTx, present } from './ownerChange.ts';
import { writeKept } from './settingsService.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;

const BUDGET = 'gestureBudget';
const NO_LIMIT: GestureBudget = { perGestureMinor: null, perMonthMinor: null };

export const readGestureBudget = (db: Database): GestureBudget =>
  gestureBudgetSchema.parse(readSetting(db, BUDGET) ?? NO_LIMIT);

export const writeGestureBudget = (db: Database, budget: GestureBudget, nowMs: number): void =>
  writeKept(db, BUDGET, gestureBudgetSchema.parse(budget), nowMs);

interface Spent {
  readonly budget: GestureBudget;
  readonly givenThisMonthMinor: number;
  /** Null: no limit. */
  readonly leftThisMonthMinor: number | null;
}

/** One budget of the whole team: what anyone gave this month, the owner included, is spent. */
const readSpent = (db: Database, today: string): Spent => {
  const budget = readGestureBudget(db);
  const givenThisMonthMinor = gesturesOfMonthMinor(db, today.slice(0, 7));
  const { perMonthMinor } = budget;
  return {
    budget,
    givenThisMonthMinor,
    leftThisMonthMinor: perMonthMinor === null ? null : Math.max(0, perMonthMinor - givenThisMonthMinor),
  };
};

/** The limit that a gesture of this cost would pass. What costs nothing passes none. */
const overOf = (costMinor: number, { budget, leftThisMonthMinor }: Spent): OverBudget => {
  if (costMinor === 0) return null;
  if (budget.perGestureMinor !== null && costMinor > budget.perGestureMinor) return 'gesture';
  return leftThisMonthMinor !== null && costMinor > leftThisMonthMinor ? 'month' : null;
};

const mayExceed = (role: Role): boolean => role !== 'desk';

export const gestureChoices = (db: Database, role: Role, nowMs: number): Output<'gesture.choices'> =>
  inReadTransaction(db, () => {
    const spent = readSpent(db, todayIn(db, nowMs));
    return {
      ...spent,
      kinds: listGestureKinds(db)
        .filter(({ archivedAtMs }) => archivedAtMs === null)
        .map(({ id, name, costMinor }) => ({ kindId: id, name, costMinor, over: overOf(costMinor, spent) })),
      mayExceed: mayExceed(role),
    };
  });

/**
 * For a service that already writes, such as the recording of a visit.
 * @throws RevinoError `gesture.overBudget` for front-desk staff; `customer.notFound`, `catalogue.notFound`,
 * `staff.notFound`, `visit.notFound`
 */
export const giveGestureTx = (
  db: Database,
  { customerId: cardId, kindId, visitId, reason, staffId }: Input<'gesture.give'>,
  role: Role,
  nowMs: number,
): Output<'gesture.give'> => {
  const customerId = requireCurrentCustomer(db, cardId);
  requirePointsAt(db, { customerId, staffId, visitId });
  const { costMinor, name } = present(findGestureKind(db, kindId));
  const onDate = todayIn(db, nowMs);
  const spent = readSpent(db, onDate);
  const over = overOf(costMinor, spent);
  if (over !== null && !mayExceed(role)) throw overBudget(db, over, { name, costMinor }, spent);
  const { id, changeId } = gestureRecords.makeTx(
    db,
    {
      customerId,
      visitId,
      kindId,
      costMinor,
      onDate,
      reason: reason || null,
      staffId,
      createdAtMs: nowMs,
      cancelledAtMs: null,
    },
    nowMs,
  );
  return { gestureId: id, changeId, over };
};

const overBudget = (
  db: Database,
  over: NonNullable<OverBudget>,
  { name, costMinor }: { readonly name: string; readonly costMinor: number },
  { budget, leftThisMonthMinor }: Spent,
): RevinoError => {
  const { currency, locale } = readShop(db);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  return over === 'gesture'
    ? new RevinoError('gesture.overOneBudget', {
        name,
        cost: money(costMinor),
        most: money(budget.perGestureMinor ?? 0),
      })
    : new RevinoError('gesture.overMonthBudget', {
        name,
        cost: money(costMinor),
        left: money(leftThisMonthMinor ?? 0),
      });
};

export const giveGesture = (
  db: Database,
  input: Input<'gesture.give'>,
  role: Role,
  nowMs: number,
): Output<'gesture.give'> => inTransaction(db, () => giveGestureTx(db, input, role, nowMs));

/** One cancelled before stays as it was. @throws RevinoError `catalogue.notFound` */
export const cancelGesture = (
  db: Database,
  { gestureId }: Input<'gesture.cancel'>,
  nowMs: number,
): Output<'gesture.cancel'> =>
  inTransaction(db, () =>
    gestureRecords.read(db, gestureId).cancelledAtMs !== null
      ? { changeId: null }
      : gestureRecords.changeTx(db, gestureId, { cancelledAtMs: nowMs }, nowMs, 'cancel'),
  );

export const shownGesture = (row: GestureRow): ShownGesture => ({
  gestureId: row.id,
  kind: row.kind,
  costMinor: row.costMinor,
  on: row.onDate,
  reason: row.reason,
  staff: row.staff,
  isCancelled: row.cancelledAtMs !== null,
});

export const gestureKinds = (db: Database): Output<'gestureKind.list'> => ({
  kinds: listGestureKinds(db).map(({ archivedAtMs, ...kind }) => ({
    ...kind,
    isArchived: archivedAtMs !== null,
  })),
});

/** @throws RevinoError `catalogue.nameTaken` */
const requireFree = (db: Database, name: string, exceptId: number | null): void => {
  const other = listGestureKinds(db).find((kind) => fold(kind.name) === fold(name));
  if (other !== undefined && other.id !== exceptId) throw new RevinoError('catalogue.nameTaken', { name });
};

/** @throws RevinoError `catalogue.nameTaken` */
export const createGestureKind = (
  db: Database,
  { name, costMinor }: Input<'gestureKind.create'>,
  nowMs: number,
): Output<'gestureKind.create'> =>
  inTransaction(db, () => {
    requireFree(db, name, null);
    const id = insertGestureKindTx(db, name, costMinor, nowMs);
    logOwnerChangeTx(db, nowMs, 'create', 'gesture_kind', id);
    return { id };
  });

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound` */
export const changeGestureKind = (
  db: Database,
  { id, change }: Input<'gestureKind.change'>,
  nowMs: number,
): void =>
  inTransaction(db, () => {
    const before = present(findGestureKind(db, id));
    const { name, costMinor } = change;
    const fields: string[] = [];
    if (name !== undefined && name !== before.name) {
      requireFree(db, name, id);
      renameTx(db, 'gesture_kind', id, name);
      fields.push('name');
    }
    if (costMinor !== undefined && costMinor !== before.costMinor) {
      setGestureCostTx(db, id, costMinor);
      fields.push('costMinor');
    }
    if (fields.length > 0) logOwnerChangeTx(db, nowMs, 'update', 'gesture_kind', id, fields);
  });
