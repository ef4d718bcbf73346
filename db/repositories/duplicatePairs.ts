/** What the whole base is compared by to find cards of one person, and what is shown of the pairs that were found. Reads only. */
import type { DuplicateCard } from '../../src-shared/domain/duplicatePairs.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';
import { FIRST_PHONE } from './customer.ts';

interface CardRow {
  readonly id: number;
  readonly name: string;
  readonly first: string | null;
  readonly last: string | null;
  readonly externalId: string | null;
  readonly cardNumber: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthday: string | null;
  readonly isInTrash: number;
}

/** All cards but those that were merged into another or forgotten. */
export function readDuplicateCards(db: Database): DuplicateCard[] {
  const further = new Map<number, { phones: string[]; emails: string[] }>();
  const contacts = prepared(
    db,
    `SELECT customer_id AS id, kind, normalised AS mark FROM customer_contact
     WHERE kind IN ('phone', 'email') AND normalised IS NOT NULL`,
  ).iterate() as Iterable<{ id: number; kind: 'phone' | 'email'; mark: string }>;
  for (const { id, kind, mark } of contacts) {
    const known = further.get(id) ?? { phones: [], emails: [] };
    further.set(id, known);
    (kind === 'phone' ? known.phones : known.emails).push(mark);
  }
  const rows = prepared(
    db,
    `SELECT id, display_name AS name, first_name AS first, last_name AS last, external_id AS externalId,
       card_number AS cardNumber, phone_e164 AS phone, email, birthday, archived_at_ms IS NOT NULL AS isInTrash
     FROM customer WHERE merged_into_customer_id IS NULL AND erased_at_ms IS NULL ORDER BY id`,
  ).iterate() as Iterable<CardRow>;
  return [...rows].map((row) => {
    const { id, phone, email, birthday, isInTrash } = row;
    const more = further.get(id);
    return {
      id,
      names: namesOf(row),
      phones: [...(phone === null ? [] : [phone]), ...(more?.phones ?? [])],
      emails: [...(email === null ? [] : [email.toLowerCase()]), ...(more?.emails ?? [])],
      numbers: [row.cardNumber, row.externalId].filter((number) => number !== null),
      birthday,
      isInTrash: isInTrash === 1,
    };
  });
}

/** A card that is called by its number has no name yet. */
function namesOf({ name, first, last, externalId }: CardRow): string[] {
  const parts = [first, last].filter((part) => part !== null).join(' ');
  const isNumber = name === externalId || !/\p{L}/u.test(name);
  return [...(isNumber ? [] : [name]), ...(parts === '' || parts === name ? [] : [parts])];
}

/** Whether somebody said of two cards, the smaller id first, that they are two people. */
export function readKeptApart(db: Database): (smallerId: number, otherId: number) => boolean {
  const rows = prepared(db, 'SELECT customer_id AS a, other_customer_id AS b FROM not_duplicate').all() as {
    a: number;
    b: number;
  }[];
  const pairs = new Set(rows.map(({ a, b }) => `${a} ${b}`));
  return (a, b) => pairs.has(`${a} ${b}`);
}

export interface PairSide {
  readonly customerId: number;
  readonly name: string;
  readonly phoneE164: string | null;
  readonly birthday: string | null;
  readonly occasions: number;
  readonly lastVisitOn: string | null;
  readonly isInTrash: number;
}

export function readPairSides(db: Database, ids: readonly number[]): Map<number, PairSide> {
  const rows = prepared(
    db,
    `SELECT customer.id AS customerId, display_name AS name, ${FIRST_PHONE} AS phoneE164, birthday,
       coalesce(occasions, 0) AS occasions, last_date AS lastVisitOn, archived_at_ms IS NOT NULL AS isInTrash
     FROM customer LEFT JOIN customer_total ON customer_total.customer_id = customer.id
     WHERE customer.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as PairSide[];
  return new Map(rows.map((row) => [row.customerId, row]));
}
