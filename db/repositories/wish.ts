/** Wishes: lists of them. How a visit ends one is followUpVisits.ts. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { wishTable } from '../schema/followUp.ts';
import { prepared } from '../transaction.ts';
import { settleWishesTx } from './followUpVisits.ts';
import { recordsOf } from './records.ts';

export const wishRecords = recordsOf(wishTable);

/** Taken back, it is again as the visits say. Nobody can have been told of a solution that is not there. */
export const putBackWishTx = wishRecords.putBack({
  fitted: (before, now) => {
    const after = { ...now, ...before };
    if (after.toldOn !== null && after.solvedOn === null) throw new RevinoError('undo.changedSince');
    return { ...before, cameVisitId: null };
  },
  settleTx: (db, was) => settleWishesTx(db, was.customerId),
});

export interface WishRow {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  readonly phoneE164: string | null;
  readonly text: string;
  readonly wishedOn: string;
  readonly solution: string | null;
  readonly solvedOn: string | null;
  readonly toldOn: string | null;
  readonly cameVisitId: number | null;
  readonly cameOn: string | null;
  readonly droppedAtMs: number | null;
  readonly staff: string | null;
}

const ROWS = `SELECT wish.id, wish.customer_id AS customerId, display_name AS name, phone_e164 AS phoneE164, text,
    wished_on AS wishedOn, solution, solved_on AS solvedOn, told_on AS toldOn, came_visit_id AS cameVisitId,
    visit.business_date AS cameOn, dropped_at_ms AS droppedAtMs, staff.name AS staff
  FROM wish JOIN customer ON customer.id = wish.customer_id AND customer.archived_at_ms IS NULL
    LEFT JOIN visit ON visit.id = came_visit_id LEFT JOIN staff ON staff.id = wish.staff_id`;
const IS_OPEN = 'came_visit_id IS NULL AND dropped_at_ms IS NULL';

/** Quickest to do first: to be told, to be solved; then those who know. The oldest of each first. */
export function listOpenWishes(db: Database): WishRow[] {
  return prepared(
    db,
    `${ROWS} WHERE ${IS_OPEN}
     ORDER BY CASE WHEN told_on IS NOT NULL THEN 3 WHEN solved_on IS NOT NULL THEN 1 ELSE 2 END,
       coalesce(told_on, solved_on, wished_on), wish.id`,
  ).all() as WishRow[];
}

/** The newest first. */
export function listEndedWishes(db: Database, limit: number): WishRow[] {
  return prepared(
    db,
    `${ROWS} WHERE NOT (${IS_OPEN})
     ORDER BY coalesce(visit.business_date, date(dropped_at_ms / 1000, 'unixepoch')) DESC, wish.id DESC LIMIT ?`,
  ).all(limit) as WishRow[];
}

export function listOpenWishesOf(db: Database, customerId: number): WishRow[] {
  return prepared(db, `${ROWS} WHERE wish.customer_id = ? AND ${IS_OPEN} ORDER BY wish.id DESC`).all(
    customerId,
  ) as WishRow[];
}

export interface WishCounts {
  readonly wished: number;
  readonly solved: number;
  readonly told: number;
  readonly came: number;
  readonly dropped: number;
}

/** How many are at each step. */
export function countWishes(db: Database): WishCounts {
  return prepared(
    db,
    `SELECT count(*) FILTER (WHERE dropped_at_ms IS NULL AND solved_on IS NULL) AS wished,
       count(*) FILTER (WHERE dropped_at_ms IS NULL AND solved_on IS NOT NULL AND told_on IS NULL) AS solved,
       count(*) FILTER (WHERE dropped_at_ms IS NULL AND told_on IS NOT NULL AND came_visit_id IS NULL) AS told,
       count(*) FILTER (WHERE dropped_at_ms IS NULL AND came_visit_id IS NOT NULL) AS came,
       count(*) FILTER (WHERE dropped_at_ms IS NOT NULL) AS dropped
     FROM wish JOIN customer ON customer.id = wish.customer_id AND customer.archived_at_ms IS NULL`,
  ).get() as WishCounts;
}
