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
import { cardSeenBy, pageSeenBy, seesTurnover, timelineSeenBy } from '../../services/deskView.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const customerHandlers = ({
  session,
  gate,
  nowMs,
  dataChanged,
  till,
}: Pick<AppServices, 'session' | 'gate' | 'nowMs' | 'dataChanged' | 'till'>): HandlersFor<
  typeof customerContract
> => {
  const { write, done } = writingWith({ session, gate, dataChanged });
  const phones = () => phoneBookOf(session.shop.db);
  return {
    'customer.card': async ({ customerId }, { role }) => {
      const book = await phones();
      const { db } = session.shop;
      return cardSeenBy(db, role, openCard(db, customerId, book));
    },
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
    'customer.timeline': (input, { role }) => {
      const { db } = session.shop;
      return timelineSeenBy(db, role, customerTimeline(db, input));
    },
    'customer.page': async (input, { role }) => {
      if (input.order === 'value' && !seesTurnover(role)) throw till.notAllowed(['owner', 'manager']);
      return pageSeenBy(role, customerPage(session.shop.db, input, await phones()));
    },
    'customer.listCounts': () => listCounts(session.shop.db),
  };
};
