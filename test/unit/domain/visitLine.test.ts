// Lines of a visit: by example, and by the laws that keep a till and its owner at peace.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lineOfPrice,
  refundAmountOf,
  refundableOf,
  scaledMinor,
  unitPriceOf,
} from '../../../src-shared/domain/visitLine.ts';
import { runs } from '../../runs.ts';

const price = (coefficient: number, scale = 2) => ({ coefficient, scale });

describe('a line', () => {
  it.each([
    ['one piece', 1000, price(12050), null, 12050, null],
    ['half a kilo', 500, price(1999), null, 1000, null],
    ['three at 0.335', 3000, price(335, 3), null, 101, null],
    ['ten off', 2000, price(5000), { minor: 1000 }, 9000, 1000],
    ['ten percent off', 1000, price(9995), { basisPoints: 1000 }, 8995, 1000],
    ['all of it off', 1000, price(5000), { basisPoints: 10_000 }, 0, 5000],
    ['nothing off', 1000, price(5000), { minor: 0 }, 5000, null],
    ['free', 1000, price(0), { basisPoints: 5000 }, 0, null],
  ] as const)('%s', (_name, quantity, unit, discount, amountMinor, discountMinor) => {
    expect(lineOfPrice(quantity, unit, discount, 'PLN')).toEqual({ amountMinor, discountMinor });
  });

  it('never takes off more than the price', () => {
    expect(lineOfPrice(1000, price(5000), { minor: 5001 }, 'PLN')).toBe('discountAbovePrice');
  });

  it('says too large instead of losing digits', () => {
    expect(lineOfPrice(1_000_000_000, price(900_000_000), null, 'PLN')).toBe('tooLarge');
  });
});

describe('the price of one', () => {
  it('is short where it can be', () => {
    expect(unitPriceOf(3000, 3000, 'PLN')).toEqual(price(1000));
    expect(unitPriceOf(1000, 3000, 'PLN')).toEqual(price(3333, 3));
    expect(unitPriceOf(10_000, 3000, 'PLN')).toEqual(price(33333, 3));
    expect(unitPriceOf(500, 1000, 'JPY')).toEqual(price(500, 0));
    expect(unitPriceOf(500, 0, 'PLN')).toBeNull();
  });

  it('multiplies back to exactly what was paid', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom('PLN', 'JPY', 'KWD'),
        (gross, quantity, currency) => {
          const unit = unitPriceOf(gross, quantity, currency);
          expect(unit).not.toBeNull();
          expect(lineOfPrice(quantity, unit!, null, currency)).toEqual({
            amountMinor: gross,
            discountMinor: null,
          });
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

describe('refunds', () => {
  it('in any parts give back exactly what was paid, never more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 30 }),
        (pieces, amountMinor, parts) => {
          const bought = { quantityThousandths: pieces * 1000, amountMinor };
          const refunds: { quantityThousandths: number; amountMinor: number }[] = [];
          for (const part of [...parts, 20]) {
            const left = refundableOf(bought, refunds);
            const quantity = Math.min(part * 1000, left.quantityThousandths);
            const back = refundAmountOf(left, quantity);
            expect(back).toBeLessThanOrEqual(left.amountMinor);
            if (quantity > 0) refunds.push({ quantityThousandths: -quantity, amountMinor: -back });
          }
          expect(refundableOf(bought, refunds)).toEqual({ quantityThousandths: 0, amountMinor: 0 });
          expect(refunds.reduce((sum, refund) => sum - refund.amountMinor, 0)).toBe(amountMinor);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('round half away from zero on both sides of it', () => {
    expect([scaledMinor(5, 1, 2), scaledMinor(-5, 1, 2), scaledMinor(0, -7, 2)]).toEqual([3, -3, 0]);
  });
});
