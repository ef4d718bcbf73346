/** Files of every kind that an owner may drop on the window: what is a table is read, what is not is refused with what to do. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRecords } from '../../src-main/importing/readRecords.ts';
import { readingOf } from '../../src-main/importing/readSample.ts';
import type { FileRecord } from '../../src-main/importing/splitRecords.ts';
import { refusalOf, tempDir } from '../db/support/databases.ts';
import { GOLDEN } from './golden.ts';
import { row, type TestWorkbook, writeWorkbook } from './makeWorkbook.ts';
import { guess } from './support.ts';

const written = (content: Buffer | string, name = 'file.bin'): string => {
  const path = join(tempDir(), name);
  writeFileSync(path, content);
  return path;
};

const workbook = async (made: TestWorkbook, name = 'book.xlsx'): Promise<string> => {
  const path = join(tempDir(), name);
  await writeWorkbook(path, made);
  return path;
};

const sheetOf = (rows: string | Iterable<string>): TestWorkbook => ({ sheets: [{ name: 'Sheet1', rows }] });
const HEADER = row(1, ['Client', 'Date', 'Amount']);

/** A compound file ([MS-CFB]) with these names in its directory. */
const compoundFile = (...names: string[]): Buffer => {
  const bytes = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 48);
  names.forEach((name, at) => {
    bytes.write(name, 1024 + at * 128, 'utf16le');
  });
  return bytes;
};

