/**
 * Reads a text file in pieces and hands out its lines in batches, so that a file of any size needs the same memory.
 * Knows nothing of columns. A line that never ends is refused as soon as it is too long, not after it was read.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { byteOrderMark, decoderFor, isSameEncoding } from './textEncoding.ts';

/** No honest row is longer; a file without line ends would otherwise fill the memory. */
export const MAX_LINE_CHARACTERS = 1_000_000;

const PIECE_BYTES = 64 * 1024;

export interface LineBatch {
  /** Without their line ends. */
  readonly lines: readonly string[];
  /** Number in the file of the first of them, from 1. */
  readonly firstLine: number;
  /** Bytes read so far. */
  readonly bytesRead: number;
}

/** `import.fileUnreadable` for whatever the system says about a file that cannot be read. */
export const unreadable = (path: string, error: unknown): RevinoError => {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new RevinoError('import.fileUnreadable', { fileName: basename(path), reason }, { cause: error });
};

export const openForReading = async (path: string): Promise<{ handle: FileHandle; sizeBytes: number }> => {
  let handle: FileHandle | undefined;
  try {
    // Asked before opening: a pipe that nobody writes to would be waited for without an end.
    if (!(await stat(path)).isFile()) throw new Error('not a file');
    handle = await open(path, 'r');
    const { size } = await handle.stat();
    return { handle, sizeBytes: size };
  } catch (error) {
    await handle?.close();
    throw unreadable(path, error);
  }
};

/** Accents written apart from their letter (as Macs do), and signs of no width that come with copied text. */
const NOT_AS_TYPED = /[\u0300-\u036f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A text as its writer meant it: one letter, one sign, and nothing that cannot be seen. */
export const asTyped = (text: string): string =>
  NOT_AS_TYPED.test(text) ? text.replace(INVISIBLE, '').normalize('NFC') : text;

export interface ReadLinesOptions {
  readonly encoding: string;
  /** A lone CR ends a line (very old Macs); else it is part of the text, as in quoted fields. */
  readonly lineEnd?: '\n' | '\r';
  readonly signal?: AbortSignal | undefined;
  /** Sees the file's bytes as they are read, to sum them up without reading twice. */
  readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
}

/**
 * Lines of the file at `path`. Throws `import.fileUnreadable`, `import.lineTooLong`, `import.notText` (a NUL in the text), or
 * `job.cancelled` once `signal` is aborted.
 */
export async function* readLines(path: string, options: ReadLinesOptions): AsyncGenerator<LineBatch> {
  const lineEnd = options.lineEnd ?? '\n';
  const decoder = decoderFor(options.encoding);
  const fileName = basename(path);
  const { handle } = await openForReading(path);
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    let carried = '';
    let lineNumber = 1;
    let bytesRead = 0;
    for (;;) {
      if (options.signal?.aborted) throw new RevinoError('job.cancelled');
      let count: number;
      try {
        count = (await handle.read(piece, 0, PIECE_BYTES, null)).bytesRead;
      } catch (error) {
        throw unreadable(path, error);
      }
      let bytes = piece.subarray(0, count);
      if (bytesRead === 0) {
        const mark = byteOrderMark(bytes);
        if (mark && isSameEncoding(mark.encoding, options.encoding)) bytes = bytes.subarray(mark.markBytes);
      }
      bytesRead += count;
      options.onBytes?.(piece.subarray(0, count));
      const text = carried + (count === 0 ? decoder.end() : decoder.write(bytes));
      if (text.includes('\u0000')) throw new RevinoError('import.notText', { fileName });
      const isAsTyped = !NOT_AS_TYPED.test(text);
      const lines: string[] = [];
      let from = 0;
      for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, from)) {
        const isCrLf = lineEnd === '\n' && at > from && text.charCodeAt(at - 1) === 13;
        lines.push(text.slice(from, isCrLf ? at - 1 : at));
        from = at + 1;
      }
      carried = from === 0 ? text : text.slice(from);
      if (count === 0 && carried !== '') {
        lines.push(carried);
        carried = '';
      }
      if (carried.length > MAX_LINE_CHARACTERS) {
        throw new RevinoError('import.lineTooLong', { fileName, line: lineNumber + lines.length });
      }
      for (let i = 0; i < lines.length; i++) {
        if (lines[i]!.length > MAX_LINE_CHARACTERS) {
          throw new RevinoError('import.lineTooLong', { fileName, line: lineNumber + i });
        }
      }
      if (lines.length > 0) {
        yield { lines: isAsTyped ? lines : lines.map(asTyped), firstLine: lineNumber, bytesRead };
        lineNumber += lines.length;
      }
      if (count === 0) return;
    }
  } finally {
    await handle.close();
  }
}
