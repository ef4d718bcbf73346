/**
 * Numbers, money, shares and dates as the language writes them. Currency is the shop's and does not
 * follow the language. Dates come in as ISO local days and are never shifted by a time zone.
 */
import type { Locale } from '../contract/values.ts';

/** The grouping of British dates, which readers of international English expect. */
const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : locale);

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const cached = <F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F => {
  const known = cache.get(key);
  if (known) return known as F;
  const made = make();
  cache.set(key, made);
  return made;
};

export const formatNumber = (value: number, locale: Locale, fractionDigits = 0): string =>
  cached(
    `n${locale}${fractionDigits}`,
    () =>
      new Intl.NumberFormat(tagOf(locale), {
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }),
  ).format(value);

/** How many decimal digits a currency has: 2 for PLN, 0 for JPY. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** `amountMinor` is in minor units. `isWhole` leaves the decimals out, for glances and charts. */
export const formatMoney = (amountMinor: number, currency: string, locale: Locale, isWhole = false): string =>
  cached(
    `m${locale}${currency}${isWhole}`,
    () =>
      new Intl.NumberFormat(tagOf(locale), {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        ...(isWhole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
      }),
  ).format(amountMinor / 10 ** currencyDigits(currency));

/** A share from 0 to 1 as a percentage: `48%`, `48.3%`. */
export const formatShare = (share: number, locale: Locale, fractionDigits = 0): string =>
  cached(
    `s${locale}${fractionDigits}`,
    () =>
      new Intl.NumberFormat(tagOf(locale), {
        style: 'percent',
        minimumFractionDigits: fractionDigits,
        maximumFractionDigits: fractionDigits,
      }),
  ).format(share);

const dateParts = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayShort: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  /** "Fri 27 Nov": of a day that is near. */
  weekdayShort: { weekday: 'short', day: 'numeric', month: 'short' },
  dayMonth: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  monthShort: { month: 'short', year: 'numeric' },
  monthOnly: { month: 'short' },
  /** "March", standing alone. */
  monthName: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateParts;

/** `isoDate` is a local day (`2026-10-31`) or month (`2026-10`). */
export const formatDate = (isoDate: string, locale: Locale, style: DateStyle = 'day'): string =>
  cached(
    `d${locale}${style}`,
    () => new Intl.DateTimeFormat(tagOf(locale), { ...dateParts[style], timeZone: 'UTC' }),
  ).format(new Date(`${isoDate.length === 7 ? `${isoDate}-01` : isoDate}T00:00:00Z`));
