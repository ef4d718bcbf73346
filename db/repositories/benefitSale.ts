/** What a line sells or gives: the package, voucher, membership or warranty that comes with it, kept true to the line. */
import { randomInt } from 'node:crypto';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import {
  type CountedLine,
  covers,
  lastDayOf,
  membershipFrom,
  piecesOf,
  soldBy,
} from '../../src-shared/domain/benefitRules.ts';
import type { Database } from '../openDatabase.ts';
import { prepared, requireTransaction } from '../transaction.ts';
import {
  type Benefit,
  insertBenefitTx,
  insertEntryTx,
  listBenefitsOfCustomer,
  type NewBenefit,
  readBenefit,
  type Today,
  updateBenefitTx,
} from './benefit.ts';
import { type BenefitPlan, offeringSet } from './benefitPlan.ts';

export interface BoughtLine extends CountedLine {
  readonly lineId: number;
}

/** Whether this line sells a holding of the plan. */
export function isSale(plan: BenefitPlan, line: BoughtLine, customerId: number | null): boolean {
  if (soldBy(plan.rules, line) === 0) return false;
  if (plan.soldAsOfferingId !== null && line.offeringId === plan.soldAsOfferingId) return true;
  // Whoever comes back with it must be known by name; a walk-in has the receipt.
  return (
    plan.kind === 'warranty' &&
    customerId !== null &&
    line.amountMinor > 0 &&
    covers(offeringSet(plan.earns), line.offeringId)
  );
}

/** Without letters and digits that look alike. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 8;

/** One that no other voucher has. */
export function newCode(db: Database): string {
  const taken = prepared(db, 'SELECT 1 FROM benefit WHERE code = ?');
  for (;;) {
    let code = '';
    while (code.length < CODE_LENGTH) code += CODE_LETTERS[randomInt(CODE_LETTERS.length)];
    if (taken.get(code) === undefined) return code;
  }
}

export interface SoldNumberRow {
  readonly benefitId: number;
  readonly name: string;
  readonly code: string;
}

/** What the lines of a visit sold under a number, as far as it was not given up since. */
export function listSoldNumbers(db: Database, visitId: number): SoldNumberRow[] {
  return prepared(
    db,
    `SELECT benefit.id AS benefitId, name, code FROM visit_line
     JOIN benefit ON sold_line_id = visit_line.id AND code IS NOT NULL AND cancelled_at_ms IS NULL
     JOIN benefit_plan ON benefit_plan.id = plan_id
     WHERE visit_id = ? ORDER BY benefit.id`,
  ).all(visitId) as SoldNumberRow[];
}

/** The membership of this plan that ends last; another that is bought follows it. */
export function lastMembership(
  db: Database,
  planId: number,
  customerId: number | null,
  exceptId: number | null,
): Benefit | null {
  if (customerId === null) return null;
  const others = listBenefitsOfCustomer(db, customerId).filter(
    (one) => one.planId === planId && one.id !== exceptId && one.cancelledAtMs === null,
  );
  return others.sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1))[0] ?? null;
}

/** From when to when it holds, bought or given on a day. */
export function termOf(
  db: Database,
  { id: planId, rules }: BenefitPlan,
  customerId: number | null,
  onDate: string,
  { exceptId = null, pieces = 1 }: { readonly exceptId?: number | null; readonly pieces?: number } = {},
): Pick<Benefit, 'startsOn' | 'endsOn' | 'renewsBenefitId'> {
  switch (rules.kind) {
    case 'membership': {
      const last = lastMembership(db, planId, customerId, exceptId);
      const { months, graceDays } = rules;
      const next = membershipFrom(onDate, last?.endsOn ?? null, { months: months * pieces, graceDays });
      return {
        startsOn: next.startsOn,
        endsOn: next.endsOn,
        renewsBenefitId: next.isRenewal ? (last?.id ?? null) : null,
      };
    }
    case 'warranty': {
      const endsOn = lastDayOf(onDate, { count: rules.months, unit: 'months' });
      return { startsOn: onDate, endsOn, renewsBenefitId: null };
    }
    case 'package':
    case 'voucher':
      return { startsOn: onDate, endsOn: lastDayOf(onDate, rules.validFor), renewsBenefitId: null };
    case 'stamps':
    case 'points':
      return { startsOn: onDate, endsOn: null, renewsBenefitId: null };
  }
}

export interface Sale {
  readonly plan: BenefitPlan;
  readonly line: BoughtLine;
  readonly visitId: number;
  readonly customerId: number | null;
  readonly onDate: string;
}

/**
 * Makes a holding out of a sale, or one that is there already be as the sale says.
 * @param known what this line sold before, with what stands of it
 * @returns its id, and whether its ledger was touched
 * @throws RevinoError `benefit.usedSince` where it would go to another customer after it was used
 */
export function keepSaleTx(
  db: Database,
  { plan, line, visitId, customerId, onDate }: Sale,
  known: { readonly benefit: Benefit; readonly isGranted: boolean } | null,
  today: Today,
): { readonly id: number; readonly isTouched: boolean } {
  requireTransaction(db);
  const amount = soldBy(plan.rules, line);
  if (known?.isGranted && known.benefit.customerId === customerId) {
    if (known.benefit.soldLineId !== line.lineId)
      updateBenefitTx(db, { ...known.benefit, soldLineId: line.lineId });
    return { id: known.benefit.id, isTouched: false };
  }
  if (known && known.benefit.customerId !== customerId)
    refuseUsedElsewhere(db, known.benefit.id, visitId, plan);
  const term = termOf(db, plan, customerId, onDate, {
    exceptId: known?.benefit.id ?? null,
    pieces: piecesOf(line.quantityThousandths),
  });
  const needsCode = plan.kind === 'voucher' || customerId === null;
  const holding: NewBenefit = {
    planId: plan.id,
    customerId,
    code: known?.benefit.code ?? (needsCode ? newCode(db) : null),
    ...term,
    soldLineId: line.lineId,
  };
  let id = known?.benefit.id ?? null;
  if (id === null) id = insertBenefitTx(db, holding, today.nowMs);
  else updateBenefitTx(db, { ...holding, id, cancelledAtMs: null });
  insertEntryTx(
    db,
    { benefitId: id, move: 'grant', amount, onDate, expiresOn: term.endsOn, visitId },
    today.nowMs,
  );
  return { id, isTouched: true };
}

function refuseUsedElsewhere(db: Database, benefitId: number, visitId: number, { name }: BenefitPlan): void {
  const use = prepared(
    db,
    `SELECT max(business_date) AS date FROM visit_line JOIN visit ON visit.id = visit_id
     WHERE benefit_id = ? AND visit_id <> ? AND cancelled_at_ms IS NULL`,
  ).get(benefitId, visitId) as { date: string | null };
  if (use.date !== null) throw new RevinoError('benefit.usedSince', { name, date: use.date });
}

/** The line that sold it is gone, paid back, or another: nothing of it stays but the ledger. */
export function withdrawSaleTx(db: Database, benefitId: number, today: Today): void {
  const benefit = readBenefit(db, benefitId);
  updateBenefitTx(db, { ...benefit, cancelledAtMs: benefit.cancelledAtMs ?? today.nowMs });
}
