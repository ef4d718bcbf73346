/** Rejected rows written as they come, to a file that only exists if there are any. */
import { closeSync, fchmodSync, fstatSync, openSync, writeSync } from 'node:fs';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Words } from '../../src-shared/words/words.ts';
import type { RejectedFileShape, RejectedRow } from '../importing/importFile.ts';
import { rejectedCsvHeader, rejectedCsvLine } from '../importing/rejectedCsv.ts';

export class RejectedFile {
  readonly #path: string;
  readonly #words: Words;
  #handle: number | null = null;

  constructor(path: string, words: Words) {
    this.#path = path;
    this.#words = words;
  }

  /** Null while nothing was rejected. */
  get path(): string | null {
    return this.#handle === null ? null : this.#path;
  }

  /** @throws RevinoError `report.notWritable` */
  add(row: RejectedRow, shape: RejectedFileShape): void {
    try {
      if (this.#handle === null) {
        // Rows of customers: for the owner's eyes.
        this.#handle = openSync(this.#path, 'w', 0o600);
        // An older file keeps the rights it had.
        if (fstatSync(this.#handle).isFile()) fchmodSync(this.#handle, 0o600);
        writeSync(this.#handle, rejectedCsvHeader(shape, this.#words));
      }
      writeSync(this.#handle, rejectedCsvLine(row, shape, this.#words));
    } catch (error) {
      throw new RevinoError('report.notWritable', { file: this.#path }, { cause: error });
    }
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
  }
}
