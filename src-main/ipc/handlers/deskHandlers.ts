/** The front desk. Writes wait at the gate while an import is writing. */
import type { deskContract } from '../../../src-shared/contract/deskContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { createCustomer, readTypedPhone } from '../../services/deskService.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import { findCustomers } from '../../services/searchService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const deskHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof deskContract> => ({
  'customer.search': async (input) => {
    const { db } = session.shop;
    return findCustomers(db, input, await phoneBookOf(db));
  },

  'customer.create': async ({ phone, ...person }) => {
    const typedPhone = await readTypedPhone(session.shop.db, phone);
    const { write } = writingWith({ session, gate, dataChanged });
    return write((db) => createCustomer(db, { ...person, phone: typedPhone }, nowMs()));
  },
});
