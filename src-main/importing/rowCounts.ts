/**
 * Counts equal rows of a file by their hash: 12 bytes a row instead of the hundred or so of a Map, so that a file of
 * millions of rows still fits. Keyed by 64 bits of the hash; two different rows that share them would merely be counted
 * together, which the full hash in the database then keeps apart.
 */
export class RowCounts {
  #low = new Uint32Array(1 << 16);
  #high = new Uint32Array(1 << 16);
  #count = new Uint32Array(1 << 16);
  #used = 0;

  /** How many rows with this hash there are now, this one included. */
  add(rowHash: Buffer): number {
    if (this.#used * 2 > this.#count.length) this.#grow();
    const low = rowHash.readUInt32LE(0);
    const high = rowHash.readUInt32LE(4);
    const at = this.#slotOf(low, high);
    if (this.#count[at] === 0) {
      this.#low[at] = low;
      this.#high[at] = high;
      this.#used++;
    }
    return ++this.#count[at]!;
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#count.length - 1;
    let at = low & mask;
    while (this.#count[at] !== 0 && (this.#low[at] !== low || this.#high[at] !== high)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [low, high, count] = [this.#low, this.#high, this.#count];
    const size = count.length * 2;
    this.#low = new Uint32Array(size);
    this.#high = new Uint32Array(size);
    this.#count = new Uint32Array(size);
    for (let i = 0; i < count.length; i++) {
      if (count[i] === 0) continue;
      const at = this.#slotOf(low[i]!, high[i]!);
      this.#low[at] = low[i]!;
      this.#high[at] = high[i]!;
      this.#count[at] = count[i]!;
    }
  }
}
