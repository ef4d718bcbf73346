/**
 * Makes and changes cards one value at a time, as the owner chose: the file's value where Revino has none, or in place of
 * Revino's. What is empty or was not understood in the file never gets here. Every change is written down for undoing.
 */
import { refreshTokensTx } from '../../db/repositories/customer.ts';
import { recordChangeTx, recordMadeTx } from '../../db/repositories/importChange.ts';
import {
  addCardTagTx,
  type Card,
  type CardColumn,
  type CardValues,
  insertCardContactTx,
  insertCardTx,
  insertConsentTx,
  readCard,
  readCardContacts,
  readCardTags,
  readConsent,
  setCardValueTx,
  setContactValueTx,
} from '../../db/repositories/importedCards.ts';
import type { ImportedNames } from '../../db/repositories/importedNames.ts';
import { noteWithdrawalTx } from '../../db/repositories/privacyAct.ts';
import type { ShownValue } from '../../src-shared/contract/importContract.ts';
import type { ConsentField, CustomerField } from '../../src-shared/contract/importFields.ts';
import type { ConsentChannel, ConsentPurpose } from '../../src-shared/domain/closedLists.ts';
import type { CustomerRow } from './interpretCustomer.ts';
import type { WriterParts } from './rowWriter.ts';

/** Columns that hold one value of the file each, in the order in which a dry run shows them. */
const PLAIN_COLUMNS: readonly (readonly [CustomerField, CardColumn])[] = [
  ['customer', 'external_id'],
  ['customerName', 'display_name'],
  ['firstName', 'first_name'],
  ['lastName', 'last_name'],
  ['cardNumber', 'card_number'],
  ['birthday', 'birthday'],
  ['customerSince', 'customer_since'],
  ['source', 'source'],
  ['note', 'note'],
  ['locale', 'locale'],
];
const DAYS: ReadonlySet<CardColumn> = new Set(['birthday', 'customer_since']);

const shown = (column: CardColumn, value: string): ShownValue =>
  DAYS.has(column) ? { day: value, time: null } : { text: value };

/** 'marketingSms' is the channel sms for the purpose marketing. */
const consentOf = (field: ConsentField): { channel: ConsentChannel; purpose: ConsentPurpose } => {
  const [purpose, channel] = field.split(/(?=[A-Z])/) as [ConsentPurpose, string];
  return { purpose, channel: channel.toLowerCase() as ConsentChannel };
};

/** What of a row goes into the card's own columns; `source` in the spelling the shop knows. */
type CardSaying = Partial<CardValues>;

export class CardWriter {
  readonly #parts: WriterParts;
  readonly #names: ImportedNames;

  constructor(parts: WriterParts, names: ImportedNames) {
    this.#parts = parts;
    this.#names = names;
  }

  /** @returns the id */
  createTx(row: CustomerRow, recommenderId: number | null): number {
    const { db, notes } = this.#parts;
    const saying = this.#sayingTx(row);
    const id = insertCardTx(
      db,
      {
        ...saying,
        display_name: row.displayName,
        phone_e164: row.phones[0] ?? null,
        email: row.emails[0] ?? null,
        recommended_by_customer_id: recommenderId,
      },
      this.#parts,
    );
    for (const [field, column] of PLAIN_COLUMNS) {
      const value = column === 'display_name' ? row.displayName : saying[column];
      if (typeof value === 'string') {
        notes.field({ field, before: null, after: shown(column, value), isKept: false });
      }
    }
    const show = (field: CustomerField, text: string | undefined | null) => {
      if (text) notes.field({ field, before: null, after: { text }, isKept: false });
    };
    show('phone', row.phones[0]);
    show('email', row.emails[0]);
    if (recommenderId !== null) show('recommendedBy', row.recommendedBy);
    this.#contactsTx(id, row, { phone: row.phones[0] ?? null, email: row.emails[0] ?? null });
    this.#tagsTx(id, row);
    this.#consentsTx(id, row);
    refreshTokensTx(db, id);
    return id;
  }

