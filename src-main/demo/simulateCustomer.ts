/**
 * One customer's life with the shop: pace, favourite offering, usual member of staff, visits, opinions, and how
 * it ends. Pure given its random source; knows no database.
 *
 * The mechanism is the one the field assumes and real logs show: everyone has a pace of their own (gaps are
 * gamma distributed round it), after each visit some never return, fewer the longer they have been coming, and
 * how they were treated moves that chance.
 */
import type { Mood } from './comments.ts';
import type { Random } from './random.ts';
import type { DemoTrade } from './trades.ts';

export interface DemoLine {
  readonly offering: number;
  readonly quantity: number;
  /** Share of the price taken off, 0 to 1. */
  readonly discount: number;
}

export interface DemoOpinion {
  readonly nps: number;
  readonly csat: number | null;
  readonly mood: Mood;
  readonly hasComment: boolean;
}

export interface DemoVisit {
  /** Whole days after the first day of the shop. */
  readonly day: number;
  readonly staff: number;
  /** Empty: nobody has entered the amount yet. */
  readonly lines: readonly DemoLine[];
  readonly opinion: DemoOpinion | null;
  /** Days later on which the first line is paid back, or null. */
  readonly refundAfterDays: number | null;
}

export interface DemoShopFacts {
  readonly trade: DemoTrade;
  readonly staffCount: number;
  /** How likely customers of each member of staff are to return, round 1. */
  readonly staffCharm: readonly number[];
  readonly lastDay: number;
  /** Moves a wished day to one on which the shop is open and not overfull. */
  readonly bookableDay: (wishedDay: number) => number;
}

const MAX_VISITS = 2000;

export const simulateCustomer = (
  random: Random,
  shop: DemoShopFacts,
  firstDay: number,
  isRecommended: boolean,
): DemoVisit[] => {
  const { trade } = shop;
  const main = trade.offerings.map(({ isExtra, weight }) => (isExtra ? 0 : weight));
  const extras = trade.offerings.flatMap(({ isExtra }, index) => (isExtra ? [index] : []));
  const favourite = random.weighted(main);
  const pace = Math.max(2, (trade.offerings[favourite]?.gapDays ?? 30) * Math.exp(random.normal(0, 0.32)));
  const usualStaff = random.between(0, shop.staffCount - 1);
  /** How the shop suits this person: lasting, and felt in every opinion. */
  const liking = random.normal(isRecommended ? 0.35 : 0, 1);
  const visits: DemoVisit[] = [];
  let day = firstDay;
  while (day <= shop.lastDay && visits.length < MAX_VISITS) {
    const number = visits.length;
    const staff = number === 0 || random.chance(0.78) ? usualStaff : random.between(0, shop.staffCount - 1);
    const mishap = random.chance(0.035);
    const felt =
      liking + random.normal(0, 0.7) - (mishap ? 2.6 : 0) + ((shop.staffCharm[staff] ?? 1) - 1) * 4;
    const offering = random.chance(0.74) ? favourite : random.weighted(main);
    const lines: DemoLine[] = [{ offering, quantity: 1, discount: random.chance(0.06) ? 0.1 : 0 }];
    if (extras.length > 0 && random.chance(0.16)) {
      lines.push({ offering: random.pick(extras), quantity: random.chance(0.15) ? 2 : 1, discount: 0 });
    }
    if (random.chance(0.12)) lines.push({ offering: random.weighted(main), quantity: 1, discount: 0 });
    visits.push({
      day,
      staff,
      lines: random.chance(0.012) ? [] : lines,
      opinion: random.chance(0.16) ? opinionFor(random, felt) : null,
      refundAfterDays: random.chance(mishap ? 0.12 : 0.004) ? random.between(0, 6) : null,
    });

    const returns = chanceToReturn(trade.firstReturn, number, felt, (shop.staffCharm[staff] ?? 1) - 1);
    if (random.chance(returns)) {
      day = shop.bookableDay(day + Math.max(1, Math.round(random.gamma(pace, trade.steadiness))));
    } else if (random.chance(0.09)) {
      // Won back, or simply away for long.
      day = shop.bookableDay(day + Math.round(pace * (2.5 + random.uniform() * 4)));
    } else break;
  }
  return visits;
};

/** `number` is 0 for the first visit. Logistic in what was felt, so that it stays a chance. */
const chanceToReturn = (firstReturn: number, number: number, felt: number, charm: number): number => {
  const base = number === 0 ? firstReturn : Math.min(0.975, firstReturn + 0.2 + 0.025 * number);
  const logit = Math.log(base / (1 - base)) + 0.45 * felt + 2.5 * charm;
  return 1 / (1 + Math.exp(-logit));
};

const opinionFor = (random: Random, felt: number): DemoOpinion => {
  const nps = Math.max(0, Math.min(10, Math.round(8.6 + felt * 1.25)));
  const mood: Mood = nps >= 9 ? 'glad' : nps >= 7 ? 'lukewarm' : 'angry';
  return {
    nps,
    csat: random.chance(0.5) ? Math.max(1, Math.min(5, Math.round(4.3 + felt * 0.55))) : null,
    mood,
    hasComment: random.chance(mood === 'angry' ? 0.55 : 0.22),
  };
};
