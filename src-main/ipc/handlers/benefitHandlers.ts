/** Reasons to stay. Writes wait at the gate while an import is writing. */
import type { benefitContract } from '../../../src-shared/contract/benefitContract.ts';
import type { HandlersFor } from '../../../src-shared/contract/procedure.ts';
import { saveWhole } from '../../saving/saveWhole.ts';
import {
  changePlan,
  createPlan,
  listPlans,
  setPlanArchived,
  usualPlans,
} from '../../services/benefitPlanService.ts';
import {
  cancelBenefit,
  correctEntry,
  grantBenefit,
  renewMembership,
  setBenefitCode,
} from '../../services/benefitService.ts';
import {
  benefitByCode,
  benefitStatement,
  benefitsOfCustomer,
  endingMemberships,
} from '../../services/benefitViews.ts';
import { readShop } from '../../services/shopService.ts';
import type { AppServices } from './appServices.ts';
import { writingWith } from './writing.ts';

export const benefitHandlers = ({
  session,
  gate,
  desktop,
  words,
  nowMs,
  dataChanged,
}: AppServices): HandlersFor<typeof benefitContract> => {
  const { write, done } = writingWith({ session, gate, dataChanged });
  return {
    'benefitPlan.list': () => listPlans(session.shop.db, nowMs()),
    'benefitPlan.create': (plan) => write((db) => createPlan(db, plan, nowMs())),
    'benefitPlan.change': (input) => done((db) => changePlan(db, input, nowMs())),
    'benefitPlan.setArchived': (input) => done((db) => setPlanArchived(db, input, nowMs())),
    'benefitPlan.usual': () => usualPlans(session.shop.db),
    'benefit.ofCustomer': (input) => benefitsOfCustomer(session.shop.db, input, nowMs()),
    'benefit.byCode': (input) => benefitByCode(session.shop.db, input, nowMs()),
    'benefit.statement': (input) => benefitStatement(session.shop.db, input, nowMs()),
    'benefit.saveStatement': async ({ customerId }) => {
      const { db } = session.shop;
      const { locale } = words();
      const { asOf, customerName, holdings } = benefitStatement(db, { customerId }, nowMs());
      const shop = readShop(db);
      const path = await desktop.askSavePath({
        title: words().t('benefits.statement.dialog'),
        fileName: `${words().t('benefits.statement.fileName')} ${asOf}.pdf`,
        extension: 'pdf',
      });
      if (path === null) return { saved: false };
      const pdf = await desktop.renderPdf({
        page: 'statement',
        data: {
          locale,
          shopName: shop.name,
          currency: shop.currency,
          madeOn: asOf,
          customerName: customerName ?? '',
          holdings,
        },
      });
      await saveWhole(path, pdf, { isPrivate: true });
      return { saved: true };
    },
    'benefit.grant': (input) => write((db) => grantBenefit(db, input, nowMs())),
    'benefit.correct': (input) => write((db) => correctEntry(db, input, nowMs())),
    'benefit.cancel': (input) => write((db) => cancelBenefit(db, input, nowMs())),
    'benefit.renew': (input) => write((db) => renewMembership(db, input, nowMs())),
    'benefit.setCode': (input) => write((db) => setBenefitCode(db, input, nowMs())),
    'benefit.ending': (input) => endingMemberships(session.shop.db, input, nowMs()),
  };
};
