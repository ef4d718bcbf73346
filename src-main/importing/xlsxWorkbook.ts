/** What a workbook says about itself: its sheets, its calendar, the formats and the texts that its cells refer to. */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { WorkbookArchive } from './xlsxArchive.ts';
import { type CellFormat, cellFormat } from './xlsxCell.ts';
import { SharedTexts } from './xlsxTexts.ts';
import { readWholeXml, readXml } from './xlsxXml.ts';

const WORKBOOK = 'xl/workbook.xml';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
}

export class Workbook {
  readonly archive: WorkbookArchive;
  /** Those that are shown, in their order. */
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  #formats: readonly CellFormat[] | null = null;
  #texts: SharedTexts | null = null;
  readonly #parts: ReadonlyMap<string, string>;

  private constructor(
    archive: WorkbookArchive,
    sheets: readonly WorkbookSheet[],
    is1904: boolean,
    parts: ReadonlyMap<string, string>,
  ) {
    this.archive = archive;
    this.sheets = sheets;
    this.is1904 = is1904;
    this.#parts = parts;
  }

  /** To be closed. Throws `import.fileUnreadable`, `.damagedWorkbook`, `.workbookTooLarge`. */
  static async open(path: string): Promise<Workbook> {
    const archive = await WorkbookArchive.open(path);
    try {
      const byId = new Map<string, string>();
      const byType = new Map<string, string>();
      if (archive.has('xl/_rels/workbook.xml.rels')) {
        await readWholeXml(archive, 'xl/_rels/workbook.xml.rels', {
          open(name, { Id = '', Type = '', Target = '' }) {
            if (name !== 'Relationship') return;
            const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`;
            byId.set(Id, part);
            byType.set(Type.split('/').at(-1) ?? '', part);
          },
        });
      }
      const shown: WorkbookSheet[] = [];
      const hidden: WorkbookSheet[] = [];
      let is1904 = false;
      await readWholeXml(archive, WORKBOOK, {
        open(name, attributes) {
          if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
          if (name !== 'sheet') return;
          const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? '';
          const part = byId.get(id) ?? `xl/worksheets/sheet${shown.length + hidden.length + 1}.xml`;
          // Charts have sheets of their own, which hold no cells.
          if (!/worksheets?\//.test(part)) return;
          const list = attributes.state === undefined || attributes.state === 'visible' ? shown : hidden;
          list.push({ name: attributes.name ?? '', part });
        },
      });
      return new Workbook(archive, shown.length > 0 ? shown : hidden, is1904, byType);
    } catch (error) {
      archive.close();
      throw error;
    }
  }

  /** The sheet of that name, or the first. Throws `import.unknownSheet`, `import.fileEmpty`. */
  sheetOf(name: string | undefined): WorkbookSheet {
    const found = name === undefined ? this.sheets[0] : this.sheets.find((sheet) => sheet.name === name);
    if (found) return found;
    if (name === undefined) throw new RevinoError('import.fileEmpty', { fileName: this.archive.fileName });
    throw new RevinoError('import.unknownSheet', { sheet: name });
  }

  /** By the number that a cell's `s` names. */
  async formats(): Promise<readonly CellFormat[]> {
    if (this.#formats) return this.#formats;
    const formats: CellFormat[] = [];
    const codes = new Map<number, string>();
    const ids: number[] = [];
    let isInCells = false;
    const part = this.#parts.get('styles') ?? 'xl/styles.xml';
    if (this.archive.has(part)) {
      await readWholeXml(this.archive, part, {
        open(name, attributes) {
          if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
          else if (name === 'cellXfs') isInCells = true;
          else if (name === 'xf' && isInCells) ids.push(Number(attributes.numFmtId ?? 0));
        },
        close(name) {
          if (name === 'cellXfs') isInCells = false;
        },
      });
    }
    for (const id of ids) formats.push(cellFormat(id, codes.get(id)));
    this.#formats = formats;
    return formats;
  }

  /** Yields while it reads; the answer is in `texts` then. */
  async *readTexts(): AsyncGenerator<void> {
    if (this.#texts) return;
    const texts = new SharedTexts(this.archive.fileName);
    const part = this.#parts.get('sharedStrings') ?? 'xl/sharedStrings.xml';
    if (this.archive.has(part)) {
      let text = '';
      let isInText = false;
      let isReading = true;
      const listener = {
        open(name: string) {
          if (name === 'si') text = '';
          else if (name === 't') isInText = isReading;
          // How a name is spoken, in Japan; no part of it.
          else if (name === 'rPh') isReading = false;
        },
        text(piece: string) {
          if (isInText) text += piece;
        },
        close(name: string) {
          if (name === 't') isInText = false;
          else if (name === 'rPh') isReading = true;
          else if (name === 'si') texts.add(text);
        },
      };
      for await (const _bytes of readXml(this.archive, part, listener)) yield;
    }
    this.#texts = texts;
  }

  get texts(): SharedTexts {
    if (!this.#texts) throw new Error('The shared texts are read first.');
    return this.#texts;
  }

  close(): void {
    this.archive.close();
  }
}
