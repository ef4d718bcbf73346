import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldedWords } from '../../src-shared/domain/fold.ts';
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
