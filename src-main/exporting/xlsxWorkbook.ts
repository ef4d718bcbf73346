/**
 * Tables as an XLSX workbook with typed cells: dates are dates, money is numbers, text is never a formula. Written as a
 * stream (Office Open XML, ECMA-376 part 1, SpreadsheetML), so that a sheet of a million rows needs little memory.
 */
import { dayOfIso } from '../../src-shared/domain/calendar.ts';
import { type Cell, type CellType, type ExportTable, majorUnits } from './exportTable.ts';
import type { CountedTable } from './shopTables.ts';
import { type ZipPart, zipBytes } from './zipParts.ts';

/** What Excel opens; what lies beyond goes on in another sheet. */
const MOST_ROWS = 1_048_576;
/** Excel's limit for the text of a cell. */
const MOST_CHARACTERS = 32_767;
/** Day 0 of the serial dates, for every day after February 1900. */
const SERIAL_DAY_0 = dayOfIso('1899-12-30');
const MINUTES_PER_DAY = 1440;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` below. */
const STYLE: Readonly<Record<CellType | 'head', number>> = {
  text: 0,
  yesNo: 0,
  integer: 1,
  number: 0,
  money: 2,
  share: 3,
  date: 4,
  moment: 5,
  head: 6,
};

/** In characters, where the title is not longer. */
const WIDTH: Readonly<Record<CellType, number>> = {
  text: 22,
  yesNo: 8,
  integer: 10,
  number: 10,
  money: 13,
  share: 10,
  date: 12,
  moment: 18,
};

const stylesXml = (moneyDigits: number): string => {
  const money = moneyDigits === 0 ? '#,##0' : `#,##0.${'0'.repeat(moneyDigits)}`;
  const cell = (format: number, font = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`;
  return `<styleSheet xmlns="${MAIN}"><numFmts count="4"><numFmt numFmtId="164" formatCode="${money}"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="167" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${cell(0)}${cell(1)}${cell(164)}${cell(165)}${cell(166)}${cell(167)}${cell(0, 1)}</cellXfs></styleSheet>`;
};

/** XML 1.0 has no place for most control characters, however they are written. */
const xmlText = (text: string): string =>
  text
    .slice(0, MOST_CHARACTERS)
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const serialOf = (moment: string): number => {
  const [day, time = '00:00'] = moment.split(/[ T]/);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOfIso(day!) - SERIAL_DAY_0 + (hours * 60 + minutes) / MINUTES_PER_DAY;
};

const cellXml = (cell: Cell, type: CellType, moneyDigits: number): string => {
  if (cell === null) return '<c/>';
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  const style = STYLE[type];
  if (typeof cell === 'number')
    return `<c s="${style}"><v>${type === 'money' ? majorUnits(cell, moneyDigits) : cell}</v></c>`;
  if (type === 'date' || type === 'moment') return `<c s="${style}"><v>${serialOf(cell)}</v></c>`;
  return textCell(cell, style);
};

interface Sheet {
  readonly name: string;
  readonly table: ExportTable;
  readonly rows: Iterator<readonly Cell[]>;
}

/** Excel's rules for the name of a sheet. */
const sheetName = (title: string, number: number): string => {
  const ending = number === 1 ? '' : ` ${number}`;
  return `${title.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31 - ending.length)}${ending}`;
};

function* sheetXml({ table, rows }: Sheet, moneyDigits: number): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${table.columns
    .map(
      ({ title, type }, place) =>
        `<col min="${place + 1}" max="${place + 1}" width="${Math.max(title.length + 3, WIDTH[type])}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;
  yield `<row>${table.columns.map(({ title }) => textCell(title, STYLE.head)).join('')}</row>`;
  for (let written = 1; written < MOST_ROWS; written++) {
    const { value, done } = rows.next();
    if (done) break;
    const cells = table.columns.map(({ type }, place) => cellXml(value[place] ?? null, type, moneyDigits));
    yield `<row>${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

/**
 * The workbook as a stream of bytes; a table too long for one sheet continues in the next. The rows of each table are
 * read once, while the stream is.
 */
export const xlsxBytes = (
  tables: readonly CountedTable[],
  moneyDigits: number,
): AsyncGenerator<Uint8Array> => {
  const sheets = tables.flatMap((table): Sheet[] => {
    const rows = table.rows[Symbol.iterator]();
    const parts = Math.max(1, Math.ceil(table.rowCount / (MOST_ROWS - 1)));
    return Array.from({ length: parts }, (_, part) => ({
      name: sheetName(table.title, part + 1),
      table,
      rows,
    }));
  });
  return zipBytes([
    ...frame(
      sheets.map(({ name }) => name),
      moneyDigits,
    ),
    ...sheets.map(
      (sheet, place): ZipPart => ({
        name: `xl/worksheets/sheet${place + 1}.xml`,
        text: () => sheetXml(sheet, moneyDigits),
      }),
    ),
  ]);
};

/** Everything of a workbook but its sheets. */
const frame = (sheetNames: readonly string[], moneyDigits: number): ZipPart[] => {
  const part = (name: string, text: string): ZipPart => ({ name, text: () => [HEAD, text] });
  const each = (draw: (number: number, name: string) => string): string =>
    sheetNames.map((name, place) => draw(place + 1, name)).join('');
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`)}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each((number, name) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheetNames.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', stylesXml(moneyDigits)),
  ];
};
