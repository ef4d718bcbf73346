/**
 * The customer card: saving, consents, household, trash. Owns the transactions; looking is customerViews.ts. What is said
 * of a card that was merged since is written on the card its person is on now.
 */
import type { Database } from '../../db/openDatabase.ts';
import { getOrCreateSourceTx } from '../../db/repositories/acquisition.ts';
import { logChangeTx } from '../../db/repositories/changeLog.ts';
import { insertConsentTx } from '../../db/repositories/consent.ts';
import { findCustomerIdByUid, insertCustomerTx } from '../../db/repositories/customer.ts';
import {
  type Card,
  differingFields,
  getOrCreateTagTx,
  partOf,
  readCard,
  writeCardTx,
} from '../../db/repositories/customerDetail.ts';
import { currentCustomerId, requireCurrentCustomer } from '../../db/repositories/customerMerge.ts';
import { type HouseholdState, joinHouseholdTx, leaveHouseholdTx } from '../../db/repositories/household.ts';
import { noteWithdrawalTx } from '../../db/repositories/privacyAct.ts';
import { requireRevision } from '../../db/repositories/revision.ts';
import { inTransaction } from '../../db/transaction.ts';
import { uidOfText } from '../../db/uid.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { cardFields } from './customerViews.ts';
import { isOwnValue } from './ownFieldValue.ts';
import type { PhoneBook } from './phoneBook.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type SentCard = Input<'customer.save'>['card'];

/**
 * Writes what differs, in one transaction with its log and its search words. A second call with the same uid answers
 * the card the first one made, brought to what is sent now.
 * @throws RevinoError `customer.notFound`, `customer.cardNumberTaken`, `customer.recommendsItself`, `customer.invalidValue`,
 * `record.changedMeanwhile`, `customer.forgotten`
 */
export const saveCard = (
  db: Database,
  { customerId, uid, revision, card }: Input<'customer.save'>,
  phones: PhoneBook,
  nowMs: number,
): Output<'customer.save'> =>
  inTransaction(db, () => {
    const uidBytes = uid === null ? undefined : uidOfText(uid);
    const known = customerId ?? (uidBytes === undefined ? null : findCustomerIdByUid(db, uidBytes));
    const id =
      known === null
        ? insertCustomerTx(db, { displayName: card.name, createdAtMs: nowMs }, uidBytes)
        : requireCurrentCustomer(db, known);
    const before = readCard(db, id);
    requireRevision(before, revision);
    const after = cardToWrite(db, before, card, phones, nowMs);
    const fields = differingFields(before, after);
    writeCardTx(db, id, partOf(after, fields));
    const log = { atMs: nowMs, subject: 'customer', recordId: id };
    if (known === null) {
      return {
        customerId: id,
        changeId: logChangeTx(db, { ...log, action: 'create', fields: [], before: null }),
      };
    }
    if (fields.length === 0) return { customerId: id, changeId: null };
    const changeId = logChangeTx(db, { ...log, action: 'update', fields, before: partOf(before, fields) });
    return { customerId: id, changeId };
  });

/** The card as it will be: what is sent, beside what a card on screen does not show. */
function cardToWrite(db: Database, before: Card, sent: SentCard, phones: PhoneBook, nowMs: number): Card {
  const createdAt = new Map(
    [...before.contacts].map(({ id, createdAtMs }) => [id ?? null, createdAtMs] as const),
  );
  const written = sent.contacts.map(({ id, kind, value, label }) => ({
    // An id of another card, or of none, makes a new entry.
    ...(id !== null && createdAt.has(id) ? { id } : {}),
    kind,
    value,
    normalised: normalisedOf(kind, value, phones),
    label,
    createdAtMs: createdAt.get(id) ?? nowMs,
  }));
  // The card's own have no room for a label: one that has a label lies with the others.
  const unlabelled = written.filter(({ label }) => label === null);
  const ownPhone = unlabelled.find(({ kind, normalised }) => kind === 'phone' && normalised !== null);
  const ownEmail = unlabelled.find(({ kind }) => kind === 'email');
  const shownFields = new Map(cardFields(db).map((field) => [field.fieldId, field]));
  const knownPreferences = new Map(before.preferences.map((one) => [one.id ?? null, one.createdAtMs]));
  return {
    ...before,
    displayName: sent.name,
    firstName: sent.firstName,
    lastName: sent.lastName,
    phoneE164: ownPhone?.normalised ?? null,
    email: ownEmail?.value ?? null,
    birthday: sent.birthday,
    customerSince: sent.customerSince,
    source:
      sent.source === null || sent.source === before.source
        ? sent.source
        : getOrCreateSourceTx(db, sent.source, nowMs).name,
    recommendedByCustomerId:
      sent.recommendedById === null ? null : currentCustomerId(db, sent.recommendedById),
    note: sent.note,
    cardNumber: sent.cardNumber,
    locale: sent.locale,
    contacts: sortedById(written.filter((contact) => contact !== ownPhone && contact !== ownEmail)),
    tagIds: [
      ...new Set(
        sent.tags.filter((name) => fold(name) !== '').map((name) => getOrCreateTagTx(db, name, nowMs)),
      ),
    ].sort((a, b) => a - b),
    preferences: sortedById(
      sent.preferences.map(({ id, kind, text }) => ({
        ...(id !== null && knownPreferences.has(id) ? { id } : {}),
        kind,
        text,
        createdAtMs: knownPreferences.get(id) ?? nowMs,
      })),
    ),
    ownValues: [
      ...before.ownValues.filter(({ ownFieldId }) => !shownFields.has(ownFieldId)),
      ...sent.ownValues.map(({ fieldId, value }) => {
        const field = shownFields.get(fieldId);
        if (!field || !isOwnValue(field.kind, field.choices, value)) {
          throw new RevinoError('customer.invalidValue', { field: field?.name ?? String(fieldId) });
        }
        return { ownFieldId: fieldId, value };
      }),
    ].sort((a, b) => a.ownFieldId - b.ownFieldId),
  };
}

