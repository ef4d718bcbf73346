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

export const useWords = (): Words => wordsFor(useContext(LocaleContext));

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
