/**
 * Who is signed in at the till: one person for the whole app, whatever its windows. The door asks it who is calling and
 * whether they may. While no owner has a PIN nobody signs in, and whoever sits here is the owner.
 */
import type { Database } from '../../db/openDatabase.ts';
import { findStaffAccess, hasOwner, listStaffAccess, readRole } from '../../db/repositories/staffAccess.ts';
import type { AccessState, TryOutcome } from '../../src-shared/contract/accessContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Caller } from '../../src-shared/contract/procedure.ts';
import type { Callers } from '../../src-shared/contract/roleMatrix.ts';
import type { Protection } from '../../src-shared/contract/shopContract.ts';
import type { Role } from '../../src-shared/domain/closedLists.ts';
import type { WriteGate } from '../jobs/writeGate.ts';
import { readAutoLockMinutes, setPerson, setPin, turnSigningInOff } from '../services/accessService.ts';
import { hashPin } from './pinHash.ts';
import { PinTries, type PinTry } from './pinTries.ts';

/** As far as the till needs the open shop. */
export interface TillShop {
  /** Null while no shop is open. */
  readonly protection: Protection | null;
  /** @throws RevinoError while no shop is open */
  readonly shop: { readonly db: Database };
  /** Whether this is the key of the open shop. */
  holdsKey(secret: KeySecret): Promise<boolean>;
}

export type KeySecret = { readonly passphrase: string } | { readonly recoveryKey: string };

export interface TillParts {
  readonly session: TillShop;
  readonly gate: WriteGate;
  readonly nowMs: () => number;
  readonly steadyMs: () => number;
  /** Somebody came or went, or may do something else now. */
  readonly onChanged: (state: AccessState) => void;
}

/** Of a shop without PINs, and of a computer without a shop. */
export const OPEN_CALLER: Caller = { staffId: null, role: 'owner' };
const NOBODY: Caller = { staffId: null, role: null };
/** Whoever stands before the kiosk. */
export const KIOSK_CALLER = NOBODY;

const RESET_BY = { keyStore: 'recoveryKey', passphrase: 'passphrase', none: 'commandLine' } as const;

export class Till {
  readonly #parts: TillParts;
  readonly #tries: PinTries;
  /** In this database: another one that takes its place knows other people. */
  #signedIn: { readonly db: Database; readonly staffId: number } | null = null;
  #touchedAtMs: number;

  constructor(parts: TillParts) {
    this.#parts = parts;
    this.#tries = new PinTries(parts);
    this.#touchedAtMs = parts.steadyMs();
  }