/** As they are read back: known ones by id, new ones after them. */
const sortedById = <T extends { readonly id?: number }>(entries: readonly T[]): T[] =>
  [...entries].sort((a, b) => (a.id ?? Number.MAX_SAFE_INTEGER) - (b.id ?? Number.MAX_SAFE_INTEGER));

const normalisedOf = (kind: string, value: string, phones: PhoneBook): string | null => {
  if (kind === 'phone') return phones.e164(value);
  return kind === 'email' ? value.toLowerCase() : null;
};

/** Appends to the history of consents; where it stands so already, nothing. @throws RevinoError `customer.notFound`, `customer.forgotten` */
export const setConsent = (db: Database, consent: Input<'customer.setConsent'>, nowMs: number): void =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, consent.customerId);
    const id = insertConsentTx(db, { ...consent, customerId, atMs: nowMs, staffId: db.author.staffId });
    if (id === null) return;
    if (!consent.isGiven) noteWithdrawalTx(db, customerId, consent, 'card', nowMs);
    logChangeTx(db, {
      atMs: nowMs,
      action: 'create',
      subject: 'customer_consent',
      recordId: id,
      fields: [consent.channel, consent.purpose],
    });
  });

const logHouseholdTx = (
  db: Database,
  customerId: number,
  before: HouseholdState | null,
  nowMs: number,
): { changeId: number | null } => ({
  changeId:
    before === null
      ? null
      : logChangeTx(db, {
          atMs: nowMs,
          action: 'update',
          subject: 'household',
          recordId: customerId,
          fields: ['householdId'],
          before,
        }),
});

/** @throws RevinoError `customer.notFound`, `customer.forgotten` */
export const joinHousehold = (
  db: Database,
  asked: Input<'customer.joinHousehold'>,
  nowMs: number,
): Output<'customer.joinHousehold'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, asked.customerId);
    const withCustomerId = requireCurrentCustomer(db, asked.withCustomerId);
    return logHouseholdTx(db, customerId, joinHouseholdTx(db, customerId, withCustomerId, nowMs), nowMs);
  });

/** @throws RevinoError `customer.notFound`, `customer.forgotten` */
export const leaveHousehold = (
  db: Database,
  askedId: number,
  nowMs: number,
): Output<'customer.leaveHousehold'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, askedId);
    return logHouseholdTx(db, customerId, leaveHouseholdTx(db, customerId), nowMs);
  });

/** Into the trash, or out of it. @throws RevinoError `customer.notFound`, `customer.forgotten` */
export const setInTrash = (
  db: Database,
  askedId: number,
  isInTrash: boolean,
  nowMs: number,
): Output<'customer.archive'> =>
  inTransaction(db, () => {
    const customerId = requireCurrentCustomer(db, askedId);
    const { archivedAtMs } = readCard(db, customerId);
    if ((archivedAtMs !== null) === isInTrash) return { changeId: null };
    writeCardTx(db, customerId, { archivedAtMs: isInTrash ? nowMs : null });
    const changeId = logChangeTx(db, {
      atMs: nowMs,
      action: isInTrash ? 'archive' : 'unarchive',
      subject: 'customer',
      recordId: customerId,
      fields: ['archivedAtMs'],
      before: { archivedAtMs },
    });
    return { changeId };
  });
