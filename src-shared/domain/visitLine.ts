/**
 * What one line of a visit comes to: quantity, price, discount and amount, and how much of it may still be paid
 * back. Whole numbers only; rounding happens once, half away from zero, as tills do it.
 */
import { type Decimal, type MoneyFault, minorDigits, multiplyToMinor } from './money.ts';

/** One piece. */
export const ONE_THOUSANDTHS = 1000;
/** A million pieces: more in one line is a slip of the finger. */
export const MAX_QUANTITY_THOUSANDTHS = 1e9;
export const MAX_LINES = 100;

/** Taken off as it is, or as a share of the price: 1250 basis points are 12.5 %. */
export type Discount = { readonly minor: number } | { readonly basisPoints: number };

export interface LinePrice {
  readonly amountMinor: number;
  /** Null where nothing was taken off. */
  readonly discountMinor: number | null;
}

export type LineFault = MoneyFault | 'discountAbovePrice';

/** A x b / divisor, rounded half away from zero; all three whole, the divisor positive. */
export const scaledMinor = (minor: number, factor: number, divisor: number): number => {
  const product = BigInt(minor) * BigInt(factor);
  const by = BigInt(divisor);
  const magnitude = product < 0n ? -product : product;
  const rounded = Number((2n * magnitude + by) / (2n * by));
  return product < 0n ? -rounded || 0 : rounded;
};

export const lineOfPrice = (
  quantityThousandths: number,
  unitPrice: Decimal,
  discount: Discount | null,
  currency: string,
): LinePrice | LineFault => {
  const gross = multiplyToMinor({ coefficient: quantityThousandths, scale: 3 }, unitPrice, currency);
  if (typeof gross === 'string') return gross;
  if (discount === null) return { amountMinor: gross, discountMinor: null };
  const off = 'minor' in discount ? discount.minor : scaledMinor(gross, discount.basisPoints, 10_000);
  if (off > gross) return 'discountAbovePrice';
  return { amountMinor: gross - off, discountMinor: off === 0 ? null : off };
};

const MAX_PRICE_SCALE = 9;

/**
 * The shortest unit price that multiplies back to exactly `grossMinor`: 10.00 for 30.00 over 3 pieces, 3.333 for 10.00
 * over 3. Null for a quantity of 0, which has no unit price.
 */
export const unitPriceOf = (
  grossMinor: number,
  quantityThousandths: number,
  currency: string,
): Decimal | null => {
  if (quantityThousandths === 0) return null;
  const sign = quantityThousandths < 0 ? -1 : 1;
  for (let scale = minorDigits(currency); scale <= MAX_PRICE_SCALE; scale++) {
    const factor = 1000 * 10 ** (scale - minorDigits(currency));
    const coefficient = scaledMinor(grossMinor * sign, factor, Math.abs(quantityThousandths));
    if (!Number.isSafeInteger(coefficient)) return null;
    const price = { coefficient, scale };
    if (multiplyToMinor({ coefficient: quantityThousandths, scale: 3 }, price, currency) === grossMinor)
      return price;
  }
  return null;
};

/** What is left of a line to be paid back: what was bought, less what was refunded already. */
export interface Refundable {
  readonly quantityThousandths: number;
  readonly amountMinor: number;
}

export const refundableOf = (bought: Refundable, refunds: readonly Refundable[]): Refundable => {
  let { quantityThousandths, amountMinor } = bought;
  for (const refund of refunds) {
    // Refunds are kept as negative lines.
    quantityThousandths += refund.quantityThousandths;
    amountMinor += refund.amountMinor;
  }
  return { quantityThousandths: Math.max(0, quantityThousandths), amountMinor: Math.max(0, amountMinor) };
};

/** The money that belongs to a part of what is left; the last part takes what rounding left over. */
export const refundAmountOf = (left: Refundable, quantityThousandths: number): number =>
  left.quantityThousandths === 0
    ? 0
    : scaledMinor(left.amountMinor, quantityThousandths, left.quantityThousandths);
