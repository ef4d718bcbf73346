/** The front desk. Writes wait at the gate while an import is writing. */
import type { deskContract } from '../../../src-shared/contract/deskContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import {
  cancelVisit,
  createCustomer,
  findCustomers,
  readTypedPhone,
  recordVisit,
  visitsToday,
} from '../../services/deskService.ts';
import type { AppServices } from './appServices.ts';

export const deskHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof deskContract> => ({
  'customer.search': (input) => findCustomers(session.shop.db, input),

  'customer.create': async ({ name, phone }) => {
    const { db } = session.shop;
    const typedPhone = await readTypedPhone(db, phone);
    const made = await gate.run(() => createCustomer(db, name, typedPhone, nowMs()));
    dataChanged();
    return made;
  },

  'visit.record': async (input) => {
    const recorded = await gate.run(() => recordVisit(session.shop.db, input, nowMs()));
    dataChanged();
    return recorded;
  },

  'visit.cancel': async ({ visitId }) => {
    await gate.run(() => cancelVisit(session.shop.db, visitId, nowMs()));
    dataChanged();
    return { done: true };
  },

  'visit.today': () => visitsToday(session.shop.db, nowMs()),
});
