/**
 * Looks at a file for the first time: can it be read, of what kind is it, in which encoding, and where do its lines end.
 * Reads the beginning only (further where it is plain ASCII, to find the first letter that tells the encoding).
 */
import { isAscii } from 'node:buffer';
import { basename } from 'node:path';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { type FileFormat, formatOf } from './readFormat.ts';
import { MAX_LINE_CHARACTERS, openForReading, unreadable } from './readLines.ts';
import { detectEncoding } from './textEncoding.ts';

const SAMPLE_BYTES = 256 * 1024;
/** How far the file is searched for its first letter beyond ASCII. */
const LETTER_SEARCH_BYTES = 64 * 1024 * 1024;
/** A line as long as is allowed, in the widest encoding. */
const LONGEST_LINE_BYTES = MAX_LINE_CHARACTERS * 4;

interface FileSample {
  readonly format: FileFormat;
  readonly encoding: string;
  readonly lineEnd: '\n' | '\r';
}

/** Encoding and line ends. Throws `import.fileUnreadable`, `.fileEmpty`, `.lineTooLong` or `.notText`. */
const sampleFile = async (path: string): Promise<FileSample & { sizeBytes: number }> => {
  const fileName = basename(path);
  const format = await formatOf(path);
  const { handle, sizeBytes } = await openForReading(path);
  try {
    if (format === 'workbook') return { format, encoding: 'utf-8', lineEnd: '\n', sizeBytes };
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
      return { format, encoding: found.encoding, lineEnd: start.includes(10) ? '\n' : '\r', sizeBytes };
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
