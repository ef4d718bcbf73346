/** The person at the desk at a glance: one call, answered from the person's own rows. */
import type { glanceContract } from '../../../src-shared/contract/glanceContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { businessDateOfInstant } from '../../../src-shared/domain/businessDate.ts';
import { deskFactsOf } from '../../analytics/deskFactsKeeper.ts';
import { glance, glanceRows } from '../../services/customerGlance.ts';
import { valueShownTo } from '../../services/deskView.ts';
import { phoneBookOf } from '../../services/phoneBook.ts';
import { readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';

export const glanceHandlers = ({
  session,
  analytics,
  nowMs,
}: Pick<AppServices, 'session' | 'analytics' | 'nowMs'>): HandlersFor<typeof glanceContract> => {
  const factsNow = () => {
    const today = businessDateOfInstant(nowMs(), readShop(session.shop.db).timeZone);
    return deskFactsOf(analytics()).facts(today);
  };
  return {
    'customer.glance': async ({ customerId }, { role }) => {
      const facts = await factsNow();
      const { db } = session.shop;
      const valueShown = valueShownTo(db, role);
      const shown = glance(db, customerId, { facts, valueShown, nowMs: nowMs() });
      const book = await phoneBookOf(db);
      return { ...shown, phone: shown.phone === null ? null : book.shown(shown.phone) };
    },
    'customer.glanceRows': async ({ customerIds }) => {
      const facts = await factsNow();
      return { rows: glanceRows(session.shop.db, customerIds, { facts, nowMs: nowMs() }) };
    },
  };
};
