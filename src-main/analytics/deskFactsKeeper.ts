/**
 * What the desk must know of the whole shop, kept in main and read anew by the analytics process when the records have
 * changed. Reading it of a large shop takes a second of that process, so it is asked for again only after many times
 * as long as it took: one visit among a million moves no usual gap. Of a small shop it is always what it is now.
 */
import type { DeskFacts } from '../../src-shared/domain/deskFacts.ts';
import type { AnalyticsClient } from './analyticsClient.ts';

/** Nobody at the desk waits longer for it; then the last known facts speak, or none. */
const WAITED_MS = 60;
const REST_FACTOR = 100;

export type DeskFactsSource = Pick<AnalyticsClient, 'ask' | 'changeCount'>;

export class DeskFactsKeeper {
  readonly #analytics: DeskFactsSource;
  #facts: DeskFacts | null = null;
  #ofDay = '';
  #ofChange = -1;
  #restUntilMs = 0;
  #asking: Promise<void> | null = null;

  constructor(analytics: DeskFactsSource) {
    this.#analytics = analytics;
  }

  /** Those of now where they are soon read, else the last known; null while there are none. */
  async facts(asOf: string): Promise<DeskFacts | null> {
    const isCurrent = this.#ofDay === asOf && this.#ofChange === this.#analytics.changeCount;
    if (isCurrent) return this.#facts;
    const isResting = this.#facts !== null && this.#ofDay === asOf && performance.now() < this.#restUntilMs;
    if (isResting) return this.#facts;
    this.#asking ??= this.#ask(asOf).finally(() => {
      this.#asking = null;
    });
    await Promise.race([this.#asking, new Promise((done) => setTimeout(done, WAITED_MS))]);
    return this.#facts;
  }

  async #ask(asOf: string): Promise<void> {
    const change = this.#analytics.changeCount;
    const begunMs = performance.now();
    try {
      this.#facts = await this.#analytics.ask('deskFacts', { asOf });
      this.#ofDay = asOf;
      this.#ofChange = change;
    } catch {
      // The process died or is being ended: its own screens say so. The desk goes on with what it knew.
    }
    const tookMs = performance.now() - begunMs;
    this.#restUntilMs = performance.now() + tookMs * REST_FACTOR;
  }
}

const keepers = new WeakMap<DeskFactsSource, DeskFactsKeeper>();

/** One for as long as the shop is open, as its analytics client is. */
export const deskFactsOf = (analytics: DeskFactsSource): DeskFactsKeeper => {
  const known = keepers.get(analytics);
  if (known) return known;
  const made = new DeskFactsKeeper(analytics);
  keepers.set(analytics, made);
  return made;
};
