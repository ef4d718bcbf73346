/** Who may sign in: roles, hashed PINs, and how often they were tried in vain. */
import type { Role } from '../../src-shared/domain/closedLists.ts';
import type { Tries } from '../../src-shared/domain/pinThrottle.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';

export interface PinHash {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A member of staff who can sign in. */
export interface StaffAccess extends Tries {
  readonly staffId: number;
  readonly name: string;
  readonly role: Role;
  readonly pinSalt: Buffer;
  readonly pinHash: Buffer;
  readonly pinSetAtMs: number;
}

const SELECT = `SELECT staff_id AS staffId, name, role, pin_salt AS pinSalt, pin_hash AS pinHash,
  pin_set_at_ms AS pinSetAtMs, failed_count AS failedCount, locked_until_ms AS lockedUntilMs
  FROM staff_access JOIN staff ON staff.id = staff_id WHERE archived_at_ms IS NULL`;

/** By name. */
export const listStaffAccess = (db: Database): StaffAccess[] =>
  prepared(db, `${SELECT} ORDER BY folded_name, staff_id`).all() as StaffAccess[];

export const findStaffAccess = (db: Database, staffId: number): StaffAccess | null =>
  (prepared(db, `${SELECT} AND staff_id = ?`).get(staffId) as StaffAccess | undefined) ?? null;

/** Asked at every knock on the door. */
export const readRole = (db: Database, staffId: number): Role | null => {
  const row = prepared(
    db,
    `SELECT role FROM staff_access JOIN staff ON staff.id = staff_id WHERE archived_at_ms IS NULL AND staff_id = ?`,
  ).get(staffId) as { role: Role } | undefined;
  return row?.role ?? null;
};

export const hasOwner = (db: Database): boolean =>
  prepared(
    db,
    `SELECT 1 FROM staff_access JOIN staff ON staff.id = staff_id
     WHERE archived_at_ms IS NULL AND role = 'owner' LIMIT 1`,
  ).get() !== undefined;

export function insertStaffAccessTx(
  db: Database,
  staffId: number,
  role: Role,
  { salt, hash }: PinHash,
  nowMs: number,
): void {
  requireTransaction(db);
  prepared(
    db,
    `INSERT INTO staff_access (staff_id, role, pin_salt, pin_hash, pin_set_at_ms, failed_count, locked_until_ms)
     VALUES (?, ?, ?, ?, ?, 0, NULL)`,
  ).run(staffId, role, salt, hash, nowMs);
}

export function updateRoleTx(db: Database, staffId: number, role: Role): void {
  requireTransaction(db);
  prepared(db, 'UPDATE staff_access SET role = ? WHERE staff_id = ?').run(role, staffId);
}

/** A new PIN has not been tried yet. */
export function updatePinTx(db: Database, staffId: number, { salt, hash }: PinHash, nowMs: number): void {
  requireTransaction(db);
  prepared(
    db,
    `UPDATE staff_access SET pin_salt = ?, pin_hash = ?, pin_set_at_ms = ?, failed_count = 0, locked_until_ms = NULL
     WHERE staff_id = ?`,
  ).run(salt, hash, nowMs, staffId);
}

export function updateTriesTx(db: Database, staffId: number, { failedCount, lockedUntilMs }: Tries): void {
  requireTransaction(db);
  prepared(db, 'UPDATE staff_access SET failed_count = ?, locked_until_ms = ? WHERE staff_id = ?').run(
    failedCount,
    lockedUntilMs,
    staffId,
  );
}

export function deleteStaffAccessTx(db: Database, staffId: number): void {
  requireTransaction(db);
  prepared(db, 'DELETE FROM staff_access WHERE staff_id = ?').run(staffId);
}
