/**
 * The table of all customers: in what order they stand, and the rows of one page. The order is read once as ids, so
 * that any place of a hundred thousand rows is as near as the first.
 */
import type { ListOrder } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { FIRST_PHONE } from './customer.ts';
import { typedCondition } from './customerSearch.ts';

export interface ListFilter {
  readonly text: string;
  readonly tagId: number | null;
  readonly source: string | null;
  /** Only people without a visit. */
  readonly neverCame: boolean;
  readonly consent: { readonly channel: string; readonly purpose: string } | null;
  /** Last here on that day or later; on that day or earlier. */
  readonly lastFrom: string | null;
  readonly lastTo: string | null;
  /** 1 to 12. */
  readonly birthdayMonth: number | null;
  /** Only people in the trash; they are in no other list. */
  readonly inTrash: boolean;
}

/** Folding such a name only makes it small, and a hundred thousand names are folded at once. */
const PLAIN = /^[!-~]+( [!-~]+)*$/;

/** Ids in order. Nobody's last visit, and no source, come last in either direction. */
export function orderedCustomerIds(
  db: Database,
  filter: ListFilter,
  order: ListOrder,
  isDescending: boolean,
  callingCode: string | null = null,
): number[] {
  const where = [
    filter.inTrash
      ? 'archived_at_ms IS NOT NULL AND merged_into_customer_id IS NULL AND erased_at_ms IS NULL'
      : 'archived_at_ms IS NULL',
  ];
  const values: (string | number)[] = [];
  if (filter.tagId !== null) {
    where.push('EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = customer.id AND tag_id = ?)');
    values.push(filter.tagId);
  }
  if (filter.source !== null) {
    where.push('source = ?');
    values.push(filter.source);
  }
  if (filter.neverCame) where.push('coalesce(occasions, 0) = 0');
  if (filter.consent !== null) {
    // The newest of a channel and purpose holds.
    where.push(`(SELECT is_given FROM customer_consent WHERE customer_id = customer.id AND channel = ?
      AND purpose = ? ORDER BY id DESC LIMIT 1) = 1`);
    values.push(filter.consent.channel, filter.consent.purpose);
  }
  if (filter.lastFrom !== null) {
    where.push('last_date >= ?');
    values.push(filter.lastFrom);
  }
  if (filter.lastTo !== null) {
    where.push('last_date <= ?');
    values.push(filter.lastTo);
  }
  if (filter.birthdayMonth !== null) {
    where.push('substr(birthday, 6, 2) = ?');
    values.push(String(filter.birthdayMonth).padStart(2, '0'));
  }
  if (filter.text.trim() !== '') {
    const typed = typedCondition(db, filter.text, callingCode);
    if (typed === null) return [];
    where.push(typed.sql);
    values.push(...typed.values);
  }
  const direction = isDescending ? 'DESC' : 'ASC';
  const by: Record<Exclude<ListOrder, 'name'>, string> = {
    lastVisit: `last_date ${direction} NULLS LAST`,
    visits: `coalesce(occasions, 0) ${direction}`,
    value: `coalesce(net_minor, 0) ${direction}`,
    source: `source ${direction} NULLS LAST`,
    phone: `phone_e164 ${direction} NULLS LAST`,
    email: `lower(email) ${direction} NULLS LAST`,
    cardNumber: `card_number ${direction} NULLS LAST`,
    // Whose comes first in a year, not who is oldest.
    birthday: `substr(birthday, 6) ${direction} NULLS LAST`,
    tags: `(SELECT min(folded_name) FROM customer_tag JOIN tag ON tag.id = tag_id
      WHERE customer_id = customer.id) ${direction} NULLS LAST`,
    added: `created_at_ms ${direction}`,
  };
  const from = `FROM customer LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     WHERE ${where.join(' AND ')}`;
  if (order !== 'name') {
    const rows = prepared(
      db,
      `SELECT customer.id AS id ${from} ORDER BY ${by[order]}, last_date DESC NULLS LAST, customer.id`,
    ).all(...values) as { id: number }[];
    return rows.map(({ id }) => id);
  }
  // SQLite would put every Ł after Z.
  const people = (
    prepared(db, `SELECT customer.id AS id, display_name AS name ${from}`).all(...values) as {
      id: number;
      name: string;
    }[]
  ).map(({ id, name }) => ({ id, name: PLAIN.test(name) ? name.toLowerCase() : fold(name) }));
  people.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id - b.id));
  if (isDescending) people.reverse();
  return people.map(({ id }) => id);
}

export interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly phoneE164: string | null;
  readonly lastVisitOn: string | null;
  readonly occasions: number;
  readonly netMinor: number;
  readonly source: string | null;
  readonly email: string | null;
  readonly cardNumber: string | null;
  readonly birthday: string | null;
  readonly createdAtMs: number;
  /** JSON list of names. */
  readonly tags: string;
}

/** In the order of the ids. */
export function readListRows(db: Database, ids: readonly number[]): ListRow[] {
  return prepared(
    db,
    `SELECT customer.id, display_name AS name, ${FIRST_PHONE} AS phoneE164, last_date AS lastVisitOn,
       coalesce(occasions, 0) AS occasions, coalesce(net_minor, 0) AS netMinor, source,
       email, card_number AS cardNumber, birthday, created_at_ms AS createdAtMs,
       (SELECT json_group_array(name) FROM (SELECT tag.name FROM customer_tag JOIN tag ON tag.id = tag_id
          WHERE customer_id = customer.id ORDER BY tag.folded_name)) AS tags
     FROM json_each(?) AS wanted JOIN customer ON customer.id = wanted.value
       LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     ORDER BY wanted.key`,
  ).all(JSON.stringify(ids)) as ListRow[];
}

export interface ListCounts {
  readonly all: number;
  readonly neverCame: number;
  readonly inTrash: number;
}

export function countList(db: Database): ListCounts {
  return prepared(
    db,
    `SELECT coalesce(sum(archived_at_ms IS NULL), 0) AS "all",
       coalesce(sum(archived_at_ms IS NULL AND coalesce(occasions, 0) = 0), 0) AS neverCame,
       coalesce(sum(archived_at_ms IS NOT NULL AND merged_into_customer_id IS NULL AND erased_at_ms IS NULL), 0) AS inTrash
     FROM customer LEFT JOIN customer_total ON customer_total.customer_id = customer.id`,
  ).get() as ListCounts;
}

/** Names of sources that stand on cards, with how many. */
export function countSources(db: Database): { source: string; customers: number }[] {
  return prepared(
    db,
    `SELECT source, count(*) AS customers FROM customer WHERE source IS NOT NULL AND archived_at_ms IS NULL
     GROUP BY source ORDER BY source LIMIT 500`,
  ).all() as { source: string; customers: number }[];
}

/** A different number after any change by anybody, this connection or another process. */
export function dataVersion(db: Database): string {
  const own = prepared(db, 'SELECT total_changes() AS n').get() as { n: number };
  return `${db.sqlite.pragma('data_version', { simple: true })}.${own.n}`;
}

/**
 * Into the trash, or out of it. Cards that went into another, and those of people who were forgotten, stay where they
 * are. @returns whose place changed, with what it was
 */
export function setArchivedAtTx(
  db: Database,
  ids: readonly number[],
  archivedAtMs: number | null,
): [customerId: number, archivedAtMs: number | null][] {
  requireTransaction(db);
  const changing = prepared(
    db,
    `SELECT id, archived_at_ms AS archivedAtMs FROM customer WHERE id IN (SELECT value FROM json_each(?))
     AND (archived_at_ms IS NULL) = ? AND merged_into_customer_id IS NULL AND erased_at_ms IS NULL`,
  ).all(JSON.stringify(ids), archivedAtMs === null ? 0 : 1) as { id: number; archivedAtMs: number | null }[];
  prepared(db, 'UPDATE customer SET archived_at_ms = ? WHERE id IN (SELECT value FROM json_each(?))').run(
    archivedAtMs,
    JSON.stringify(changing.map(({ id }) => id)),
  );
  return changing.map((one) => [one.id, one.archivedAtMs]);
}
