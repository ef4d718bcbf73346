/**
 * Two cards of one person made one. The other card stays in the trash as a stub that knows which card it went into:
 * imports still recognise the person by everything it holds, and undoing has where to put things back.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import type { PutBackTx } from './changeLog.ts';
import { insertConsentTx } from './consent.ts';
import { readCustomer, readRemembered, refreshTokensTx } from './customer.ts';
import {
  type Card,
  type CardField,
  differingFields,
  partOf,
  readCard,
  writeCardTx,
} from './customerDetail.ts';
import { settleCustomerTx } from './followUpVisits.ts';
import { type HouseholdState, joinHouseholdTx, leaveHouseholdTx, putBackHouseholdTx } from './household.ts';
import { rebuildForCustomersTx } from './summary.ts';

/** Records that go over to the kept card, one by one, as 'table.column'. */
export const MOVED_PLACES = [
  'appointment.customer_id',
  'benefit.customer_id',
  'customer.merged_into_customer_id',
  'customer.recommended_by_customer_id',
  'customer_consent.customer_id',
  'gesture.customer_id',
  'lapse_answer.customer_id',
  'open_case.customer_id',
  'opinion.customer_id',
  'promise.customer_id',
  'visit.customer_id',
  'wish.customer_id',
] as const;
type MovedPlace = (typeof MOVED_PLACES)[number];

/** Parts of a card, written with it, and what is computed from its visits. */
export const PLACES_OF_CARD = [
  'customer_contact.customer_id',
  'customer_month.customer_id',
  'customer_own_value.customer_id',
  'customer_preference.customer_id',
  'customer_tag.customer_id',
  'customer_token.customer_id',
  'customer_total.customer_id',
] as const;

/** What tells of a card itself and not of the person, and so stays with it. */
export const LEFT_PLACES = [
  'customer_merge.kept_customer_id',
  'customer_merge.merged_customer_id',
  'not_duplicate.customer_id',
  'not_duplicate.other_customer_id',
  'privacy_act.customer_id',
] as const;

/** A consent that only says anew what the newer of two decisions was; it goes with the merge. */
const SAID_ANEW = 'customer_consent.id';

export interface MergeState {
  readonly keptId: number;
  readonly mergedId: number;
  readonly kept: Card;
  readonly merged: Card;
  /** The kept card as the merge left it: what was changed since is not taken back. */
  readonly after: Card;
  /** In the order in which they changed. */
  readonly households: readonly HouseholdState[];
}

export interface CustomerMerge {
  readonly mergeId: number;
  readonly keptId: number;
  readonly mergedId: number;
  readonly undoneAtMs: number | null;
  /** By which it is taken back. */
  readonly changeId: number | null;
}

export function findMergeByUid(db: Database, uid: Uint8Array): CustomerMerge | null {
  const row = prepared(
    db,
    `SELECT id AS mergeId, kept_customer_id AS keptId, merged_customer_id AS mergedId, undone_at_ms AS undoneAtMs,
       (SELECT max(change_log.id) FROM change_log
        WHERE subject = 'customer_merge' AND record_id = customer_merge.id AND action = 'merge') AS changeId
     FROM customer_merge WHERE uid = ?`,
  ).get(uid) as CustomerMerge | undefined;
  return row ?? null;
}

/** The card a person is on now. An id that no card has is answered as it is. */
export function currentCustomerId(db: Database, id: number): number {
  const row = prepared(
    db,
    'SELECT coalesce(merged_into_customer_id, id) AS id FROM customer WHERE id = ?',
  ).get(id) as { id: number } | undefined;
  return row?.id ?? id;
}

/**
 * For a record about to be written: the card the person is on now.
 * @throws RevinoError `customer.notFound`, `customer.forgotten`
 */
export const requireCurrentCustomer = (db: Database, id: number): number =>
  readRemembered(db, id).mergedIntoCustomerId ?? id;

/** For a record that is put back as it was: its customer may have been merged into another since. */
export const onCurrentCustomer = <T extends { readonly customerId?: number | null }>(
  db: Database,
  record: T,
): T =>
  record.customerId == null ? record : { ...record, customerId: currentCustomerId(db, record.customerId) };

/** Of every card that was merged into another: the card its person is on now. */
export function readMergedInto(db: Database): ReadonlyMap<number, number> {
  const rows = prepared(
    db,
    'SELECT id, merged_into_customer_id AS current FROM customer WHERE merged_into_customer_id IS NOT NULL',
  ).all() as { id: number; current: number }[];
  return new Map(rows.map(({ id, current }) => [id, current]));
}

