/**
 * What a job leaves behind for its screens, in files of the system's temporary folder instead of memory: rejected rows, and
 * what a dry run would do. People's data: for the owner's eyes, and gone with the job.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Written in one go; a call of the system per row would cost more than the row. */
const BUFFERED_CHARACTERS = 256 * 1024;

/** Everything known about a finished spill; plain data, so that it can pass between processes. */
export interface Spill {
  readonly path: string;
  readonly count: number;
  /** Where each page of `pageSize` records begins, in bytes, and at last where the file ends. */
  readonly pages: readonly number[];
  readonly pageSize: number;
}

/** One JSON document per line. */
export class SpillWriter {
  readonly #path: string;
  readonly #pageSize: number;
  readonly #most: number;
  readonly #pages: number[] = [];
  #handle: number | null = null;
  #waiting = '';
  #bytes = 0;
  #count = 0;

  /** Beyond `most` records are counted by nobody here: the result's own counts say how many there were. */
  constructor(path: string, pageSize: number, most: number) {
    this.#path = path;
    this.#pageSize = pageSize;
    this.#most = most;
  }

  add(record: unknown): void {
    if (this.#count === this.#most) return;
    if (this.#count % this.#pageSize === 0) {
      this.#write();
      this.#pages.push(this.#bytes);
    }
    this.#waiting += `${JSON.stringify(record)}\n`;
    this.#count++;
    if (this.#waiting.length > BUFFERED_CHARACTERS) this.#write();
  }

  /** Null where nothing was added: then there is no file. */
  end(): Spill | null {
    this.#write();
    if (this.#handle === null) return null;
    closeSync(this.#handle);
    this.#handle = null;
    return {
      path: this.#path,
      count: this.#count,
      pages: [...this.#pages, this.#bytes],
      pageSize: this.#pageSize,
    };
  }

  #write(): void {
    if (this.#waiting === '') return;
    this.#handle ??= openSync(this.#path, 'wx', 0o600);
    const bytes = Buffer.from(this.#waiting, 'utf8');
    writeSync(this.#handle, bytes);
    this.#bytes += bytes.length;
    this.#waiting = '';
  }
}

/** The records of one page, from 0; none beyond the last. */
export const readSpillPage = <T>(spill: Spill, page: number): T[] => {
  const from = spill.pages[page];
  const to = spill.pages[page + 1];
  if (from === undefined || to === undefined) return [];
  const bytes = Buffer.alloc(to - from);
  const handle = openSync(spill.path, 'r');
  try {
    readSync(handle, bytes, 0, bytes.length, from);
  } finally {
    closeSync(handle);
  }
  return bytes
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
};

/** Every record, a page at a time. */
export function* readSpill<T>(spill: Spill): Generator<T> {
  for (let page = 0; page < spill.pages.length - 1; page++) yield* readSpillPage<T>(spill, page);
}

export const makeSpillFolder = (): string => mkdtempSync(join(tmpdir(), 'revino-import-'));

export const removeSpillFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};
