/** Customers: cards, history, the table of all. Writes wait at the gate while an import is writing. */
import type { customerContract } from '../../../src-shared/contract/customerContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { customerTimeline } from '../../services/customerHistoryService.ts';
import { customerPage, listCounts } from '../../services/customerListService.ts';
import {
  joinHousehold,
  leaveHousehold,
  saveCard,
  setConsent,
  setInTrash,
} from '../../services/customerService.ts';
import { cardChoices, openCard, possibleDuplicates } from '../../services/customerViews.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const customerHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof customerContract> => {
  const { write, done } = writingWith({ session, gate, dataChanged });
  const phones = () => phoneBookOf(session.shop.db);
  return {
    'customer.card': async ({ customerId }) => openCard(session.shop.db, customerId, await phones()),
    'customer.choices': () => cardChoices(session.shop.db),
    'customer.save': async (input) => {
      const book = await phones();
      return write((db) => saveCard(db, input, book, nowMs()));
    },
    'customer.duplicates': async (input) => possibleDuplicates(session.shop.db, input, await phones()),
    'customer.setConsent': (input) => done((db) => setConsent(db, input, nowMs())),
    'customer.joinHousehold': (input) => write((db) => joinHousehold(db, input, nowMs())),
    'customer.leaveHousehold': ({ customerId }) => write((db) => leaveHousehold(db, customerId, nowMs())),
    'customer.archive': ({ customerId }) => write((db) => setInTrash(db, customerId, true, nowMs())),
    'customer.restore': ({ customerId }) => write((db) => setInTrash(db, customerId, false, nowMs())),
    'customer.timeline': (input) => customerTimeline(session.shop.db, input),
    'customer.page': async (input) => customerPage(session.shop.db, input, await phones()),
    'customer.listCounts': () => listCounts(session.shop.db),
  };
};
