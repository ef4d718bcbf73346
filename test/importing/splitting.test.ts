/** The row splitter against another one, and its recovery; dates, numbers and rejected rows in detail. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessDatePattern } from '../../src-main/importing/dateGuess.ts';
import { dateParser } from '../../src-main/importing/dateText.ts';
import { guessDecimal } from '../../src-main/importing/decimalGuess.ts';
import { csvCell, rejectedCsvHeader, rejectedCsvLine } from '../../src-main/importing/rejectedCsv.ts';
import { RowCounts } from '../../src-main/importing/rowCounts.ts';
import { rowHash } from '../../src-main/importing/rowHash.ts';
import { type FileRecord, recordSplitter, splitDelimited } from '../../src-main/importing/splitRecords.ts';
import { dayOfIso, isoOfDay } from '../../src-shared/domain/calendar.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { runs } from '../runs.ts';

const LAST_DAY = dayOfIso('2026-03-15');

/** The lines may come in several pieces. */
const split = (pieces: readonly (readonly string[])[]): FileRecord[] => {
  const splitter = recordSplitter({ layout: 'delimited', separator: ';' });
  const records: FileRecord[] = [];
  let line = 1;
  for (const lines of pieces) {
    splitter.push(lines, line, (record) => records.push(record));
    line += lines.length;
  }
  splitter.end((record) => records.push(record));
  return records;
};

describe('delimited rows', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ł', ' ', '"', ';', '\n', '7', '') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  it('come out as csv-parse reads them', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map(quoted).join(';')).join('\n');
        const ours = split([text.split('\n')]).map(({ cells }) => cells);
        const theirs = parse(text, { delimiter: ';', relaxColumnCount: true });
        // Text after a closing quote and line ends inside are kept; we only trim what stands around the quotes.
        expect(ours).toEqual(theirs);
      }),
      { numRuns: runs(300) },
    );
  });

  it.each([
    ['a;b;c', ['a', 'b', 'c']],
    ['a;;', ['a', '', '']],
    ['"a;b";c', ['a;b', 'c']],
    ['"a ""b""";c', ['a "b"', 'c']],
    [' "a" ;c', ['a', 'c']],
    ['"30" tube;c', ['30 tube', 'c']],
    ['30" tube;c', ['30" tube', 'c']],
    ['', ['']],
  ])('%s', (text, cells) => {
    expect(splitDelimited(text, ';')).toEqual(cells);
  });

  it('line numbers and texts survive quoted line ends and broken quotes', () => {
    const lines = ['a;1', '"b', 'b";2', '"broken;3', 'c;4', 'd;5'];
    const records = split([lines.slice(0, 2), lines.slice(2)]);
    expect(records.map(({ line, cells }) => [line, cells])).toEqual([
      [1, ['a', '1']],
      [2, ['b\nb', '2']],
      [4, null],
      [5, ['c', '4']],
      [6, ['d', '5']],
    ]);
  });
});

describe('dates', () => {
  const read = (pattern: string, text: string): string | null => {
    const date = dateParser(pattern)?.(text);
    if (!date) return null;
    const seconds = date.secondOfDay === null ? '' : ` ${date.secondOfDay}`;
    return isoOfDay(date.day) + seconds + (date.zoneMinutes === null ? '' : ` ${date.zoneMinutes}`);
  };

  it.each([
    ['yyyyMMdd', '19970131', '1997-01-31'],
    ['yyyyMMdd', '19970231', null],
    ['yyyyMMdd', '1997131', null],
    ['dd.MM.yyyy', '31.02.2024', null],
    ['dd.MM.yyyy', '29.02.2024', '2024-02-29'],
    ['dd.MM.yyyy', '29.02.2023', null],
    ['dd.MM.yyyy', '1.2.2024', null],
    ['d.M.yyyy', '1.2.2024', '2024-02-01'],
    ['d.M.yyyy', '01.12.2024', '2024-12-01'],
    ['MM/dd/yyyy', '13/01/2024', null],
    ['dd.MM.yyyy', '01.02.2024 10:00', null],
    ['dd.MM.yyyy HH:mm', '01.02.2024 10:05', '2024-02-01 36300'],
    ['dd.MM.yyyy HH:mm', '01.02.2024', '2024-02-01'],
    ['dd.MM.yyyy HH:mm', '01.02.2024 24:00', '2024-02-01 86399'],
    ['dd.MM.yyyy HH:mm', '01.02.2024 24:01', null],
    ['dd.MM.yyyy HH:mm', '01.02.2024 10:05 x', null],
    ["yyyy-MM-dd'T'HH:mm:ss", '2024-02-01T10:05:06Z', '2024-02-01 36306 0'],
    ['yyyy-MM-ddTHH:mm:ss', '2024-02-01T10:05:06.123+02:00', '2024-02-01 36306 120'],
    ['M/d/yyyy h:mm a', '1/5/2024 12:05 AM', '2024-01-05 300'],
    ['M/d/yyyy h:mm a', '1/5/2024 12:05 pm', '2024-01-05 43500'],
    ['M/d/yyyy h:mm a', '1/5/2024 13:05 pm', null],
    ['dd.MM.yy', '05.01.24', '2024-01-05'],
    ['dd.MM.yy', '05.01.97', '1997-01-05'],
  ])('%s reads %s as %s', (pattern, text, expected) => {
    expect(read(pattern, text)).toBe(expected);
    // The second time from memory.
    expect(read(pattern, text)).toBe(expected);
  });

  it.each(['MM/yyyy', 'dd.MM', 'yyyy-MM-dd hh:mm', 'yyyy yyyy MM dd', 'HH:mm'])(
    '%s is no date pattern',
    (pattern) => {
      expect(dateParser(pattern)).toBeNull();
    },
  );

  it.each([
    [['13/01/2024', '02/03/2024'], 'dd/MM/yyyy', false],
    [['01/13/2024', '02/03/2024'], 'MM/dd/yyyy', false],
    [['01/02/2024', '02/03/2024'], 'dd/MM/yyyy', true],
    [['01.02.2024', '02.03.2024'], 'dd.MM.yyyy', false],
    [['2024-02-01', '2024-03-02'], 'yyyy-MM-dd', false],
    [['24-02-01', '24-03-02'], 'dd-MM-yy', true],
    [['2024-02-01T10:00:00Z'], 'yyyy-MM-ddTHH:mm:ss', false],
    [['20240201101500'], 'yyyyMMddHHmmss', false],
    [['31.12.2025', 'brak'], 'dd.MM.yyyy', false],
  ])('%s are %s', (values, pattern, isOrderAmbiguous) => {
    expect(guessDatePattern(values, LAST_DAY)).toMatchObject({ pattern, isOrderAmbiguous });
  });

  it('takes no numbers, amounts or words for dates', () => {
    for (const values of [['00004', '00018'], ['12.50', '1.05'], ['tak', 'nie'], ['']]) {
      expect(guessDatePattern(values, LAST_DAY)).toBeNull();
    }
  });
});

