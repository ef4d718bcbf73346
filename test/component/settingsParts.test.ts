/** What people type into the settings, read without a window. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseTypedInterval, parseTypedRate } from '../../src-renderer/features/catalogue/typedValues.ts';
import { parseClosedDate } from '../../src-renderer/features/settings/closedDate.ts';
import { cellsOfPaste, isBlock } from '../../src-renderer/features/settings/spendPaste.ts';
import { likelyCurrency } from '../../src-renderer/features/setup/firstStartForm.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import { wordsFor } from '../../src-shared/words/words.ts';

test.each([
  ['', null],
  ['23', 2300],
  ['8,5 %', 850],
  ['8.5', 850],
  ['0', 0],
  ['100%', 10_000],
  ['100.01', 'fault'],
  ['-5', 'fault'],
  ['7,125', 'fault'],
  ['VAT', 'fault'],
])('the tax rate %s', (typed, points) => {
  expect(parseTypedRate(typed)).toBe(points);
});

describe('intervals', () => {
  test.each([
    ['', null],
    ['30', 30],
    ['6 weeks', 42],
    ['6 tyg.', 42],
    ['2 săptămâni', 14],
    ['20 de zile', 20],
    ['14 dni', 14],
    ['0', 'fault'],
    ['3 lata', 'fault'],
    ['soon', 'fault'],
    ['999 weeks', 'fault'],
  ])('%s', (typed, days) => {
    expect(parseTypedInterval(typed)).toBe(days);
  });

  it('come back from what is shown, in every language', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3660 }), fc.constantFrom(...LOCALES), (days, locale) => {
        const { t } = wordsFor(locale);
        const shown =
          days % 7 === 0 ? t('catalogue.weeks', { count: days / 7 }) : t('catalogue.days', { count: days });
        // From a thousand on, numbers are grouped; the field holds them all the same.
        fc.pre(days < 1000 || days % 7 === 0);
        expect(parseTypedInterval(shown)).toBe(days);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a block of amounts', () => {
  const grid = {
    months: ['2026-01', '2026-02', '2026-03'],
    sourceIds: [4, 5, null],
    currency: 'PLN',
    locale: 'pl',
  } as const;

  it('lies where it was pasted, and what is beyond the grid is left out', () => {
    expect(isBlock('120\n')).toBe(false);
    expect(isBlock('120\t30')).toBe(true);
    expect(cellsOfPaste('1 200,50\t\r\n3\t4\t5\r\n', grid, 1, 1)).toEqual({
      kind: 'cells',
      cells: [
        { month: '2026-02', sourceId: 5, amountMinor: 120_050 },
        { month: '2026-02', sourceId: null, amountMinor: null },
        { month: '2026-03', sourceId: 5, amountMinor: 300 },
        { month: '2026-03', sourceId: null, amountMinor: 400 },
      ],
    });
  });

  it('is refused whole for one cell that is no amount', () => {
    expect(cellsOfPaste('1\t2\nrazem\t3', grid, 0, 0)).toEqual({ kind: 'fault', text: 'razem' });
    expect(cellsOfPaste('1\t-2', grid, 0, 0)).toEqual({ kind: 'fault', text: '-2' });
  });
});

test.each([
  ['24.12.', '2026-12-24'],
  ['1.11', '2027-11-01'],
  ['20.11.', '2026-11-20'],
  ['29.2.', '2028-02-29'],
  ['2027-01-06', '2027-01-06'],
  ['6.1.2027', '2027-01-06'],
  ['31.2.', null],
  ['', null],
  ['Easter', null],
])('closed on %s', (typed, day) => {
  expect(parseClosedDate(typed, '2026-11-20')).toBe(day);
});

test('the currency of where the clock stands is a guess that fits', () => {
  expect(likelyCurrency('Europe/Warsaw', 'en')).toBe('PLN');
  expect(likelyCurrency('Europe/Chisinau', 'ro')).toBe('MDL');
  expect(likelyCurrency('America/Chicago', 'pl')).toBe('USD');
  expect(likelyCurrency('Europe/Berlin', 'en')).toBe('EUR');
  expect(likelyCurrency('Asia/Tokyo', 'pl')).toBe('PLN');
});
