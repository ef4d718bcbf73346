/**
 * Trying PINs: one at a time, counted before it is looked at, waited for after too many wrong ones. What is counted lies
 * in the database, so that neither a restart nor ending the program in the middle of a try gives it back.
 */
import type { Database } from '../../db/openDatabase.ts';
import { readSetting, writeSettingTx } from '../../db/repositories/setting.ts';
import { findStaffAccess, listStaffAccess, updateTriesTx } from '../../db/repositories/staffAccess.ts';
import { inTransaction } from '../../db/transaction.ts';
import {
  anchored,
  NO_TRIES,
  type Tries,
  triesLeft,
  waitLeftMs,
  withTry,
} from '../../src-shared/domain/pinThrottle.ts';
import type { WriteGate } from '../jobs/writeGate.ts';
import { isPin } from './pinHash.ts';

export interface PinTriesParts {
  readonly gate: WriteGate;
  readonly nowMs: () => number;
  /** Runs on whatever is done to the clock on the wall. */
  readonly steadyMs: () => number;
}

export interface PinTry {
  readonly isRight: boolean;
  /** Before the next wait. */
  readonly triesLeft: number;
  /** No other try is looked at before. */
  readonly waitMs: number;
}

/** Where the wrong tries at one thing are counted. */
interface Count {
  readonly key: string;
  read(db: Database): Tries;
  writeTx(db: Database, tries: Tries): void;
}

const ofPerson = (staffId: number): Count => ({
  key: String(staffId),
  read: (db) => findStaffAccess(db, staffId) ?? NO_TRIES,
  writeTx: (db, tries) => updateTriesTx(db, staffId, tries),
});

/** Settings that say how often something was tried here: they stay where they were made. */
const KIOSK_TRIES = 'access.tries.kiosk';
const KEY_TRIES = 'access.tries.key';

const ofSetting = (setting: string): Count => ({
  key: setting,
  read: (db) => {
    const kept = readSetting(db, setting) as Tries | undefined;
    return kept ?? NO_TRIES;
  },
  writeTx: (db, { failedCount, lockedUntilMs }) =>
    writeSettingTx(db, setting, failedCount === 0 ? undefined : { failedCount, lockedUntilMs }),
});

export class PinTries {
  readonly #parts: PinTriesParts;
  #last: Promise<unknown> = Promise.resolve();
  /** Counted while an import was writing; written when it is done. */
  readonly #unwritten = new Map<string, Tries>();
  /** By the steady clock: setting the other one forward shortens nothing while the program runs. */
  readonly #notBefore = new Map<string, number>();

  constructor(parts: PinTriesParts) {
    this.#parts = parts;
  }

  /** Whether this is the PIN of this person; never, where they cannot sign in. */
  tryPersonsPin(db: Database, staffId: number, pin: string): Promise<PinTry> {
    return this.#guarded(db, ofPerson(staffId), async () => {
      const person = findStaffAccess(db, staffId);
      return person !== null && (await isPin(pin, { salt: person.pinSalt, hash: person.pinHash }));
    });
  }

  /**
   * Whether this is the PIN of one of the owners: on the kiosk nobody says who they are. Counted by itself, so that
   * strangers at the kiosk cannot make an owner wait at the till.
   */
  tryOwnersPin(db: Database, pin: string): Promise<PinTry> {
    return this.#guarded(db, ofSetting(KIOSK_TRIES), async () => {
      for (const { role, pinSalt, pinHash } of listStaffAccess(db)) {
        if (role === 'owner' && (await isPin(pin, { salt: pinSalt, hash: pinHash }))) return true;
      }
      return false;
    });
  }

  /** Whether the key of the shop was given: `isRight` looks. */
  tryKey(db: Database, isRight: () => Promise<boolean>): Promise<PinTry> {
    return this.#guarded(db, ofSetting(KEY_TRIES), isRight);
  }

  /** A new PIN has not been tried yet: nobody waits for what was tried of the old one. */
  pinWasSet(staffId: number): void {
    const { key } = ofPerson(staffId);
    this.#unwritten.delete(key);
    this.#notBefore.delete(key);
  }

  #guarded(db: Database, count: Count, isRight: () => Promise<boolean>): Promise<PinTry> {
    // One after the other: many at once would all be looked at before the first one counts.
    const tried = this.#last.then(() => this.#tryNow(db, count, isRight));
    this.#last = tried.catch(() => undefined);
    return tried;
  }

  async #tryNow(db: Database, count: Count, isRight: () => Promise<boolean>): Promise<PinTry> {
    const before = this.#unwritten.get(count.key) ?? count.read(db);
    const nowMs = this.#parts.nowMs();
    const waitMs = this.#waitLeft(count, before);
    if (waitMs > 0) {
      const kept = anchored(before, waitMs, nowMs);
      // The clock on the wall was set, back or forward.
      if (kept !== before) this.#keep(db, count, kept);
      return { isRight: false, triesLeft: triesLeft(before), waitMs };
    }
    const counted = withTry(before, nowMs);
    this.#keep(db, count, counted);
    if (await isRight()) {
      this.#keep(db, count, NO_TRIES);
      return { isRight: true, triesLeft: triesLeft(NO_TRIES), waitMs: 0 };
    }
    return { isRight: false, triesLeft: triesLeft(counted), waitMs: this.#waitLeft(count, counted) };
  }

  #waitLeft({ key }: Count, tries: Tries): number {
    const steady = (this.#notBefore.get(key) ?? 0) - this.#parts.steadyMs();
    return Math.max(waitLeftMs(tries, this.#parts.nowMs()), steady, 0);
  }

  #keep(db: Database, count: Count, tries: Tries): void {
    const { gate, nowMs, steadyMs } = this.#parts;
    this.#notBefore.set(count.key, steadyMs() + waitLeftMs(tries, nowMs()));
    this.#unwritten.set(count.key, tries);
    const write = () => {
      const latest = this.#unwritten.get(count.key);
      this.#unwritten.delete(count.key);
      if (latest !== undefined) inTransaction(db, () => count.writeTx(db, latest));
    };
    if (!gate.isHeld) write();
    // Nobody waits at the till for an import; the shop may be closed before it is done, and is read anew then.
    else void gate.run(() => (db.sqlite.open ? write() : this.#unwritten.delete(count.key)));
  }
}
