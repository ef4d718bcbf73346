/** The language of this window. Screens take their words and their way of writing numbers from here. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '../../src-shared/contract/values.ts';
import {
  type DateStyle,
  formatDate,
  formatMoney,
  formatNumber,
  formatShare,
} from '../../src-shared/words/format.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';

const LocaleContext = createContext<Locale>('en');

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** A single letter never ends a line ("w domu", "i my"), nor is a number parted from what follows it. */
const keptTogether = (text: string): string => text.replace(/(?<=^|[\s(„“"])(\p{L}|\d+) /gu, '$1\u00a0');

const wordsOnScreen = new Map<Locale, Words>();

const screenWords = (locale: Locale): Words => {
  const known = wordsOnScreen.get(locale);
  if (known) return known;
  const { t, find } = wordsFor(locale);
  const made: Words = {
    locale,
    t: (...args) => keptTogether(t(...args)),
    find: (...args) => {
      const found = find(...args);
      return found === undefined ? undefined : keptTogether(found);
    },
  };
  wordsOnScreen.set(locale, made);
  return made;
};

export const useWords = (): Words => screenWords(useContext(LocaleContext));

export interface Format {
  number(value: number, fractionDigits?: number): string;
  /** `amountMinor` in minor units of `currency`; `isWhole` leaves the decimals out. */
  money(amountMinor: number, currency: string, isWhole?: boolean): string;
  /** A share from 0 to 1. */
  share(share: number, fractionDigits?: number): string;
  /** An ISO local day or month. */
  date(isoDate: string, style?: DateStyle): string;
}

/** Numbers, money, shares and dates as this window's language writes them. */
export const useFormat = (): Format => {
  const locale = useContext(LocaleContext);
  return useMemo(
    () => ({
      number: (value, fractionDigits) => formatNumber(value, locale, fractionDigits),
      money: (amountMinor, currency, isWhole) => formatMoney(amountMinor, currency, locale, isWhole),
      share: (share, fractionDigits) => formatShare(share, locale, fractionDigits),
      date: (isoDate, style) => formatDate(isoDate, locale, style),
    }),
    [locale],
  );
};
