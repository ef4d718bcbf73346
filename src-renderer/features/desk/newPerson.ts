/** A person who is added at the desk: what is typed, as it is sent. */
import type { TypedPerson } from '../../../src-shared/domain/typedPerson.ts';
import type { Sent } from '../../api/procedures.ts';

export type NewPerson = Required<Sent<'customer.create'>>;

export const personOf = ({ name, phone, email, cardNumber }: NewPerson): NewPerson => ({
  name,
  phone,
  email,
  cardNumber,
});

export const asSent = ({ name, phone, email, cardNumber }: TypedPerson): NewPerson => ({
  name: name.trim(),
  phone: phone.trim() || null,
  email: email.trim() || null,
  cardNumber: cardNumber.trim() || null,
});

/** Nothing more has to be asked before the visit. */
export const isKnownEnough = ({ name, phone }: TypedPerson): boolean =>
  name.trim() !== '' && phone.trim() !== '';
