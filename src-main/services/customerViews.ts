/** The customer card as it is shown: opened, what can be chosen in it, and who may be the same person. */
import type { Database } from '../../db/openDatabase.ts';
import { listSources } from '../../db/repositories/acquisition.ts';
import { listConsents } from '../../db/repositories/consent.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { type Card, listTags, readCard } from '../../db/repositories/customerDetail.ts';
import { currentCustomerId } from '../../db/repositories/customerMerge.ts';
import { findDuplicates } from '../../db/repositories/duplicates.ts';
import { listMembers } from '../../db/repositories/household.ts';
import { listOwnFields } from '../../db/repositories/ownField.ts';
import { readRecommended } from '../../db/repositories/recommendation.ts';
import { revisionOf } from '../../db/repositories/revision.ts';
import { readCustomerTotal } from '../../db/repositories/summary.ts';
import { inReadTransaction } from '../../db/transaction.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { CardField } from '../../src-shared/contract/customerContract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import { LOCALES, type Locale } from '../../src-shared/contract/values.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import type { PhoneBook } from './phoneBook.ts';
import { readShop } from './shopService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type SentCard = Input<'customer.save'>['card'];

/** Of a merged card, the one it went into. @throws RevinoError `customer.notFound` */
export const openCard = (db: Database, askedId: number, phones: PhoneBook): Output<'customer.card'> =>
  inReadTransaction(db, () => {
    const customerId = currentCustomerId(db, askedId);
    const customer = readCustomer(db, customerId);
    const card = readCard(db, customerId);
    const { timeZone } = readShop(db);
    const dayOf = (atMs: number) => businessDateOfInstant(atMs, timeZone);
    const tagNames = new Map(listTags(db).map(({ tagId, name }) => [tagId, name]));
    const shownFields = new Set(cardFields(db).map(({ fieldId }) => fieldId));
    const members = customer.householdId === null ? [] : listMembers(db, customer.householdId);
    const total = readCustomerTotal(db, customerId);
    return {
      customerId,
      revision: revisionOf(card),
      card: {
        name: card.displayName,
        firstName: card.firstName,
        lastName: card.lastName,
        contacts: shownContacts(card, phones),
        cardNumber: card.cardNumber,
        birthday: card.birthday,
        locale: asLocale(card.locale),
        source: card.source,
        recommendedById: card.recommendedByCustomerId,
        customerSince: card.customerSince,
        tags: card.tagIds.map((tagId) => tagNames.get(tagId) ?? '').filter((name) => name !== ''),
        preferences: card.preferences.map(({ id, kind, text }) => ({ id: id ?? null, kind, text })),
        note: card.note,
        ownValues: card.ownValues
          .filter(({ ownFieldId }) => shownFields.has(ownFieldId))
          .map(({ ownFieldId, value }) => ({ fieldId: ownFieldId, value })),
      },
      externalId: card.externalId,
      isInTrash: card.archivedAtMs !== null,
      erasedOn: customer.erasedAtMs === null ? null : dayOf(customer.erasedAtMs),
      addedOn: dayOf(customer.createdAtMs),
      recommendedBy: personOf(db, card.recommendedByCustomerId),
      ...readRecommended(db, customerId),
      household: members.filter((member) => member.customerId !== customerId),
      consents: listConsents(db, customerId).map((consent) => ({ ...consent, on: dayOf(consent.atMs) })),
      occasions: total.occasions,
      netMinor: total.netMinor,
      firstVisitOn: total.firstDate,
      lastVisitOn: total.lastDate,
    };
  });

const asLocale = (locale: string | null): Locale | null => LOCALES.find((known) => known === locale) ?? null;

const personOf = (db: Database, id: number | null): Output<'customer.card'>['recommendedBy'] =>
  id === null ? null : { customerId: id, name: readCustomer(db, id).displayName };

/** The card's own number and address first, then the others in the order they were written. */
const shownContacts = (card: Card, phones: PhoneBook): SentCard['contacts'] => {
  const others = card.contacts.map(({ id, kind, value, normalised, label }) => ({
    id: id ?? null,
    kind,
    value: kind === 'phone' && normalised !== null ? phones.shown(normalised) : value,
    label,
  }));
  const first = (kind: 'phone' | 'email', value: string | null) =>
    value === null ? [] : [{ id: null, kind, value, label: null }];
  const ofKind = (kind: string) => others.filter((contact) => contact.kind === kind);
  return [
    ...first('phone', card.phoneE164 === null ? null : phones.shown(card.phoneE164)),
    ...ofKind('phone'),
    ...first('email', card.email),
    ...ofKind('email'),
    ...ofKind('address'),
    ...ofKind('other'),
  ];
};

export const cardFields = (db: Database): CardField[] =>
  listOwnFields(db)
    .filter(({ subject, archivedAtMs }) => subject === 'customer' && archivedAtMs === null)
    .map(({ id, kind, name, choices }) => ({
      fieldId: id,
      kind,
      name,
      choices: choices === null ? [] : (JSON.parse(choices) as string[]),
    }));

export const cardChoices = (db: Database): Output<'customer.choices'> =>
  inReadTransaction(db, () => ({
    sources: listSources(db)
      .filter(({ archivedAtMs }) => archivedAtMs === null)
      .map(({ name }) => name),
    tags: listTags(db).map(({ name }) => name),
    fields: cardFields(db),
  }));

export const possibleDuplicates = (
  db: Database,
  { names, phones, emails, cardNumber, birthday, exceptId }: Input<'customer.duplicates'>,
  book: PhoneBook,
): Output<'customer.duplicates'> => ({
  people: findDuplicates(db, {
    names,
    phonesE164: phones.map((phone) => book.e164(phone)).filter((phone) => phone !== null),
    emails: emails.map((email) => email.toLowerCase()),
    cardNumber,
    birthday,
    exceptId,
  }).map(({ isArchived, reasons, ...person }) => {
    const { phoneE164 } = readCustomer(db, person.customerId);
    return {
      ...person,
      phone: phoneE164 === null ? null : book.shown(phoneE164),
      lastVisitOn: readCustomerTotal(db, person.customerId).lastDate,
      isInTrash: isArchived,
      reasons: [...reasons],
    };
  }),
});
