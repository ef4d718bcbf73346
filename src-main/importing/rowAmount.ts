/** Quantities, prices and amounts of a row: exact decimals, rounded once. */
import type { RejectionReason } from '../../src-shared/contract/importContract.ts';
import {
  type Decimal,
  type DecimalMark,
  minorDigits,
  multiplyToMinor,
  parseDecimal,
  parseMoney,
} from '../../src-shared/domain/money.ts';

export const PIECE = 1000;
const MAX_QUANTITY_THOUSANDTHS = 1e12;
const ONE: Decimal = { coefficient: 1, scale: 0 };
const PERCENT_DIGITS = 2;

/** "2 szt", "1,5 h": the unit says nothing that counts here. */
const withoutUnit = (text: string): string => text.replace(/\s*[\p{L}.]+\s*$/u, '');

export const thousandthsOf = ({ coefficient, scale }: Decimal): number | null => {
  const value = coefficient * 10 ** (3 - scale);
  return Number.isInteger(value) && Math.abs(value) <= MAX_QUANTITY_THOUSANDTHS ? value : null;
};

export interface AmountCells {
  readonly quantity: string;
  /** Undefined where the mapping has no such column. */
  readonly amount: string | undefined;
  readonly unitPrice: string | undefined;
  readonly discount: string;
}

export interface RowAmount {
  /** 1 piece = 1000; negative for a refund. */
  readonly quantityThousandths: number;
  /** Null where the mapping has no amount at all: a list of appointments. */
  readonly amountMinor: number | null;
  /** What was taken off, never negative; null where the row says nothing of it. */
  readonly discountMinor: number | null;
}

export const amountReader = (
  decimal: DecimalMark,
  currency: string,
): ((cells: AmountCells) => RowAmount | RejectionReason) => {
  const notation = { decimal, currency };

  const readPrice = (text: string): Decimal | RejectionReason => {
    const parsed = parseDecimal(text, decimal);
    if (typeof parsed !== 'string') return parsed;
    if (parsed === 'empty') return 'missingAmount';
    if (parsed === 'tooLarge') return 'amountOutOfRange';
    // With a currency sign beside it, a price is read like an amount.
    const minor = parseMoney(text, notation);
    if (typeof minor === 'string') return minor === 'tooLarge' ? 'amountOutOfRange' : 'invalidAmount';
    return { coefficient: minor, scale: minorDigits(currency) };
  };

  /** Of `wholeMinor`, where the cell says a share of it: "10 %". */
  const readDiscount = (text: string, wholeMinor: number | null): number | null | RejectionReason => {
    if (text === '') return null;
    const share = /^(.*\d)\s*%$/.exec(text);
    if (share) {
      const read = parseDecimal(share[1]!, decimal);
      if (typeof read === 'string') return 'invalidAmount';
      if (wholeMinor === null) return null;
      const off = multiplyToMinor(
        { coefficient: Math.abs(wholeMinor), scale: minorDigits(currency) },
        { coefficient: Math.abs(read.coefficient), scale: read.scale + PERCENT_DIGITS },
        currency,
      );
      return typeof off === 'string' ? 'amountOutOfRange' : off;
    }
    const read = parseMoney(text, notation);
    if (typeof read === 'string') return read === 'tooLarge' ? 'amountOutOfRange' : 'invalidAmount';
    return Math.abs(read);
  };

  return (cells) => {
    let quantity = ONE;
    if (cells.quantity !== '') {
      let read = parseDecimal(cells.quantity, decimal);
      if (typeof read === 'string') read = parseDecimal(withoutUnit(cells.quantity), decimal);
      if (typeof read === 'string') return 'invalidQuantity';
      quantity = read;
    }
    let quantityThousandths = thousandthsOf(quantity);
    if (quantityThousandths === null) return 'invalidQuantity';

    let amountMinor: number | null = null;
    let discountMinor: number | null = null;
    if (cells.amount !== undefined) {
      const read = parseMoney(cells.amount, notation);
      if (read === 'empty') return 'missingAmount';
      if (read === 'tooLarge') return 'amountOutOfRange';
      if (typeof read === 'string') return 'invalidAmount';
      amountMinor = read;
      if (cells.discount !== '') {
        // What was paid stands in the file; a share of it would not be what was taken off.
        const off = cells.discount.endsWith('%') ? null : readDiscount(cells.discount, null);
        if (typeof off === 'string') return off;
        discountMinor = off;
      }
    } else if (cells.unitPrice !== undefined) {
      const price = readPrice(cells.unitPrice);
      if (typeof price === 'string') return price;
      const read = multiplyToMinor(quantity, price, currency);
      if (typeof read === 'string') return 'amountOutOfRange';
      amountMinor = read;
      if (cells.discount !== '') {
        const off = readDiscount(cells.discount, read);
        if (typeof off === 'string') return off;
        discountMinor = off;
        if (off !== null) {
          if (off > Math.abs(read)) return 'invalidAmount';
          amountMinor = read < 0 ? read + off : read - off;
        }
      }
    }
    // A refund is negative in both, whichever of the two the file marks.
    if (amountMinor !== null && amountMinor < 0)
      quantityThousandths = -Math.abs(quantityThousandths || PIECE);
    else if (amountMinor !== null && quantityThousandths < 0 && amountMinor !== 0) amountMinor = -amountMinor;
    return { quantityThousandths, amountMinor, discountMinor };
  };
};
