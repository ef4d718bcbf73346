/** Gestures: what may be given, and what was. */
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { gestureTable } from '../schema/followUp.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { recordsOf } from './records.ts';

export const gestureRecords = recordsOf(gestureTable);

export interface GestureKindRow {
  readonly id: number;
  readonly name: string;
  readonly costMinor: number;
  readonly archivedAtMs: number | null;
}

const KINDS = 'SELECT id, name, cost_minor AS costMinor, archived_at_ms AS archivedAtMs FROM gesture_kind';

/** Those in use first, the cheapest first. */
export function listGestureKinds(db: Database): GestureKindRow[] {
  return prepared(
    db,
    `${KINDS} ORDER BY archived_at_ms IS NOT NULL, cost_minor, folded_name`,
  ).all() as GestureKindRow[];
}

export function findGestureKind(db: Database, id: number): GestureKindRow | null {
  return (prepared(db, `${KINDS} WHERE id = ?`).get(id) as GestureKindRow | undefined) ?? null;
}

/** The name is free: the caller has looked. @returns the id */
export function insertGestureKindTx(db: Database, name: string, costMinor: number, nowMs: number): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    'INSERT INTO gesture_kind (uid, name, folded_name, cost_minor, created_at_ms) VALUES (?, ?, ?, ?, ?)',
  ).run(newUid(nowMs), name, fold(name), costMinor, nowMs);
  return Number(lastInsertRowid);
}

/** What was given keeps what it cost then. */
export function setGestureCostTx(db: Database, id: number, costMinor: number): void {
  requireTransaction(db);
  prepared(db, 'UPDATE gesture_kind SET cost_minor = ? WHERE id = ?').run(costMinor, id);
}

/** What the gestures of a month ('YYYY-MM') cost together. */
export function gesturesOfMonthMinor(db: Database, month: string): number {
  const row = prepared(
    db,
    `SELECT coalesce(sum(cost_minor), 0) AS sum FROM gesture
     WHERE on_date BETWEEN ? || '-01' AND ? || '-31' AND cancelled_at_ms IS NULL`,
  ).get(month, month) as { sum: number };
  return row.sum;
}

export interface GestureRow {
  readonly id: number;
  readonly kind: string;
  readonly costMinor: number;
  readonly onDate: string;
  readonly reason: string | null;
  readonly staff: string | null;
  readonly cancelledAtMs: number | null;
}

/** Since a day, the newest first; cancelled ones are left out. */
export function listGesturesOf(db: Database, customerId: number, since: string): GestureRow[] {
  return prepared(
    db,
    `SELECT gesture.id, gesture_kind.name AS kind, gesture.cost_minor AS costMinor, on_date AS onDate, reason,
       staff.name AS staff, cancelled_at_ms AS cancelledAtMs
     FROM gesture JOIN gesture_kind ON gesture_kind.id = kind_id LEFT JOIN staff ON staff.id = gesture.staff_id
     WHERE customer_id = ? AND on_date >= ? AND cancelled_at_ms IS NULL
     ORDER BY on_date DESC, gesture.id DESC`,
  ).all(customerId, since) as GestureRow[];
}
