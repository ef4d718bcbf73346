/** Figures in writing: digits, signs and units as each language writes them. */
import { describe, expect, it } from 'vitest';
import { compareEstimates } from '../../src-renderer/figures/figureOf.ts';
import {
  countedText,
  intervalText,
  shareRangeText,
  shareText,
  valueText,
  wholeMoneyText,
} from '../../src-renderer/figures/figureText.ts';
import type { Figure } from '../../src-shared/domain/figure.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

const [en, pl, ro] = [wordsFor('en'), wordsFor('pl'), wordsFor('ro')];
/** Intl separates with no-break spaces, narrow ones included. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

const figure = (change: Partial<Figure>): Figure => ({
  key: 'repeatCustomerRate',
  value: 0.4833,
  unit: 'share',
  numerator: 1139,
  denominator: 2357,
  n: 2357,
  low: 0.4632,
  high: 0.5034,
  from: null,
  to: null,
  asOf: '1998-06-30',
  definition: 1,
  ...change,
});

describe('shares', () => {
  it('have a decimal where they are small', () => {
    expect([0.4833, 0.046, 0, 0.0996, 1].map((share) => shareText(share, en))).toEqual([
      '48%',
      '4.6%',
      '0%',
      '10%',
      '100%',
    ]);
    expect(shareRangeText(0.031, 0.057, pl)).toBe('3,1–5,7%');
    // Of very many people: whole numbers would read the same.
    expect(shareRangeText(0.5271, 0.5344, pl)).toBe('52,7–53,4%');
    expect(plain(shareRangeText(0.43, 0.49, ro))).toBe('43–49 %');
  });

  it('say of how many', () => {
    expect(valueText(figure({}), 'USD', en)).toBe('48%');
    expect(intervalText(figure({}), 'USD', en)).toBe('46–50%');
    expect(countedText(figure({}), 'USD', en)).toBe('1,139 of 2,357');
    expect(countedText(figure({}), 'USD', ro)).toBe('1.139 din 2.357');
    expect(countedText(figure({ key: 'firstReturn.60', n: 571 }), 'USD', pl)).toBe('571 nowych osób');
  });

  it('are a dash where nothing can be said', () => {
    const unknown = figure({ value: null, low: null, high: null });
    expect(valueText(unknown, 'USD', en)).toBe('–');
    expect(intervalText(unknown, 'USD', en)).toBe('–');
    expect(valueText(null, 'USD', en)).toBe('–');
  });
});

describe('money', () => {
  const perVisit = figure({
    key: 'intensity.netPerOccasion',
    unit: 'money',
    value: 13_104.4,
    low: 12_742,
    high: 13_486,
    n: 458,
    numerator: 6_001_800,
    denominator: 458,
  });

  it('names its currency once where the language puts it behind', () => {
    expect(plain(valueText(perVisit, 'PLN', pl))).toBe('131,04 zł');
    expect(plain(intervalText(perVisit, 'PLN', pl))).toBe('127,42–134,86 zł');
    expect(intervalText(perVisit, 'USD', en)).toBe('$127.42–$134.86');
    expect(countedText(perVisit, 'PLN', pl)).toBe('458 wizyt');
  });

  it('has a true minus and no dash beside it', () => {
    const lossy = figure({ ...perVisit, value: -250, low: -1200, high: 700 });
    expect(plain(valueText(lossy, 'PLN', pl))).toBe('−2,50 zł');
    expect(plain(intervalText(lossy, 'PLN', pl))).toBe('od −12,00 zł do 7,00 zł');
  });

  it('turns to millions where digits would be counted instead of read', () => {
    expect(plain(wholeMoneyText(12_345_678_900, 'PLN', pl))).toBe('123,5 mln zł');
    expect(plain(wholeMoneyText(1_234_567_800, 'PLN', pl))).toBe('12 345 678 zł');
    expect(plain(wholeMoneyText(1_234_567_800, 'PLN', pl, 'narrow'))).toBe('12,3 mln zł');
    expect(plain(wholeMoneyText(6_208_800, 'PLN', pl, 'narrow'))).toBe('62 088 zł');
  });
});

describe('two estimates', () => {
  const estimate = (low: number, high: number, n = 100) => ({ value: (low + high) / 2, low, high, n });

  it.each([
    [estimate(0.5, 0.6), estimate(0.3, 0.4), 'more'],
    [estimate(0.3, 0.4), estimate(0.5, 0.6), 'fewer'],
    [estimate(0.35, 0.5), estimate(0.3, 0.4), 'same'],
    // Touching is overlapping.
    [estimate(0.4, 0.5), estimate(0.3, 0.4), 'same'],
    [estimate(0.5, 0.6, 29), estimate(0.3, 0.4), 'unknown'],
    [estimate(0.5, 0.6), estimate(0.3, 0.4, 29), 'unknown'],
    [estimate(0.5, 0.6), null, 'unknown'],
    [{ ...estimate(0.5, 0.6), low: null }, estimate(0.3, 0.4), 'unknown'],
  ] as const)('%#: %s', (now, before, said) => {
    expect(compareEstimates(now, before)).toBe(said);
  });
});
