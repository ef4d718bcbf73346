/**
 * The kiosk as main sees it: whether it is open, who it was handed to, what it asks, and how it is left. It knows no
 * window but through `KioskScreen`, so that tests drive it in plain Node.
 */
import type { Database } from '../../db/openDatabase.ts';
import type { KioskContract } from '../../src-shared/contract/kioskContract.ts';
import type { HandlersFor, InputOf } from '../../src-shared/contract/procedure.ts';
import type { WriteGate } from '../jobs/writeGate.ts';
import {
  type KioskLink,
  kioskSheet,
  NOBODY,
  recordKioskOpinion,
  requireLink,
} from '../services/kioskService.ts';
import { KioskRounds } from './kioskRounds.ts';
import { LeaveCode, type LeaveTry } from './leaveCode.ts';

/** How many rounds and answers are remembered beside the database. */
const REMEMBERED = 20;

/** The window, given so that the kiosk runs without Electron. */
export interface KioskScreen {
  readonly isOpen: boolean;
  /** There is no other screen to put it on. */
  readonly isOnlyScreen: boolean;
  open(): void;
  close(): void;
  /** Another round began without the page's doing. */
  begun(roundId: string): void;
}

/** The owners' PINs. Without any, a code takes their place. */
export interface OwnerPins {
  isAnySet(db: Database): boolean;
  try(db: Database, pin: string): LeaveTry | Promise<LeaveTry>;
}

export interface KioskParts {
  readonly session: { readonly shop: { readonly db: Database } };
  readonly gate: WriteGate;
  readonly pins: OwnerPins;
  readonly screen: KioskScreen;
  readonly nowMs: () => number;
  /** An opinion was stored. */
  readonly dataChanged: () => void;
  /** Opened, left or handed over. */
  readonly onChanged: () => void;
  /** Somebody who may has left it. */
  readonly onLeft: () => void;
}

export class KioskDesk {
  readonly #parts: KioskParts;
  readonly #rounds: KioskRounds;
  readonly #code: LeaveCode;
  /** By round, what it was asked: the owner may choose another survey while somebody is answering. */
  readonly #surveys = new Map<string, number | null>();
  /** By uid. A second tap joins the first; a second try after a failure is still the same person's. */
  readonly #answers = new Map<string, { readonly link: KioskLink; readonly stored: Promise<void> | null }>();
  #isWanted = false;

  constructor(parts: KioskParts) {
    this.#parts = parts;
    this.#rounds = new KioskRounds(parts.nowMs);
    this.#code = new LeaveCode(parts.nowMs);
  }

  /** What the page may ask for; see `kioskContract`. */
  readonly handlers: HandlersFor<KioskContract> = {
    'kiosk.begin': ({ after }) => {
      const roundId = this.#rounds.begin(after);
      const { surveyId, ...sheet } = kioskSheet(this.#parts.session.shop.db);
      keepIn(this.#surveys, roundId, surveyId);
      const leftBy = this.#hasPin() ? ('pin' as const) : ('code' as const);
      return { ...sheet, roundId, isAnonymous: !this.#rounds.isLinked, leftBy };
    },
    'kiosk.answer': async (answer) => {
      await this.#answer(answer);
      return { done: true };
    },
    'kiosk.leave': async ({ pin }) => {
      const { isRight, waitMs } = await this.#try(pin);
      if (isRight) {
        this.end();
        this.#parts.onLeft();
      }
      return { isLeft: isRight, waitSeconds: Math.ceil(waitMs / 1000) };
    },
  };

  get state() {
    const { isOpen, isOnlyScreen } = this.#parts.screen;
    const leaveCode = this.#hasPin() ? null : this.#code.code;
    return { isOpen, isOnlyScreen, leaveCode, isWanted: this.#isWanted && !isOpen };
  }

  /**
   * Opens the kiosk where it is closed; its next answer belongs to whoever is named.
   * @throws RevinoError `shop.none`, `visit.notFound`, `customer.notFound`
   */
  open(link: KioskLink = NOBODY): void {
    const { session, screen, onChanged } = this.#parts;
    requireLink(session.shop.db, link);
    this.#isWanted = false;
    const roundId = this.#rounds.handOver(link);
    if (screen.isOpen) screen.begun(roundId);
    else screen.open();
    onChanged();
  }

  /** The program was started to be a kiosk. Without a PIN somebody has to read the code first. True: it is open. */
  openAtStart(): boolean {
    this.#isWanted = true;
    if (!this.#hasPin()) return false;
    this.open();
    return true;
  }

  /** Its page died, or nobody is to be linked any more. */
  forgetLink(): void {
    this.#rounds.handOver(NOBODY);
  }

  /** The shop is being closed, or the kiosk was left. */
  end(): void {
    if (!this.#parts.screen.isOpen) return;
    this.forgetLink();
    this.#parts.screen.close();
    this.#parts.onChanged();
  }

  #hasPin(): boolean {
    return this.#parts.pins.isAnySet(this.#parts.session.shop.db);
  }

  #try(pin: string): LeaveTry | Promise<LeaveTry> {
    return this.#hasPin() ? this.#parts.pins.try(this.#parts.session.shop.db, pin) : this.#code.try(pin);
  }

  /** The link is taken before anything waits: the next round must not find it. */
  #answer({ roundId, opinionUid, ...answered }: InputOf<KioskContract['kiosk.answer']>): Promise<void> {
    const known = this.#answers.get(opinionUid);
    if (known?.stored) return known.stored;
    const { session, gate, nowMs, dataChanged } = this.#parts;
    const link = known?.link ?? this.#rounds.take(roundId);
    const surveyId = this.#surveys.get(roundId) ?? null;
    const stored = gate.run(() => {
      recordKioskOpinion(session.shop.db, { answered, opinionUid, surveyId, link }, nowMs());
      dataChanged();
    });
    keepIn(this.#answers, opinionUid, { link, stored });
    // Whoever asked is told of the failure; here it only means that it may be tried again.
    stored.catch(() => this.#answers.set(opinionUid, { link, stored: null }));
    return stored;
  }
}

/** The oldest one goes: a second tap comes within a breath of the first. */
const keepIn = <T>(map: Map<string, T>, key: string, value: T): void => {
  map.set(key, value);
  const oldest = map.keys().next();
  if (map.size > REMEMBERED && !oldest.done) map.delete(oldest.value);
};
