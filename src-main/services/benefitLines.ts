/** Lines that something prepaid or earned pays for: whether it pays for such a line, and for that much. */
import type { Database } from '../../db/openDatabase.ts';
import { readBenefit } from '../../db/repositories/benefit.ts';
import { listPlans, offeringSet } from '../../db/repositories/benefitPlan.ts';
import type { NewVisitLine } from '../../db/repositories/visit.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { isPaidRightly } from '../../src-shared/domain/benefitRules.ts';

type PaidLine = Pick<
  NewVisitLine,
  'offeringId' | 'quantityThousandths' | 'amountMinor' | 'discountMinor' | 'benefitId'
>;

/** Whether there is enough left is asked of the ledger. @throws RevinoError `benefit.notFound`, `benefit.doesNotPay` */
export const requirePaidRightly = (db: Database, lines: readonly PaidLine[]): void => {
  const paid = lines.filter(({ benefitId }) => benefitId != null);
  if (paid.length === 0) return;
  const plans = new Map(listPlans(db).map((plan) => [plan.id, plan]));
  for (const line of paid) {
    const { planId } = readBenefit(db, line.benefitId!);
    const plan = plans.get(planId)!;
    const counted = {
      offeringId: line.offeringId ?? null,
      quantityThousandths: line.quantityThousandths,
      amountMinor: line.amountMinor,
      discountMinor: line.discountMinor ?? 0,
      benefitId: line.benefitId!,
    };
    if (!isPaidRightly(plan.rules, offeringSet(plan.pays), counted))
      throw new RevinoError('benefit.doesNotPay', { name: plan.name });
  }
};

/** Of an edited visit, what stands as it stood is not asked again: the plan may pay for other things by now. */
export const paidAnew = <L extends PaidLine & { readonly id: number | null }>(
  lines: readonly L[],
  before: readonly L[],
): L[] => {
  const told = (line: L) =>
    [line.benefitId, line.offeringId, line.quantityThousandths, line.amountMinor, line.discountMinor].join();
  const known = new Map(before.map((line) => [line.id, told(line)]));
  return lines.filter((line) => line.id === null || known.get(line.id) !== told(line));
};
