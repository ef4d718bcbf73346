/**
 * How a text file sets its columns apart, and which of its first lines is the header, told from its first lines.
 * A guess, never a decision: the wizard and the mapping file can say otherwise.
 */
import type { Mapping } from '../../src-shared/contract/importContract.ts';
import { type FileRecord, isBlankLine, type RecordLayout, recordSplitter } from './splitRecords.ts';

/** Order decides ties: a semicolon file with decimal commas splits evenly at either. */
const SEPARATORS = [';', '\t', '|', ','] as const;

export const recordsOf = (lines: readonly string[], layout: RecordLayout): FileRecord[] => {
  const splitter = recordSplitter(layout);
  const records: FileRecord[] = [];
  const take = (record: FileRecord) => {
    if (!isBlankLine(record.text)) records.push(record);
  };
  splitter.push(lines, 1, take);
  splitter.end(take);
  return records;
};

/** The commonest number of cells, and the share that has it of the records whose cells can be told apart. */
export const commonestWidth = (records: readonly FileRecord[]): { width: number; share: number } => {
  const counts = new Map<number, number>();
  let told = 0;
  for (const { cells } of records) {
    if (!cells) continue;
    told++;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let width = 0;
  let most = 0;
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) {
      width = cells;
      most = count;
    }
  }
  return { width, share: told === 0 ? 0 : most / told };
};

/** Column widths where all lines keep blank columns between their cells, or null where there are none. */
const guessWidths = (lines: readonly string[]): number[] | null => {
  const filled = lines.filter((line) => !isBlankLine(line));
  const length = Math.max(...filled.map((line) => line.length));
  if (filled.length < 2 || length > 1000) return null;
  const starts: number[] = [];
  for (let at = 0; at < length; at++) {
    const isUsed = filled.some((line) => (line[at] ?? ' ') !== ' ');
    const wasBlank = at === 0 || filled.every((line) => (line[at - 1] ?? ' ') === ' ');
    if (isUsed && wasBlank) starts.push(at);
  }
  if (starts.length < 2 || starts.length > 200) return null;
  return starts.map((start, i) => (starts[i + 1] ?? length) - (i === 0 ? 0 : start));
};

export type LayoutGuess = Pick<Mapping, 'layout'> & { separator?: string; widths?: number[] };

export const guessLayout = (lines: readonly string[]): LayoutGuess => {
  // What Excel writes, and reads, as the first line of a file.
  const declared = /^sep=(.)\s*$/i.exec(lines[0] ?? '')?.[1];
  if (declared !== undefined) return { layout: 'delimited', separator: declared };
  let best: { separator: string; score: number } | null = null;
  for (const separator of SEPARATORS) {
    const { width, share } = commonestWidth(recordsOf(lines, { layout: 'delimited', separator }));
    // More columns speak for a separator, but only while nearly every line agrees.
    if (width < 2 || share < 0.8) continue;
    const score = share + Math.min(width, 6) * 0.02;
    if (!best || score > best.score + 1e-9) best = { separator, score };
  }
  if (best) return { layout: 'delimited', separator: best.separator };
  const whitespace = commonestWidth(recordsOf(lines, { layout: 'whitespace' }));
  if (whitespace.width >= 2 && whitespace.share >= 0.9) return { layout: 'whitespace' };
  const widths = guessWidths(lines);
  if (widths) return { layout: 'fixed-width', widths };
  return whitespace.width >= 2 ? { layout: 'whitespace' } : { layout: 'delimited', separator: ';' };
};