  /** @returns whether anything changed */
  changeTx(id: number, row: CustomerRow, recommenderId: number | null): boolean {
    const { db } = this.#parts;
    const card = readCard(db, id);
    const saying = this.#sayingTx(row);
    let isChanged = false;
    for (const [field, column] of PLAIN_COLUMNS) {
      const value = saying[column];
      if (typeof value !== 'string') continue;
      isChanged = this.#valueTx(id, card, field, column, value) || isChanged;
    }
    if (recommenderId !== null && recommenderId !== id) {
      isChanged = this.recommendTx(id, recommenderId, row.recommendedBy ?? '') || isChanged;
    }
    const main = this.#mainContactsTx(id, card, row);
    isChanged = main.isChanged || isChanged;
    isChanged = this.#contactsTx(id, row, main) || isChanged;
    isChanged = this.#tagsTx(id, row) || isChanged;
    isChanged = this.#consentsTx(id, row) || isChanged;
    if (isChanged) refreshTokensTx(db, id);
    return isChanged;
  }

  /** @returns whether that changed the card */
  recommendTx(id: number, recommenderId: number, text: string): boolean {
    const { db, batchId, onKnown, notes } = this.#parts;
    const before = readCard(db, id).recommended_by_customer_id;
    if (before === recommenderId) return false;
    const isKept = before !== null && onKnown === 'fill';
    notes.field({
      field: 'recommendedBy',
      before: before === null ? null : { text: readCard(db, before).display_name },
      after: { text },
      isKept,
    });
    if (isKept) return false;
    setCardValueTx(db, id, 'recommended_by_customer_id', recommenderId);
    recordChangeTx(db, batchId, {
      subject: 'customer',
      recordId: id,
      field: 'recommended_by_customer_id',
      before,
      after: recommenderId,
    });
    return true;
  }

