/**
 * Keys of rows are random, and a random place in a growing tree costs twice as much as the next one: they are
 * collected, put in order, and written in long ascending runs.
 */
import { BulkInsert } from '../bulkInsert.ts';
import type { Database } from '../openDatabase.ts';

const KEY_BYTES = 16;
/** Keys sorted at once: 4 MiB of them. */
const KEYS_TO_SORT = 2 ** 18;

export class ImportedKeys {
  readonly #insert: BulkInsert;
  readonly #keys = Buffer.allocUnsafe(KEYS_TO_SORT * KEY_BYTES);
  #count = 0;

  constructor(db: Database, importBatchId: number) {
    this.#insert = new BulkInsert(db, {
      table: 'imported_row',
      columns: ['row_key'],
      constants: { import_batch_id: importBatchId },
    });
  }

  add(key: Buffer): void {
    key.copy(this.#keys, this.#count * KEY_BYTES);
    this.#count++;
    if (this.#count === KEYS_TO_SORT) this.flush();
  }

  flush(): void {
    // The first 32 bits and the position in one double, which sorts natively; 2^50 is still exact.
    const order = new Float64Array(this.#count);
    for (let i = 0; i < this.#count; i++) {
      order[i] = this.#keys.readUInt32BE(i * KEY_BYTES) * KEYS_TO_SORT + i;
    }
    order.sort();
    for (const place of order) {
      const at = (place % KEYS_TO_SORT) * KEY_BYTES;
      this.#insert.push(this.#keys.subarray(at, at + KEY_BYTES));
    }
    this.#insert.flush();
    this.#count = 0;
  }
}
