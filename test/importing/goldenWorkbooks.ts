// Wrote the workbooks among the golden files: `node test/importing/goldenWorkbooks.ts`. They are kept as files, so that a change of
// the writer cannot change what is tested.
import { join } from 'node:path';
import { row, type TestWorkbook, writeWorkbook } from './makeWorkbook.ts';

const GOLDEN = join(import.meta.dirname, '../fixtures/golden');

const shared = (at: number) => ({ raw: `<c r="@" t="s"><v>${at}</v></c>` });
const formula = (text: string, value: number) => ({ raw: `<c r="@"><f>${text}</f><v>${value}</v></c>` });

const WORKBOOKS: Readonly<Record<string, TestWorkbook>> = {
  // Dates as dates, numbers as numbers, texts shared; prices computed by formulas, shown with two decimals.
  'typed-cells.xlsx': {
    texts: [
      'Klient',
      'Data',
      'Usługa',
      'Kwota',
      'Łucja Żak',
      'Strzyżenie',
      '<r><t>Żaneta </t></r><r><t>Gęś</t></r>',
    ],
    formats: [0, 14, 'yyyy\\-mm\\-dd\\ hh:mm', '#,##0.00\\ "zł"'],
    sheets: [
      {
        name: 'Wizyty',
        rows: [
          row(1, [shared(0), shared(1), shared(2), shared(3)]),
          row(2, [shared(4), 45296, shared(5), 120.5], { 1: 1, 3: 3 }),
          row(
            3,
            [
              shared(6),
              45297.4375,
              shared(5),
              { raw: '<c r="@" s="3"><f>B9*1.23</f><v>61.499999999999993</v></c>' },
            ],
            { 1: 2 },
          ),
          row(4, [shared(4), 45338, shared(5), formula('100+1', 101)], { 1: 1 }),
        ].join(''),
      },
    ],
  },
  'calendar-1904.xlsx': {
    is1904: true,
    formats: [0, 14],
    sheets: [
      {
        name: 'Sheet1',
        rows:
          row(1, ['Client ID', 'Date', 'Amount']) +
          row(2, ['A1', 43834, 10], { 1: 1 }) +
          row(3, ['A2', 43835, 20], { 1: 1 }),
      },
    ],
  },
  // The first sheet is a cover, one is hidden; the table begins at C4 and has a group of columns above its names.
  'second-sheet-merged-header.xlsx': {
    formats: [0, 14],
    sheets: [
      { name: 'Okładka', rows: row(1, ['Raport roczny']) },
      {
        name: 'Dane',
        state: 'hidden',
        rows: row(1, ['Klient', 'Data', 'Kwota']) + row(2, ['X', '2020-01-01', 1]),
      },
      {
        name: 'Sprzedaż 2024',
        rows:
          row(2, [null, null, 'Raport sprzedaży']) +
          row(4, [null, null, 'Data', 'Klient', null, 'Sprzedaż', null]) +
          row(5, [null, null, null, 'Nr klienta', 'Nazwisko', 'Towar', 'Kwota']) +
          row(6, [null, null, 45296, 'K1', 'Nowak', 'Chleb', 8.4], { 2: 1 }) +
          row(7, [null, null, 45297, 'K2', 'Kos', 'Masło', 9.9], { 2: 1 }) +
          row(8, [null, null, 45298, 'K1', 'Nowak', 'Ser', 21], { 2: 1 }),
        after:
          '<mergeCells count="3"><mergeCell ref="C4:C5"/><mergeCell ref="D4:E4"/><mergeCell ref="F4:G4"/></mergeCells>',
      },
    ],
  },
  // Numbers typed as texts with a comma beside real numbers, card numbers with zeros, an error, a truth value, empty rows.
  'texts-among-numbers.xlsx': {
    formats: [0, 22],
    sheets: [
      {
        name: 'Arkusz1',
        rows:
          row(1, ['Nr karty', 'Data', 'Kwota', 'Uwagi']) +
          row(2, ['000123', 45296.75, '12,50 zł', 'a_x000D_\nb'], { 1: 1 }) +
          row(3, ['000456', '06.01.2024', 1234.5]) +
          row(
            5,
            [
              '000123',
              45298,
              { raw: '<c r="@" t="e"><v>#DIV/0!</v></c>' },
              { raw: '<c r="@" t="b"><v>1</v></c>' },
            ],
            { 1: 1 },
          ) +
          row(6, [null, null, null, null]),
      },
    ],
  },
  // Written by a program that prefixes every element and leaves out the places of cells.
  'prefixed.xlsx': {
    prefix: 'x',
    formats: [0, 14],
    sheets: [
      {
        name: 'Export',
        rows:
          '<x:row><x:c t="inlineStr"><x:is><x:t>Client</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Data</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Suma</x:t></x:is></x:c></x:row>' +
          '<x:row><x:c t="inlineStr"><x:is><x:t>Ștefan Țepeș</x:t></x:is></x:c><x:c s="1"><x:v>45296</x:v></x:c><x:c><x:v>45</x:v></x:c></x:row>' +
          '<x:row><x:c t="inlineStr"><x:is><x:t>Ioana Brânză</x:t></x:is></x:c><x:c t="d"><x:v>2024-01-06T10:15:00</x:v></x:c><x:c><x:v>1.8E2</x:v></x:c></x:row>',
      },
    ],
  },
  // Days without a date format, as they come out of a database export.
  'serials-without-format.xlsx': {
    sheets: [
      {
        name: 'Sheet1',
        rows:
          row(1, ['Customer', 'Date', 'Time', 'Amount']) +
          row(2, ['A', 45296, 'x', 10]) +
          row(3, ['B', 45297, 'y', 20]),
      },
    ],
  },
};

for (const [name, workbook] of Object.entries(WORKBOOKS)) await writeWorkbook(join(GOLDEN, name), workbook);
