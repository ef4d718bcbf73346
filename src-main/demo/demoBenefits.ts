/**
 * Reasons to stay of a demo shop: the plans of its trade, begun half a year before the end of its history, and a few dozen
 * customers who collect, buy ahead and use. Through the same ledger as at the desk, so that every balance is true.
 */
import type { Database } from '../../db/openDatabase.ts';
import { insertBenefitTx, insertEntryTx, listBenefitsOfCustomer } from '../../db/repositories/benefit.ts';
import { insertPlanTx } from '../../db/repositories/benefitPlan.ts';
import { settleVisitTx } from '../../db/repositories/benefitSettle.ts';
import { getOrCreateOfferingTx, updateOfferingTx } from '../../db/repositories/catalogue.ts';
import { listVisitsOfCustomer, type VisitWithLines } from '../../db/repositories/visit.ts';
import { type LineState, readVisitState, writeVisitStateTx } from '../../db/repositories/visitState.ts';
import type { NewPlan } from '../../src-shared/contract/benefitContract.ts';
import type { Locale, Trade } from '../../src-shared/contract/values.ts';
import { lastDayOf } from '../../src-shared/domain/benefitRules.ts';
import { instantOfLocalTime } from '../../src-shared/domain/businessDate.ts';
import { isoOfDay } from '../../src-shared/domain/calendar.ts';
import { expireDueTx } from '../services/benefitService.ts';
import { usualPlans } from '../trades/usualPlans.ts';
import { priceIn } from './priceIn.ts';

export interface DemoBenefits {
  readonly trade: Trade;
  readonly locale: Locale;
  readonly currency: string;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly customerIds: readonly number[];
  /** Of what is usually bought. */
  readonly priceMinor: number;
}

const BEGUN_DAYS_AGO = 182;
/** However large the shop: enough to look at, and done in a moment. */
const MOST_CUSTOMERS = 60;
const MOST_LOOKED_AT = 600;
const MOST_VISITS = 60;
/** Paid ahead, it is a tenth cheaper. */
const AHEAD_SHARE = 0.9;
const VOUCHER_EUR = 50;
/** A month's membership costs what so many visits do. */
const VISITS_A_MONTH = 4;

interface MadePlan {
  readonly id: number;
  readonly plan: NewPlan;
  readonly soldAsOfferingId: number | null;
  readonly priceMinor: number;
}

export const writeDemoBenefitsTx = (db: Database, shop: DemoBenefits): void => {
  const begunOn = Math.max(shop.firstDay, shop.lastDay - BEGUN_DAYS_AGO);
  const begunMs = instantOfLocalTime(begunOn, 0, shop.timeZone);
  const plans = usualPlans(shop.trade, shop.locale, shop.currency).map((plan) =>
    planTx(db, shop, plan, begunMs),
  );
  const ahead = plans.filter(({ plan }) => plan.rules.kind === 'package' || plan.rules.kind === 'membership');
  for (const [at, visits] of regulars(db, shop, isoOfDay(begunOn)).entries()) {
    // Every third buys ahead, each plan in turn; the others collect.
    const bought = at % 3 === 0 ? ahead[(at / 3) % Math.max(1, ahead.length)] : undefined;
    for (const visit of visits) {
      if (bought === undefined) settleVisitTx(db, visit.id, visit.occurredAtMs);
      else buyOrUseTx(db, visit, bought);
    }
  }
  for (const { id, plan } of plans) {
    if (plan.rules.kind === 'voucher') voucherTx(db, shop, id, plan, begunOn);
  }
  expireDueTx(db, shop.nowMs);
};

