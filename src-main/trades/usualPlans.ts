/** Reasons to stay as shops of a trade usually give them: beginnings, to be taken over and changed. */
import type { NewPlan } from '../../src-shared/contract/benefitContract.ts';
import type { Locale, Trade } from '../../src-shared/contract/values.ts';
import type { BenefitRules, Term } from '../../src-shared/domain/benefitRules.ts';
import { minorDigits } from '../../src-shared/domain/money.ts';

type Said = Readonly<Record<Locale, string>>;
const said = (en: string, pl: string, ro: string): Said => ({ en, pl, ro });

interface UsualPlan {
  readonly name: Said;
  readonly soldAs?: Said;
  readonly rules: (money: (eur: number) => number) => BenefitRules;
}

const months = (count: number): Term => ({ count, unit: 'months' });

/** The visit after so many is a present. */
const stamps = (needed: number): UsualPlan => ({
  name: said(
    `Every ${needed + 1}th visit on us`,
    `Co ${needed + 1}. wizyta w prezencie`,
    `A ${needed + 1}-a vizită din partea casei`,
  ),
  rules: () => ({
    kind: 'stamps',
    stamps: 1,
    per: 'visit',
    needed,
    validFor: months(12),
    isForEveryone: true,
  }),
});

const points: UsualPlan = {
  name: said('Points', 'Punkty', 'Puncte'),
  rules: (money) => ({
    kind: 'points',
    points: 1,
    per: 'money',
    // One point for about an euro, worth five hundredths of it.
    perMinor: money(1),
    pointMinor: Math.max(1, Math.round(money(1) / 20)),
    validFor: months(12),
    isForEveryone: true,
  }),
};

const entries = (uses: number, name: Said, validMonths: number): UsualPlan => ({
  name,
  soldAs: name,
  rules: () => ({ kind: 'package', uses, validFor: months(validMonths) }),
});

const voucher = (name: Said): UsualPlan => ({
  name,
  soldAs: name,
  rules: () => ({ kind: 'voucher', valueMinor: null, validFor: months(12), isPartial: true }),
});
const giftVoucher = voucher(said('Gift voucher', 'Bon podarunkowy', 'Voucher cadou'));
/** As the usual price list of shops calls it. */
const giftCard = voucher(said('Gift card', 'Karta podarunkowa', 'Card cadou'));

const membership = (name: Said, monthsLong: number, offBasisPoints: number): UsualPlan => ({
  name,
  soldAs: name,
  rules: () => ({ kind: 'membership', months: monthsLong, offBasisPoints, graceDays: 14 }),
});

const warranty = (monthsLong: number): UsualPlan => ({
  name: said('Warranty', 'Gwarancja', 'Garanție'),
  rules: () => ({ kind: 'warranty', months: monthsLong }),
});

const FREE = 10_000;
const TENTH = 1000;

const USUAL: Readonly<Record<Trade, readonly UsualPlan[]>> = {
  salon: [
    stamps(9),
    entries(5, said('Five treatments', 'Karnet na 5 zabiegów', 'Abonament 5 tratamente'), 6),
    giftVoucher,
  ],
  dental: [
    membership(said('Check-up plan', 'Abonament profilaktyczny', 'Abonament de profilaxie'), 12, TENTH),
    warranty(24),
  ],
  workshop: [warranty(12), stamps(5), giftVoucher],
  shop: [points, giftCard],
  gym: [
    membership(said('Monthly membership', 'Karnet miesięczny', 'Abonament lunar'), 1, FREE),
    membership(said('Yearly membership', 'Karnet roczny', 'Abonament anual'), 12, FREE),
    entries(10, said('Ten entries', 'Karnet na 10 wejść', 'Abonament 10 intrări'), 3),
  ],
};

/** A round amount of about so many euros. */
const roundMoney = (currency: string, eur: number): number => {
  const scale = 10 ** minorDigits(currency);
  const rate = { PLN: 4, RON: 5, CZK: 25, HUF: 400 }[currency] ?? 1;
  return Math.round(eur * rate * scale);
};

export const usualPlans = (trade: Trade, locale: Locale, currency: string): NewPlan[] =>
  USUAL[trade].map(({ name, soldAs, rules }) => ({
    name: name[locale],
    rules: rules((eur) => roundMoney(currency, eur)),
    soldAs: soldAs?.[locale] ?? null,
    earns: [],
    pays: [],
  }));