/** A ZIP whose one entry claims what it likes about itself. */
const zipOf = (name: string, content: Buffer, claimed = content.length, flags = 0): Buffer => {
  const packed = deflateRawSync(content);
  const fileName = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(flags, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimed, 22);
  local.writeUInt16LE(fileName.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(flags, 8);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(fileName.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + fileName.length, 12);
  end.writeUInt32LE(local.length + fileName.length + packed.length, 16);
  return Buffer.concat([local, fileName, packed, central, fileName, end]);
};

describe('files that are no table', () => {
  it.each([
    ['an old workbook', () => written(compoundFile('Root Entry', 'Workbook')), 'import.oldWorkbook'],
    ['a workbook of Excel 5', () => written(compoundFile('Root Entry', 'Book')), 'import.oldWorkbook'],
    [
      'a workbook locked with a password',
      () => written(compoundFile('Root Entry', 'EncryptedPackage')),
      'import.encryptedWorkbook',
    ],
    ['an old text document', () => written(compoundFile('Root Entry', 'WordDocument')), 'import.notText'],
    ['a compound file cut off', () => written(compoundFile('Workbook').subarray(0, 40)), 'import.notText'],
    ['a binary workbook', () => written(zipOf('xl/workbook.bin', Buffer.from('x'))), 'import.oldWorkbook'],
    [
      'a page called .xls',
      () => written('<html><table><tr><td>1</td></tr></table></html>', 'till.xls'),
      'import.oldWorkbook',
    ],
    [
      'XML of Excel 2003',
      () =>
        written(
          '<?xml version="1.0"?>\r\n<?mso-application progid="Excel.Sheet"?>\r\n<Workbook/>',
          'till.xls',
        ),
      'import.oldWorkbook',
    ],
    [
      'an archive',
      () => written(zipOf('visits.csv', Buffer.from('a;b\n1;2\n')), 'visits.zip'),
      'import.archive',
    ],
    [
      'an archive cut off',
      () => written(zipOf('visits.csv', Buffer.from('a;b\n')).subarray(0, 60), 'visits.zip'),
      'import.archive',
    ],
    ['a packed text', () => written(Buffer.from('1f8b0800', 'hex')), 'import.archive'],
    ['a 7-Zip archive', () => written(Buffer.from('377abcaf271c0004', 'hex')), 'import.archive'],
    ['a PDF', () => written('%PDF-1.7\n1 0 obj\n'), 'import.pdf'],
    ['a photograph', () => written(Buffer.from('ffd8ffe000104a464946', 'hex')), 'import.image'],
    ['a screenshot', () => written(Buffer.from('89504e470d0a1a0a0000', 'hex')), 'import.image'],
    [
      'a picture of an iPhone',
      () => written(Buffer.from('00000018667479706865696300000000', 'hex')),
      'import.image',
    ],
    ['a text document', () => written('{\\rtf1 hello}'), 'import.notText'],
  ])('%s is refused', async (_, make, code) => {
    expect((await refusalOf(() => guess(make()))).code).toBe(code);
  });

  it('an OpenDocument spreadsheet is refused', async () => {
    const path = await workbook({
      ...sheetOf(HEADER),
      extraParts: { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
      withoutParts: ['xl/workbook.xml'],
    });
    expect((await refusalOf(() => guess(path))).code).toBe('import.openDocument');
  });

  it('a text that begins with BM is no picture', async () => {
    expect((await guess(written('BMW nr;Data;Kwota\n1;05.01.2024;10,00\n'))).mapping.layout).toBe(
      'delimited',
    );
  });
});

describe('workbooks that are damaged or made to do harm', () => {
  const good = readFileSync(join(GOLDEN, 'typed-cells.xlsx'));

  it.each([
    ['cut off', () => written(good.subarray(0, good.length - 200), 'a.xlsx')],
    ['ten bytes long', () => written(good.subarray(0, 10), 'a.xlsx')],
    [
      'with an entry that is not deflate',
      () => {
        const broken = Buffer.from(good);
        randomBytes(200).copy(broken, 700);
        return written(broken, 'a.xlsx');
      },
    ],
    [
      'that says it is smaller than it is',
      () => written(zipOf('xl/workbook.xml', Buffer.alloc(100_000, 65), 10), 'a.xlsx'),
    ],
  ])('%s: refused', async (_, make) => {
    const error = await refusalOf(() => guess(make()));
    expect(['import.damagedWorkbook', 'import.fileEmpty']).toContain(error.code);
    expect(error.params).toMatchObject({ fileName: 'a.xlsx' });
  });

  it.each([
    ['a sheet that is no XML', '<row r="1"><c'],
    ['a tag that is never closed', '<row r="1"><c r="A1"><v>1</v></row>'],
    ['rows that go backwards', row(2, ['a', 'b']) + row(1, ['c', 'd'])],
    ['a row beyond the last', row(2_000_000, ['a', 'b'])],
    ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
  ])('%s: refused', async (_, rows) => {
    expect((await refusalOf(async () => guess(await workbook(sheetOf(rows))))).code).toBe(
      'import.damagedWorkbook',
    );
  });

  it('entities that swell are refused', async () => {
    const path = await workbook({
      ...sheetOf(HEADER),
      extraParts: {
        'xl/sharedStrings.xml':
          '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>',
      },
    });
    expect((await refusalOf(() => guess(path))).code).toBe('import.damagedWorkbook');
  });

  it('an archive locked with a password is refused', async () => {
    const path = written(zipOf('xl/workbook.xml', Buffer.from('x'), 1, 1), 'a.xlsx');
    expect((await refusalOf(() => guess(path))).code).toBe('import.encryptedWorkbook');
  });

  it('a sheet of a few kilobytes that swells to hundreds of megabytes is refused before it does', async () => {
    const path = await workbook(
      sheetOf(
        (function* () {
          yield HEADER;
          for (let i = 0; i < 200; i++) yield ' '.repeat(1024 * 1024);
        })(),
      ),
    );
    const startedMs = performance.now();
    const before = process.memoryUsage().rss;
    expect((await refusalOf(() => guess(path))).code).toBe('import.workbookTooLarge');
    expect(performance.now() - startedMs).toBeLessThan(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('a cell of many megabytes is refused', async () => {
    const noise = randomBytes(4 * 1024 * 1024).toString('hex');
    const path = await workbook(
      sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>${noise}</t></is></c></row>`),
    );
    expect((await refusalOf(() => guess(path))).code).toBe('import.workbookTooLarge');
  });
});

const recordsOf = async (path: string, sheet?: string): Promise<FileRecord[]> => {
  const reading = await readingOf(path, { encoding: 'auto' });
  const records: FileRecord[] = [];
  const mapping = {
    layout: reading.format,
    decimal: '.' as const,
    ...(sheet === undefined ? {} : { sheet }),
  };
  for await (const _share of readRecords(path, mapping as never, reading, (record) => records.push(record)));
  return records;
};

describe('sheets', () => {
  const path = join(GOLDEN, 'second-sheet-merged-header.xlsx');

  it('offers those that are shown, and takes the first that holds a table', async () => {
    const found = await guess(path);
    expect(found.sheets).toEqual(['Okładka', 'Sprzedaż 2024']);
    expect(found.mapping.sheet).toBe('Sprzedaż 2024');
  });

  it('numbers its rows as the owner sees them', async () => {
    expect((await recordsOf(path, 'Sprzedaż 2024')).map(({ line }) => line)).toEqual([2, 4, 5, 6, 7, 8]);
  });

  it('refuses a sheet that is not there', async () => {
    expect((await refusalOf(() => recordsOf(path, 'Nowy'))).code).toBe('import.unknownSheet');
  });

  it('refuses a layout of text', async () => {
    const reading = await readingOf(path, { encoding: 'auto' });
    const read = async () => {
      const mapping = { layout: 'delimited', separator: ';', decimal: '.' } as const;
      for await (const _share of readRecords(path, mapping, reading, () => undefined));
    };
    expect((await refusalOf(read)).code).toBe('import.invalidMapping');
  });

  it('gives 29 February 1900 to nobody, and rounds seconds', async () => {
    const made = await workbook({
      formats: [0, 22, 14, 20, '[h]:mm', '0.00%', '[$-415]d mmmm yyyy;@', '#,##0.00\\ [$zł-415]'],
      sheets: [
        {
          name: 'a',
          rows: row(1, [59, 60, 61, 45296.9999999, 0.4375, 0.125, 45296, 12.345], {
            0: 2,
            1: 2,
            2: 2,
            3: 1,
            4: 3,
            5: 5,
            6: 6,
            7: 7,
          }),
        },
      ],
    });
    expect((await recordsOf(made))[0]?.cells).toEqual([
      '1900-02-28',
      '60',
      '1900-03-01',
      '2024-01-06T00:00:00',
      '10:30:00',
      '0.125',
      '2024-01-05',
      '12.35',
    ]);
  });
});
