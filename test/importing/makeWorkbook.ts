/**
 * Workbooks for the tests, part by part: what spreadsheet programs write, and what they never would. Not the writer that the
 * export uses, on purpose: the reader must understand more than we write ourselves.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface TestSheet {
  readonly name: string;
  /** `<row>` elements, in pieces where there are many. */
  readonly rows: string | Iterable<string>;
  readonly state?: 'hidden';
  /** After the rows: merged cells and the like. */
  readonly after?: string;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  /** Texts that cells refer to by `t="s"`. */
  readonly texts?: readonly string[];
  /** Number formats by the index that a cell's `s` names; a number is a built-in one. */
  readonly formats?: readonly (number | string)[];
  readonly is1904?: boolean;
  /** Written as `<x:row>`. */
  readonly prefix?: string;
  readonly extraParts?: Readonly<Record<string, string>>;
  readonly withoutParts?: readonly string[];
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const stylesOf = (formats: readonly (number | string)[]): string => {
  const own = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(format)}"/>`] : [],
  );
  const uses = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === 'number' ? format : 164 + at}"/>`,
  );
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="${own.length}">${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${uses.join('')}</cellXfs></styleSheet>`;
};

const partsOf = ({
  sheets,
  texts = [],
  formats = [0],
  is1904 = false,
  prefix = '',
}: TestWorkbook): Map<string, string | Iterable<string>> => {
  const parts = new Map<string, string | Iterable<string>>();
  parts.set(
    '[Content_Types].xml',
    `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  );
  const listed = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" ${state ? `state="${state}" ` : ''}r:id="rId${at + 1}"/>`,
  );
  parts.set(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
  );
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  relations.push(`<Relationship Id="rIdS" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
  relations.push(
    `<Relationship Id="rIdT" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
  );
  parts.set(
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
  parts.set('xl/styles.xml', stylesOf(formats));
  const items = texts.map((text) =>
    text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${escapeXml(text)}</t></si>`,
  );
  parts.set(
    'xl/sharedStrings.xml',
    `${XML}<sst xmlns="${MAIN}" count="${texts.length}">${items.join('')}</sst>`,
  );
  sheets.forEach(({ rows, after = '' }, at) => {
    const [open, close] =
      prefix === ''
        ? [`<worksheet xmlns="${MAIN}"><sheetData>`, `</sheetData>${after}</worksheet>`]
        : [
            `<${prefix}:worksheet xmlns:${prefix}="${MAIN}"><${prefix}:sheetData>`,
            `</${prefix}:sheetData>${after}</${prefix}:worksheet>`,
          ];
    parts.set(
      `xl/worksheets/sheet${at + 1}.xml`,
      typeof rows === 'string' ? XML + open + rows + close : inPieces(XML + open, rows, close),
    );
  });
  return parts;
};

function* inPieces(start: string, pieces: Iterable<string>, end: string): Iterable<string> {
  yield start;
  yield* pieces;
  yield end;
}

/** Equal input, equal bytes. */
export const writeWorkbook = async (path: string, workbook: TestWorkbook): Promise<void> => {
  const zip = new ZipFile();
  const mtime = new Date(2024, 0, 1);
  const parts = partsOf(workbook);
  for (const [name, content] of Object.entries(workbook.extraParts ?? {})) parts.set(name, content);
  for (const name of workbook.withoutParts ?? []) parts.delete(name);
  for (const [name, content] of parts) {
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, { mtime });
    else zip.addReadStream(Readable.from(content, { objectMode: false }), name, { mtime });
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(path));
};

type Cell = string | number | null | { readonly raw: string };

const columnName = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);

/** A row of inline texts and numbers; `styles` by column. `raw` is a cell as XML, with `@` for its place. */
export const row = (
  line: number,
  cells: readonly Cell[],
  styles: Readonly<Record<number, number>> = {},
): string => {
  const written = cells.map((cell, at) => {
    const place = `${columnName(at)}${line}`;
    const style = styles[at] === undefined ? '' : ` s="${styles[at]}"`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`;
    if (typeof cell === 'object') return cell.raw.replace('@', place);
    return `<c r="${place}"${style} t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`;
  });
  return `<row r="${line}">${written.join('')}</row>`;
};
