/**
 * The one way from a file to rows of cells, whatever kind of file it is. Hands the rows out one by one, so that each can
 * be forgotten before the next is made, and yields how much of the file has been read.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { openForReading, type ReadLinesOptions, readLines, unreadable } from './readLines.ts';
import { memoryKeeper } from './readMemory.ts';
import type { FileReading } from './readSample.ts';
import { recordSplitter, type TakeRecord } from './splitRecords.ts';
import { VcardReader } from './vcardReader.ts';
import { readSheet } from './xlsxSheet.ts';
import { Workbook } from './xlsxWorkbook.ts';

export type ReadRecordsOptions = Pick<ReadLinesOptions, 'signal' | 'onBytes'>;

/** What of a mapping says how to read; what the columns mean is no business of this floor. */
export type RecordMapping = Pick<Mapping, 'layout' | 'separator' | 'widths' | 'sheet' | 'decimal'>;

/**
 * Yields shares from 0 to 1. Throws as `readLines`, for a workbook `import.damagedWorkbook`, `.workbookTooLarge`,
 * `.unknownSheet`, `.fileEmpty`, and `import.invalidMapping` where the layout is that of another kind of file.
 */
export async function* readRecords(
  path: string,
  mapping: RecordMapping,
  reading: FileReading,
  take: TakeRecord,
  options: ReadRecordsOptions = {},
): AsyncGenerator<number> {
  const layoutFormat = mapping.layout === 'workbook' || mapping.layout === 'vcard' ? mapping.layout : 'text';
  if (layoutFormat !== reading.format) {
    throw new RevinoError('import.invalidMapping', { detail: `layout: ${mapping.layout}` });
  }
  if (reading.format === 'workbook') yield* readWorkbook(path, mapping, take, options);
  else yield* readText(path, mapping, reading, take, options);
}

async function* readText(
  path: string,
  mapping: RecordMapping,
  { format, encoding, lineEnd, sizeBytes }: FileReading,
  take: TakeRecord,
  options: ReadRecordsOptions,
): AsyncGenerator<number> {
  const splitter = format === 'vcard' ? new VcardReader(encoding) : recordSplitter(mapping);
  const keepMemory = memoryKeeper();
  for await (const { lines, firstLine, bytesRead } of readLines(path, { encoding, lineEnd, ...options })) {
    splitter.push(lines, firstLine, take);
    keepMemory(bytesRead);
    yield Math.min(1, bytesRead / Math.max(1, sizeBytes));
  }
  splitter.end(take);
  yield 1;
}

async function* readWorkbook(
  path: string,
  { sheet, decimal }: RecordMapping,
  take: TakeRecord,
  { signal, onBytes }: ReadRecordsOptions,
): AsyncGenerator<number> {
  // An archive is not read from its first byte to its last; whoever wants those gets them beforehand.
  if (onBytes) await passBytes(path, onBytes);
  const workbook = await Workbook.open(path);
  try {
    yield* readSheet(workbook, workbook.sheetOf(sheet), take, { decimal, signal });
  } finally {
    workbook.close();
  }
}

const passBytes = async (path: string, onBytes: (bytes: Uint8Array) => void): Promise<void> => {
  const { handle } = await openForReading(path);
  try {
    const piece = Buffer.allocUnsafe(256 * 1024);
    for (;;) {
      const { bytesRead } = await handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) return;
      onBytes(piece.subarray(0, bytesRead));
    }
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    await handle.close();
  }
};
