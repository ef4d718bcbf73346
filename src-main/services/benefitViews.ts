/** What customers hold, as it stands today, and every movement behind it. Reads only: what expired counts as gone at once. */
import type { Database } from '../../db/openDatabase.ts';
import {
  type Benefit,
  cancelledOn,
  type Entry,
  findBenefitByCode,
  listBenefitsOfCustomer,
  listEnding,
  listEndingPackages,
  listEntries,
  readBenefit,
  type Today,
  todayOf,
} from '../../db/repositories/benefit.ts';
import { type BenefitPlan, listPlans } from '../../db/repositories/benefitPlan.ts';
import { readCustomer } from '../../db/repositories/customer.ts';
import { currentCustomerId } from '../../db/repositories/customerMerge.ts';
import { inReadTransaction, prepared } from '../../db/transaction.ts';
import type { BenefitEntry, HOLDING_STATES, Holding } from '../../src-shared/contract/benefitContract.ts';
import type { AppContract } from '../../src-shared/contract/contract.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/procedure.ts';
import {
  type LedgerState,
  ledgerState,
  standingEntries,
  standingIds,
  sumOf,
} from '../../src-shared/domain/benefitLedger.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { canBeTakenBack } from './benefitService.ts';

type Input<K extends keyof AppContract> = InputOf<AppContract[K]>;
type Output<K extends keyof AppContract> = OutputOf<AppContract[K]>;
type HoldingState = (typeof HOLDING_STATES)[number];

const stateOf = (benefit: Benefit, { balance }: LedgerState, asOf: string): HoldingState => {
  if (benefit.cancelledAtMs !== null) return 'cancelled';
  if (benefit.endsOn !== null && benefit.endsOn < asOf) return 'ended';
  if (benefit.startsOn > asOf) return 'ahead';
  return balance === 0 ? 'empty' : 'holds';
};

const nextToExpire = ({ lots }: LedgerState): Holding['nextToExpire'] => {
  const on = lots[0]?.expiresOn ?? null;
  if (on === null) return null;
  const amount = lots.filter(({ expiresOn }) => expiresOn === on).reduce((sum, { left }) => sum + left, 0);
  return { amount, on };
};

const soldWith = (db: Database, soldLineId: number | null): Holding['soldWith'] => {
  if (soldLineId === null) return null;
  const row = prepared(
    db,
    `SELECT visit_id AS visitId, name AS offeringName FROM visit_line LEFT JOIN offering ON offering.id = offering_id
     WHERE visit_line.id = ?`,
  ).get(soldLineId);
  return row as Holding['soldWith'];
};

const renewalOf = (db: Database, benefitId: number): number | null => {
  const row = prepared(
    db,
    `SELECT max(id) AS id FROM benefit WHERE customer_id = (SELECT customer_id FROM benefit WHERE id = @id)
       AND renews_benefit_id = @id AND cancelled_at_ms IS NULL`,
  ).get({ id: benefitId }) as { id: number | null };
  return row.id;
};

const holdingOf = (
  db: Database,
  benefit: Benefit,
  { name, rules, pays }: BenefitPlan,
  entries: readonly Entry[],
  { date, timeZone }: Today,
): Holding => {
  const state = ledgerState(entries, date, cancelledOn(benefit, timeZone));
  const granted = standingEntries(entries).filter(({ move }) => move === 'grant');
  return {
    benefitId: benefit.id,
    planId: benefit.planId,
    planName: name,
    rules,
    pays: [...pays],
    customerId: benefit.customerId,
    code: benefit.code,
    startsOn: benefit.startsOn,
    endsOn: benefit.endsOn,
    state: stateOf(benefit, state, date),
    balance: state.balance,
    given: sumOf(granted),
    nextToExpire: nextToExpire(state),
    renewedById: rules.kind === 'membership' ? renewalOf(db, benefit.id) : null,
    soldWith: soldWith(db, benefit.soldLineId),
  };
};

const ORDER: readonly HoldingState[] = ['holds', 'ahead', 'empty', 'ended', 'cancelled'];

