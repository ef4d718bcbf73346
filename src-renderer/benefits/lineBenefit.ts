/** What pays for a line of a form: chosen from what a customer holds, or as it was recorded. Pure. */
import type { Holding } from '../../src-shared/contract/benefitContract.ts';
import { type Payment, paymentOf } from '../../src-shared/domain/benefitRules.ts';

export interface LineBenefit {
  readonly benefitId: number;
  readonly name: string;
  /** Null: recorded so; its amounts stand as they are. */
  readonly holding: Holding | null;
}

/** A line as far as it can be read while it is typed. */
export interface PayableLine {
  readonly key: number;
  /** Null: none named, or one that is not in the price list yet. */
  readonly offeringId: number | null;
  readonly quantityThousandths: number;
  /** Null: no price typed. */
  readonly grossMinor: number | null;
  readonly benefitId: number | null;
}

/** Without a price only what is counted and not reckoned in money can pay. */
const needsPrice = ({ rules }: Holding): boolean => rules.kind === 'points' || rules.kind === 'voucher';

export interface Offer {
  readonly holding: Holding;
  readonly payment: Payment;
}

/** What can pay for a line, in the order in which it is offered. */
export const offersFor = (
  holdings: readonly Holding[],
  line: PayableLine,
  lines: readonly PayableLine[],
): Offer[] =>
  holdings.flatMap((holding) => {
    const payment = paymentFor(holding, line, lines);
    return payment === null ? [] : [{ holding, payment }];
  });

/** One key goes through them: the first, the next, and none again. */
export const nextOffer = (offers: readonly Offer[], benefit: LineBenefit | null): LineBenefit | null => {
  const at = offers.findIndex(({ holding }) => holding.benefitId === benefit?.benefitId);
  const next = offers[at + 1]?.holding;
  return next === undefined ? null : { benefitId: next.benefitId, name: next.planName, holding: next };
};

export const paymentFor = (
  holding: Holding,
  line: PayableLine,
  others: readonly PayableLine[],
): Payment | null => {
  if (holding.state !== 'holds' || (line.grossMinor === null && needsPrice(holding))) return null;
  const pays = holding.pays.length === 0 ? null : new Set(holding.pays);
  const pay = (balance: number, { offeringId, quantityThousandths, grossMinor }: PayableLine) =>
    paymentOf(holding.rules, pays, balance, { offeringId, quantityThousandths, grossMinor: grossMinor ?? 0 });
  let left = holding.balance;
  for (const other of others) {
    if (other.benefitId !== holding.benefitId || other.key === line.key) continue;
    const paid = pay(left, other);
    if (typeof paid !== 'string') left -= paid.takes;
  }
  const paid = pay(left, line);
  return typeof paid === 'string' ? null : { ...paid, takes: holding.balance - left + paid.takes };
};
