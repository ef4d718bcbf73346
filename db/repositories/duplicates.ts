/** People who are perhaps the one whose card is about to be made. Never decides; only shows. */
import { DUPLICATE_REASONS, type DuplicateReason } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared } from '../transaction.ts';
import { currentCustomerId } from './customerMerge.ts';
import { likelyByName } from './customerSearch.ts';

export interface PersonMarks {
  readonly names: readonly string[];
  readonly phonesE164: readonly string[];
  /** Lower case. */
  readonly emails: readonly string[];
  readonly cardNumber: string | null;
  readonly birthday: string | null;
  /** Their own card, which is not shown, nor is anybody who was said to be another person. */
  readonly exceptId: number | null;
}

export interface Duplicate {
  readonly customerId: number;
  readonly name: string;
  readonly isArchived: boolean;
  readonly reasons: readonly DuplicateReason[];
}

const MOST_SHOWN = 5;

/** Those in the trash too: their card can be taken out instead. Most reasons first. */
export function findDuplicates(db: Database, person: PersonMarks): Duplicate[] {
  const reasons = new Map<number, Set<DuplicateReason>>();
  const add = (reason: DuplicateReason, rows: unknown[]) => {
    for (const { id: found } of rows as { id: number }[]) {
      const id = currentCustomerId(db, found);
      reasons.set(id, (reasons.get(id) ?? new Set()).add(reason));
    }
  };
  const among = (values: readonly string[]) => JSON.stringify(values);
  const list = '(SELECT value FROM json_each(?))';
  const contact = (kind: string) =>
    `SELECT customer_id AS id FROM customer_contact WHERE kind = '${kind}' AND normalised IN ${list}`;
  if (person.phonesE164.length > 0) {
    const phones = among(person.phonesE164);
    add('phone', prepared(db, `SELECT id FROM customer WHERE phone_e164 IN ${list}`).all(phones));
    add('phone', prepared(db, contact('phone')).all(phones));
  }
  if (person.emails.length > 0) {
    const emails = among(person.emails);
    add('email', prepared(db, `SELECT id FROM customer WHERE lower(email) IN ${list}`).all(emails));
    add('email', prepared(db, contact('email')).all(emails));
  }
  if (person.cardNumber !== null) {
    add('cardNumber', prepared(db, 'SELECT id FROM customer WHERE card_number = ?').all(person.cardNumber));
  }
  if (person.birthday !== null) {
    const names = new Set(person.names.map(fold));
    const born = prepared(
      db,
      'SELECT id, display_name AS name, first_name AS first, last_name AS last FROM customer WHERE birthday = ?',
    ).all(person.birthday) as { id: number; name: string; first: string | null; last: string | null }[];
    add(
      'nameAndBirthday',
      born.filter(({ name, first, last }) => names.has(fold(name)) || names.has(fold(`${first} ${last}`))),
    );
  }
  for (const { id, isSame } of person.names.flatMap((name) => likelyByName(db, name))) {
    const isSaid = ['nameAndBirthday', 'sameName'].some((reason) =>
      reasons.get(id)?.has(reason as DuplicateReason),
    );
    if (!isSaid && !isBornOnAnotherDay(db, id, person.birthday)) {
      add(isSame ? 'sameName' : 'nearName', [{ id }]);
    }
  }
  const others = person.exceptId === null ? null : othersThan(db, person.exceptId);
  return [...reasons]
    .filter(([id]) => others === null || !others.has(id))
    .sort(([idA, a], [idB, b]) => b.size - a.size || idA - idB)
    .slice(0, MOST_SHOWN)
    .map(([id, why]) => {
      const row = prepared(
        db,
        'SELECT display_name AS name, archived_at_ms AS archivedAtMs FROM customer WHERE id = ?',
      ).get(id) as { name: string; archivedAtMs: number | null };
      return {
        customerId: id,
        name: row.name,
        isArchived: row.archivedAtMs !== null,
        reasons: DUPLICATE_REASONS.filter((reason) => why.has(reason)),
      };
    });
}

/** Two people of one name, as a father and a son. */
function isBornOnAnotherDay(db: Database, id: number, birthday: string | null): boolean {
  if (birthday === null) return false;
  const row = prepared(db, 'SELECT birthday FROM customer WHERE id = ?').get(id) as {
    birthday: string | null;
  };
  return row.birthday !== null && row.birthday !== birthday;
}

/** The card itself, and those that somebody said are other people's. */
function othersThan(db: Database, id: number): ReadonlySet<number> {
  const rows = prepared(
    db,
    `SELECT other_customer_id AS id FROM not_duplicate WHERE customer_id = ?
     UNION ALL SELECT customer_id FROM not_duplicate WHERE other_customer_id = ?`,
  ).all(id, id) as { id: number }[];
  return new Set([id, ...rows.map((row) => row.id)]);
}