  get #db(): Database | null {
    const { session } = this.#parts;
    if (session.protection === null) return null;
    // A demo that is being removed is closed a moment before it is gone.
    const { db } = session.shop;
    return db.sqlite.open ? db : null;
  }

  /** Whether people sign in here. */
  get isOn(): boolean {
    const db = this.#db;
    return db !== null && hasOwner(db);
  }

  /** Who works here now; a role that was changed counts at once. */
  get caller(): Caller {
    const db = this.#db;
    if (db === null || !hasOwner(db)) return OPEN_CALLER;
    const staffId = this.#signedIn?.db === db ? this.#signedIn.staffId : null;
    const role = staffId === null ? null : readRole(db, staffId);
    return role === null ? NOBODY : { staffId, role };
  }

  get state(): AccessState {
    const { protection } = this.#parts.session;
    const resetBy = RESET_BY[protection ?? 'none'];
    const db = this.#db;
    if (db === null || !hasOwner(db)) return { isOn: false, signedIn: null, people: [], resetBy };
    const people = listStaffAccess(db).map(({ staffId, name, role }) => ({ staffId, name, role }));
    const { staffId } = this.caller;
    return {
      isOn: true,
      signedIn: people.find((person) => person.staffId === staffId) ?? null,
      people,
      resetBy,
    };
  }

  /** @throws RevinoError `access.signedOut`, `access.notAllowed` */
  authorise(callers: Callers): Caller {
    const { caller } = this;
    if (callers === 'anyone') return caller;
    if (caller.role === null) throw new RevinoError('access.signedOut');
    if (!callers.includes(caller.role)) throw this.notAllowed(callers);
    return caller;
  }

  /** With the names of those who may: they stand on the lock screen anyway. */
  notAllowed(callers: readonly Role[]): RevinoError {
    const able = this.state.people.filter(({ role }) => callers.includes(role)).map(({ name }) => name);
    return new RevinoError('access.notAllowed', { people: able.join(', ') });
  }

  /** @throws RevinoError `staff.notFound` */
  async signIn(staffId: number, pin: string): Promise<TryOutcome> {
    const { db } = this.#parts.session.shop;
    if (findStaffAccess(db, staffId) === null) throw new RevinoError('staff.notFound');
    const tried = await this.#tries.tryPersonsPin(db, staffId, pin);
    if (tried.isRight) this.#enter(db, staffId);
    return outcomeOf(tried);
  }

  lock(): void {
    if (this.#signedIn === null) return;
    this.#signedIn = null;
    this.changed();
  }

  async changeOwnPin(staffId: number, oldPin: string, newPin: string): Promise<TryOutcome> {
    const { session, gate, nowMs } = this.#parts;
    const tried = await this.#tries.tryPersonsPin(session.shop.db, staffId, oldPin);
    if (tried.isRight) {
      const hash = await hashPin(newPin);
      await gate.run(() => setPin(session.shop.db, staffId, hash, nowMs()));
    }
    return outcomeOf(tried);
  }

  /** The owner who gives the first PIN stays: it is theirs. @throws what `setPerson` refuses */
  async setPerson(staffId: number, role: Role, pin: string | null): Promise<void> {
    const { session, gate, nowMs } = this.#parts;
    const hash = pin === null ? null : await hashPin(pin);
    await gate.run(() => {
      const wasOn = this.isOn;
      setPerson(session.shop.db, staffId, role, hash, nowMs());
      if (hash !== null) this.#tries.pinWasSet(staffId);
      if (!wasOn) this.#enter(session.shop.db, staffId);
    });
    this.changed();
  }

  async turnOff(): Promise<void> {
    const { session, gate, nowMs } = this.#parts;
    await gate.run(() => turnSigningInOff(session.shop.db, nowMs()));
    this.#signedIn = null;
    this.changed();
  }

  /** @throws RevinoError `access.noKey`, `access.waitFirst`, `key.*`, `staff.notFound` */
  async resetOwnerPin(staffId: number, secret: KeySecret, pin: string): Promise<void> {
    const { session, gate, nowMs } = this.#parts;
    const { db } = session.shop;
    if (session.protection === 'none') throw new RevinoError('access.noKey');
    if (readRole(db, staffId) !== 'owner') throw new RevinoError('staff.notFound');
    const tried = await this.#tries.tryKey(db, () => session.holdsKey(secret));
    if (!tried.isRight) throw refusalOfKey(tried, secret);
    const hash = await hashPin(pin);
    await gate.run(() => setPin(session.shop.db, staffId, hash, nowMs()));
    this.#tries.pinWasSet(staffId);
    this.#enter(db, staffId);
  }

  /** For the kiosk, which strangers touch. */
  async tryOwnersPin(db: Database, pin: string): Promise<PinTry> {
    return await this.#tries.tryOwnersPin(db, pin);
  }

  /** Somebody typed, clicked or touched in the window. */
  touched(): void {
    this.#touchedAtMs = this.#parts.steadyMs();
  }

  /** Locks where nobody has touched anything for as long as the owner said. */
  lockIfIdle(): void {
    const db = this.#db;
    if (db === null || this.#signedIn === null) return;
    const minutes = readAutoLockMinutes(db);
    if (minutes !== null && this.#parts.steadyMs() - this.#touchedAtMs >= minutes * 60_000) this.lock();
  }

  /** Roles, names or PINs were changed elsewhere, or another shop is open. */
  changed(): void {
    this.#parts.onChanged(this.state);
  }

  #enter(db: Database, staffId: number): void {
    this.#signedIn = { db, staffId };
    this.touched();
    this.changed();
  }
}

const outcomeOf = ({ isRight, triesLeft, waitMs }: PinTry): TryOutcome => ({
  isRight,
  triesLeft,
  waitSeconds: Math.ceil(waitMs / 1000),
});

const refusalOfKey = ({ waitMs }: PinTry, secret: KeySecret): RevinoError => {
  if (waitMs > 0) return new RevinoError('access.waitFirst', { seconds: Math.ceil(waitMs / 1000) });
  return new RevinoError('passphrase' in secret ? 'key.wrongPassphrase' : 'key.malformedRecoveryKey');
};
