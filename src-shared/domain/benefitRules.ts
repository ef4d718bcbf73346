/**
 * Reasons to stay: what a plan of each kind promises, how long it holds, and what a visit's lines earn on it or have it
 * pay. Pure; the door's own shape of the same rules is in benefitContract.ts, the ledger's arithmetic in benefitLedger.ts.
 */
import { civilOfDay, dayOfCivil, dayOfIso, daysInMonth, isoOfDay } from './calendar.ts';
import { ONE_THOUSANDTHS, scaledMinor } from './visitLine.ts';

/** A span of time as people say it: "90 days", "a year" is 12 months. */
export interface Term {
  readonly count: number;
  readonly unit: 'days' | 'months';
}

export interface StampRules {
  readonly kind: 'stamps';
  /** Given for each piece, or once for the visit. */
  readonly stamps: number;
  readonly per: 'piece' | 'visit';
  /** So many are taken for one reward. */
  readonly needed: number;
  /** Of each stamp; null: they stay. */
  readonly validFor: Term | null;
  /** Everybody collects from their next visit on; otherwise only who was given a card. */
  readonly isForEveryone: boolean;
}

export interface PointRules {
  readonly kind: 'points';
  /** Given for each full `perMinor` paid, or once for the visit. */
  readonly points: number;
  readonly per: 'money' | 'visit';
  readonly perMinor: number;
  /** What one point is worth when it pays. */
  readonly pointMinor: number;
  readonly validFor: Term | null;
  readonly isForEveryone: boolean;
}

export interface PackageRules {
  readonly kind: 'package';
  readonly uses: number;
  readonly validFor: Term | null;
}

export interface VoucherRules {
  readonly kind: 'voucher';
  /** Null: worth what was paid for it. */
  readonly valueMinor: number | null;
  readonly validFor: Term | null;
  /** May be used bit by bit; otherwise one use takes the whole. */
  readonly isPartial: boolean;
}

export interface MembershipRules {
  readonly kind: 'membership';
  readonly months: number;
  /** Taken off what it covers: 10000 is all of it. */
  readonly offBasisPoints: number;
  /** Bought again so many days after its end, it still counts as renewed. */
  readonly graceDays: number;
}

export interface WarrantyRules {
  readonly kind: 'warranty';
  readonly months: number;
}

export type BenefitRules =
  | StampRules
  | PointRules
  | PackageRules
  | VoucherRules
  | MembershipRules
  | WarrantyRules;

const monthsLater = (isoDay: string, months: number): { day: number; isClamped: boolean } => {
  const { year, month, day } = civilOfDay(dayOfIso(isoDay));
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const last = daysInMonth(toYear, toMonth);
  return { day: dayOfCivil(toYear, toMonth, Math.min(day, last)), isClamped: day > last };
};

/**
 * Last day on which something given on `from` can be used. The day of giving is not counted, and a month ends on the day
 * of the same number, or on the month's last: as civil codes count periods.
 */
export const lastDayOf = (from: string, term: Term | null): string | null => {
  if (term === null) return null;
  if (term.unit === 'days') return isoOfDay(dayOfIso(from) + term.count);
  return isoOfDay(monthsLater(from, term.count).day);
};

/** Last day of a membership that starts on `from`: periods follow each other without a day in common or in between. */
export const lastDayOfMembership = (from: string, months: number): string => {
  const { day, isClamped } = monthsLater(from, months);
  return isoOfDay(isClamped ? day : day - 1);
};

export interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}

export interface Renewal extends Period {
  /** Follows the one before without having lapsed for longer than the plan's grace. */
  readonly isRenewal: boolean;
}

/** Bought again before the end, it goes on where the last one ends; bought later, it starts when bought. */
export const membershipFrom = (
  boughtOn: string,
  previousEndsOn: string | null,
  { months, graceDays }: Pick<MembershipRules, 'months' | 'graceDays'>,
): Renewal => {
  const bought = dayOfIso(boughtOn);
  const next = previousEndsOn === null ? bought : dayOfIso(previousEndsOn) + 1;
  const startsOn = isoOfDay(Math.max(bought, next));
  return {
    startsOn,
    endsOn: lastDayOfMembership(startsOn, months),
    isRenewal: previousEndsOn !== null && next + graceDays > bought,
  };
};

/** A line as it counts here: what was refunded of it is taken off. */
export interface CountedLine {
  readonly offeringId: number | null;
  readonly quantityThousandths: number;
  readonly amountMinor: number;
  readonly discountMinor: number;
  readonly benefitId: number | null;
}

/** Null: every offering. */
export type OfferingSet = ReadonlySet<number> | null;

export const covers = (offerings: OfferingSet, offeringId: number | null): boolean =>
  offerings === null || (offeringId !== null && offerings.has(offeringId));

/** At least one where there is anything at all: a quarter of an hour of massage is one use. */
export const piecesOf = (quantityThousandths: number): number =>
  Math.max(1, Math.floor(quantityThousandths / ONE_THOUSANDTHS));