describe('decimal marks', () => {
  it.each([
    [[['12,50', '3,00']], ','],
    [[['12.50', '1,000.00']], '.'],
    [[['1.000,00', '12,5']], ','],
    [[['12', '13']], '.'],
    [[[]], '.'],
    // Thousands, since not all have a mark; and several groups.
    [[['1.250', '900', '2.300']], ','],
    [[['1,250', '900', '']], '.'],
    [[['1.250.000', '2.300']], ','],
    // Kilograms and dinars: three decimals throughout, or a whole part that cannot be a group.
    [
      [
        ['40', '32'],
        ['1,500', '2,000'],
      ],
      ',',
    ],
    [[['12.500', '3.750', '112.005']], '.'],
    [[['0,250', '900', '1,000']], ','],
    [[['1250.000', '3.000']], '.'],
    // What is clear in one column holds for the others.
    [
      [
        ['12,50', '40'],
        ['1.000', '2'],
      ],
      ',',
    ],
  ])('%j: %s', (columns, mark) => {
    expect(guessDecimal(columns)).toBe(mark);
  });
});

describe('row identity', () => {
  it('tells texts apart that differ in a letter, a place or their length', () => {
    const texts = [
      '',
      'a',
      'b',
      'ab',
      'ba',
      'a\u0000',
      '\u0000a',
      'ą',
      'a'.repeat(8),
      'a'.repeat(9),
      'a'.repeat(16),
    ];
    expect(new Set(texts.map((text) => rowHash(text).toString('hex'))).size).toBe(texts.length);
    expect(rowHash('Łucja')).toEqual(rowHash('Łucja'));
    const many = new Set<string>();
    for (let i = 0; i < 100_000; i++)
      many.add(rowHash(`c${i % 1000}|2024-01-${i % 28}|${i}`).toString('hex'));
    expect(many.size).toBe(100_000);
  });

  it('counts equal rows, also past the first growth', () => {
    const counts = new RowCounts();
    for (let i = 0; i < 100_000; i++) expect(counts.add(rowHash(String(i)))).toBe(1);
    expect(counts.add(rowHash('7'))).toBe(2);
    expect(counts.add(rowHash('7'))).toBe(3);
  });
});

describe('the file of rejected rows', () => {
  it.each(['=1+1', '+48', '-5', '@cmd', '\tx', '\rx', '\nx'])('makes %j harmless', (text) => {
    expect(csvCell(text).startsWith(`"'`)).toBe(true);
  });

  it('has the columns of the original, then line and reason in the language; a spreadsheet reads it', () => {
    const cells = ['=HYPERLINK("x")', '31.02.2024'];
    const row = { line: 7, reason: 'invalidDate' as const, text: cells.join(';'), cells };
    const shape = { header: ['Klient', 'Data', ''], width: 3, separator: null };
    const polish = wordsFor('pl');
    const csv = rejectedCsvHeader(shape, polish) + rejectedCsvLine(row, shape, polish);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(parse(csv, { delimiter: ';', bom: true })).toEqual([
      ['Klient', 'Data', '', 'Wiersz', 'Powód'],
      [
        `'=HYPERLINK("x")`,
        '31.02.2024',
        '',
        '7',
        'to nie jest data w podanym formacie albo takiego dnia nie ma',
      ],
    ]);
    const bare = { ...shape, header: null, width: 2, separator: '|' };
    const english = wordsFor('en');
    expect(
      parse(rejectedCsvHeader(bare, english) + rejectedCsvLine(row, bare, english), {
        delimiter: '|',
        bom: true,
      }),
    ).toEqual([
      [
        `'=HYPERLINK("x")`,
        '31.02.2024',
        'Line 7: not a date in the stated format, or a day that does not exist',
      ],
    ]);
  });
});
