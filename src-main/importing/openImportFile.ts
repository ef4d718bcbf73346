/**
 * Looks at a visits file for the first time: can it be read, is it text, in which encoding, how are its columns set
 * apart, and what do they most likely mean. Reads the beginning only (further where it is plain ASCII, to find the first
 * letter that tells the encoding) and writes nothing. The result is a mapping that the owner may correct.
 */
import { isAscii } from 'node:buffer';
import { basename } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Mapping, OpenedFile } from '../../src-shared/contract/importContract.ts';
import { type ColumnValues, guessColumns } from './columnGuess.ts';
import { looksLikeHeader } from './columnNames.ts';
import { guessDatePattern } from './dateGuess.ts';
import { isNumeric } from './decimalGuess.ts';
import { commonestWidth, guessLayout, type LayoutGuess, recordsOf } from './layoutGuess.ts';
import { MAX_LINE_CHARACTERS, openForReading, readLines, unreadable } from './readLines.ts';
import { firstFullRecord } from './resolveColumns.ts';
import { isBlankLine } from './splitRecords.ts';
import { detectEncoding } from './textEncoding.ts';

/** The wizard's file before it is given a token. */
export type ImportFileGuess = Omit<OpenedFile, 'fileToken'>;

const SAMPLE_BYTES = 256 * 1024;
/** How far the file is searched for its first letter beyond ASCII. */
const LETTER_SEARCH_BYTES = 64 * 1024 * 1024;
/** A line as long as is allowed, in the widest encoding. */
const LONGEST_LINE_BYTES = MAX_LINE_CHARACTERS * 4;
const LAYOUT_LINES = 300;
const GUESS_LINES = 5000;

interface FileSample {
  readonly encoding: string;
  readonly lineEnd: '\n' | '\r';
}