/** A merged or forgotten card can be made one with nothing. @throws RevinoError `customer.notFound`, `merge.notPossible` */
export function requireMergeable(db: Database, keptId: number, mergedId: number): void {
  const cards = [readCustomer(db, keptId), readCustomer(db, mergedId)];
  const isStill = cards.every(
    ({ mergedIntoCustomerId, erasedAtMs }) => mergedIntoCustomerId === null && erasedAtMs === null,
  );
  if (!isStill || keptId === mergedId) throw new RevinoError('merge.notPossible');
}

/**
 * @param uid 16 bytes
 * @param after the kept card as it is to be
 * @returns the merge, and what undoing it needs
 * @throws RevinoError `customer.notFound`, `merge.notPossible`, `customer.recommendsItself`
 */
export function mergeCardsTx(
  db: Database,
  { keptId, mergedId, uid, atMs }: { keptId: number; mergedId: number; uid: Uint8Array; atMs: number },
  after: Card,
): { mergeId: number; state: MergeState; fields: CardField[] } {
  requireTransaction(db);
  requireMergeable(db, keptId, mergedId);
  const [kept, merged] = [readCard(db, keptId), readCard(db, mergedId)];
  const mergeId = Number(
    prepared(
      db,
      'INSERT INTO customer_merge (uid, kept_customer_id, merged_customer_id, at_ms, staff_id) VALUES (?, ?, ?, ?, ?)',
    ).run(uid, keptId, mergedId, atMs, db.author.staffId).lastInsertRowid,
  );
  const decisions = decidedConsents(db, keptId, mergedId);
  for (const place of MOVED_PLACES) moveTx(db, mergeId, place, mergedId, keptId);
  for (const decision of decisions) {
    const id = insertConsentTx(db, { ...decision, customerId: keptId, atMs });
    if (id !== null) noteTx(db, mergeId, SAID_ANEW, id);
  }
  const households = mergeHouseholdsTx(db, keptId, mergedId, atMs);
  writeCardTx(db, mergedId, { ...stubOf(merged, after), archivedAtMs: merged.archivedAtMs ?? atMs });
  prepared(db, 'UPDATE customer SET merged_into_customer_id = ? WHERE id = ?').run(keptId, mergedId);
  const written = { ...after, recommendedByCustomerId: recommenderOf(db, keptId, after) };
  const fields = differingFields(kept, written);
  writeCardTx(db, keptId, partOf(written, fields));
  rebuildForCustomersTx(db, [keptId, mergedId]);
  settleCustomerTx(db, keptId);
  return {
    mergeId,
    fields,
    state: { keptId, mergedId, kept, merged, after: readCard(db, keptId), households },
  };
}

/** Of two cards that recommended each other, at whatever distance, one person is left who came by themselves. */
function recommenderOf(db: Database, keptId: number, { recommendedByCustomerId }: Card): number | null {
  const seen = new Set([keptId]);
  for (let at = recommendedByCustomerId; at !== null; at = readCustomer(db, at).recommendedByCustomerId) {
    if (seen.has(at)) return null;
    seen.add(at);
  }
  return recommendedByCustomerId;
}

/** What the kept card took over is free on the stub: a number is one card's alone, a row of a list lies on one card. */
const stubOf = (merged: Card, after: Card): Partial<Card> => ({
  ...(after.externalId === merged.externalId ? { externalId: null } : {}),
  ...(after.cardNumber === merged.cardNumber ? { cardNumber: null } : {}),
  recommendedByCustomerId: null,
  contacts: [],
  tagIds: [],
  preferences: [],
  ownValues: [],
});

const split = (place: MovedPlace) => place.split('.') as [string, string];

function noteTx(db: Database, mergeId: number, place: string, recordId: number): void {
  prepared(db, 'INSERT INTO customer_merge_record (merge_id, place, record_id) VALUES (?, ?, ?)').run(
    mergeId,
    place,
    recordId,
  );
}

function moveTx(db: Database, mergeId: number, place: MovedPlace, from: number, to: number): void {
  const [table, column] = split(place);
  // Nobody recommends themselves: between the two cards that are one person there is nothing to recommend.
  const others = place === 'customer.recommended_by_customer_id' ? 'AND id <> @to' : '';
  prepared(
    db,
    `INSERT INTO customer_merge_record (merge_id, place, record_id)
     SELECT @mergeId, @place, id FROM ${table} WHERE ${column} = @from ${others}`,
  ).run({ mergeId, place, from, ...(others === '' ? {} : { to }) });
  prepared(db, `UPDATE ${table} SET ${column} = @to WHERE ${column} = @from ${others}`).run({ from, to });
}

