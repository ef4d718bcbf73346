/** Prices of demo shops in the shop's currency. */
import { currencyDigits } from '../../src-shared/words/format.ts';

/** Roughly what one euro buys where the currency is used; a demo price list, not an exchange rate. */
const PRICE_LEVEL: Readonly<Record<string, number>> = {
  EUR: 1,
  PLN: 4,
  RON: 4.5,
  GBP: 0.9,
  USD: 1.1,
  CZK: 22,
  HUF: 350,
};
/** Rounded as price lists are: to whole units, above 20 to fives. */
export const priceIn = (currency: string, priceEur: number): number => {
  const units = priceEur * (PRICE_LEVEL[currency] ?? 1);
  const rounded = units > 20 ? Math.round(units / 5) * 5 : Math.max(1, Math.round(units));
  return rounded * 10 ** currencyDigits(currency);
};