/** Encoding and line ends. Throws `import.fileUnreadable`, `.fileEmpty`, `.lineTooLong` or `.notText`. */
const sampleFile = async (path: string): Promise<FileSample & { sizeBytes: number }> => {
  const fileName = basename(path);
  const { handle, sizeBytes } = await openForReading(path);
  try {
    if (sizeBytes === 0) throw new RevinoError('import.fileEmpty', { fileName });
    const readAt = async (position: number, length: number): Promise<Buffer> => {
      const buffer = Buffer.allocUnsafe(length);
      const { bytesRead } = await handle.read(buffer, 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    try {
      let start = await readAt(0, SAMPLE_BYTES);
      const hasLineEnd = (bytes: Buffer) => bytes.includes(10) || bytes.includes(13);
      if (!hasLineEnd(start) && sizeBytes > start.length) {
        start = await readAt(0, LONGEST_LINE_BYTES);
        if (!hasLineEnd(start) && sizeBytes > start.length && !start.includes(0)) {
          throw new RevinoError('import.lineTooLong', { fileName, line: 1 });
        }
      }
      let found = detectEncoding(start, fileName, start.length < sizeBytes);
      if (found.encoding === 'utf-8' && found.markBytes === 0 && isAscii(start)) {
        const last = Math.min(sizeBytes, LETTER_SEARCH_BYTES);
        for (let at = start.length; at < last; at += SAMPLE_BYTES) {
          const piece = await readAt(at, SAMPLE_BYTES);
          if (isAscii(piece)) continue;
          const first = piece.findIndex((byte) => byte >= 0x80);
          const around = await readAt(at + first, SAMPLE_BYTES);
          found = detectEncoding(around, fileName, at + first + around.length < sizeBytes);
          break;
        }
      }
      return { encoding: found.encoding, lineEnd: start.includes(10) ? '\n' : '\r', sizeBytes };
    } catch (error) {
      throw error instanceof RevinoError ? error : unreadable(path, error);
    }
  } finally {
    await handle.close();
  }
};

/** Runs a question to the file system; whatever it refuses is `import.fileUnreadable`. */
export const unreadableUnlessKnown = async <T>(path: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof RevinoError ? error : unreadable(path, error);
  }
};

const firstLines = async (path: string, sample: FileSample, count: number): Promise<string[]> => {
  const lines: string[] = [];
  for await (const batch of readLines(path, sample)) {
    for (const line of batch.lines) {
      lines.push(line);
      if (lines.length >= count) return lines;
    }
  }
  return lines;
};

/** Whether the first full row names the columns below it. */
const isHeader = (
  first: readonly string[],
  rows: readonly (readonly string[])[],
  lastDay: number,
): boolean => {
  const below = rows.slice(0, 200);
  if (looksLikeHeader(first)) return true;
  for (let at = 0; at < first.length; at++) {
    const values = below.map((cells) => cells[at] ?? '').filter((value) => value.trim() !== '');
    if (values.length === 0) continue;
    const numeric = values.filter(isNumeric).length >= values.length * 0.9;
    const cell = first[at]!.trim();
    if (numeric && cell !== '' && !isNumeric(cell) && /\p{L}/u.test(cell)) return true;
    const date = guessDatePattern(values, lastDay);
    if (date && date.share >= 0.9 && cell !== '' && guessDatePattern([cell], lastDay) === null) return true;
  }
  return false;
};

/** How `mapping.encoding` and the file's line ends come out: needed by preview and import alike. */
export interface FileReading extends FileSample {
  /** As found in the file; `encoding` is the mapping's own where it names one. */
  readonly detectedEncoding: string;
  readonly sizeBytes: number;
}

/** Throws as `openImportFile`. */
export const readingOf = async (path: string, mapping: Pick<Mapping, 'encoding'>): Promise<FileReading> => {
  const sample = await sampleFile(path);
  return {
    ...sample,
    detectedEncoding: sample.encoding,
    encoding: mapping.encoding === 'auto' ? sample.encoding : mapping.encoding,
  };
};

/** What a column is called on screen: its header, or its position from 1. */
export const columnNamesOf = (header: readonly string[] | null, width: number): string[] =>
  Array.from({ length: Math.max(width, header?.length ?? 0) }, (_, i) => {
    const name = header?.[i]?.trim() ?? '';
    return name === '' ? String(i + 1) : name;
  });

/**
 * `lastDay` is the last day number that a date in the file can mean (tomorrow, in the shop's zone).
 * Throws `import.fileUnreadable`, `.fileEmpty`, `.lineTooLong`, `.notText`.
 */
export const openImportFile = async (path: string, lastDay: number): Promise<ImportFileGuess> => {
  const sample = await sampleFile(path);
  const lines = await firstLines(path, sample, GUESS_LINES);
  if (lines.every(isBlankLine)) throw new RevinoError('import.fileEmpty', { fileName: basename(path) });
  const layout: LayoutGuess = guessLayout(lines.slice(0, LAYOUT_LINES));
  const all = recordsOf(lines, layout);
  const { width } = commonestWidth(all);
  const first = firstFullRecord(all, width);
  const below = first ? all.slice(all.indexOf(first) + 1) : [];
  const rows = below.flatMap(({ cells }) => (cells && cells.length === width ? [cells] : []));
  const firstCells = first?.cells ?? [];
  const header = isHeader(firstCells, rows, lastDay) ? firstCells : null;
  const data = header === null ? [firstCells, ...rows] : rows;
  const columns: ColumnValues[] = Array.from({ length: width }, (_, i) => ({
    name: header?.[i]?.trim() || null,
    values: data.map((cells) => cells[i] ?? ''),
  }));
  const guess = guessColumns(columns, lastDay);
  const mapping: Mapping = {
    kind: 'visits',
    ...layout,
    encoding: 'auto',
    header: header !== null,
    dateFormat: guess.date?.pattern ?? 'yyyy-MM-dd',
    decimal: guess.decimal,
    onMissingCustomer: 'walk-in',
    columns: Object.fromEntries(
      Object.entries(guess.columns).map(([field, at]) => [field, columnReference(columns, at)]),
    ),
  };
  return {
    fileName: basename(path),
    sizeBytes: sample.sizeBytes,
    encoding: sample.encoding,
    mapping,
    columnNames: columnNamesOf(header, width),
    sheets: [],
    preset: null,
    isDateOrderAmbiguous: guess.date?.isOrderAmbiguous ?? false,
  };
};

/** By name where the name is the column's alone: a preset then survives a column added in front. */
const columnReference = (columns: readonly ColumnValues[], at: number): string | number => {
  const name = columns[at]?.name ?? null;
  if (name === null || name.length > 300) return at;
  return columns.filter((column) => column.name === name).length === 1 ? name : at;
};