const planTx = (db: Database, shop: DemoBenefits, plan: NewPlan, begunMs: number): MadePlan => {
  const { rules } = plan;
  const count =
    rules.kind === 'package' ? rules.uses : rules.kind === 'membership' ? rules.months * VISITS_A_MONTH : 0;
  const priceMinor =
    count === 0 ? priceIn(shop.currency, VOUCHER_EUR) : Math.round(shop.priceMinor * count * AHEAD_SHARE);
  const soldAsOfferingId = plan.soldAs === null ? null : getOrCreateOfferingTx(db, plan.soldAs, begunMs);
  // What is paid ahead costs nothing by itself; what it is used for does.
  if (soldAsOfferingId !== null) updateOfferingTx(db, soldAsOfferingId, { priceMinor, costMinor: 0 });
  const id = insertPlanTx(db, { ...plan, soldAsOfferingId }, begunMs);
  return { id, plan, soldAsOfferingId, priceMinor };
};

/** Visits since the plans began, oldest first, of people who came at least twice. */
const regulars = (db: Database, { customerIds }: DemoBenefits, begunOn: string): VisitWithLines[][] => {
  const step = Math.max(1, Math.floor(customerIds.length / MOST_LOOKED_AT));
  const found: VisitWithLines[][] = [];
  for (let at = customerIds.length - 1; at >= 0 && found.length < MOST_CUSTOMERS; at -= step) {
    const visits = listVisitsOfCustomer(db, customerIds[at]!, MOST_VISITS)
      .filter(
        ({ businessDate, lines }) =>
          businessDate >= begunOn && lines.length > 0 && lines.every(({ amountMinor }) => amountMinor > 0),
      )
      .reverse();
    if (visits.length >= 2) found.push(visits);
  }
  return found;
};

/** Uses what they have, or buys the next. */
const buyOrUseTx = (
  db: Database,
  { id, customerId, businessDate, occurredAtMs }: VisitWithLines,
  { id: planId, plan, soldAsOfferingId, priceMinor }: MadePlan,
): void => {
  if (customerId === null) return;
  const state = readVisitState(db, id);
  const held = listBenefitsOfCustomer(db, customerId)
    .filter((benefit) => benefit.planId === planId)
    .at(-1);
  const used = held === undefined ? 0 : usesOf(db, customerId, held.id);
  const most = plan.rules.kind === 'package' ? plan.rules.uses : Number.POSITIVE_INFINITY;
  const holds =
    held !== undefined &&
    used < most &&
    (held.endsOn === null || held.endsOn >= businessDate) &&
    held.startsOn <= businessDate;
  const [first, ...rest] = state.lines;
  if (first === undefined) return;
  const sale: LineState = {
    id: null,
    offeringId: soldAsOfferingId,
    categoryId: null,
    quantityThousandths: 1000,
    amountMinor: priceMinor,
    importBatchId: null,
    correctsLineId: null,
    discountMinor: null,
    staffId: null,
    benefitId: null,
  };
  const off = plan.rules.kind === 'membership' ? plan.rules.offBasisPoints : 10_000;
  const discountMinor = Math.floor((first.amountMinor * off) / 10_000);
  const paid = {
    ...first,
    quantityThousandths: 1000,
    amountMinor: first.amountMinor - discountMinor,
    discountMinor,
  };
  const lines = holds ? [{ ...paid, benefitId: held.id }, ...rest] : [...state.lines, sale];
  writeVisitStateTx(db, id, { ...state, lines }, occurredAtMs);
};

const usesOf = (db: Database, customerId: number, benefitId: number): number =>
  listVisitsOfCustomer(db, customerId, MOST_VISITS)
    .flatMap(({ lines }) => lines)
    .filter((line) => line.benefitId === benefitId).length;

/** One for whoever brings it. */
const voucherTx = (
  db: Database,
  { currency, nowMs }: DemoBenefits,
  planId: number,
  { rules }: NewPlan,
  begunOn: number,
): void => {
  const startsOn = isoOfDay(begunOn);
  const endsOn = rules.kind === 'voucher' ? lastDayOf(startsOn, rules.validFor) : null;
  const benefitId = insertBenefitTx(
    db,
    { planId, customerId: null, code: 'DEMO2345', startsOn, endsOn, soldLineId: null, renewsBenefitId: null },
    nowMs,
  );
  const amount = priceIn(currency, VOUCHER_EUR);
  insertEntryTx(db, { benefitId, move: 'grant', amount, onDate: startsOn, expiresOn: endsOn }, nowMs);
};
