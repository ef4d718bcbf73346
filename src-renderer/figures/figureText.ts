/**
 * A figure in writing: its value, its interval and of how many it is, with as many digits as its size
 * deserves. One place, so that screens and paper never write the same figure differently.
 */
import type { Figure, FigureUnit } from '../../src-shared/domain/figure.ts';
import { currencyDigits, formatMoney, formatNumber, formatShare } from '../../src-shared/words/format.ts';
import type { Words } from '../../src-shared/words/words.ts';
import { withTrueMinus } from './typography.ts';

/** Stands where nothing can be said; an en dash, never a minus. */
export const NOTHING = '–';

/** Shares under 10 % get a decimal, so that 4.6 and 5.4 do not both read 5. */
const shareDigits = (share: number): number => (Math.abs(share) > 0 && Math.abs(share) < 0.0995 ? 1 : 0);

export const shareText = (share: number, words: Words): string =>
  withTrueMinus(formatShare(share, words.locale, shareDigits(share)));

export const numberText = (value: number, words: Words, digits = 0): string =>
  withTrueMinus(formatNumber(value, words.locale, digits));

/**
 * Where an amount turns to `123,4 mln zł`: more than eight digits are counted, not read. Narrow columns on
 * paper turn earlier.
 */
export type MoneyRoom = 'full' | 'narrow';
const LONG_AMOUNT = { full: 1e8, narrow: 1e6 } as const satisfies Record<MoneyRoom, number>;

/** Whole units of the currency, for nobody judges a month by its cents. */
export const wholeMoneyText = (
  amountMinor: number,
  currency: string,
  words: Words,
  room: MoneyRoom = 'full',
): string => {
  const amount = amountMinor / 10 ** currencyDigits(currency);
  if (Math.abs(amount) < LONG_AMOUNT[room]) {
    return withTrueMinus(formatMoney(amountMinor, currency, words.locale, true));
  }
  const format = new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: room === 'narrow' ? 3 : 4,
  });
  const text = withTrueMinus(format.format(amount));
  // A narrow column may break before the unit, never inside the number.
  return room === 'narrow' ? text.replace(/\u00a0(?=\P{N}+$)/gu, ' ') : text;
};

/** Where the language puts the sign after the amount, two amounts need it only once: `127–135 zł`. */
const withOneSign = (money: string, currency: string, words: Words): string => {
  const parts = new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  const sign = parts.at(-1);
  return sign?.type === 'currency' && money.endsWith(sign.value)
    ? money.slice(0, -sign.value.length).trimEnd()
    : money;
};

/** How many people out of a hundred, as a whole number. */
export const inHundredText = (share: number, words: Words): string =>
  formatNumber(share * 100, words.locale, 0);

const RANGE = '–';

/** `43–49%`, both ends alike; with a decimal where the shares are small or would read the same: `52.7–53.4%`. */
export const shareRangeText = (low: number, high: number, words: Words): string => {
  const isSame = Math.round(low * 100) === Math.round(high * 100);
  const digits = high < 0.0995 || isSame ? 1 : 0;
  return `${formatNumber(low * 100, words.locale, digits)}${RANGE}${formatShare(high, words.locale, digits)}`;
};

const valueOfUnit = (
  value: number,
  unit: FigureUnit,
  currency: string,
  words: Words,
  room: MoneyRoom,
): string => {
  switch (unit) {
    case 'share':
      return shareText(value, words);
    case 'money':
      return wholeMoneyText(value, currency, words, room);
    case 'occasionsPerCustomer':
      return numberText(value, words, 2);
    case 'score':
      return numberText(value, words, 1);
    default:
      return numberText(value, words);
  }
};

/** Spending per visit is small money, where cents do tell; turnover is not. */
const isSmallMoney = (figure: Figure): boolean => figure.key === 'intensity.netPerOccasion';

const amountText = (
  value: number,
  figure: Figure,
  currency: string,
  words: Words,
  room: MoneyRoom,
): string =>
  isSmallMoney(figure) && Math.abs(value) < 1e6
    ? withTrueMinus(formatMoney(value, currency, words.locale))
    : valueOfUnit(value, figure.unit, currency, words, room);

export const valueText = (
  figure: Figure | null,
  currency: string,
  words: Words,
  room: MoneyRoom = 'full',
): string => {
  if (figure?.value == null) return NOTHING;
  const text = amountText(figure.value, figure, currency, words, room);
  // NPS lies on both sides of zero: its sign is part of it.
  return figure.unit === 'points' && Math.round(figure.value) > 0 ? `+${text}` : text;
};

export const intervalText = (
  figure: Figure | null,
  currency: string,
  words: Words,
  room: MoneyRoom = 'full',
): string => {
  if (figure?.value == null || figure.low === null || figure.high === null) return NOTHING;
  if (figure.unit === 'share') return shareRangeText(figure.low, figure.high, words);
  const ends = {
    low: amountText(figure.low, figure, currency, words, room),
    high: amountText(figure.high, figure, currency, words, room),
  };
  // A dash beside a minus would be read as another one.
  if (figure.low < 0) return words.t('retention.range', ends);
  return figure.unit === 'money'
    ? `${withOneSign(ends.low, currency, words)}${RANGE}${ends.high}`
    : `${ends.low}${RANGE}${ends.high}`;
};

/** "1139 of 2357", "571 new customers", "212 visits": whatever this figure was counted from. */
export const countedText = (
  figure: Figure | null,
  currency: string,
  words: Words,
  room: MoneyRoom = 'full',
): string => {
  if (!figure) return NOTHING;
  const { numerator, denominator, n, unit, key } = figure;
  const people = () => words.t('retention.count.customers', { count: n });
  if (key.startsWith('firstReturn.') || key.startsWith('recentReturn.'))
    return words.t('retention.count.new', { count: n });
  if (['nps', 'csat', 'ces'].includes(key)) return words.t('report.count.answers', { count: n });
  if (unit === 'customers') return key === 'activeCustomers' ? NOTHING : people();
  if (key === 'identifiedShare' && numerator !== null && denominator !== null) {
    return words.t('retention.count.of', {
      numerator: withOneSign(wholeMoneyText(numerator, currency, words, room), currency, words),
      denominator: wholeMoneyText(denominator, currency, words, room),
    });
  }
  if (unit === 'occasionsPerCustomer' && numerator !== null) {
    return words.t('retention.count.visitsBy', {
      visits: words.t('retention.count.visits', { count: numerator }),
      customers: people(),
    });
  }
  if (unit === 'money') {
    return words.t('retention.count.visits', { count: denominator ?? n });
  }
  if (numerator === null || denominator === null) return NOTHING;
  return words.t('retention.count.of', { numerator, denominator });
};

/** Two values of one figure with as many digits as they need to differ in writing. */
export const exactText = (
  sealed: Figure,
  now: Figure,
  currency: string,
  words: Words,
): { readonly sealed: string; readonly now: string } => {
  const write = (figure: Figure, digits: number): string => {
    if (figure.value === null) return NOTHING;
    if (figure.unit === 'share') return withTrueMinus(formatShare(figure.value, words.locale, digits));
    if (figure.unit === 'money') return withTrueMinus(formatMoney(figure.value, currency, words.locale));
    return numberText(figure.value, words, Number.isInteger(figure.value) ? 0 : digits);
  };
  for (const digits of [1, 2]) {
    const texts = { sealed: write(sealed, digits), now: write(now, digits) };
    if (texts.sealed !== texts.now) return texts;
  }
  return { sealed: write(sealed, 3), now: write(now, 3) };
};
