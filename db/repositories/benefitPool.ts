/** What a visit uses of stamps and points, out of all cards of the plan that its customer has. */
import { ledgerState, standingEntries } from '../../src-shared/domain/benefitLedger.ts';
import { isPooled } from '../../src-shared/domain/benefitPool.ts';
import type { Database } from '../openDatabase.ts';
import {
  type Benefit,
  listBenefitsOfCustomer,
  listEntries,
  listEntriesOfVisit,
  readBenefit,
} from './benefit.ts';
import type { BenefitPlan } from './benefitPlan.ts';

export interface Use {
  readonly benefit: Benefit;
  readonly plan: BenefitPlan;
  readonly customerId: number | null;
  readonly visitId: number;
  readonly date: string;
  /** Positive, or 0. */
  readonly amount: number;
}

/**
 * So much of each card; what none of them has is asked of the one that was named, which then owes it and is refused.
 * Shares that stand and still come to the amount stay: a changed note moves nothing between cards.
 * @param spoken what other lines of the visit take already
 */
export function sharesOf(
  db: Database,
  { benefit, plan, customerId, visitId, date, amount }: Use,
  spoken: ReadonlyMap<number, number>,
): Map<number, number> {
  const whole = new Map([[benefit.id, amount]]);
  if (!isPooled(plan.kind) || customerId === null || amount === 0) return whole;
  const used = new Set(listEntriesOfVisit(db, visitId).map(({ benefitId }) => benefitId));
  const theirs = listBenefitsOfCustomer(db, customerId);
  const cards = [
    ...theirs.filter(({ id, cancelledAtMs }) => cancelledAtMs === null || id === benefit.id || used.has(id)),
    // Of a card that was theirs when it was used: what two cards used as one stays used when they are two again.
    ...[...used].filter((id) => !theirs.some((one) => one.id === id)).map((id) => readBenefit(db, id)),
  ].filter(({ planId }) => planId === plan.id);
  if (cards.length < 2) return whole;
  const isOpen = ({ id, customerId: holder, cancelledAtMs }: Benefit) =>
    id === benefit.id || (holder === customerId && cancelledAtMs === null);
  const known = cards.map((card) => {
    const { id } = card;
    const standing = standingEntries(listEntries(db, id));
    const own = standing.filter((entry) => entry.move === 'use' && entry.visitId === visitId);
    const others = ledgerState(
      standing.filter((entry) => !own.includes(entry)),
      date,
    );
    return {
      id,
      taken: -own.reduce((sum, entry) => sum + entry.amount, 0),
      isOfDay: own.every(({ onDate }) => onDate === date),
      left: Math.max(0, others.balance - (spoken.get(id) ?? 0)),
      isOpen: isOpen(card),
      expiresOn: others.lots[0]?.expiresOn ?? '9999-12-31',
    };
  });
  const standing = known.filter(({ taken }) => taken > 0);
  const isStanding =
    spoken.size === 0 &&
    standing.reduce((sum, { taken }) => sum + taken, 0) === amount &&
    standing.every(({ isOfDay, taken, left }) => isOfDay && taken <= left);
  if (isStanding) return new Map(standing.map(({ id, taken }) => [id, taken]));
  const shares = new Map<number, number>();
  let wanted = amount;
  const soonestFirst = known.sort((a, b) =>
    a.expiresOn < b.expiresOn ? -1 : a.expiresOn > b.expiresOn ? 1 : a.id - b.id,
  );
  for (const { id, left, isOpen: isOfUse } of soonestFirst) {
    if (!isOfUse) continue;
    const share = Math.min(left, wanted);
    if (share > 0) shares.set(id, share);
    wanted -= share;
  }
  if (wanted > 0) shares.set(benefit.id, (shares.get(benefit.id) ?? 0) + wanted);
  return shares;
}
