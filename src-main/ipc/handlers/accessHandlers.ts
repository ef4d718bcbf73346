/** People at the till: signing in and out, and who may. */
import type { accessContract } from '../../../src-shared/contract/accessContract.ts';
import { RevinoError } from '../../../src-shared/contract/errors.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import {
  keepAccessChoices,
  peopleAtTill,
  readAccessChoices,
  removePerson,
} from '../../services/accessService.ts';
import type { AppServices } from './appServices.ts';
import { DONE, writingWith } from './writing.ts';

export const accessHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  till,
}: Pick<AppServices, 'session' | 'gate' | 'nowMs' | 'dataChanged' | 'till'>): HandlersFor<
  typeof accessContract
> => {
  const { done } = writingWith({ session, gate, dataChanged });
  return {
    'access.state': () => till.state,
    'access.signIn': ({ staffId, pin }) => till.signIn(staffId, pin),
    'access.lock': () => {
      till.lock();
      return DONE;
    },
    'access.changeOwnPin': ({ oldPin, newPin }, { staffId }) => {
      // In a shop where nobody signs in nobody has a PIN to change.
      if (staffId === null) throw new RevinoError('staff.notFound');
      return till.changeOwnPin(staffId, oldPin, newPin);
    },
    'access.people': () => peopleAtTill(session.shop.db),
    'access.setPerson': async ({ staffId, role, pin }) => {
      await till.setPerson(staffId, role, pin);
      dataChanged();
      return DONE;
    },
    'access.removePerson': async ({ staffId }) => {
      await done((db) => removePerson(db, staffId, nowMs()));
      till.changed();
      return DONE;
    },
    'access.turnOff': async () => {
      await till.turnOff();
      dataChanged();
      return DONE;
    },
    'access.choices': () => readAccessChoices(session.shop.db),
    'access.keepChoices': (choices) => done((db) => keepAccessChoices(db, choices, nowMs())),
    'access.resetOwnerPin': async ({ staffId, secret, pin }) => {
      await till.resetOwnerPin(staffId, secret, pin);
      return DONE;
    },
  };
};
