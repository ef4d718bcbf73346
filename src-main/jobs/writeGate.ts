/**
 * Lets short writes of the main process wait, without blocking it, while another process of ours
 * (an import) is writing. SQLite alone would make them fail or freeze the window.
 */

export class WriteGate {
  /** Ends when the last holder that came so far lets go. */
  #free: Promise<void> = Promise.resolve();
  #isHeld = false;

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Runs a short synchronous write as soon as nobody holds the gate. */
  async run<T>(write: () => T): Promise<T> {
    while (this.#isHeld) await this.#free;
    return write();
  }

  /** Waits for its turn, then keeps all writes out until `work` is settled. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    while (this.#isHeld) await this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    this.#isHeld = true;
    try {
      return await work();
    } finally {
      this.#isHeld = false;
      resolve();
    }
  }
}
