/** Reads an amount as people type it at the desk: with a comma or a dot, with or without the currency. Pure. */
import type { Locale } from '../../src-shared/contract/values.ts';
import { type DecimalMark, type MoneyFault, parseMoney } from '../../src-shared/domain/money.ts';

export const decimalMarkOf = (locale: Locale): DecimalMark => (locale === 'en' ? '.' : ',');

/** The last comma or dot with the digits behind it: `12,5`, `1 200.00 zł`. */
const LAST_MARK = /([.,])(\d*)\D*$/;

/**
 * With at most two digits behind it, the last mark is the decimal one, whatever the language: both are typed
 * everywhere. With three it may part thousands, and then the language decides: `1,250` is 1250 in English alone.
 */
export const decimalIn = (text: string, locale: Locale): DecimalMark => {
  const [, mark, digits = ''] = LAST_MARK.exec(text) ?? [];
  return (mark === '.' || mark === ',') && digits.length <= 2 ? mark : decimalMarkOf(locale);
};

/** Minor units of `currency`, null for an empty field, or why it cannot be read. */
export const parseTypedAmount = (
  text: string,
  currency: string,
  locale: Locale,
): number | null | MoneyFault =>
  text.trim() === '' ? null : parseMoney(text, { decimal: decimalIn(text, locale), currency });
