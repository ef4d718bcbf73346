/** The card that a visit or an opinion says so little about: a number, a name, a way to reach the person. */
import { recordMadeTx } from '../../db/repositories/importChange.ts';
import type { CustomerRow } from './interpretCustomer.ts';
import type { RowPerson } from './rowPerson.ts';
import type { WriterParts } from './rowWriter.ts';

export const displayNameOf = ({ name, externalId, cardNumber, phones, emails }: RowPerson): string =>
  name ?? externalId ?? cardNumber ?? phones[0] ?? emails[0] ?? '';

export const cardRowOf = (person: RowPerson, source: string | null): CustomerRow => ({
  ...person,
  kind: 'customers',
  displayName: displayNameOf(person),
  firstName: null,
  lastName: null,
  oddPhones: [],
  customerSince: null,
  tags: [],
  source,
  recommendedBy: null,
  address: null,
  note: null,
  locale: null,
  consents: [],
  leftOut: [],
});

/** Of a card that a row with nothing but a name made, the name is kept: the next such row means it, whatever it is called by then. */
export const recordNameOnlyTx = (
  { db, batchId }: Pick<WriterParts, 'db' | 'batchId'>,
  { key, name }: RowPerson,
  customerId: number,
): void => {
  if (key.startsWith('n')) recordMadeTx(db, batchId, 'customer', customerId, { name });
};
