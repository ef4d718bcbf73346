/**
 * Which card a row is about. In this order: number in the other program, card number, telephone, e-mail, name with
 * birthday. Telephone and e-mail are shared by families and reused, so they count only where name, birthday and number
 * do not contradict. A name alone recognises nobody but a card of which the name is all that is known.
 */
import { ForgottenPeople } from '../../db/forgotten.ts';
import type { Database } from '../../db/openDatabase.ts';
import { findCustomerIdByExternalId } from '../../db/repositories/customer.ts';
import { readMergedInto } from '../../db/repositories/customerMerge.ts';
import {
  type CardIdentity,
  findCustomerIdByCardNumber,
  findCustomerIdsByEmail,
  findCustomerIdsByPhone,
  findCustomersByBirthday,
  hasCustomers,
  indexPeopleTx,
  iterateCustomerNames,
  iterateNameOnlyCustomers,
  readCardIdentity,
} from '../../db/repositories/importLookup.ts';
import type { RecognisedBy } from '../../src-shared/contract/importContract.ts';
import { nameKey } from '../../src-shared/domain/fold.ts';
import { namesFit } from '../../src-shared/domain/sameName.ts';
import { NameIndex } from './nameIndex.ts';
import type { PersonClues } from './rowPerson.ts';

export interface PersonMatch {
  /** Null: a card is to be made. */
  readonly customerId: number | null;
  readonly by: RecognisedBy | null;
  /** For a card to be made: one that may be the same person, and nobody knows. */
  readonly twinId: number | null;
}

export interface MatcherParts {
  /** Writes what waits, so that cards made by this import can be read. */
  readonly flushTx: () => void;
  /** False where every card made is in its table at once: then it is found there. */
  readonly remembersMade: boolean;
  /** Whether a row with nothing but a name can mean a card of which no more is known. */
  readonly recognisesName: boolean;
}

const NOBODY: readonly number[] = [];

export class PersonMatcher {
  readonly #db: Database;
  readonly #parts: MatcherParts;
  readonly #hasCards: boolean;
  /** An import is one transaction: nobody merges meanwhile. */
  readonly #mergedInto: ReadonlyMap<number, number>;
  readonly #forgotten: ForgottenPeople | null;
  /** Cards made by this import, by each clue: 'i17', 'p+48601234567'. */
  readonly #made = new Map<string, number | number[]>();
  #names: NameIndex | null = null;
  #nameOnly: NameIndex | null = null;
  #unindexTx: (() => void) | null = null;

  constructor(db: Database, parts: MatcherParts) {
    this.#db = db;
    this.#parts = parts;
    this.#hasCards = !parts.remembersMade || hasCustomers(db);
    this.#mergedInto = readMergedInto(db);
    this.#forgotten = ForgottenPeople.of(db);
  }