/** Where the two cards say different things: the decision that was made last, a withdrawal before a consent of the same instant. */
function decidedConsents(db: Database, keptId: number, mergedId: number) {
  return (
    prepared(
      db,
      `SELECT channel, purpose, is_given AS isGiven, evidence, staff_id AS staffId FROM (
         SELECT *, row_number() OVER (PARTITION BY channel, purpose ORDER BY at_ms DESC, is_given) AS place
         FROM customer_consent WHERE id IN (
           SELECT max(id) FROM customer_consent WHERE customer_id IN (?, ?) GROUP BY customer_id, channel, purpose))
       WHERE place = 1`,
    ).all(keptId, mergedId) as {
      channel: Parameters<typeof insertConsentTx>[1]['channel'];
      purpose: Parameters<typeof insertConsentTx>[1]['purpose'];
      isGiven: number;
      evidence: string | null;
      staffId: number | null;
    }[]
  ).map((row) => ({ ...row, isGiven: row.isGiven === 1 }));
}

/** The kept card stays where it lives; without a household it moves to the other one's. */
function mergeHouseholdsTx(db: Database, keptId: number, mergedId: number, nowMs: number): HouseholdState[] {
  const { householdId } = readCustomer(db, mergedId);
  if (householdId === null) return [];
  const isHomeless = readCustomer(db, keptId).householdId === null;
  const joined = isHomeless ? joinHouseholdTx(db, keptId, mergedId, nowMs) : null;
  const left = leaveHouseholdTx(db, mergedId);
  return [joined, left].filter((state) => state !== null);
}

/** Changes of the subject 'customer_merge'. @throws RevinoError `merge.undoLaterFirst` */
export const putBackMergeTx: PutBackTx = (db, { recordId: mergeId, before, atMs }) => {
  const { keptId, mergedId, kept, merged, after, households } = before as MergeState;
  if (readCustomer(db, mergedId).mergedIntoCustomerId !== keptId)
    throw new RevinoError('merge.undoLaterFirst');
  prepared(db, 'UPDATE customer SET merged_into_customer_id = NULL WHERE id = ?').run(mergedId);
  for (const place of MOVED_PLACES) {
    const [table, column] = split(place);
    // What went on to somebody else since, or was deleted, stays so.
    prepared(
      db,
      `UPDATE ${table} SET ${column} = ? WHERE ${column} = ? AND id IN (
         SELECT record_id FROM customer_merge_record WHERE merge_id = ? AND place = ?)`,
    ).run(mergedId, keptId, mergeId, place);
  }
  prepared(
    db,
    `DELETE FROM customer_consent WHERE id IN (
       SELECT record_id FROM customer_merge_record WHERE merge_id = ? AND place = ?)`,
  ).run(mergeId, SAID_ANEW);
  writeCardTx(db, keptId, withoutMerged(readCard(db, keptId), kept, merged, after));
  writeCardTx(db, mergedId, merged);
  for (const state of [...households].reverse())
    if (canPutBack(db, state)) putBackHouseholdTx(db, { ...UNNAMED, before: state, atMs });
  prepared(db, 'UPDATE customer_merge SET undone_at_ms = ? WHERE id = ?').run(atMs, mergeId);
  refreshTokensTx(db, keptId);
  rebuildForCustomersTx(db, [keptId, mergedId]);
  for (const id of [keptId, mergedId]) settleCustomerTx(db, id);
};

const UNNAMED = { changeId: 0, action: 'undo', recordId: 0 };

/** A household that others dissolved since is not made anew by undoing this. */
function canPutBack(db: Database, { members, gone }: HouseholdState): boolean {
  const anew = new Set(gone.map(({ id }) => id));
  return members.every(
    ({ householdId }) =>
      householdId === null ||
      anew.has(householdId) ||
      prepared(db, 'SELECT 1 FROM household WHERE id = ?').get(householdId) !== undefined,
  );
}

