/**
 * Forgetting a person: everything that says who they were goes, from their card, from what hangs on their visits, from
 * the values kept for undoing, from what imports remember. What stays is that somebody came, when, and what was paid.
 * Texts about them on other people's cards cannot be known here and stay.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';
import { forgetReasonsTx } from './changeLog.ts';
import { readCustomer } from './customer.ts';
import { EMPTIED_TEXTS, ERASED_ROWS } from './erasedColumns.ts';
import { referencesTo } from './references.ts';

/** By what a person could come in again: hashed outside the database, so that they do not (db/forgotten.ts). */
export interface Identifiers {
  /** Hexadecimal, of every card that was theirs. */
  readonly uids: readonly string[];
  readonly externalIds: readonly string[];
  readonly cardNumbers: readonly string[];
  readonly phones: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly births: readonly { readonly name: string; readonly birthday: string }[];
  /** Tell who somebody is only where a file says nothing else of them. */
  readonly names: readonly string[];
}

/** The card and those merged into it. */
function cardsOf(db: Database, customerId: number): number[] {
  const rows = prepared(db, 'SELECT id FROM customer WHERE merged_into_customer_id = ?').all(customerId);
  return [customerId, ...(rows as { id: number }[]).map(({ id }) => id)];
}

const among = 'IN (SELECT value FROM json_each(?))';

/** Whoever is on the card is on no other one. @throws RevinoError `customer.notFound`, `erasure.merged` */
function requireOwnCard(db: Database, customerId: number) {
  const customer = readCustomer(db, customerId);
  if (customer.mergedIntoCustomerId !== null) throw new RevinoError('erasure.merged');
  return customer;
}

/**
 * Refuses before anything is put on the list: whoever is on it is erased at the next start.
 * @throws RevinoError `customer.notFound`, `erasure.merged`
 */
export function readIdentifiers(db: Database, customerId: number): Identifiers {
  requireOwnCard(db, customerId);
  const cards = JSON.stringify(cardsOf(db, customerId));
  const rows = prepared(
    db,
    `SELECT lower(hex(uid)) AS uid, external_id AS externalId, card_number AS cardNumber, phone_e164 AS phone,
       lower(email) AS email, display_name AS name, birthday FROM customer WHERE id ${among}`,
  ).all(cards) as Record<
    'uid' | 'externalId' | 'cardNumber' | 'phone' | 'email' | 'name' | 'birthday',
    string | null
  >[];
  const contacts = prepared(
    db,
    `SELECT kind, normalised FROM customer_contact WHERE normalised IS NOT NULL AND customer_id ${among}`,
  ).all(cards) as { kind: string; normalised: string }[];
  const all = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const further = (kind: string) =>
    contacts.filter((one) => one.kind === kind).map(({ normalised }) => normalised);
  return {
    uids: all(rows.map(({ uid }) => uid)),
    externalIds: all(rows.map(({ externalId }) => externalId)),
    cardNumbers: all(rows.map(({ cardNumber }) => cardNumber)),
    phones: all([...rows.map(({ phone }) => phone), ...further('phone')]),
    emails: all([...rows.map(({ email }) => email), ...further('email')]),
    births: rows.flatMap(({ name, birthday }) => (name && birthday ? [{ name, birthday }] : [])),
    names: all(rows.map(({ name }) => name || null)),
  };
}

export interface ErasureReach {
  readonly visits: number;
  readonly opinions: number;
  /** Appointments, promises, gestures, cases, wishes, reasons why somebody stayed away. */
  readonly others: number;
  /** Cards that were made one with this one. */
  readonly merged: number;
}

/** What an erasure would reach. @throws RevinoError `customer.notFound` */
export function readErasureReach(db: Database, customerId: number): ErasureReach {
  readCustomer(db, customerId);
  const cards = cardsOf(db, customerId);
  const records = recordsOf(db, cards);
  const count = (...tables: string[]) =>
    tables.reduce((sum, table) => sum + (records.get(table)?.length ?? 0), 0);
  return {
    visits: count('visit'),
    opinions: count('opinion'),
    others: count('appointment', 'promise', 'gesture', 'open_case', 'wish', 'lapse_answer'),
    merged: cards.length - 1,
  };
}

export interface ErasureCounts {
  /** Cards: more than one where others had been merged into it. */
  readonly cards: number;
  readonly visits: number;
  readonly opinions: number;
  /** Values kept for undoing that went. */
  readonly undoValues: number;
}

/**
 * Erased before: nothing happens.
 * @throws RevinoError `customer.notFound`, `erasure.merged`
 */
