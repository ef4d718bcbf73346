/** Who lives together. A household of one is none: it goes with the last but one member. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import type { PutBackTx } from './changeLog.ts';
import { readCustomer } from './customer.ts';
import { freshId, noteRemovedTx } from './freshId.ts';

export interface HouseholdMember {
  readonly customerId: number;
  readonly name: string;
}

/** Where people lived before a change: what `undo` puts back. */
export interface HouseholdState {
  readonly members: readonly { readonly customerId: number; readonly householdId: number | null }[];
  /** Households that the change took away: their row. */
  readonly gone: readonly {
    readonly id: number;
    readonly uid: string;
    readonly name: string;
    readonly createdAtMs: number;
  }[];
}

/** Without those in the trash. */
export function listMembers(db: Database, householdId: number): HouseholdMember[] {
  return prepared(
    db,
    `SELECT id AS customerId, display_name AS name FROM customer
     WHERE household_id = ? AND archived_at_ms IS NULL ORDER BY display_name, id`,
  ).all(householdId) as HouseholdMember[];
}

const setTx = (db: Database, customerId: number, householdId: number | null): void => {
  prepared(db, 'UPDATE customer SET household_id = ? WHERE id = ?').run(householdId, customerId);
};

/**
 * Both live together from now on: in the other one's household, else in this one's, else in a new one.
 * @returns what it was before, or null where nothing changed
 * @throws RevinoError `customer.notFound`
 */
export function joinHouseholdTx(
  db: Database,
  customerId: number,
  withCustomerId: number,
  nowMs: number,
): HouseholdState | null {
  requireTransaction(db);
  const [one, other] = [readCustomer(db, customerId), readCustomer(db, withCustomerId)];
  if (one.id === other.id || (one.householdId !== null && one.householdId === other.householdId)) return null;
  const before = [one, other].map(({ id, householdId }) => ({ customerId: id, householdId }));
  const joined =
    other.householdId ?? one.householdId ?? insertTx(db, other.lastName ?? other.displayName, nowMs);
  setTx(db, one.id, joined);
  setTx(db, other.id, joined);
  const left = one.householdId !== null && one.householdId !== joined ? one.householdId : null;
  const dissolved = left === null ? NOTHING : dissolveIfAloneTx(db, left);
  return { members: [...before, ...dissolved.members], gone: dissolved.gone };
}

const insertTx = (db: Database, name: string, nowMs: number): number =>
  Number(
    prepared(db, 'INSERT INTO household (id, uid, name, created_at_ms) VALUES (?, ?, ?, ?)').run(
      freshId(db, 'household'),
      newUid(nowMs),
      name,
      nowMs,
    ).lastInsertRowid,
  );

/** @returns what it was before, or null where nothing changed. @throws RevinoError `customer.notFound` */
export function leaveHouseholdTx(db: Database, customerId: number): HouseholdState | null {
  requireTransaction(db);
  const { householdId } = readCustomer(db, customerId);
  if (householdId === null) return null;
  setTx(db, customerId, null);
  const dissolved = dissolveIfAloneTx(db, householdId);
  return { members: [{ customerId, householdId }, ...dissolved.members], gone: dissolved.gone };
}

const NOTHING: HouseholdState = { members: [], gone: [] };

/** Those in the trash count: they may come out of it again. */
function dissolveIfAloneTx(db: Database, householdId: number): HouseholdState {
  const members = prepared(db, 'SELECT id FROM customer WHERE household_id = ?').all(householdId) as {
    id: number;
  }[];
  if (members.length > 1) return NOTHING;
  for (const { id } of members) setTx(db, id, null);
  const row = prepared(
    db,
    'SELECT id, hex(uid) AS uid, name, created_at_ms AS createdAtMs FROM household WHERE id = ?',
  ).get(householdId) as HouseholdState['gone'][number];
  noteRemovedTx(db, 'household', householdId);
  prepared(db, 'DELETE FROM household WHERE id = ?').run(householdId);
  return { members: members.map(({ id }) => ({ customerId: id, householdId })), gone: [row] };
}

/** As it was; under another number where its own went to another household since. @returns the number */
function putHomeTx(db: Database, { id, uid, name, createdAtMs }: HouseholdState['gone'][number]): number {
  const bytes = Buffer.from(uid, 'hex');
  const known = prepared(db, 'SELECT id FROM household WHERE uid = ?').get(bytes) as
    | { id: number }
    | undefined;
  if (known !== undefined) return known.id;
  const isTaken = prepared(db, 'SELECT 1 FROM household WHERE id = ?').get(id) !== undefined;
  return Number(
    prepared(db, 'INSERT INTO household (id, uid, name, created_at_ms) VALUES (?, ?, ?, ?)').run(
      isTaken ? freshId(db, 'household') : id,
      bytes,
      name,
      createdAtMs,
    ).lastInsertRowid,
  );
}

/** Changes of the subject 'household'. @throws RevinoError `undo.changedSince` */
export const putBackHouseholdTx: PutBackTx = (db, { before }) => {
  const { members, gone } = before as HouseholdState;
  const anew = new Map(gone.map((home) => [home.id, putHomeTx(db, home)]));
  const moved = new Set(members.map(({ customerId }) => readCustomer(db, customerId).householdId));
  for (const { customerId, householdId: homeThen } of members) {
    const householdId = homeThen === null ? null : (anew.get(homeThen) ?? homeThen);
    const isThere =
      householdId === null ||
      prepared(db, 'SELECT 1 FROM household WHERE id = ?').get(householdId) !== undefined;
    if (!isThere) throw new RevinoError('undo.changedSince');
    setTx(db, customerId, householdId);
  }
  for (const householdId of moved) if (householdId !== null) dissolveIfAloneTx(db, householdId);
};
