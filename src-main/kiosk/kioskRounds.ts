/**
 * Rounds: one person before the screen each. A link to a visit belongs to exactly one round and is given out once, so
 * that whatever the page does, and whenever it does it, nobody's answer lands with somebody else's visit.
 */
import { randomUUID } from 'node:crypto';
import { KIOSK_LINK_MINUTES } from '../../src-shared/domain/askingForOpinions.ts';
import { type KioskLink, NOBODY } from '../services/kioskService.ts';

export const LINK_HOLDS_MS = KIOSK_LINK_MINUTES * 60_000;

interface Round {
  readonly id: string;
  readonly link: KioskLink;
  readonly untilMs: number;
}

const isSomebody = ({ customerId, visitId }: KioskLink): boolean => customerId !== null || visitId !== null;

export class KioskRounds {
  readonly #nowMs: () => number;
  #round: Round = { id: randomUUID(), link: NOBODY, untilMs: 0 };

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get id(): string {
    return this.#round.id;
  }

  /** Whether the present round's answer will be somebody's. */
  get isLinked(): boolean {
    return isSomebody(this.#link());
  }

  /** A new round, for whoever is named or for nobody. Answers its id. */
  handOver(link: KioskLink): string {
    this.#round = { id: randomUUID(), link, untilMs: this.#nowMs() + LINK_HOLDS_MS };
    return this.#round.id;
  }

  /** The page is at its start. One that has not heard of the present round yet begins that one, and no other. */
  begin(after: string | null): string {
    return after === this.#round.id ? this.handOver(NOBODY) : this.#round.id;
  }

  /** The link of this round, once; an earlier round has none. */
  take(id: string): KioskLink {
    if (id !== this.#round.id) return NOBODY;
    const link = this.#link();
    this.#round = { ...this.#round, link: NOBODY };
    return link;
  }

  #link(): KioskLink {
    return this.#nowMs() < this.#round.untilMs ? this.#round.link : NOBODY;
  }
}