  #sayingTx(row: CustomerRow): CardSaying {
    return {
      external_id: row.externalId,
      display_name: row.name,
      first_name: row.firstName,
      last_name: row.lastName,
      card_number: row.cardNumber,
      birthday: row.birthday,
      customer_since: row.customerSince,
      source: row.source === null ? null : this.#names.getTx('customer_source', row.source).name,
      note: row.note,
      locale: row.locale,
    };
  }

  #valueTx(id: number, card: Card, field: CustomerField, column: CardColumn, value: string): boolean {
    const { db, batchId, onKnown, notes } = this.#parts;
    const before = card[column];
    if (before === value) return false;
    // A card that is called by its number, or by a telephone, has no name yet.
    const isPlaceholder =
      column === 'display_name' &&
      (before === card.external_id ||
        before === card.card_number ||
        before === card.phone_e164 ||
        before === card.email);
    const isEmpty = before === null || isPlaceholder;
    // The number by which an earlier import knows the card is never taken from it.
    const isKept = !isEmpty && (onKnown === 'fill' || column === 'external_id');
    notes.field({
      field,
      before: isEmpty ? null : shown(column, String(before)),
      after: shown(column, value),
      isKept,
    });
    if (isKept) return false;
    setCardValueTx(db, id, column, value);
    recordChangeTx(db, batchId, { subject: 'customer', recordId: id, field: column, before, after: value });
    return true;
  }

  /** The first telephone number and e-mail address, which lie in the card itself. */
  #mainContactsTx(
    id: number,
    card: Card,
    row: CustomerRow,
  ): { readonly phone: string | null; readonly email: string | null; readonly isChanged: boolean } {
    const change = (field: 'phone' | 'email', column: CardColumn, values: readonly string[]) => {
      const known = card[column] === null ? null : String(card[column]);
      const [first] = values;
      // Among the numbers of the file already: only its place in the list differs.
      if (first === undefined || (known !== null && values.includes(known.toLowerCase()))) {
        return { value: known, isChanged: false };
      }
      const isChanged = this.#valueTx(id, card, field, column, first);
      return { value: isChanged ? first : known, isChanged };
    };
    const phone = change('phone', 'phone_e164', row.phones);
    const email = change('email', 'email', row.emails);
    return { phone: phone.value, email: email.value, isChanged: phone.isChanged || email.isChanged };
  }

  /** Further numbers and addresses are added beside those that are there; none is taken away. */
  #contactsTx(
    id: number,
    row: CustomerRow,
    main: { readonly phone: string | null; readonly email: string | null },
  ): boolean {
    const { phones, emails, oddPhones, address } = row;
    if (phones.length + emails.length + oddPhones.length === 0 && address === null) return false;
    const { db, batchId, nowMs, onKnown, notes } = this.#parts;
    const known = readCardContacts(db, id);
    let isChanged = false;
    const add = (
      kind: 'phone' | 'email' | 'address',
      value: string,
      normalised: string | null,
      field: CustomerField,
    ) => {
      const contactId = insertCardContactTx(db, id, { kind, value, normalised }, nowMs);
      recordMadeTx(db, batchId, 'customer_contact', contactId);
      notes.field({ field, before: null, after: { text: value }, isKept: false });
      isChanged = true;
    };
    const addNew = (
      kind: 'phone' | 'email',
      values: readonly string[],
      first: string | null,
      field: CustomerField,
    ) => {
      for (const value of values) {
        if (value === first?.toLowerCase()) continue;
        if (!known.some((contact) => contact.kind === kind && contact.normalised === value)) {
          add(kind, value, value, field);
        }
      }
    };
    addNew('phone', phones, main.phone, 'phone2');
    addNew('email', emails, main.email, 'email2');
    for (const text of new Set(oddPhones)) {
      if (!known.some((contact) => contact.kind === 'phone' && contact.value === text)) {
        add('phone', text, null, 'phone2');
      }
    }
    if (address !== null) {
      const before = known.find((contact) => contact.kind === 'address');
      if (before === undefined) add('address', address, null, 'address');
      else if (before.value !== address) {
        const isKept = onKnown === 'fill';
        notes.field({ field: 'address', before: { text: before.value }, after: { text: address }, isKept });
        if (!isKept) {
          setContactValueTx(db, before.id, address);
          recordChangeTx(db, batchId, {
            subject: 'customer_contact',
            recordId: before.id,
            field: 'value',
            before: before.value,
            after: address,
          });
          isChanged = true;
        }
      }
    }
    return isChanged;
  }

  #tagsTx(id: number, row: CustomerRow): boolean {
    if (row.tags.length === 0) return false;
    const { db, batchId, notes } = this.#parts;
    const known = readCardTags(db, id);
    const added: string[] = [];
    for (const name of row.tags) {
      const tag = this.#names.getTx('tag', name);
      if (known.some((other) => other.id === tag.id)) continue;
      addCardTagTx(db, id, tag.id);
      recordChangeTx(db, batchId, {
        subject: 'customer_tag',
        recordId: id,
        field: 'tag_id',
        before: null,
        after: tag.id,
      });
      added.push(tag.name);
    }
    if (added.length === 0) return false;
    const before = known.map(({ name }) => name);
    notes.field({
      field: 'tags',
      before: before.length === 0 ? null : { text: before.join(', ') },
      after: { text: [...before, ...added].join(', ') },
      isKept: false,
    });
    return true;
  }

  /** Where somebody was asked already, 'fill' leaves the answer; a refusal of somebody never asked changes nothing. */
  #consentsTx(id: number, row: CustomerRow): boolean {
    const { db, batchId, nowMs, onKnown, notes, fileName } = this.#parts;
    let isChanged = false;
    for (const { field, isGiven } of row.consents) {
      const consent = consentOf(field);
      const before = readConsent(db, id, consent.channel, consent.purpose);
      if ((before ?? false) === isGiven) continue;
      const isKept = before !== null && onKnown === 'fill';
      notes.field({
        field,
        before: before === null ? null : { yes: before },
        after: { yes: isGiven },
        isKept,
      });
      if (isKept) continue;
      const consentId = insertConsentTx(db, {
        customerId: id,
        ...consent,
        isGiven,
        atMs: nowMs,
        evidence: fileName,
      });
      recordMadeTx(db, batchId, 'customer_consent', consentId);
      if (before === true) noteWithdrawalTx(db, id, consent, 'import', nowMs);
      isChanged = true;
    }
    return isChanged;
  }
}
