/**
 * From lines to rows of cells: delimited (quotes, doubled quotes, line breaks inside quotes), columns set apart by
 * white space, or of fixed width. A quote that never closes costs its own row and nothing else: the rows after it
 * are read as if it had not been there, which a parser that only sees a stream of characters cannot do.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';

export interface FileRecord {
  /** Line of the file where the record begins, from 1. */
  readonly line: number;
  /** The record as it stands in the file, line breaks included. */
  readonly text: string;
  /** Null where no cells could be told apart. */
  readonly cells: readonly string[] | null;
  /** In a workbook: where a number or a date stands that was written as such, and in no notation. */
  readonly typed?: readonly boolean[];
}

/** How far a quoted cell may reach before its opening quote is taken for a slip. */
const MAX_QUOTED_LINES = 50;
const MAX_QUOTED_CHARACTERS = 100_000;

export type RecordLayout = Pick<Mapping, 'layout' | 'separator' | 'widths'>;

/** Gets the records one by one, so that each can be forgotten before the next is made. */
export type TakeRecord = (record: FileRecord) => void;

export interface RecordSplitter {
  push(lines: readonly string[], firstLine: number, take: TakeRecord): void;
  end(take: TakeRecord): void;
}

/** `="0123"`: how programs keep Excel from taking a number's zeros away. */
const FORMULA_TEXT = /^="([^"]*)"$/;
/** `'0123`, `'+48 601…`: the mark by which a spreadsheet takes a cell for a text. */
const TEXT_MARK = /^'(?=[\d=+\-@])/;

/** Cells of delimited text, or null while a quoted cell is still open at its end. */
export const splitDelimited = (text: string, separator: string): string[] | null => {
  const cells = text.includes('"') ? splitQuoted(text, separator) : text.split(separator);
  if (cells === null) return null;
  const hasMarks = text.includes('="') || text.includes("'");
  return hasMarks ? cells.map((cell) => cell.replace(FORMULA_TEXT, '$1').replace(TEXT_MARK, '')) : cells;
};

const splitQuoted = (text: string, separator: string): string[] | null => {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    while (text[start] === ' ' && separator !== ' ') start++;
    if (text[start] === '"') {
      let cell = '';
      let from = start + 1;
      for (;;) {
        const quote = text.indexOf('"', from);
        if (quote < 0) return null;
        cell += text.slice(from, quote);
        if (text[quote + 1] !== '"') {
          from = quote + 1;
          break;
        }
        cell += '"';
        from = quote + 2;
      }
      const next = text.indexOf(separator, from);
      // Text after the closing quote belongs to the cell: `"30" tube` is somebody's product.
      cell += (next < 0 ? text.slice(from) : text.slice(from, next)).trimEnd();
      cells.push(cell);
      if (next < 0) return cells;
      at = next + 1;
    } else {
      const next = text.indexOf(separator, at);
      cells.push(next < 0 ? text.slice(at) : text.slice(at, next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
};

const splitWhitespace = (text: string): string[] => {
  const cells: string[] = [];
  const length = text.length;
  let at = 0;
  while (at < length) {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 9 || code === 0xa0) code = text.charCodeAt(++at);
    if (at >= length) break;
    const from = at;
    while (at < length && code !== 32 && code !== 9 && code !== 0xa0) code = text.charCodeAt(++at);
    cells.push(text.slice(from, at));
  }
  return cells;
};

const splitFixedWidth = (text: string, widths: readonly number[]): string[] => {
  let from = 0;
  return widths.map((width, i) => {
    // The last column takes what is left, however long.
    const cell = i === widths.length - 1 ? text.slice(from) : text.slice(from, from + width);
    from += width;
    return cell.trim();
  });
};

class DelimitedSplitter implements RecordSplitter {
  readonly #separator: string;
  #open: string[] = [];
  #openLine = 0;
  #openCharacters = 0;

  constructor(separator: string) {
    this.#separator = separator;
  }

  push(lines: readonly string[], firstLine: number, take: TakeRecord): void {
    this.#split(lines, firstLine, take);
  }

  end(take: TakeRecord): void {
    while (this.#open.length > 0) this.#giveUp(take);
  }

  #split(lines: readonly string[], firstLine: number, take: TakeRecord): void {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]!;
      if (this.#open.length === 0) {
        const cells = splitDelimited(line, this.#separator);
        if (cells) {
          take({ line: firstLine + i, text: line, cells });
          continue;
        }
        this.#openLine = firstLine + i;
        this.#openCharacters = 0;
      }
      this.#open.push(line);
      this.#openCharacters += line.length;
      if (this.#open.length > 1 && line.includes('"')) {
        const text = this.#open.join('\n');
        const cells = splitDelimited(text, this.#separator);
        if (cells) {
          this.#open = [];
          take({ line: this.#openLine, text, cells });
          continue;
        }
      }
      if (this.#open.length > MAX_QUOTED_LINES || this.#openCharacters > MAX_QUOTED_CHARACTERS) {
        this.#giveUp(take);
      }
    }
  }

  /** The first open line is a row of its own that cannot be read; those after it get a fresh start. */
  #giveUp(take: TakeRecord): void {
    const [broken = '', ...rest] = this.#open;
    const line = this.#openLine;
    this.#open = [];
    take({ line, text: broken, cells: null });
    this.#split(rest, line + 1, take);
  }
}

const perLine = (split: (text: string) => string[]): RecordSplitter => ({
  push: (lines, firstLine, take) => {
    for (let i = 0; i < lines.length; i++) {
      const text = lines[i]!;
      take({ line: firstLine + i, text, cells: split(text) });
    }
  },
  end: () => undefined,
});

export const recordSplitter = ({ layout, separator, widths }: RecordLayout): RecordSplitter => {
  if (layout === 'delimited') return new DelimitedSplitter(separator ?? ';');
  if (layout === 'whitespace') return perLine(splitWhitespace);
  return perLine((text) => splitFixedWidth(text, widths ?? []));
};

export const isBlankLine = (text: string): boolean => text.trim() === '';