export function eraseCustomerTx(
  db: Database,
  customerId: number,
  today: string,
  nowMs: number,
): ErasureCounts {
  requireTransaction(db);
  const customer = requireOwnCard(db, customerId);
  if (customer.erasedAtMs !== null) return { cards: 0, visits: 0, opinions: 0, undoValues: 0 };
  const cards = cardsOf(db, customerId);
  const records = recordsOf(db, cards);
  endWhatIsOpenTx(db, cards, today, nowMs);
  leaveHouseholdsTx(db, cards);
  const undoValues = emptyHistoryTx(db, cards, records);
  for (const table of ERASED_ROWS) deleteRowsTx(db, table, cards, records);
  emptyOpinionsTx(db, records.get('opinion') ?? []);
  for (const [table, columns] of Object.entries(EMPTIED_TEXTS)) {
    emptyTx(db, table, columns, table === 'customer' ? cards : (records.get(table) ?? []));
  }
  const mark = prepared(
    db,
    'UPDATE customer SET uid = ?, household_id = NULL, erased_at_ms = ?, archived_at_ms = coalesce(archived_at_ms, ?) WHERE id = ?',
  );
  // A new uid: a file exported earlier names the old one.
  for (const id of cards) mark.run(newUid(nowMs), nowMs, nowMs, id);
  return {
    cards: cards.length,
    visits: records.get('visit')?.length ?? 0,
    opinions: records.get('opinion')?.length ?? 0,
    undoValues,
  };
}

export interface UnerasedCard {
  readonly id: number;
  /** Hexadecimal, lower case. */
  readonly uid: string;
  /** Of a merged card, the one it is on now. */
  readonly currentId: number;
  readonly currentUid: string;
}

/** Every card that still says whose it is. */
export function listUnerased(db: Database): UnerasedCard[] {
  return prepared(
    db,
    `SELECT card.id AS id, lower(hex(card.uid)) AS uid, current.id AS currentId, lower(hex(current.uid)) AS currentUid
     FROM customer AS card JOIN customer AS current ON current.id = coalesce(card.merged_into_customer_id, card.id)
     WHERE card.erased_at_ms IS NULL`,
  ).all() as UnerasedCard[];
}

/** A merged card alone: what came to the kept card from it can no longer be told apart, and stays there. */
export function eraseStubTx(db: Database, cardId: number, nowMs: number): void {
  requireTransaction(db);
  emptyTx(db, 'customer', EMPTIED_TEXTS.customer!, [cardId]);
  prepared(db, 'DELETE FROM customer_token WHERE customer_id = ?').run(cardId);
  prepared(db, 'UPDATE customer SET uid = ?, erased_at_ms = ? WHERE id = ?').run(
    newUid(nowMs),
    nowMs,
    cardId,
  );
}

type Records = ReadonlyMap<string, readonly number[]>;

