/**
 * The open shop: lock, key, migration and connection, in that order, and what to show while one of
 * them is missing. It holds the app's only write connection. No Electron: the system's key store,
 * the languages and the clock are given.
 */
import { timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { toRevinoError } from '../../db/databaseError.ts';
import { markKeyTx } from '../../db/forgotten.ts';
import { generateKey, type KeyFile, parseRecoveryKey, recoveryKeyText } from '../../db/keys.ts';
import { requireLocalFolder } from '../../db/liveFolder.ts';
import { createDatabase, migrateDatabase } from '../../db/migrateDatabase.ts';
import { type Database, openDatabase } from '../../db/openDatabase.ts';
import { pruneUndoValuesTx } from '../../db/repositories/changeLog.ts';
import { hasOwnRecords } from '../../db/repositories/shop.ts';
import { finishRestore, isRestorePending } from '../../db/restoreDatabase.ts';
import { inTransaction } from '../../db/transaction.ts';
import { acquireWriterLock, type WriterLock } from '../../db/writerLock.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { AppState, Protection } from '../../src-shared/contract/shopContract.ts';
import type { Locale } from '../../src-shared/contract/values.ts';
import { businessDateOfInstant } from '../../src-shared/domain/businessDate.ts';
import { KeyRing, type SystemKeyStore } from '../keys/keyRing.ts';
import { expireDueTx } from '../services/benefitService.ts';
import { eraseForgottenAgain } from '../services/privacyService.ts';
import { createShop, type NewShop, readShop } from '../services/shopService.ts';
import { filledWith, moveWhenFree, removeUnused } from './databaseFiles.ts';
import type { ShopFiles } from './shopFiles.ts';

export interface SessionParts {
  readonly files: ShopFiles;
  readonly keyStore: SystemKeyStore;
  /** Undefined: the checkout's own. */
  readonly migrationsDir?: string;
  readonly systemLocale: Locale;
  /** Asked for at the first start only: the answer takes several milliseconds of every start. */
  readonly systemTimeZone: () => string;
  readonly nowMs: () => number;
  readonly onChanged: (state: AppState) => void;
  /** Told of what kept the shop from opening and is no refusal. */
  readonly onDefect?: (error: unknown) => void;
}

/** A shop that can be worked with. */
export interface OpenShop {
  readonly db: Database;
  readonly key: Uint8Array | null;
  readonly protection: Protection;
}

type LockedReason = Extract<AppState, { phase: 'locked' }>['reason'];

type State =
  | { readonly phase: 'noShop' }
  | { readonly phase: 'locked'; readonly reason: LockedReason }
  | ({ readonly phase: 'ready' } & OpenShop)
  | { readonly phase: 'failed'; readonly error: RevinoError };

export type NewShopWithKey = NewShop & {
  readonly protection: Protection;
  readonly passphrase: string | null;
};

export class ShopSession {
  readonly #parts: SessionParts;
  readonly #keys: KeyRing;
  #lock: WriterLock | null = null;
  #state: State = { phase: 'noShop' };
  #changing: Promise<void> = Promise.resolve();
  /** Of the demo that was removed: whoever chose a language is not to choose it again. */
  #firstLocale: Locale | null = null;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#keys = new KeyRing(parts.files.keyFile, parts.keyStore, parts.nowMs);
  }

  /** Opens the shop that is there, as far as that goes without asking. Never throws a refusal: it becomes the state. */
  open(): void {
    const { files } = this.#parts;
    if (!existsSync(files.database) && !isRestorePending(files.database)) {
      this.#become({ phase: 'noShop' });
      return;
    }
    try {
      requireLocalFolder(files.folder, files.database);
      this.#lock = acquireWriterLock(files.database);
      finishRestore(files.database, this.#lock);
      this.#become(this.#openWithOwnKey());
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The state as the window sees it. */
  get appState(): AppState {
    return this.#seen(this.#state);
  }

  get files(): ShopFiles {
    return this.#parts.files;
  }

  get protection(): Protection | null {
    return this.#state.phase === 'ready' ? this.#state.protection : null;
  }

  /** @throws RevinoError `shop.none` while no shop is open, or why it could not be opened */
  get shop(): OpenShop {
    if (this.#state.phase === 'ready') return this.#state;
    if (this.#state.phase === 'failed') throw this.#state.error;
    throw new RevinoError('shop.none');
  }

  /**
   * Makes the database and opens it. Answers the recovery key to be printed, or null without encryption.
   * Leaves nothing behind when it fails.
   * @throws RevinoError `shop.exists`, `shop.invalid*`, `key.*`, `database.*`
   */
  create(shop: NewShopWithKey): Promise<string | null> {
    return this.#alone(async () => {
      const { files } = this.#parts;
      if (this.#state.phase !== 'noShop') throw new RevinoError('shop.exists');
      try {
        mkdirSync(files.folder, { recursive: true });
        requireLocalFolder(files.folder, files.database);
        this.#lock = acquireWriterLock(files.database);
        // Another process may have made one between our look and the lock.
        if (existsSync(files.database)) throw new RevinoError('shop.exists');
        return await this.#createLocked(shop);
      } catch (error) {
        this.#releaseLock();
        throw toRevinoError(error, files.database);
      }
    });
  }

  async #createLocked({ protection, passphrase, ...shop }: NewShopWithKey): Promise<string | null> {
    const { files, nowMs } = this.#parts;
    const key = protection === 'none' ? null : generateKey();
    // The key first: a database whose key was never written down could not be opened by anybody.
    if (protection !== 'none' && key) await this.#keys.keep(key, protection, passphrase);
    let db: Database | undefined;
    try {
      createDatabase({ ...this.#migration(key), lock: this.#heldLock() });
      db = openDatabase({ file: files.database, key, mode: 'write' });
      createShop(db, shop, nowMs());
      this.#become({ phase: 'ready', db, key, protection });
      return key ? recoveryKeyText(key) : null;
    } catch (error) {
      db?.close();
      removeUnused(files.database);
      if (key) this.#keys.forget();
      throw error;
    }
  }

  /** @throws RevinoError `key.wrongPassphrase`, `key.malformedRecoveryKey`, `database.*`; still locked then */
  unlock(secret: { readonly passphrase: string } | { readonly recoveryKey: string }): Promise<void> {
    return this.#alone(async () => {
      if (this.#state.phase !== 'locked') throw new RevinoError('shop.none');
      if ('passphrase' in secret) {
        const key = await this.#keys.unwrapWithPassphrase(secret.passphrase);
        this.#become(this.#openWith(key, 'passphrase'));
        return;
      }
      const key = parseRecoveryKey(secret.recoveryKey);
      const opened = this.#openWith(key, 'keyStore');
      try {
        // Only a key that has just opened the database replaces what was kept.
        this.#become({ ...opened, protection: await this.#keys.keepAgain(key) });
      } catch (error) {
        opened.db.close();
        throw error;
      }
    });
  }

  /** The recovery key of the open shop; null when it is not encrypted. Throws `shop.none`. */
  recoveryKey(): string | null {
    const { key } = this.shop;
    return key ? recoveryKeyText(key) : null;
  }

  /**
   * Whether this is the key of the open shop. Throws `shop.none`.
   * @throws RevinoError `key.malformedRecoveryKey` for what cannot be anybody's recovery key
   */
  async holdsKey(
    secret: { readonly passphrase: string } | { readonly recoveryKey: string },
  ): Promise<boolean> {
    const { key } = this.shop;
    if (key === null) return false;
    try {
      const given =
        'passphrase' in secret
          ? await this.#keys.unwrapWithPassphrase(secret.passphrase)
          : parseRecoveryKey(secret.recoveryKey);
      return timingSafeEqual(given, key);
    } catch (error) {
      if (codeOf(error) === 'key.wrongPassphrase') return false;
      throw error;
    }
  }

  /** Keys that need not be asked for: the open shop's, or the one this computer's key store gives. */
  keysAtHand(): Uint8Array[] {
    if (this.#state.phase === 'ready') return this.#state.key ? [this.#state.key] : [];
    try {
      return this.#keys.wrapping === 'keyStore' ? [this.#keys.unwrapWithStore()] : [];
    } catch (error) {
      if (error instanceof RevinoError) return [];
      throw error;
    }
  }

  /** Whether the key file beside the database already holds this key, as far as can be told without asking. */
  keeps(key: Uint8Array): boolean {
    return this.keysAtHand().some((known) => Buffer.from(known).equals(key));
  }

  get isKeyStoreAvailable(): boolean {
    return this.#parts.keyStore.isAvailable();
  }

  /**
   * A key wrapped for this computer, not written anywhere yet.
   * @throws RevinoError `key.storeUnavailable` (without a passphrase), `key.weakPassphrase`
   */
  wrap(key: Uint8Array, passphrase: string | null): Promise<KeyFile> {
    return this.#keys.wrap(key, passphrase === null ? 'keyStore' : 'passphrase', passphrase);
  }

  /** Runs `work` under the writer lock, also while no shop is open. Throws `database.inUse`. */
  async underLock<T>(work: () => Promise<T>): Promise<T> {
    if (this.#lock) return await work();
    mkdirSync(this.#parts.files.folder, { recursive: true });
    const lock = acquireWriterLock(this.#parts.files.database);
    try {
      return await work();
    } finally {
      lock.release();
    }
  }

  /** Closes what is open and opens what lies there now: a restored database, for one. */
  reopen(): Promise<void> {
    return this.#alone(async () => {
      this.close();
      this.open();
    });
  }

  /**
   * Makes a demo shop beside the place of the real one and moves it there when it is whole: a demo that was broken
   * off leaves nothing behind. It is never locked, for there is nobody in it.
   * @throws RevinoError `shop.exists`, `job.cancelled`, `database.*`
   */
  createDemo<T>(fill: (db: Database) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      const { files } = this.#parts;
      if (this.#state.phase !== 'noShop') throw new RevinoError('shop.exists');
      const making = `${files.database}.making`;
      try {
        mkdirSync(files.folder, { recursive: true });
        requireLocalFolder(files.folder, files.database);
        this.#lock = acquireWriterLock(files.database);
        if (existsSync(files.database)) throw new RevinoError('shop.exists');
        removeUnused(making);
        createDatabase({ ...this.#migration(null), file: making, lock: this.#heldLock() });
        const filled = await filledWith(making, fill);
        renameSync(making, files.database);
        this.#become(this.#openWith(null, 'none'));
        return filled;
      } catch (error) {
        removeUnused(making);
        this.#releaseLock();
        throw toRevinoError(error, files.database);
      }
    });
  }

  /**
   * Takes the demo shop away; the first start begins anew and speaks its language. What people entered into it is
   * kept beside it, until the next demo is removed.
   * @throws RevinoError `shop.notDemo`, `database.*`; the demo is open again then
   */
  removeDemo(): Promise<void> {
    return this.#alone(async () => {
      const { files } = this.#parts;
      const { db } = this.shop;
      const { isDemo, locale } = readShop(db);
      if (!isDemo) throw new RevinoError('shop.notDemo');
      const isKept = hasOwnRecords(db);
      db.close();
      const aside = join(files.folder, 'removed-demo.revino');
      try {
        removeUnused(aside);
        await moveWhenFree(files.database, aside);
      } catch (error) {
        this.#become(this.#openWith(null, 'none'));
        throw toRevinoError(error, files.database);
      }
      if (!isKept) removeUnused(aside);
      this.#releaseLock();
      this.#firstLocale = locale;
      this.#become({ phase: 'noShop' });
    });
  }

  /** Tells the window that the shop's own particulars changed. */
  shopChanged(): void {
    this.#parts.onChanged(this.appState);
  }

  /** Closes the connection and lets the lock go. */
  close(): void {
    if (this.#state.phase === 'ready') this.#state.db.close();
    this.#state = { phase: 'noShop' };
    this.#releaseLock();
  }

  /** One change of state after the other: two clicks must not make two databases. */
  #alone<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#changing.then(change);
    this.#changing = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  #heldLock(): WriterLock {
    if (!this.#lock) throw new Error('The database is opened under its lock only.');
    return this.#lock;
  }

  #releaseLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  #seen(state: State): AppState {
    const { keyStore, nowMs } = this.#parts;
    const systemLocale = this.#firstLocale ?? this.#parts.systemLocale;
    if (state.phase === 'noShop')
      return {
        phase: 'noShop',
        systemLocale,
        systemTimeZone: this.#parts.systemTimeZone(),
        isKeyStoreAvailable: keyStore.isAvailable(),
      };
    if (state.phase === 'locked') return { phase: 'locked', systemLocale, reason: state.reason };
    if (state.phase === 'failed')
      return { phase: 'failed', systemLocale, code: state.error.code, params: { ...state.error.params } };
    const shop = readShop(state.db);
    const today = businessDateOfInstant(nowMs(), shop.timeZone);
    return { phase: 'ready', shop, protection: state.protection, today };
  }

  #migration(key: Uint8Array | null) {
    const { files, migrationsDir, nowMs } = this.#parts;
    return {
      file: files.database,
      key,
      backupsDir: files.backups,
      nowMs: nowMs(),
      ...(migrationsDir === undefined ? {} : { migrationsDir }),
    };
  }

  /** Opens without a key or with the one this computer keeps, or says what has to be asked for. */
  #openWithOwnKey(): State {
    try {
      // A plain database is opened plainly, even beside a key file that was left behind by another one.
      return this.#openWith(null, 'none');
    } catch (error) {
      if (codeOf(error) !== 'database.keyNeeded') throw error;
    }
    try {
      const wrapping = this.#keys.wrapping;
      if (wrapping === null) return { phase: 'locked', reason: 'keyFileMissing' };
      if (wrapping === 'passphrase') return { phase: 'locked', reason: 'passphrase' };
      return this.#openWith(this.#keys.unwrapWithStore(), 'keyStore');
    } catch (error) {
      // A wrong key in the key store: the database was brought from another computer, to beside this one's key.
      const isKeyLost = codeOf(error) === 'key.storeLost' || codeOf(error) === 'database.wrongKey';
      if (isKeyLost) return { phase: 'locked', reason: 'keyStoreLost' };
      throw error;
    }
  }

  #openWith(key: Uint8Array | null, protection: Protection): State & { phase: 'ready' } {
    const { files } = this.#parts;
    migrateDatabase({ ...this.#migration(key), lock: this.#heldLock() });
    const db = openDatabase({ file: files.database, key, mode: 'write' });
    try {
      readShop(db);
      // Before old values for undoing go: it may need them.
      this.#forgetAgain(db);
      inTransaction(db, () => {
        pruneUndoValuesTx(db, this.#parts.nowMs());
        expireDueTx(db, this.#parts.nowMs());
        markKeyTx(db);
      });
    } catch (error) {
      db.close();
      throw toRevinoError(error, files.database);
    }
    return { phase: 'ready', db, key, protection };
  }

  /** A backup knows nothing of who was forgotten after it. A list that cannot be read keeps nobody from working. */
  #forgetAgain(db: Database): void {
    try {
      eraseForgottenAgain(db, this.#parts.nowMs());
    } catch (error) {
      if (codeOf(error) !== 'privacy.listDamaged') throw error;
      this.#parts.onDefect?.(error);
    }
  }

  #fail(error: unknown): void {
    this.#releaseLock();
    const known = toRevinoError(error, this.#parts.files.database);
    if (!(known instanceof RevinoError)) this.#parts.onDefect?.(known);
    // Also a defect must end in a window that says so, not in no window at all.
    const refusal = known instanceof RevinoError ? known : new RevinoError('internal', {}, { cause: known });
    this.#become({ phase: 'failed', error: refusal });
  }

  #become(state: State): void {
    this.#state = state;
    this.#parts.onChanged(this.appState);
  }
}

const codeOf = (error: unknown): RevinoError['code'] | null =>
  error instanceof RevinoError ? error.code : null;
