/** The pure parts of the desk, the wizard and the first start, as inputs and answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchedParts } from '../../src-renderer/features/desk/matches.ts';
import {
  dateExample,
  datePatterns,
  isDayFirst,
  missingField,
  parseWidths,
  positionOf,
  withColumn,
  withDayAndMonthSwapped,
  withLayout,
  withPositions,
} from '../../src-renderer/features/importing/mappingEdit.ts';
import {
  emptyForm,
  likelyCurrency,
  passphraseFault,
} from '../../src-renderer/features/setup/firstStartForm.ts';
import { parseTypedAmount } from '../../src-renderer/ui/typedAmount.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { runs } from '../runs.ts';

describe('an amount typed at the desk', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['12', 1200],
    ['12,5', 1250],
    ['12.5', 1250],
    ['12,50 zł', 1250],
    ['1 234,50', 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['-20', -2000],
    ['0', 0],
  ])('%j is %j', (typed, minor) => expect(parseTypedAmount(typed, 'PLN', 'pl')).toBe(minor));

  it.each(['abc', '12,345', '12,3,4', '1 23', '12 €', '99999999999999'])('%j is refused', (typed) =>
    expect(typeof parseTypedAmount(typed, 'PLN', 'pl')).toBe('string'),
  );

  it('reads back any amount, written with either mark', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000_000, max: 100_000_000 }),
        fc.constantFrom('.', ','),
        (minor, mark) => {
          const digits = String(Math.abs(minor)).padStart(3, '0');
          const text = `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}${mark}${digits.slice(-2)}`;
          expect(parseTypedAmount(text, 'PLN', 'pl')).toBe(minor === 0 ? 0 : minor);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe('the letters of a name that fit', () => {
  const marked = (name: string, typed: string) =>
    matchedParts(name, typed)
      .map(({ text, isMatch }) => (isMatch ? `[${text}]` : text))
      .join('');

  it.each([
    ['Agnieszka Kowalska', 'kowalsk', 'Agnieszka [Kowalsk]a'],
    ['Łucja Żak', 'lucja z', '[Łucja] [Ż]ak'],
    ['Ștefan Țurcanu', 'ste tur', '[Ște]fan [Țur]canu'],
    ['Kowalska-Nowak', 'now', 'Kowalska-[Now]ak'],
    ['Barbara', 'arb', 'Barbara'],
    ['Ewa', '', 'Ewa'],
  ])('%s for %s', (name, typed, expected) => expect(marked(name, typed)).toBe(expected));

  it('never changes the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, typed) => {
        const parts = matchedParts(name, typed);
        expect(parts.map(({ text }) => text).join('')).toBe(name.normalize('NFC'));
        expect(new Set(parts.map(({ at }) => at)).size).toBe(parts.length);
      }),
      { numRuns: runs(300) },
    );
  });
});

const mapping: Mapping = {
  kind: 'visits',
  layout: 'delimited',
  separator: ';',
  encoding: 'auto',
  header: true,
  dateFormat: 'dd.MM.yyyy HH:mm',
  decimal: ',',
  onMissingCustomer: 'walk-in',
  columns: { date: 'Data', customer: 'Klient' },
};
const names = ['Klient', 'Data', 'Kwota', 'Kwota', '5'];

describe('a mapping as the wizard changes it', () => {
  it('refers to a column by name where the name is its own, else by position', () => {
    expect(withColumn(mapping, 'staff', 0, names).columns.staff).toBe('Klient');
    expect(withColumn(mapping, 'amount', 3, names).columns.amount).toBe(3);
    expect(withColumn(mapping, 'note', 4, names).columns.note).toBe(4);
    expect(withColumn({ ...mapping, header: false }, 'staff', 0, names).columns.staff).toBe(0);
    expect(withColumn(mapping, 'customer', null, names).columns).toEqual({ date: 'Data' });
  });

  it('finds a field again, also after the names are gone', () => {
    expect(positionOf(mapping, 'date', names)).toBe(1);
    expect(positionOf(mapping, 'amount', names)).toBeNull();
    expect(withPositions(mapping, names).columns).toEqual({ date: 1, customer: 0 });
    expect(withPositions(mapping, ['a', 'b']).columns).toEqual({});
  });

  it('carries only the settings that belong to the layout', () => {
    const fixed = withLayout(mapping, 'fixed-width', names);
    expect(fixed).not.toHaveProperty('separator');
    expect(fixed.widths).toEqual([10]);
    expect(withLayout(fixed, 'whitespace', names)).not.toHaveProperty('widths');
    expect(withLayout(fixed, 'delimited', names).separator).toBe(';');
  });

  it('changes day and month about, there and back, for every pattern offered', () => {
    expect(withDayAndMonthSwapped('dd.MM.yyyy HH:mm')).toBe('MM.dd.yyyy HH:mm');
    expect(withDayAndMonthSwapped('M/d/yy h:mm a')).toBe('d/M/yy h:mm a');
    for (const pattern of datePatterns('d.M.yy H:mm')) {
      expect(withDayAndMonthSwapped(withDayAndMonthSwapped(pattern))).toBe(pattern);
      expect(isDayFirst(withDayAndMonthSwapped(pattern))).toBe(!isDayFirst(pattern));
    }
  });

  it('shows a pattern as a date, and always offers the present one', () => {
    expect(dateExample('dd.MM.yyyy HH:mm')).toBe('14.03.2026 09:05');
    expect(dateExample('yyyy-MM-ddTHH:mm:ss')).toBe('2026-03-14T09:05:30');
    expect(dateExample('M/d/yy h:mm a')).toBe('3/14/26 9:05 AM');
    expect(datePatterns('yy-MM-dd')[0]).toBe('yy-MM-dd');
    expect(new Set(datePatterns('yyyy-MM-dd')).size).toBe(datePatterns('yyyy-MM-dd').length);
  });

  it('reads widths, and says what is missing', () => {
    expect(parseWidths('6, 5 9')).toEqual([6, 5, 9]);
    for (const bad of ['', 'x', '0', '5.5', '1001']) expect(parseWidths(bad)).toBeNull();
    expect(missingField(mapping)).toBeNull();
    expect(missingField({ ...mapping, columns: {} })).toBe('date');
    expect(missingField({ ...mapping, columns: { date: 0, unitPrice: 1 } })).toBe('quantity');
    expect(missingField({ ...mapping, columns: { date: 0, unitPrice: 1, amount: 2 } })).toBeNull();
  });
});

describe('the first start', () => {
  it('guesses the currency from the clock, then from the language', () => {
    expect(likelyCurrency('Europe/Warsaw', 'en')).toBe('PLN');
    expect(likelyCurrency('Europe/Bucharest', 'en')).toBe('RON');
    expect(likelyCurrency('America/New_York', 'en')).toBe('USD');
    expect(likelyCurrency('Europe/Berlin', 'pl')).toBe('PLN');
    expect(likelyCurrency('Europe/Berlin', 'en')).toBe('EUR');
  });

  it('asks for a passphrase only where one is used, and counts letters, not bytes', () => {
    const form = emptyForm({
      systemLocale: 'en',
      systemTimeZone: 'Europe/Warsaw',
      isKeyStoreAvailable: false,
    });
    expect(form.protection).toBe('passphrase');
    expect(passphraseFault(form)).toBe('tooShort');
    expect(passphraseFault({ ...form, passphrase: '🔑🔑🔑🔑' })).toBe('tooShort');
    expect(passphraseFault({ ...form, passphrase: 'gęślą jaźń', repeated: 'gęślą jaźn' })).toBe('different');
    expect(passphraseFault({ ...form, passphrase: 'gęślą jaźń', repeated: 'gęślą jaźń' })).toBeNull();
    expect(passphraseFault({ ...form, protection: 'none' })).toBeNull();
  });
});
