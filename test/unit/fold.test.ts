import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords, showsNothing } from '../../src-shared/domain/fold.ts';
import { runs } from '../runs.ts';

describe('fold', () => {
  it.each([
    ['Łódź', 'lodz'],
    ['ZAŻÓŁĆ GĘŚLĄ JAŹŃ', 'zazolc gesla jazn'],
    ['Ştefan Ţepeş', 'stefan tepes'],
    ['Ștefan Țepeș', 'stefan tepes'],
    ['Ăâî', 'aai'],
    ['Đorđe', 'dorde'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['İstanbul ırmak', 'istanbul irmak'],
    ['Ærø', 'aero'],
    ['  Anna \t Maria\u00a0Nowak ', 'anna maria nowak'],
    ['', ''],
    ['李雷 42', '李雷 42'],
  ])('%s is found as %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it('is the same for composed and decomposed input, and a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(text);
        expect(fold(folded)).toBe(folded);
        expect(fold(text.normalize('NFD'))).toBe(folded);
        expect(fold(text.normalize('NFC'))).toBe(folded);
      }),
      { numRuns: runs(2000) },
    );
  });
});

describe('foldedWords', () => {
  it('gives each word once, without punctuation', () => {
    expect(foldedWords("O'Brien-Łoś, Anna (Anna)")).toEqual(['o', 'brien', 'los', 'anna']);
    expect(foldedWords(' -- ')).toEqual([]);
  });
});

describe('a text of which nothing can be seen', () => {
  it.each([
    '',
    ' ',
    '\u00a0',
    '\n',
    '\u0301',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\u00ad',
    '\0',
    ' \u200d\u0301 ',
  ])('%j', (text) => {
    expect(showsNothing(text)).toBe(true);
  });

  it.each(['a', 'Ł', '-', '—', '李', '👩‍👩‍👧', '\u202ex', 'e\u0301', '\u0301e', '½', '€'])(
    'is not %j',
    (text) => {
      expect(showsNothing(text)).toBe(false);
    },
  );

  it('is any that folds to nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        if (fold(text) === '') expect(showsNothing(text)).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
  });
});
