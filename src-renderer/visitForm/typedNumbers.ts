/** What else is typed into a visit: prices, quantities, discounts as money or percent, times; and back into text. Pure. */
import type { Locale } from '../../src-shared/contract/values.ts';
import { type Decimal, type MoneyFault, minorDigits, parseDecimal } from '../../src-shared/domain/money.ts';
import { type Discount, MAX_QUANTITY_THOUSANDTHS } from '../../src-shared/domain/visitLine.ts';
import { decimalIn, decimalMarkOf, parseTypedAmount } from '../ui/typedAmount.ts';

/** As an amount, and finer: the price of a gram or a minute. */
export const parseTypedPrice = (
  text: string,
  currency: string,
  locale: Locale,
): Decimal | null | MoneyFault => {
  const minor = parseTypedAmount(text, currency, locale);
  if (minor === null || typeof minor === 'number')
    return minor === null ? null : { coefficient: minor, scale: minorDigits(currency) };
  if (minor !== 'tooManyDecimals') return minor;
  return parseDecimal(text, decimalIn(text, locale));
};

/** Thousandths, or null: a quantity of people's making has no thousands marks, so either mark is the decimal one. */
export const parseTypedQuantity = (text: string): number | null => {
  const parts = /^(\d{1,7})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!parts) return null;
  const thousandths = Number(parts[1]) * 1000 + Number((parts[2] ?? '').padEnd(3, '0'));
  return thousandths >= 1 && thousandths <= MAX_QUANTITY_THOUSANDTHS ? thousandths : null;
};

/** `10` or `10,50` in money, `10 %` of the price; null for an empty field. */
export const parseTypedDiscount = (
  text: string,
  currency: string,
  locale: Locale,
): Discount | null | MoneyFault => {
  const percent = /^(.*\S)\s*%$|^%\s*(\S.*)$/.exec(text.trim());
  if (!percent) {
    const minor = parseTypedAmount(text, currency, locale);
    if (minor === null || typeof minor === 'string') return minor;
    return minor < 0 ? 'notANumber' : { minor };
  }
  const number = percent[1] ?? percent[2] ?? '';
  const share = parseDecimal(number, decimalIn(number, locale));
  if (typeof share === 'string') return share;
  const basisPoints = share.coefficient * 10 ** (2 - share.scale);
  return share.scale <= 2 && basisPoints >= 0 && basisPoints <= 10_000 ? { basisPoints } : 'notANumber';
};

export const decimalText = ({ coefficient, scale }: Decimal, locale: Locale): string => {
  const digits = String(Math.abs(coefficient)).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? '' : `${decimalMarkOf(locale)}${digits.slice(-scale)}`;
  return `${coefficient < 0 ? '-' : ''}${whole}${fraction}`;
};

/** For a field: `120,50`, without grouping and without the currency. */
export const amountText = (minor: number, currency: string, locale: Locale): string =>
  decimalText({ coefficient: minor, scale: minorDigits(currency) }, locale);

/** `2`, `0,5`. */
export const quantityText = (thousandths: number, locale: Locale): string => {
  const text = decimalText({ coefficient: thousandths, scale: 3 }, locale);
  return text.replace(/[.,]?0+$/, '');
};

/** `9`, `9:05`, `0905` or `9.05` as `09:05`; null when it is no time. */
export const parseTypedTime = (text: string): string | null => {
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const hours = Number(parts[1]);
  const minutes = Number(parts[2] ?? 0);
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
};
