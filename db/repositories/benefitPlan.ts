/** The plans of a shop's reasons to stay: what each promises, and which offerings earn on it or are paid by it. */
import type { BenefitRules, OfferingSet } from '../../src-shared/domain/benefitRules.ts';
import type { BenefitEffect, BenefitKind } from '../../src-shared/domain/closedLists.ts';
import { fold } from '../../src-shared/domain/fold.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import { newUid } from '../uid.ts';

export interface BenefitPlan {
  readonly id: number;
  readonly kind: BenefitKind;
  readonly name: string;
  readonly rules: BenefitRules;
  readonly soldAsOfferingId: number | null;
  readonly createdAtMs: number;
  readonly archivedAtMs: number | null;
  readonly earns: readonly number[];
  readonly pays: readonly number[];
}

export type NewBenefitPlan = Pick<BenefitPlan, 'name' | 'rules' | 'soldAsOfferingId' | 'earns' | 'pays'>;

/** In a shop without plans no visit has anything to do with them. */
export function hasPlans(db: Database): boolean {
  return prepared(db, 'SELECT 1 FROM benefit_plan LIMIT 1').get() !== undefined;
}

type PlanRow = Omit<BenefitPlan, 'rules' | 'earns' | 'pays'> & { readonly rules: string };

/** In the order of their names, archived ones too. */
export function listPlans(db: Database): BenefitPlan[] {
  const rows = prepared(
    db,
    `SELECT id, kind, name, rules, sold_as_offering_id AS soldAsOfferingId, created_at_ms AS createdAtMs,
       archived_at_ms AS archivedAtMs FROM benefit_plan ORDER BY folded_name`,
  ).all() as PlanRow[];
  const offerings = prepared(
    db,
    'SELECT plan_id AS planId, offering_id AS offeringId, effect FROM benefit_plan_offering ORDER BY offering_id',
  ).all() as { planId: number; offeringId: number; effect: BenefitEffect }[];
  const ofPlan = (id: number, effect: BenefitEffect) =>
    offerings.filter((row) => row.planId === id && row.effect === effect).map(({ offeringId }) => offeringId);
  return rows.map((row) => ({
    ...row,
    rules: JSON.parse(row.rules) as BenefitRules,
    earns: ofPlan(row.id, 'earns'),
    pays: ofPlan(row.id, 'pays'),
  }));
}

/** Null stands for every offering. */
export const offeringSet = (offerings: readonly number[]): OfferingSet =>
  offerings.length === 0 ? null : new Set(offerings);

/** @returns the id */
export function insertPlanTx(db: Database, plan: NewBenefitPlan, nowMs: number): number {
  requireTransaction(db);
  const { lastInsertRowid } = prepared(
    db,
    `INSERT INTO benefit_plan (uid, kind, name, folded_name, rules, sold_as_offering_id, created_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    newUid(nowMs),
    plan.rules.kind,
    plan.name,
    fold(plan.name),
    JSON.stringify(plan.rules),
    plan.soldAsOfferingId,
    nowMs,
  );
  const id = Number(lastInsertRowid);
  writeOfferingsTx(db, id, plan);
  return id;
}

export function updatePlanTx(db: Database, id: number, plan: NewBenefitPlan): void {
  requireTransaction(db);
  prepared(
    db,
    'UPDATE benefit_plan SET name = ?, folded_name = ?, rules = ?, sold_as_offering_id = ? WHERE id = ?',
  ).run(plan.name, fold(plan.name), JSON.stringify(plan.rules), plan.soldAsOfferingId, id);
  writeOfferingsTx(db, id, plan);
}

function writeOfferingsTx(db: Database, id: number, { earns, pays }: NewBenefitPlan): void {
  prepared(db, 'DELETE FROM benefit_plan_offering WHERE plan_id = ?').run(id);
  const insert = prepared(
    db,
    'INSERT INTO benefit_plan_offering (plan_id, offering_id, effect) VALUES (?, ?, ?)',
  );
  for (const offeringId of new Set(earns)) insert.run(id, offeringId, 'earns');
  for (const offeringId of new Set(pays)) insert.run(id, offeringId, 'pays');
}

export function setPlanArchivedTx(db: Database, id: number, archivedAtMs: number | null): void {
  requireTransaction(db);
  prepared(db, 'UPDATE benefit_plan SET archived_at_ms = ? WHERE id = ?').run(archivedAtMs, id);
}

/** Holdings that neither ended nor were cancelled, by plan. */
export function countHeld(db: Database, asOf: string): ReadonlyMap<number, number> {
  const rows = prepared(
    db,
    `SELECT plan_id AS planId, count(*) AS held FROM benefit
     WHERE cancelled_at_ms IS NULL AND (ends_on IS NULL OR ends_on >= ?) GROUP BY plan_id`,
  ).all(asOf) as { planId: number; held: number }[];
  return new Map(rows.map(({ planId, held }) => [planId, held]));
}
