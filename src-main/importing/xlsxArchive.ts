/**
 * The parts of an XLSX file: a ZIP archive read by its own list of contents, part by part, in pieces. Nothing is unpacked
 * to disk, nothing is kept, and a part that swells beyond reason is refused before it does.
 */
import { basename } from 'node:path';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { openForReading } from './readLines.ts';

/** Pictures and charts make some; a file of more is no workbook that a shop keeps. */
const MAX_PARTS = 20_000;
/** A million rows of twenty columns come to less. */
const MAX_PART_BYTES = 4 * 1024 ** 3;
/** Deflate cannot do better than 1032:1; sheets of real shops come to 30:1 at most, empty ones with styles to 100:1. */
const MAX_SWELLING = 250;
const SWELLING_FROM_BYTES = 32 * 1024 ** 2;

export class WorkbookArchive {
  readonly fileName: string;
  readonly #zip: ZipFile;
  readonly #parts: ReadonlyMap<string, Entry>;

  private constructor(fileName: string, zip: ZipFile, parts: ReadonlyMap<string, Entry>) {
    this.fileName = fileName;
    this.#zip = zip;
    this.#parts = parts;
  }

  /** Throws `import.fileUnreadable`, `import.damagedWorkbook`, `import.workbookTooLarge`. */
  static async open(path: string): Promise<WorkbookArchive> {
    const fileName = basename(path);
    // Says what the system has against the file, in our words.
    const { handle } = await openForReading(path);
    await handle.close();
    let zip: ZipFile | undefined;
    try {
      zip = await yauzl.openPromise(path, { autoClose: false, validateEntrySizes: true });
      zip.on('error', () => undefined);
      const parts = new Map<string, Entry>();
      if (zip.entryCount > MAX_PARTS) throw new RevinoError('import.workbookTooLarge', { fileName });
      for await (const entry of zip.eachEntry()) parts.set(partKey(entry.fileName), entry);
      return new WorkbookArchive(fileName, zip, parts);
    } catch (error) {
      zip?.close();
      if (error instanceof RevinoError) throw error;
      throw damaged(fileName, 'ZIP', error);
    }
  }

  /** Some part is locked with a password of the archive. */
  get isEncrypted(): boolean {
    return [...this.#parts.values()].some((entry) => entry.isEncrypted());
  }

  has(part: string): boolean {
    return this.#parts.has(partKey(part));
  }

  sizeOf(part: string): number {
    return this.#parts.get(partKey(part))?.uncompressedSize ?? 0;
  }

  /** Throws `import.damagedWorkbook`, also for a part that is not there, and `import.workbookTooLarge`. */
  async *read(part: string, maxBytes: number = MAX_PART_BYTES): AsyncGenerator<Buffer> {
    const { fileName } = this;
    const entry = this.#parts.get(partKey(part));
    if (!entry) throw damaged(fileName, part);
    const { uncompressedSize, compressedSize } = entry;
    const isSwollen =
      uncompressedSize > SWELLING_FROM_BYTES && uncompressedSize > compressedSize * MAX_SWELLING;
    if (uncompressedSize > maxBytes || isSwollen)
      throw new RevinoError('import.workbookTooLarge', { fileName });
    try {
      for await (const bytes of await this.#zip.openReadStreamPromise(entry)) yield bytes as Buffer;
    } catch (error) {
      if (error instanceof RevinoError) throw error;
      throw damaged(fileName, part, error);
    }
  }

  close(): void {
    this.#zip.close();
  }
}

/** Names of parts know no capitals (ECMA-376 part 2, 6.2.2.3), and some programs write them with a slash in front. */
const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export const damaged = (fileName: string, reason: string, cause?: unknown): RevinoError =>
  new RevinoError('import.damagedWorkbook', { fileName, reason }, { cause });