/** The kept card without what the merge brought to it; what was changed on it since stays. */
function withoutMerged(now: Card, kept: Card, merged: Card, after: Card): Card {
  const isAsLeft = (field: CardField) => JSON.stringify(now[field]) === JSON.stringify(after[field]);
  const columns = Object.fromEntries(
    (Object.keys(now) as CardField[]).filter(isAsLeft).map((field) => [field, kept[field]]),
  );
  const rows = <T extends { readonly id?: number }>(list: (card: Card) => readonly T[]): T[] => {
    const own = new Set(list(kept).map(({ id }) => id));
    const gone = new Set(list(after).flatMap(({ id }) => (own.has(id) ? [] : [id])));
    return list(now).filter(({ id }) => !gone.has(id));
  };
  const brought = new Set(merged.tagIds.filter((id) => !kept.tagIds.includes(id)));
  const broughtValues = new Set(
    merged.ownValues
      .filter(({ ownFieldId }) => !kept.ownValues.some((own) => own.ownFieldId === ownFieldId))
      .map(({ ownFieldId, value }) => `${ownFieldId} ${value}`),
  );
  return {
    ...now,
    contacts: rows(({ contacts }) => contacts),
    preferences: rows(({ preferences }) => preferences),
    tagIds: now.tagIds.filter((id) => !brought.has(id)),
    ownValues: now.ownValues.filter(({ ownFieldId, value }) => !broughtValues.has(`${ownFieldId} ${value}`)),
    ...columns,
  };
}

export interface MergeCounts {
  /** As the card counts them: days on which the person came. */
  readonly visits: number;
  readonly opinions: number;
  /** Everything else that would go over, one by one. */
  readonly others: number;
  readonly firstVisitOn: string | null;
  readonly lastVisitOn: string | null;
}

export function readMergeCounts(db: Database, customerId: number): MergeCounts {
  const countOf = (place: MovedPlace): number => {
    const [table, column] = split(place);
    const row = prepared(db, `SELECT count(*) AS n FROM ${table} WHERE ${column} = ?`).get(customerId);
    return (row as { n: number }).n;
  };
  const days = prepared(
    db,
    'SELECT occasions, first_date AS firstVisitOn, last_date AS lastVisitOn FROM customer_total WHERE customer_id = ?',
  ).get(customerId) as
    | { occasions: number; firstVisitOn: string | null; lastVisitOn: string | null }
    | undefined;
  return {
    visits: days?.occasions ?? 0,
    opinions: countOf('opinion.customer_id'),
    others: OTHER_RECORDS.reduce((sum, place) => sum + countOf(place), 0),
    firstVisitOn: days?.firstVisitOn ?? null,
    lastVisitOn: days?.lastVisitOn ?? null,
  };
}

/** Days on which both cards have a visit that stands. */
export function readSameDays(
  db: Database,
  keptId: number,
  mergedId: number,
): { readonly sameDays: number; readonly lastSameDay: string | null } {
  const days = 'SELECT business_date FROM visit WHERE customer_id = ? AND cancelled_at_ms IS NULL';
  return prepared(
    db,
    `SELECT count(*) AS sameDays, max(business_date) AS lastSameDay FROM (${days} INTERSECT ${days})`,
  ).get(keptId, mergedId) as { sameDays: number; lastSameDay: string | null };
}

const OTHER_RECORDS: readonly MovedPlace[] = [
  'appointment.customer_id',
  'benefit.customer_id',
  'gesture.customer_id',
  'lapse_answer.customer_id',
  'open_case.customer_id',
  'promise.customer_id',
  'wish.customer_id',
];

/** @param smallerId the smaller of the two ids @returns whether nobody had said so before */
export function insertNotDuplicateTx(
  db: Database,
  smallerId: number,
  otherId: number,
  nowMs: number,
): boolean {
  requireTransaction(db);
  const { changes } = prepared(
    db,
    `INSERT INTO not_duplicate (customer_id, other_customer_id, created_at_ms) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  ).run(smallerId, otherId, nowMs);
  return changes > 0;
}

/** Changes of the subject 'not_duplicate': they may be one person after all. */
export const putBackNotDuplicateTx: PutBackTx = (db, { before }) => {
  const { smallerId, otherId } = before as { readonly smallerId: number; readonly otherId: number };
  prepared(db, 'DELETE FROM not_duplicate WHERE customer_id = ? AND other_customer_id = ?').run(
    smallerId,
    otherId,
  );
};

export interface StandingMerge {
  readonly mergeId: number;
  readonly mergedId: number;
  /** JSON of a MergeState; null once it can no longer be taken back. */
  readonly before: string | null;
}

/** Merges into a card that stand, the latest first: in that order they can be taken apart. */
export function listMergesInto(db: Database, keptId: number): StandingMerge[] {
  return prepared(
    db,
    `SELECT customer_merge.id AS mergeId, merged_customer_id AS mergedId, before FROM customer_merge
       LEFT JOIN change_log ON subject = 'customer_merge' AND record_id = customer_merge.id AND action = 'merge'
       LEFT JOIN undo_value ON change_id = change_log.id
     WHERE kept_customer_id = ? AND customer_merge.undone_at_ms IS NULL ORDER BY customer_merge.id DESC`,
  ).all(keptId) as StandingMerge[];
}