  /** `conflictingPerson` where two clues name two people. A card that was merged into another stands for that one. */
  matchTx(clues: PersonClues): PersonMatch | 'conflictingPerson' | 'forgotten' {
    const match = this.#matchCardTx(clues);
    if (match === 'conflictingPerson') return match;
    // Somebody who came back after that has a card again, and is found by it.
    if (match.customerId === null && this.#forgotten?.has(clues)) return 'forgotten';
    const current = (id: number | null) => (id === null ? null : this.#current(id));
    return { ...match, customerId: current(match.customerId), twinId: current(match.twinId) };
  }

  #matchCardTx(clues: PersonClues): PersonMatch | 'conflictingPerson' {
    const { externalId, cardNumber, phones, emails, name, birthday } = clues;
    const byId = externalId === null ? null : this.#byNumber('i', externalId);
    // A till's "customer number" often is the number on the card.
    const card = cardNumber ?? (byId === null ? externalId : null);
    const byCard = card === null ? null : this.#byNumber('c', card);
    if (byId !== null && byCard !== null && this.#current(byId) !== this.#current(byCard))
      return 'conflictingPerson';
    if (byId !== null) return { customerId: byId, by: 'externalId', twinId: null };
    if (byCard !== null) return { customerId: byCard, by: 'cardNumber', twinId: null };

    const phoneIds = this.#all('p', phones, findCustomerIdsByPhone);
    const emailIds = this.#all('e', emails, findCustomerIdsByEmail);
    const byPhone = this.#fitting(phoneIds, clues);
    const byEmail = this.#fitting(emailIds, clues);
    if (byPhone.length > 0 && byEmail.length > 0) {
      const emailed = new Set(byEmail.map((id) => this.#current(id)));
      const both = byPhone.find((id) => emailed.has(this.#current(id)));
      return both === undefined ? 'conflictingPerson' : { customerId: both, by: 'phone', twinId: null };
    }
    if (byPhone[0] !== undefined) return { customerId: byPhone[0], by: 'phone', twinId: null };
    if (byEmail[0] !== undefined) return { customerId: byEmail[0], by: 'email', twinId: null };

    if (name !== null && birthday !== null && this.#hasCards) {
      this.#indexTx();
      const wanted = nameKey(name);
      const same = findCustomersByBirthday(this.#db, birthday).find(
        (known) =>
          nameKey(known.displayName) === wanted && (externalId === null || known.externalId === null),
      );
      if (same) return { customerId: same.id, by: 'nameAndBirthday', twinId: null };
    }
    const isNameAll =
      externalId === null &&
      cardNumber === null &&
      phones.length === 0 &&
      emails.length === 0 &&
      birthday === null;
    if (name !== null && isNameAll && this.#parts.recognisesName) {
      const known = this.#nameOnlyIndex().first(nameKey(name));
      if (known !== null) return { customerId: known, by: 'name', twinId: null };
    }
    const twinId =
      phoneIds[0] ?? emailIds[0] ?? (name === null ? null : this.#nameIndex().first(nameKey(name)));
    return { customerId: null, by: null, twinId };
  }

  /** The only card of this name, for those that a file names as recommending others. */
  onlyOfName(name: string): number | null {
    const only = this.#nameIndex().only(nameKey(name));
    return only === null ? null : this.#current(only);
  }

  /** A card made of these clues: the next row about them finds it. */
  remember(customerId: number, clues: PersonClues): void {
    const { externalId, cardNumber, phones, emails, name, birthday } = clues;
    if (name !== null) this.#nameIndex().add(nameKey(name), customerId);
    if (!this.#parts.remembersMade) return;
    if (externalId !== null) this.#keep(`i${externalId}`, customerId);
    if (cardNumber !== null) this.#keep(`c${cardNumber}`, customerId);
    for (const phone of phones) this.#keep(`p${phone}`, customerId);
    for (const email of emails) this.#keep(`e${email}`, customerId);
    const isNameAll =
      externalId === null &&
      cardNumber === null &&
      phones.length === 0 &&
      emails.length === 0 &&
      birthday === null;
    if (name !== null && isNameAll && this.#parts.recognisesName)
      this.#nameOnlyIndex().add(nameKey(name), customerId);
  }

  /** Leaves the schema as it was. */
  finishTx(): void {
    this.#unindexTx?.();
    this.#unindexTx = null;
  }

  #current(id: number): number {
    return this.#mergedInto.get(id) ?? id;
  }

  #keep(key: string, id: number): void {
    const known = this.#made.get(key);
    if (known === undefined) this.#made.set(key, id);
    else if (typeof known === 'number') {
      if (known !== id) this.#made.set(key, [known, id]);
    } else if (!known.includes(id)) known.push(id);
  }

  #madeBy(key: string): readonly number[] {
    const made = this.#made.get(key);
    return made === undefined ? NOBODY : typeof made === 'number' ? [made] : made;
  }

  #byNumber(sort: 'i' | 'c', number: string): number | null {
    const made = this.#madeBy(`${sort}${number}`)[0];
    if (made !== undefined) return made;
    if (!this.#hasCards) return null;
    return sort === 'i'
      ? findCustomerIdByExternalId(this.#db, number)
      : findCustomerIdByCardNumber(this.#db, number);
  }

  #all(
    sort: 'p' | 'e',
    values: readonly string[],
    find: (db: Database, value: string) => number[],
  ): readonly number[] {
    if (values.length === 0) return NOBODY;
    if (sort === 'e' && this.#hasCards) this.#indexTx();
    const ids = values.flatMap((value) => [
      ...(this.#hasCards ? find(this.#db, value) : NOBODY),
      ...this.#madeBy(`${sort}${value}`),
    ]);
    return ids.length > 1 ? [...new Set(ids)] : ids;
  }

  /** Those that may be the person, one of exactly this name first. */
  #fitting(ids: readonly number[], clues: PersonClues): readonly number[] {
    if (ids.length === 0) return NOBODY;
    this.#parts.flushTx();
    const cards = ids.map((id) => readCardIdentity(this.#db, id)).filter((card) => fits(card, clues));
    const wanted = clues.name === null ? null : nameKey(clues.name);
    const isNamesake = (card: CardIdentity) => (nameKey(card.displayName) === wanted ? 0 : 1);
    return cards.toSorted((a, b) => isNamesake(a) - isNamesake(b) || a.id - b.id).map(({ id }) => id);
  }

  #indexTx(): void {
    this.#unindexTx ??= indexPeopleTx(this.#db);
  }

  #nameIndex(): NameIndex {
    if (this.#names === null) {
      this.#names = new NameIndex();
      if (this.#hasCards) {
        for (const { id, name } of iterateCustomerNames(this.#db))
          this.#names.add(nameKey(name), this.#current(id));
      }
    }
    return this.#names;
  }

  #nameOnlyIndex(): NameIndex {
    if (this.#nameOnly === null) {
      this.#nameOnly = new NameIndex();
      if (this.#hasCards) {
        for (const { id, name } of iterateNameOnlyCustomers(this.#db))
          this.#nameOnly.add(nameKey(name), this.#current(id));
      }
    }
    return this.#nameOnly;
  }
}

/** Whether a card found by telephone or e-mail can be the person of the row. */
const fits = (card: CardIdentity, { externalId, name, birthday }: PersonClues): boolean => {
  if (birthday !== null && card.birthday !== null && birthday !== card.birthday) return false;
  // A card that is called by its number has no name yet.
  const cardName =
    card.displayName === card.externalId || !/\p{L}/u.test(card.displayName) ? null : card.displayName;
  if (externalId !== null && card.externalId !== null && externalId !== card.externalId) {
    // Two numbers are two people, unless the whole name says that two programs counted one.
    return name !== null && cardName !== null && nameKey(name) === nameKey(cardName);
  }
  return name === null || cardName === null || namesFit(name, cardName);
};
