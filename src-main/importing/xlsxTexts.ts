/**
 * The texts that cells of a workbook refer to by number. A file of a million customers has millions of them: they are kept
 * as bytes in large blocks, a third of what as many strings would need.
 */
import { RevinoError } from '../../src-shared/contract/errors.ts';
import { damaged } from './xlsxArchive.ts';

const BLOCK_BYTES = 1024 * 1024;
/** With their places still well inside what an import may take. */
const MAX_BYTES = 96 * 1024 * 1024;
const MAX_TEXTS = 6_000_000;
/** Excel allows 32,767; no field of ours is longer. */
const MAX_CHARACTERS = 100_000;

export class SharedTexts {
  readonly #fileName: string;
  readonly #blocks: Buffer[] = [];
  #used = BLOCK_BYTES;
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;

  constructor(fileName: string) {
    this.#fileName = fileName;
  }

  /** Throws `import.workbookTooLarge`. */
  add(text: string): void {
    const cut = text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS) : text;
    const length = Buffer.byteLength(cut);
    if (this.#used + length > BLOCK_BYTES) {
      if (this.#blocks.length * BLOCK_BYTES >= MAX_BYTES || this.#count >= MAX_TEXTS) {
        throw new RevinoError('import.workbookTooLarge', { fileName: this.#fileName });
      }
      this.#blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
      this.#used = 0;
    }
    if (this.#count === this.#starts.length) this.#grow();
    this.#blocks.at(-1)!.write(cut, this.#used);
    this.#starts[this.#count] = (this.#blocks.length - 1) * BLOCK_BYTES + this.#used;
    this.#lengths[this.#count] = length;
    this.#used += length;
    this.#count++;
  }

  /** Throws `import.damagedWorkbook` for a number that no text has. */
  get(at: number): string {
    if (!(Number.isInteger(at) && at >= 0 && at < this.#count)) {
      throw damaged(this.#fileName, `sharedStrings ${at}`);
    }
    const start = this.#starts[at]!;
    const from = start % BLOCK_BYTES;
    return this.#blocks[Math.floor(start / BLOCK_BYTES)]!.toString('utf8', from, from + this.#lengths[at]!);
  }

  #grow(): void {
    if (this.#count >= MAX_TEXTS) {
      throw new RevinoError('import.workbookTooLarge', { fileName: this.#fileName });
    }
    const [starts, lengths] = [this.#starts, this.#lengths];
    this.#starts = new Uint32Array(starts.length * 2);
    this.#lengths = new Uint32Array(starts.length * 2);
    this.#starts.set(starts);
    this.#lengths.set(lengths);
  }
}