const hasId = (db: Database, table: string): boolean =>
  db.sqlite.prepare(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'id'`).get(table) !== undefined;

/** Ids of everything that belongs to these cards, by table: what points at them, at their visits and at their opinions. */
function recordsOf(db: Database, cards: readonly number[]): Records {
  const found = new Map<string, Set<number>>();
  const collect = (parent: string, ids: readonly number[]) => {
    for (const { table, column } of referencesTo(db, parent)) {
      if (table === 'customer' || !hasId(db, table)) continue;
      const rows = db.sqlite
        .prepare(`SELECT id FROM "${table}" WHERE "${column}" ${among}`)
        .all(JSON.stringify(ids)) as { id: number }[];
      const known = found.get(table) ?? new Set();
      for (const { id } of rows) known.add(id);
      found.set(table, known);
    }
  };
  collect('customer', cards);
  for (const parent of ['visit', 'opinion']) collect(parent, [...(found.get(parent) ?? [])]);
  return new Map([...found].map(([table, ids]) => [table, [...ids]]));
}

/** Nobody is waited for any more. */
function endWhatIsOpenTx(db: Database, cards: readonly number[], today: string, nowMs: number): void {
  const ids = JSON.stringify(cards);
  for (const sql of [
    `UPDATE appointment SET outcome = 'cancelled', ended_at_ms = @nowMs WHERE outcome IS NULL`,
    `UPDATE promise SET outcome = 'dropped', ended_at_ms = @nowMs WHERE outcome IS NULL`,
    'UPDATE open_case SET closed_on = @today, closed_at_ms = @nowMs WHERE closed_on IS NULL',
    'UPDATE wish SET dropped_at_ms = @nowMs WHERE dropped_at_ms IS NULL AND came_visit_id IS NULL',
    'UPDATE benefit SET cancelled_at_ms = @nowMs WHERE cancelled_at_ms IS NULL',
  ]) {
    const values = { nowMs, ids, ...(sql.includes('@today') ? { today } : {}) };
    prepared(db, `${sql} AND customer_id IN (SELECT value FROM json_each(@ids))`).run(values);
  }
}

/** A household is called after somebody: after one who is still in it. */
function leaveHouseholdsTx(db: Database, cards: readonly number[]): void {
  const ids = JSON.stringify(cards);
  const homes = prepared(
    db,
    `SELECT DISTINCT household_id AS id FROM customer WHERE household_id IS NOT NULL AND id ${among}`,
  ).all(ids) as { id: number }[];
  prepared(db, `UPDATE customer SET household_id = NULL WHERE id ${among}`).run(ids);
  for (const { id } of homes) {
    const members = prepared(
      db,
      'SELECT coalesce(last_name, display_name) AS name FROM customer WHERE household_id = ? ORDER BY id',
    ).all(id) as { name: string }[];
    if (members.length > 1) {
      prepared(db, 'UPDATE household SET name = ? WHERE id = ?').run(members[0]!.name, id);
    } else {
      prepared(db, 'UPDATE customer SET household_id = NULL WHERE household_id = ?').run(id);
      prepared(db, 'DELETE FROM household WHERE id = ?').run(id);
    }
  }
}

/**
 * Values kept for undoing, reasons in the change log, what imports changed. Also those of other records that hold the
 * person's name or contacts, such as one of many cards changed at once.
 * @returns how many values for undoing went
 */
function emptyHistoryTx(db: Database, cards: readonly number[], records: Records): number {
  const owned = new Map<string, ReadonlySet<number>>(
    [...records, ['customer', cards] as const].map(([table, ids]) => [table, new Set(ids)]),
  );
  const isOwn = (subject: string, id: number) => owned.get(subject)?.has(id) === true;
  const marks = marksOf(db, cards);
  const names = (text: string | null) => {
    const lower = text?.toLowerCase();
    return lower !== undefined && marks.some((mark) => lower.includes(mark));
  };
  const values = prepared(
    db,
    'SELECT change_id AS id, subject, record_id AS recordId, before FROM undo_value JOIN change_log ON change_log.id = change_id',
  ).all() as { id: number; subject: string; recordId: number; before: string }[];
  const gone = values.filter(({ subject, recordId, before }) => isOwn(subject, recordId) || names(before));
  const remove = prepared(db, 'DELETE FROM undo_value WHERE change_id = ?');
  for (const { id } of gone) remove.run(id);

  const reasons = prepared(
    db,
    'SELECT id, subject, record_id AS recordId, reason FROM change_log WHERE reason IS NOT NULL',
  ).all() as { id: number; subject: string; recordId: number; reason: string }[];
  const told = reasons.filter(({ subject, recordId, reason }) => isOwn(subject, recordId) || names(reason));
  forgetReasonsTx(
    db,
    told.map(({ id }) => id),
  );

  const forget = prepared(db, 'UPDATE import_change SET before = NULL, after = NULL WHERE id = ?');
  for (const [subject, ids] of owned) {
    const changes = prepared(db, `SELECT id FROM import_change WHERE subject = ? AND record_id ${among}`).all(
      subject,
      JSON.stringify([...ids]),
    ) as { id: number }[];
    for (const { id } of changes) forget.run(id);
  }
  return gone.length;
}

/** Lower-case texts by which a value is recognised as theirs; as JSON writes them, without its quotes. */
function marksOf(db: Database, cards: readonly number[]): string[] {
  const ids = JSON.stringify(cards);
  const rows = [
    ...prepared(
      db,
      `SELECT display_name, first_name || ' ' || last_name, phone_e164, email, card_number FROM customer WHERE id ${among}`,
    )
      .raw()
      .all(ids),
    ...prepared(db, `SELECT value, normalised FROM customer_contact WHERE customer_id ${among}`)
      .raw()
      .all(ids),
  ] as (string | null)[][];
  const texts = rows.flat().filter((text): text is string => text !== null && text.length >= 4);
  return [...new Set(texts.map((text) => JSON.stringify(text.toLowerCase()).slice(1, -1)))];
}

function deleteRowsTx(db: Database, table: string, cards: readonly number[], records: Records): void {
  for (const parent of ['customer', 'visit'] as const) {
    const ids = JSON.stringify(parent === 'customer' ? cards : (records.get(parent) ?? []));
    for (const { table: child, column } of referencesTo(db, parent)) {
      if (child === table) db.sqlite.prepare(`DELETE FROM "${table}" WHERE "${column}" ${among}`).run(ids);
    }
  }
}

/** Chosen answers stay, typed ones go; an opinion that was nothing but a comment stays as one that says nothing. */
function emptyOpinionsTx(db: Database, opinions: readonly number[]): void {
  const ids = JSON.stringify(opinions);
  prepared(db, `DELETE FROM opinion_answer WHERE text IS NOT NULL AND opinion_id ${among}`).run(ids);
  prepared(
    db,
    `UPDATE opinion SET comment = '' WHERE comment IS NOT NULL AND nps IS NULL AND csat IS NULL AND ces IS NULL
       AND survey_id IS NULL AND id ${among}`,
  ).run(ids);
  prepared(db, `UPDATE opinion SET comment = NULL WHERE comment <> '' AND id ${among}`).run(ids);
}

function emptyTx(
  db: Database,
  table: string,
  columns: Readonly<Record<string, null | ''>>,
  ids: readonly number[],
): void {
  const set = Object.entries(columns).map(
    ([column, value]) => `${column} = ${value === null ? 'NULL' : "''"}`,
  );
  db.sqlite.prepare(`UPDATE "${table}" SET ${set.join(', ')} WHERE id ${among}`).run(JSON.stringify(ids));
}
