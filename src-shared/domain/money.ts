/**
 * Money as integer minor units, read from text without ever passing through a binary fraction. Writing
 * money for people is the words' business (src-shared/words/format.ts).
 */

/** Larger amounts are typing errors in any shop, and stay far inside exact integers. */
export const MAX_AMOUNT_MINOR = 1e12;

const MONEY_FAULTS = [
  /** Nothing but white space. */
  'empty',
  /** Not a decimal number in the stated notation. */
  'notANumber',
  /** More decimals than the currency has, and they are not zeros. */
  'tooManyDecimals',
  /** Beyond MAX_AMOUNT_MINOR, or more digits than can be kept exactly. */
  'tooLarge',
  /** Carries the mark of another currency than the shop's. */
  'otherCurrency',
] as const;
export type MoneyFault = (typeof MONEY_FAULTS)[number];

export type DecimalMark = '.' | ',';

/** An exact decimal number: `coefficient / 10 ** scale`, the coefficient a safe integer. */
export interface Decimal {
  readonly coefficient: number;
  readonly scale: number;
}

const digitsByCurrency = new Map<string, number>();

/** Decimal digits of a currency: 2 for PLN, 0 for JPY, 3 for KWD. Throws RangeError for a malformed code. */
export const minorDigits = (currency: string): number => {
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
};

// White space inside numbers: plain, no-break, narrow no-break, thin and figure space; apostrophes are Swiss.
const GROUP_MARK = "[ \\u00a0\\u202f\\u2009\\u2007'\\u2019]";
const NUMBER_WITH = {
  '.': new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:(?:,\\d{3})+|(?:${GROUP_MARK}\\d{3})+))?(?:\\.(\\d*))?$`),
  ',': new RegExp(`^(\\d+|[1-9]\\d{0,2}(?:(?:\\.\\d{3})+|(?:${GROUP_MARK}\\d{3})+))?(?:,(\\d*))?$`),
} as const satisfies Record<DecimalMark, RegExp>;

const PLAIN_WITH = {
  '.': /^-?\d{1,13}(?:\.\d{1,2})?$/,
  ',': /^-?\d{1,13}(?:,\d{1,2})?$/,
} as const satisfies Record<DecimalMark, RegExp>;

/**
 * An exact decimal from text such as `1 234,50`, `-12.5`, `12.50-` or `(12.50)`. Thousands may be grouped
 * in threes by spaces, apostrophes or the other mark; any other grouping is refused (`0,250` too), so that a
 * number written with the wrong decimal mark is not read a hundred times too large.
 */
export const parseDecimal = (text: string, decimal: DecimalMark): Decimal | MoneyFault => {
  let body = text.trim();
  if (body === '') return 'empty';
  let isNegative = false;
  const signed = /^([-+\u2212])\s*(.*)$|^(.*?)\s*([-\u2212])$|^\((.*)\)$/.exec(body);
  if (signed) {
    isNegative = signed[1] !== '+';
    body = (signed[2] ?? signed[3] ?? signed[5] ?? '').trim();
  }
  const match = NUMBER_WITH[decimal].exec(body);
  const whole = match?.[1]?.replace(/\D/g, '') ?? '';
  const fraction = match?.[2]?.replace(/0+$/, '') ?? '';
  if (!match || (whole === '' && (match[2] ?? '') === '')) return 'notANumber';
  const coefficient = Number(whole + fraction);
  if (!Number.isSafeInteger(coefficient)) return 'tooLarge';
  return {
    coefficient: isNegative && coefficient !== 0 ? -coefficient : coefficient,
    scale: fraction.length,
  };
};

const marksByCurrency = new Map<string, ReadonlySet<string>>();

/** How a currency is marked in the files of our shops: its code, and its symbols in en, pl and ro. */
const currencyMarks = (currency: string): ReadonlySet<string> => {
  let marks = marksByCurrency.get(currency);
  if (marks === undefined) {
    const found = new Set([currency.toLowerCase()]);
    for (const locale of ['en', 'pl', 'ro']) {
      for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
        const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay });
        for (const part of format.formatToParts(1)) {
          if (part.type === 'currency') found.add(part.value.toLowerCase());
        }
      }
    }
    // A till prints "zł." and "lei" where CLDR has "zł" and "RON".
    if (currency === 'RON') found.add('lei').add('leu');
    marks = found;
    marksByCurrency.set(currency, marks);
  }
  return marks;
};

/** Half away from zero, exactly; `divisor` is positive. */
const divideRounded = (dividend: bigint, divisor: bigint): bigint => {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
};

export interface MoneyNotation {
  readonly decimal: DecimalMark;
  /** ISO 4217; a mark of this currency beside the number is accepted, any other refused. */
  readonly currency: string;
}

const MARK_BEFORE = /^([-+\u2212(]?)\s*([\p{L}\p{Sc}]+\.?)\s*([-+\u2212]?)/u;
const MARK_AFTER = /\s*([\p{L}\p{Sc}]+)\.?(\)?)$/u;

/** Minor units of an amount written as text, exactly, or the reason why it cannot be read. */
export const parseMoney = (text: string, { decimal, currency }: MoneyNotation): number | MoneyFault => {
  const digits = minorDigits(currency);
  // Nearly every cell of a real file: no marks, no grouping, at most two decimals.
  if (digits === 2 && PLAIN_WITH[decimal].test(text)) {
    const at = text.indexOf(decimal);
    const fraction = at < 0 ? '' : text.slice(at + 1);
    const minor = Number((at < 0 ? text : text.slice(0, at)) + fraction.padEnd(2, '0'));
    return Math.abs(minor) > MAX_AMOUNT_MINOR ? 'tooLarge' : minor === 0 ? 0 : minor;
  }
  let body = text.trim();
  const mark = MARK_BEFORE.exec(body)?.[2] ?? MARK_AFTER.exec(body)?.[1];
  if (mark !== undefined) {
    if (!currencyMarks(currency).has(mark.replace(/\.$/, '').toLowerCase())) {
      return /\d/.test(body) ? 'otherCurrency' : 'notANumber';
    }
    body = body.replace(MARK_BEFORE, '$1$3');
    if (body.length === text.trim().length) body = body.replace(MARK_AFTER, '$2');
  }
  const parsed = parseDecimal(body, decimal);
  if (typeof parsed === 'string') return mark !== undefined && parsed === 'empty' ? 'notANumber' : parsed;
  if (parsed.scale > digits) return 'tooManyDecimals';
  const minor = parsed.coefficient * 10 ** (digits - parsed.scale);
  return Math.abs(minor) > MAX_AMOUNT_MINOR ? 'tooLarge' : minor;
};

/**
 * Minor units of quantity x unit price, rounded once, half away from zero, as tills do it:
 * 3 x 0.335 is 1.01, and a refund of it is -1.01.
 */
export const multiplyToMinor = (
  quantity: Decimal,
  unitPrice: Decimal,
  currency: string,
): number | MoneyFault => {
  const product = BigInt(quantity.coefficient) * BigInt(unitPrice.coefficient);
  const shift = quantity.scale + unitPrice.scale - minorDigits(currency);
  const minor = shift <= 0 ? product * 10n ** BigInt(-shift) : divideRounded(product, 10n ** BigInt(shift));
  const magnitude = minor < 0n ? -minor : minor;
  return magnitude > BigInt(MAX_AMOUNT_MINOR) ? 'tooLarge' : Number(minor);
};
