/**
 * Keeps the database key in the key file beside the database, wrapped by the system's key store or
 * by a passphrase, and gets it back. Decides which file may be replaced; the wrapping is in db/keys.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import {
  type KeyFile,
  type KeyWrapper,
  readKeyFile,
  unwrapKeyWithPassphrase,
  unwrapKeyWithStore,
  wrapKeyWithPassphrase,
  wrapKeyWithStore,
  writeKeyFile,
} from '../../db/keys.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Protection } from '../../src-shared/contract/shopContract.ts';

export interface SystemKeyStore extends KeyWrapper {
  /** False where nothing on this computer keeps a secret better than a plain file would. */
  isAvailable(): boolean;
}

type Wrapping = Exclude<Protection, 'none'>;

export class KeyRing {
  readonly #file: string;
  readonly #keyStore: SystemKeyStore;
  readonly #nowMs: () => number;

  constructor(file: string, keyStore: SystemKeyStore, nowMs: () => number) {
    this.#file = file;
    this.#keyStore = keyStore;
    this.#nowMs = nowMs;
  }

  /** How the kept key is wrapped; null without a key file. @throws RevinoError `key.storeLost` when it is damaged */
  get wrapping(): Wrapping | null {
    return readKeyFile(this.#file)?.protection ?? null;
  }

  /**
   * Writes the key file. One that is there already is moved aside, never overwritten: it may belong to a backup.
   * @throws RevinoError `key.storeUnavailable`, `key.weakPassphrase`, `database.notWritable`
   */
  async keep(key: Uint8Array, wrapping: Wrapping, passphrase: string | null): Promise<void> {
    const kept = await this.wrap(key, wrapping, passphrase);
    if (existsSync(this.#file)) renameSync(this.#file, `${this.#file}.${this.#nowMs()}`);
    writeKeyFile(this.#file, kept);
  }

  /** Removes the file that `keep` wrote. */
  forget(): void {
    rmSync(this.#file, { force: true });
  }

  /**
   * Once the recovery key has opened the database: wraps the key by the key store again, so that it is not asked for
   * every time. A passphrase stays as it is, and where there is no key store nothing is kept.
   */
  async keepAgain(key: Uint8Array): Promise<Wrapping> {
    const isPassphrase = this.#readable()?.protection === 'passphrase';
    if (isPassphrase) return 'passphrase';
    if (this.#keyStore.isAvailable()) await this.keep(key, 'keyStore', null);
    return 'keyStore';
  }

  /** @throws RevinoError `key.storeLost` where the key store can no longer open it */
  unwrapWithStore(): Uint8Array {
    const kept = readKeyFile(this.#file);
    if (kept?.protection !== 'keyStore' || !this.#keyStore.isAvailable())
      throw new RevinoError('key.storeLost');
    return unwrapKeyWithStore(kept, this.#keyStore);
  }

  /** @throws RevinoError `key.wrongPassphrase` */
  async unwrapWithPassphrase(passphrase: string): Promise<Uint8Array> {
    const kept = readKeyFile(this.#file);
    if (kept?.protection !== 'passphrase') throw new RevinoError('key.wrongPassphrase');
    return await unwrapKeyWithPassphrase(kept, passphrase);
  }

  /** The key wrapped, not written anywhere. @throws RevinoError `key.storeUnavailable`, `key.weakPassphrase` */
  async wrap(key: Uint8Array, wrapping: Wrapping, passphrase: string | null): Promise<KeyFile> {
    if (wrapping === 'passphrase') return await wrapKeyWithPassphrase(key, passphrase ?? '');
    if (!this.#keyStore.isAvailable()) throw new RevinoError('key.storeUnavailable');
    return wrapKeyWithStore(key, this.#keyStore);
  }

  #readable(): KeyFile | null {
    try {
      return readKeyFile(this.#file);
    } catch (error) {
      if (error instanceof RevinoError && error.code === 'key.storeLost') return null;
      throw error;
    }
  }
}
