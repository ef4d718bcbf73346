import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Decimal,
  MAX_AMOUNT_MINOR,
  minorDigits,
  multiplyToMinor,
  parseDecimal,
  parseMoney,
} from '../../../src-shared/domain/money.ts';
import { runs } from '../../runs.ts';

const decimalOf = (text: string): Decimal => {
  const parsed = parseDecimal(text, '.');
  if (typeof parsed === 'string') throw new Error(`${text}: ${parsed}`);
  return parsed;
};

describe('minor digits', () => {
  it.each([
    ['PLN', 2],
    ['RON', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  it('refuses what is no currency code', () => {
    expect(() => minorDigits('zloty')).toThrow(RangeError);
  });
});

describe('parseMoney', () => {
  it.each([
    ['12.34', '.', 'USD', 1234],
    ['0.29', '.', 'USD', 29],
    ['  11.77 ', '.', 'USD', 1177],
    ['1.1', '.', 'USD', 110],
    ['5', '.', 'USD', 500],
    ['.5', '.', 'USD', 50],
    ['5.', '.', 'USD', 500],
    ['-0.00', '.', 'USD', 0],
    ['-12.50', '.', 'USD', -1250],
    ['\u221212.50', '.', 'USD', -1250],
    ['12.50-', '.', 'USD', -1250],
    ['(12.50)', '.', 'USD', -1250],
    ['+3', '.', 'USD', 300],
    ['1,234.50', '.', 'USD', 123450],
    ['1.234,50', ',', 'PLN', 123450],
    ['1 234,50', ',', 'PLN', 123450],
    ['1\u00a0234\u00a0567,5', ',', 'PLN', 123456750],
    ["1'234.50", '.', 'CHF', 123450],
    ['12,5000', ',', 'PLN', 1250],
    ['12,50 zł', ',', 'PLN', 1250],
    ['12,50 zł.', ',', 'PLN', 1250],
    ['12,50 PLN', ',', 'PLN', 1250],
    ['-12,50 zł', ',', 'PLN', -1250],
    ['99,90 lei', ',', 'RON', 9990],
    ['€ 1.5', '.', 'EUR', 150],
    ['-€1.50', '.', 'EUR', -150],
    ['($1.50)', '.', 'USD', -150],
    ['1500', '.', 'JPY', 1500],
    ['1500.0', '.', 'JPY', 1500],
    ['1.234', '.', 'KWD', 1234],
  ] as const)('reads %j with %j in %s as %i', (text, decimal, currency, minor) => {
    expect(parseMoney(text, { decimal, currency })).toBe(minor);
  });

  it.each([
    ['', '.', 'USD', 'empty'],
    [' \u00a0', '.', 'USD', 'empty'],
    ['abc', '.', 'USD', 'notANumber'],
    ['-', '.', 'USD', 'notANumber'],
    ['.', '.', 'USD', 'notANumber'],
    ['zł', ',', 'PLN', 'notANumber'],
    ['1e5', '.', 'USD', 'notANumber'],
    ['12.34.56', '.', 'USD', 'notANumber'],
    ['--5', '.', 'USD', 'notANumber'],
    // Written with the other decimal mark: never 1,250 instead of 12.50.
    ['12,50', '.', 'USD', 'notANumber'],
    ['12.50', ',', 'PLN', 'notANumber'],
    ['1,2345.00', '.', 'USD', 'notANumber'],
    ['0,250', '.', 'USD', 'notANumber'],
    ['001.250,00', ',', 'PLN', 'notANumber'],
    ['1 234.567,00', ',', 'PLN', 'notANumber'],
    ['12.345', '.', 'USD', 'tooManyDecimals'],
    ['0.5', '.', 'JPY', 'tooManyDecimals'],
    ['10 EUR', ',', 'PLN', 'otherCurrency'],
    ['$10', ',', 'PLN', 'otherCurrency'],
    ['10000000000.01', '.', 'USD', 'tooLarge'],
    ['99999999999999999999', '.', 'USD', 'tooLarge'],
  ] as const)('refuses %j with %j in %s: %s', (text, decimal, currency, fault) => {
    expect(parseMoney(text, { decimal, currency })).toBe(fault);
  });

  it('gives back every amount exactly, however it is grouped', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_AMOUNT_MINOR, max: MAX_AMOUNT_MINOR }),
        fc.constantFrom(
          { decimal: ',', currency: 'PLN', group: '' },
          { decimal: ',', currency: 'PLN', group: '\u202f' },
          { decimal: ',', currency: 'RON', group: '.' },
          { decimal: '.', currency: 'USD', group: ',' },
          { decimal: '.', currency: 'KWD', group: ' ' },
          { decimal: '.', currency: 'JPY', group: ',' },
        ),
        (minor, { decimal, currency, group }) => {
          const digits = minorDigits(currency);
          const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
          const whole = padded.slice(0, padded.length - digits).replace(/\B(?=(\d{3})+$)/g, group);
          const text = `${minor < 0 ? '-' : ''}${whole}${digits > 0 ? decimal + padded.slice(-digits) : ''}`;
          expect(parseMoney(text, { decimal: decimal === ',' ? ',' : '.', currency })).toBe(minor);
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('never throws and never answers a fraction', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,-+() \u00a0złPLN$e'), maxLength: 14 }),
        (text) => {
          const read = parseMoney(text, { decimal: ',', currency: 'PLN' });
          expect(typeof read === 'string' || Number.isSafeInteger(read)).toBe(true);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

describe('quantity times unit price', () => {
  it.each([
    ['6', '2.55', 'GBP', 1530],
    ['3', '0.335', 'USD', 101],
    ['-3', '0.335', 'USD', -101],
    ['1', '1.005', 'USD', 101],
    ['1', '1.0049', 'USD', 100],
    ['0.5', '0.01', 'USD', 1],
    ['-0.5', '0.01', 'USD', -1],
    ['1.5', '333', 'JPY', 500],
    ['0', '9.99', 'USD', 0],
    ['2', '3', 'USD', 600],
  ])('%s x %s in %s is %i', (quantity, price, currency, minor) => {
    expect(multiplyToMinor(decimalOf(quantity), decimalOf(price), currency)).toBe(minor);
  });

  it('refuses a product beyond any amount', () => {
    expect(multiplyToMinor(decimalOf('9000000000'), decimalOf('9000000000'), 'USD')).toBe('tooLarge');
  });

  it('is symmetric about zero and within half a minor unit', () => {
    const anyDecimal = fc.record({
      coefficient: fc.integer({ min: -99999, max: 99999 }),
      scale: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (quantity, price) => {
        const minor = multiplyToMinor(quantity, price, 'PLN');
        const opposite = multiplyToMinor({ ...quantity, coefficient: -quantity.coefficient }, price, 'PLN');
        if (typeof minor === 'string' || typeof opposite === 'string') throw new Error('out of range');
        expect(minor + opposite).toBe(0);
        const scale = 10n ** BigInt(quantity.scale + price.scale);
        const error = BigInt(minor) * scale - 100n * BigInt(quantity.coefficient) * BigInt(price.coefficient);
        expect(2n * (error < 0n ? -error : error) <= scale).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });
});
