/**
 * The one way from a file to rows of cells, whatever kind of file it is. Hands the rows out one by one, so that each can
 * be forgotten before the next is made, and yields how much of the file has been read.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import type { FileReading } from './openImportFile.ts';
import { type ReadLinesOptions, readLines } from './readLines.ts';
import { recordSplitter, type TakeRecord } from './splitRecords.ts';

export type ReadRecordsOptions = Pick<ReadLinesOptions, 'signal' | 'onBytes'>;

/** Yields shares from 0 to 1. Throws as `readLines`. */
export async function* readRecords(
  path: string,
  mapping: Mapping,
  reading: FileReading,
  take: TakeRecord,
  options: ReadRecordsOptions = {},
): AsyncGenerator<number> {
  const splitter = recordSplitter(mapping);
  const { encoding, lineEnd } = reading;
  for await (const { lines, firstLine, bytesRead } of readLines(path, { encoding, lineEnd, ...options })) {
    splitter.push(lines, firstLine, take);
    yield Math.min(1, bytesRead / Math.max(1, reading.sizeBytes));
  }
  splitter.end(take);
  yield 1;
}
