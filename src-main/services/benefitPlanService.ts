/** The shop's plans: stamp cards, points, packages, vouchers, memberships, warranties. Kept by the owner, never deleted. */
import type { Database } from '../../db/openDatabase.ts';
import { todayOf } from '../../db/repositories/benefit.ts';
import {
  type BenefitPlan,
  countHeld,
  insertPlanTx,
  listPlans as listPlanRows,
  type NewBenefitPlan,
  setPlanArchivedTx,
  updatePlanTx,
} from '../../db/repositories/benefitPlan.ts';
import { getOrCreateOfferingTx, listOfferings } from '../../db/repositories/catalogue.ts';
import { readShop } from '../../db/repositories/shop.ts';
import { inReadTransaction, inTransaction } from '../../db/transaction.ts';
import type { NewPlan, Plan } from '../../src-shared/contract/benefitContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { localeSchema, tradeSchema } from '../../src-shared/contract/values.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import { usualPlans as usualPlansOf } from '../trades/usualPlans.ts';
import { logOwnerChangeTx, present } from './ownerChange.ts';

export const listPlans = (db: Database, nowMs: number): { plans: Plan[] } =>
  inReadTransaction(db, () => {
    const held = countHeld(db, todayOf(db, nowMs).date);
    const names = new Map(listOfferings(db).map(({ id, name }) => [id, name]));
    return {
      plans: listPlanRows(db).map((plan) => ({
        planId: plan.id,
        name: plan.name,
        rules: plan.rules,
        soldAs:
          plan.soldAsOfferingId === null
            ? null
            : { offeringId: plan.soldAsOfferingId, name: names.get(plan.soldAsOfferingId) ?? '' },
        earns: [...plan.earns],
        pays: [...plan.pays],
        isArchived: plan.archivedAtMs !== null,
        held: held.get(plan.id) ?? 0,
      })),
    };
  });

/** @throws RevinoError `catalogue.nameTaken` */
const requireFreeName = (db: Database, name: string, exceptId: number | null): void => {
  const folded = fold(name);
  if (listPlanRows(db).some((plan) => plan.id !== exceptId && fold(plan.name) === folded))
    throw new RevinoError('catalogue.nameTaken', { name });
};

/** @throws RevinoError `catalogue.notFound` for an offering that is gone */
const storedPlan = (
  db: Database,
  { name, rules, soldAs, earns, pays }: NewPlan,
  nowMs: number,
): NewBenefitPlan => {
  const offerings = new Set(listOfferings(db).map(({ id }) => id));
  for (const id of [...earns, ...pays]) present(offerings.has(id) ? id : null);
  const isSold = rules.kind === 'package' || rules.kind === 'voucher' || rules.kind === 'membership';
  return {
    name,
    rules,
    soldAsOfferingId: isSold && soldAs !== null ? getOrCreateOfferingTx(db, soldAs, nowMs) : null,
    earns,
    pays,
  };
};

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound` */
export const createPlan = (db: Database, plan: NewPlan, nowMs: number): { planId: number } =>
  inTransaction(db, () => {
    requireFreeName(db, plan.name, null);
    const planId = insertPlanTx(db, storedPlan(db, plan, nowMs), nowMs);
    logOwnerChangeTx(db, nowMs, 'create', 'benefit_plan', planId);
    return { planId };
  });

const planOf = (db: Database, planId: number): BenefitPlan =>
  present(listPlanRows(db).find(({ id }) => id === planId));

/** @throws RevinoError `catalogue.nameTaken`, `catalogue.notFound`, `benefit.kindStays` */
export const changePlan = (
  db: Database,
  { planId, plan }: { readonly planId: number; readonly plan: NewPlan },
  nowMs: number,
): void =>
  inTransaction(db, () => {
    const before = planOf(db, planId);
    if (before.kind !== plan.rules.kind) throw new RevinoError('benefit.kindStays');
    requireFreeName(db, plan.name, planId);
    const after = storedPlan(db, plan, nowMs);
    const fields = (['name', 'rules', 'soldAsOfferingId', 'earns', 'pays'] as const).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    );
    if (fields.length === 0) return;
    updatePlanTx(db, planId, after);
    logOwnerChangeTx(db, nowMs, 'update', 'benefit_plan', planId, fields);
  });

/** @throws RevinoError `catalogue.notFound` */
export const setPlanArchived = (
  db: Database,
  { planId, isArchived }: { readonly planId: number; readonly isArchived: boolean },
  nowMs: number,
): void =>
  inTransaction(db, () => {
    if ((planOf(db, planId).archivedAtMs !== null) === isArchived) return;
    setPlanArchivedTx(db, planId, isArchived ? nowMs : null);
    logOwnerChangeTx(db, nowMs, isArchived ? 'archive' : 'unarchive', 'benefit_plan', planId);
  });

/** Beginnings for the trade; those whose name is taken already are left out. */
export const usualPlans = (db: Database): { plans: NewPlan[] } =>
  inReadTransaction(db, () => {
    const shop = readShop(db);
    const taken = new Set(listPlanRows(db).map(({ name }) => fold(name)));
    const trade = tradeSchema.nullable().parse(shop.trade) ?? 'shop';
    const plans = usualPlansOf(trade, localeSchema.parse(shop.locale), shop.currency);
    return { plans: plans.filter(({ name }) => !taken.has(fold(name))) };
  });
