/** Plans, balances and movements in words: the same on the card, at the desk and on paper. */
import type { BenefitEntry, Holding } from '../../src-shared/contract/benefitContract.ts';
import type { BenefitRules, Term } from '../../src-shared/domain/benefitRules.ts';
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import type { Words } from '../../src-shared/words/words.ts';
import type { Format } from '../ui/wordsContext.tsx';

export interface Writing {
  readonly words: Words;
  readonly format: Format;
  readonly currency: string;
  /** Read on another day than it was written. */
  readonly isPaper?: boolean;
}

export const kindName = (words: Words, kind: BenefitRules['kind']): string =>
  words.t(`benefits.kind.${kind}`);

export const termText = (words: Words, { count, unit }: Term): string =>
  words.t(unit === 'days' ? 'benefits.term.days' : 'benefits.term.months', { count });

/** What a plan promises, in one line. */
export const rulesText = (rules: BenefitRules, { words, format, currency }: Writing): string => {
  const money = (minor: number) => format.money(minor, currency);
  const valid = (term: Term | null) =>
    term === null ? [] : [words.t('benefits.rules.valid', { term: termText(words, term) })];
  const parts = (() => {
    switch (rules.kind) {
      case 'stamps': {
        const said = { count: rules.stamps, needed: rules.needed };
        return [
          rules.per === 'visit'
            ? words.t('benefits.rules.stampsPerVisit', said)
            : words.t('benefits.rules.stampsPerPiece', said),
          ...valid(rules.validFor),
        ];
      }
      case 'points': {
        const worth = money(rules.pointMinor);
        return [
          rules.per === 'visit'
            ? words.t('benefits.rules.pointsPerVisit', { count: rules.points, worth })
            : words.t('benefits.rules.pointsPerMoney', {
                count: rules.points,
                amount: money(rules.perMinor),
                worth,
              }),
          ...valid(rules.validFor),
        ];
      }
      case 'package':
        return [words.t('benefits.rules.package', { count: rules.uses }), ...valid(rules.validFor)];
      case 'voucher':
        return [
          rules.valueMinor === null
            ? words.t('benefits.rules.voucherPaid')
            : words.t('benefits.rules.voucherWorth', { amount: money(rules.valueMinor) }),
          ...valid(rules.validFor),
        ];
      case 'membership':
        return [
          termText(words, { count: rules.months, unit: 'months' }),
          rules.offBasisPoints === 10_000
            ? words.t('benefits.rules.free')
            : words.t('benefits.rules.off', { share: format.share(rules.offBasisPoints / 10_000) }),
        ];
      case 'warranty':
        return [termText(words, { count: rules.months, unit: 'months' })];
    }
  })();
  return parts.join(', ');
};

/** What is left, in one line with its figure in a heavier weight. */
export const balanceText = (
  { rules, balance, given }: Pick<Holding, 'rules' | 'balance' | 'given'>,
  { words, format, currency }: Writing,
): string => {
  switch (rules.kind) {
    case 'stamps':
      return balance > rules.needed
        ? words.t('benefits.balance.stampsOver', { count: balance, needed: rules.needed })
        : words.t('benefits.balance.stamps', { count: balance, needed: rules.needed });
    case 'points':
      return words.t('benefits.balance.points', {
        count: balance,
        amount: format.money(balance * rules.pointMinor, currency),
      });
    case 'package':
      return words.t('benefits.balance.uses', { count: balance, given });
    case 'voucher':
      return words.t('benefits.balance.money', {
        amount: format.money(balance, currency),
        given: format.money(given, currency),
      });
    case 'membership':
    case 'warranty':
      return words.t('benefits.balance.member');
  }
};

/** Rewards that a full card pays for. */
export const rewardsReady = ({ rules, balance }: Pick<Holding, 'rules' | 'balance'>): number =>
  rules.kind === 'stamps' ? Math.floor(balance / rules.needed) : 0;

/** From this near on, days are counted: on screen, which is read today. */
const NEAR_DAYS = 30;

const untilText = (on: string, asOf: string, { words, format, isPaper }: Writing): string => {
  if (isPaper) return words.t('benefits.until', { date: format.date(on) });
  const days = dayOfIso(on) - dayOfIso(asOf);
  if (days === 0) return words.t('benefits.endsToday');
  if (days > 0 && days <= NEAR_DAYS) return words.t('benefits.endsIn', { count: days });
  return words.t('benefits.until', { date: format.date(on) });
};

/** Until when it holds, from when, or why no longer; empty where it simply goes on. */
export const durationText = (holding: Holding, asOf: string, writing: Writing): string => {
  const { words, format } = writing;
  const { state, startsOn, endsOn, nextToExpire, balance, rules } = holding;
  switch (state) {
    case 'cancelled':
      return words.t('benefits.over.cancelled');
    case 'ended':
      return words.t('benefits.over.ended', { date: format.date(endsOn ?? asOf) });
    case 'ahead':
      return words.t('benefits.from', { date: format.date(startsOn) });
    case 'empty':
      return rules.kind === 'stamps' || rules.kind === 'points'
        ? words.t('benefits.nothingYet')
        : words.t('benefits.over.empty');
    case 'holds': {
      if (endsOn !== null) return untilText(endsOn, asOf, writing);
      if (nextToExpire === null) return '';
      const until = untilText(nextToExpire.on, asOf, writing);
      if (nextToExpire.amount === balance) return until;
      return words.t('benefits.someUntil', {
        amount: amountText(nextToExpire.amount, rules, writing),
        date: format.date(nextToExpire.on),
      });
    }
  }
};

/** Whether its end is worth a second look. */
export const endsSoon = ({ state, endsOn, nextToExpire, renewedById }: Holding, asOf: string): boolean => {
  const on = endsOn ?? nextToExpire?.on ?? null;
  return (
    state === 'holds' && renewedById === null && on !== null && dayOfIso(on) - dayOfIso(asOf) <= NEAR_DAYS
  );
};

/** Stamps, points and uses as numbers, vouchers as money. */
export const amountText = (amount: number, rules: BenefitRules, { format, currency }: Writing): string =>
  rules.kind === 'voucher' ? format.money(amount, currency) : format.number(amount);

/** In groups of four: as it is read out and typed. */
export const shownCode = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1-');

/** With its sign: what came and what went. */
export const changeText = (amount: number, rules: BenefitRules, writing: Writing): string =>
  `${amount > 0 ? '+' : '\u2212'}${amountText(Math.abs(amount), rules, writing)}`;

export const moveName = (words: Words, { move, visitId }: Pick<BenefitEntry, 'move' | 'visitId'>): string =>
  words.t(`benefits.move.${move === 'grant' && visitId !== null ? 'bought' : move}`);
