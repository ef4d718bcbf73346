/**
 * Names by which a card may already be there: 12 bytes a name, so that a file of a million people fits. Two names with
 * the same 64 bits would be taken for one, which only puts a needless line in the list of possible duplicates.
 */
import { rowHash } from './rowHash.ts';

export class NameIndex {
  #low = new Uint32Array(1 << 12);
  #high = new Uint32Array(1 << 12);
  /** Id of the first card of this name, 0 for a free place. */
  #first = new Uint32Array(1 << 12);
  #several = new Uint8Array(1 << 12);
  #used = 0;
  readonly #hash = Buffer.allocUnsafe(16);

  add(name: string, customerId: number): void {
    if (this.#used * 2 > this.#first.length) this.#grow();
    const at = this.#slotOf(name);
    if (this.#first[at] !== 0) {
      if (this.#first[at] !== customerId) this.#several[at] = 1;
      return;
    }
    this.#low[at] = this.#hash.readUInt32LE(0);
    this.#high[at] = this.#hash.readUInt32LE(4);
    this.#first[at] = customerId;
    this.#used++;
  }

  /** The earliest card of this name, or null. */
  first(name: string): number | null {
    return this.#first[this.#slotOf(name)] || null;
  }

  /** The only card of this name, or null where there is none or more than one. */
  only(name: string): number | null {
    const at = this.#slotOf(name);
    return this.#several[at] === 1 ? null : this.#first[at] || null;
  }

  #slotOf(name: string): number {
    rowHash(name, this.#hash);
    return this.#slot(this.#hash.readUInt32LE(0), this.#hash.readUInt32LE(4));
  }

  #slot(low: number, high: number): number {
    const mask = this.#first.length - 1;
    let at = low & mask;
    while (this.#first[at] !== 0 && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high, first, several] = [this.#low, this.#high, this.#first, this.#several];
    const size = first.length * 2;
    this.#low = new Uint32Array(size);
    this.#high = new Uint32Array(size);
    this.#first = new Uint32Array(size);
    this.#several = new Uint8Array(size);
    for (let i = 0; i < first.length; i++) {
      if (first[i] === 0) continue;
      const at = this.#slot(low[i]!, high[i]!);
      this.#low[at] = low[i]!;
      this.#high[at] = high[i]!;
      this.#first[at] = first[i]!;
      this.#several[at] = several[i]!;
    }
  }
}