/** What is of use first; within that, what ends first, then what was had first. */
const byUse = (a: Holding, b: Holding): number => {
  const byState = ORDER.indexOf(a.state) - ORDER.indexOf(b.state);
  if (byState !== 0) return byState;
  const [endA, endB] = [a.endsOn ?? '9999', b.endsOn ?? '9999'];
  // What is over: the last first.
  const byEnd = endA < endB ? -1 : endA > endB ? 1 : 0;
  return (a.state === 'ended' || a.state === 'cancelled' ? -byEnd : byEnd) || a.benefitId - b.benefitId;
};

const shownHoldings = (db: Database, benefits: readonly Benefit[], today: Today) => {
  if (benefits.length === 0) return [];
  const plans = new Map(listPlans(db).map((plan) => [plan.id, plan]));
  return benefits
    .map((benefit) => {
      const entries = listEntries(db, benefit.id);
      return { holding: holdingOf(db, benefit, plans.get(benefit.planId)!, entries, today), entries };
    })
    .sort((a, b) => byUse(a.holding, b.holding));
};

export const benefitsOfCustomer = (
  db: Database,
  { customerId }: Input<'benefit.ofCustomer'>,
  nowMs: number,
): Output<'benefit.ofCustomer'> =>
  inReadTransaction(db, () => {
    const today = todayOf(db, nowMs);
    const benefits = listBenefitsOfCustomer(db, currentCustomerId(db, customerId));
    return { asOf: today.date, holdings: shownHoldings(db, benefits, today).map(({ holding }) => holding) };
  });

export const benefitByCode = (
  db: Database,
  { code }: Input<'benefit.byCode'>,
  nowMs: number,
): Output<'benefit.byCode'> =>
  inReadTransaction(db, () => {
    const today = todayOf(db, nowMs);
    const benefit = findBenefitByCode(db, code);
    const [shown] = shownHoldings(db, benefit === null ? [] : [benefit], today);
    return { asOf: today.date, holding: shown?.holding ?? null };
  });

const shownEntries = (db: Database, entries: readonly Entry[]): BenefitEntry[] => {
  const staffName = prepared(db, 'SELECT name FROM staff WHERE id = ?');
  const standing = standingIds(entries);
  const nameOf = (id: number | null) =>
    id === null ? null : ((staffName.get(id) as { name: string } | undefined)?.name ?? null);
  return entries
    .map((entry) => ({
      entryId: entry.id,
      move: entry.move,
      amount: entry.amount,
      onDate: entry.onDate,
      expiresOn: entry.expiresOn,
      visitId: entry.visitId,
      staffName: nameOf(entry.staffId),
      correctsEntryId: entry.correctsEntryId,
      isTakenBack: !standing.has(entry.id),
      canBeTakenBack: standing.has(entry.id) && canBeTakenBack(entry),
    }))
    .sort((a, b) => (a.onDate < b.onDate ? -1 : a.onDate > b.onDate ? 1 : a.entryId - b.entryId));
};

/** @throws RevinoError `customer.notFound`, `benefit.notFound` */
export const benefitStatement = (
  db: Database,
  asked: Input<'benefit.statement'>,
  nowMs: number,
): Output<'benefit.statement'> =>
  inReadTransaction(db, () => {
    const today = todayOf(db, nowMs);
    const benefits =
      'customerId' in asked
        ? listBenefitsOfCustomer(db, currentCustomerId(db, asked.customerId))
        : [readBenefit(db, asked.benefitId)];
    const customerId = 'customerId' in asked ? asked.customerId : (benefits[0]?.customerId ?? null);
    return {
      asOf: today.date,
      customerName:
        customerId === null ? null : readCustomer(db, currentCustomerId(db, customerId)).displayName,
      holdings: shownHoldings(db, benefits, today).map(({ holding, entries }) => ({
        holding,
        entries: shownEntries(db, entries),
      })),
    };
  });

/** Ended so many days ago, a membership is still worth asking about. */
const ENDED_DAYS = 30;

export const endingMemberships = (
  db: Database,
  { withinDays, limit }: Input<'benefit.ending'>,
  nowMs: number,
): Output<'benefit.ending'> => {
  const { date } = todayOf(db, nowMs);
  const from = isoOfDay(dayOfIso(date) - ENDED_DAYS);
  const to = isoOfDay(dayOfIso(date) + withinDays);
  return {
    asOf: date,
    memberships: listEnding(db, from, to, limit),
    packages: listEndingPackages(db, date, to, limit),
  };
};