/** What a benefit paid for never earns, and neither does what cost nothing. */
const earning = (lines: readonly CountedLine[], earns: OfferingSet): CountedLine[] =>
  lines.filter(
    ({ benefitId, quantityThousandths, amountMinor, offeringId }) =>
      benefitId === null && quantityThousandths > 0 && amountMinor > 0 && covers(earns, offeringId),
  );

/** Stamps or points that these lines of one visit earn together. */
export const earnedBy = (
  rules: StampRules | PointRules,
  earns: OfferingSet,
  lines: readonly CountedLine[],
): number => {
  const counted = earning(lines, earns);
  if (counted.length === 0) return 0;
  if (rules.kind === 'stamps') {
    if (rules.per === 'visit') return rules.stamps;
    return rules.stamps * counted.reduce((sum, line) => sum + piecesOf(line.quantityThousandths), 0);
  }
  if (rules.per === 'visit') return rules.points;
  const paid = counted.reduce((sum, line) => sum + line.amountMinor, 0);
  return rules.points * Math.floor(paid / rules.perMinor);
};

/** What a line that sells a package, voucher, membership or warranty puts into it; 0 when it was paid back. */
export const soldBy = (rules: BenefitRules, line: CountedLine): number => {
  if (line.benefitId !== null || line.quantityThousandths <= 0) return 0;
  switch (rules.kind) {
    case 'package':
      return Math.floor((rules.uses * line.quantityThousandths) / ONE_THOUSANDTHS);
    case 'voucher':
      return rules.valueMinor === null
        ? line.amountMinor
        : Math.floor((rules.valueMinor * line.quantityThousandths) / ONE_THOUSANDTHS);
    case 'membership':
    case 'warranty':
      return 1;
    case 'stamps':
    case 'points':
      return 0;
  }
};

/** What a line takes out of the benefit that pays for it. A membership and a warranty are not used up. */
export const takenBy = (rules: BenefitRules, line: CountedLine): number => {
  if (line.quantityThousandths <= 0) return 0;
  switch (rules.kind) {
    case 'stamps':
      return rules.needed * piecesOf(line.quantityThousandths);
    case 'package':
      return piecesOf(line.quantityThousandths);
    case 'points':
      return Math.ceil(line.discountMinor / rules.pointMinor);
    case 'voucher':
      return line.discountMinor;
    case 'membership':
    case 'warranty':
      return 0;
  }
};

/** How a price is split between the benefit and the customer. */
export interface Payment {
  /** What the customer still pays. */
  readonly amountMinor: number;
  /** What the benefit pays: the line's discount. */
  readonly discountMinor: number;
  /** Stamps, points, uses, money. */
  readonly takes: number;
}

export type PaymentFault = 'notCovered' | 'notEnough';

export interface Payable {
  readonly offeringId: number | null;
  readonly quantityThousandths: number;
  /** Before anything is taken off. */
  readonly grossMinor: number;
}

/** What the desk offers for a line, or why it cannot. */
export const paymentOf = (
  rules: BenefitRules,
  pays: OfferingSet,
  balance: number,
  { offeringId, quantityThousandths, grossMinor }: Payable,
): Payment | PaymentFault => {
  if (!covers(pays, offeringId)) return 'notCovered';
  if (balance <= 0) return 'notEnough';
  const paid = mostPaid(rules, balance, grossMinor);
  const line = { offeringId, quantityThousandths, amountMinor: 0, discountMinor: paid, benefitId: null };
  const taken = takenBy(rules, line);
  // Change is not given: what a voucher for one use leaves over is gone with it.
  const takes = rules.kind === 'voucher' && !rules.isPartial ? balance : taken;
  if (takes > balance || ((rules.kind === 'points' || rules.kind === 'voucher') && paid <= 0))
    return 'notEnough';
  return { amountMinor: grossMinor - paid, discountMinor: paid, takes };
};

const mostPaid = (rules: BenefitRules, balance: number, grossMinor: number): number => {
  if (rules.kind === 'points') return Math.min(grossMinor, balance * rules.pointMinor);
  if (rules.kind === 'voucher') return Math.min(grossMinor, balance);
  if (rules.kind === 'membership') return scaledMinor(grossMinor, rules.offBasisPoints, 10_000);
  return grossMinor;
};

/** Whether a line that a benefit pays for says so in its amounts. */
export const isPaidRightly = (rules: BenefitRules, pays: OfferingSet, line: CountedLine): boolean => {
  if (!covers(pays, line.offeringId)) return false;
  const gross = line.amountMinor + line.discountMinor;
  switch (rules.kind) {
    case 'stamps':
    case 'package':
    case 'warranty':
      return line.amountMinor === 0;
    case 'points':
    case 'voucher':
      return line.discountMinor > 0;
    case 'membership':
      return line.discountMinor <= scaledMinor(gross, rules.offBasisPoints, 10_000);
  }
};
