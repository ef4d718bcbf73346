/**
 * From "which backups are there" to "this one, please": lists them with the keys that are known, takes a secret for
 * those that stay shut, and has one checked and put in the place of the records. Works without an open shop, because
 * that is when it is needed.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type KeyFile,
  keyFilePath,
  type PassphraseKeyFile,
  parseRecoveryKey,
  readKeyFile,
  unwrapKeyWithPassphrase,
} from '../../db/keys.ts';
import { commitRestore } from '../../db/restoreDatabase.ts';
import type { FoundBackup as Shown } from '../../src-shared/contract/backupContract.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { ShopSession } from '../session/shopSession.ts';
import { runInWorker, type WatchedBy } from '../worker/runInWorker.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import type { BackupKeeper } from './backupKeeper.ts';
import { OWN_PLACE } from './backupRecord.ts';
import type { FoundBackup } from './findBackups.ts';
import { momentOf } from './moment.ts';

export interface RestoreDeskParts {
  readonly session: ShopSession;
  readonly keeper: BackupKeeper;
  readonly spawn: SpawnWorker;
  readonly nowMs: () => number;
  readonly timeZone: () => string;
  readonly migrationsDir?: string;
}

/** A key that was given by hand, and the file that wraps it by the passphrase it came from. */
interface GivenKey {
  readonly key: Uint8Array;
  readonly keyFile: PassphraseKeyFile | null;
  /** It came out of the key file of this very shop, which then stays as it is. */
  readonly isKept: boolean;
}

interface Listed {
  readonly found: FoundBackup;
  /** Null for a plain one, and for one that no key opens. */
  readonly key: Uint8Array | null;
}

/** A wrong passphrase costs half a second for each file it is tried on. */
const MOST_KEY_FILES = 5;

export class RestoreDesk {
  readonly #parts: RestoreDeskParts;
  #given: GivenKey[] = [];
  #picked: string[] = [];
  #listed = new Map<string, Listed>();
  /** A backup keeps its id from one reading of the list to the next. */
  #idByFile = new Map<string, string>();

  constructor(parts: RestoreDeskParts) {
    this.#parts = parts;
  }

  async list(): Promise<Shown[]> {
    const { session, keeper, spawn, migrationsDir } = this.#parts;
    const keys = [...session.keysAtHand(), ...this.#given.map(({ key }) => key)];
    const found = await runInWorker(spawn, 'findBackups', {
      places: keeper.places,
      files: this.#picked,
      liveFile: session.files.database,
      keys,
      ...(migrationsDir === undefined ? {} : { migrationsDir }),
    });
    this.#listed = new Map();
    for (const one of found) {
      const key = one.keyIndex === null || one.keyIndex < 0 ? null : keys[one.keyIndex]!;
      this.#listed.set(this.#idOf(one.file), { found: one, key });
    }
    return [...this.#listed].map(([backupId, listed]) => this.#shown(backupId, listed));
  }

  /** Answers its id, under which the list shows it from now on. */
  addFile(file: string): string {
    if (!this.#picked.includes(file)) this.#picked.push(file);
    return this.#idOf(file);
  }

  /**
   * @throws RevinoError `key.malformedRecoveryKey`, `key.wrongPassphrase`, `backup.noKeyFile` where there is nothing
   * a passphrase could open, `backup.keyFitsNone`
   */
  async unlock(secret: { readonly passphrase: string } | { readonly recoveryKey: string }): Promise<void> {
    const given: GivenKey =
      'passphrase' in secret
        ? await this.#fromPassphrase(secret.passphrase)
        : { key: parseRecoveryKey(secret.recoveryKey), keyFile: null, isKept: false };
    this.#given.push(given);
    await this.list();
    const opensOne = [...this.#listed.values()].some(({ key }) => key !== null && isSame(key, given.key));
    if (opensOne) return;
    this.#given.pop();
    throw new RevinoError('backup.keyFitsNone');
  }

  /**
   * Checks the backup, lays it beside the records and makes it count. The next opening finds it in their place.
   * @throws RevinoError `backup.unknown`, `key.*`, and what staging refuses; the records are as they were then
   */
  async stage(backupId: string, passphrase: string | null, control: WatchedBy): Promise<Counts> {
    const listed = this.#listed.get(backupId);
    if (listed?.found.state !== 'opens') throw new RevinoError('backup.unknown');
    const { session, spawn, nowMs, migrationsDir } = this.#parts;
    const keyFile = await this.#keyFileFor(listed.key, passphrase);
    const file = session.files.database;
    return await session.underLock(async () => {
      const counts = await runInWorker(
        spawn,
        'stageRestore',
        {
          backupFile: listed.found.file,
          key: listed.key,
          file,
          ...(migrationsDir === undefined ? {} : { migrationsDir }),
        },
        control,
      );
      commitRestore(file, keyFile, nowMs());
      return counts;
    });
  }

  /** Keys given by hand are not kept longer than they are needed. */
  forget(): void {
    this.#given = [];
    this.#picked = [];
    this.#listed = new Map();
  }

  #idOf(file: string): string {
    const known = this.#idByFile.get(file);
    if (known !== undefined) return known;
    const id = randomUUID();
    this.#idByFile.set(file, id);
    return id;
  }

  #shown(backupId: string, { found, key }: Listed): Shown {
    const { card } = found;
    return {
      backupId,
      kind: found.kind,
      made: momentOf(found.madeAtMs, this.#parts.timeZone()),
      folder: dirname(found.file),
      isHere: found.placeId === OWN_PLACE || found.kind === 'replaced',
      fileName: basename(found.file),
      bytes: found.bytes,
      state: found.state,
      isEncrypted: found.keyIndex !== -1,
      isOlderSchema: found.isOlderSchema,
      shopName: card?.name ?? null,
      customers: card?.customers ?? null,
      visits: card?.visits ?? null,
      newestVisitOn: card?.newestVisitOn ?? null,
      needsPassphrase: key !== null && this.#wayToKeep(key) === 'ask',
    };
  }

  /** How this computer will get at the key of a restored database from now on. */
  #wayToKeep(key: Uint8Array): 'kept' | 'keyStore' | 'ask' | PassphraseKeyFile {
    const { session } = this.#parts;
    const given = this.#given.find((one) => isSame(one.key, key));
    if (session.keeps(key) || given?.isKept) return 'kept';
    if (given?.keyFile) return given.keyFile;
    return session.isKeyStoreAvailable ? 'keyStore' : 'ask';
  }

  async #keyFileFor(key: Uint8Array | null, passphrase: string | null): Promise<KeyFile | null> {
    if (key === null) return null;
    const way = this.#wayToKeep(key);
    if (way === 'kept') return null;
    if (typeof way === 'object') return way;
    return await this.#parts.session.wrap(key, way === 'keyStore' ? null : (passphrase ?? ''));
  }

  async #fromPassphrase(passphrase: string): Promise<GivenKey> {
    const own = this.#parts.session.files.keyFile;
    const candidates = this.#passphraseFiles(own);
    if (candidates.length === 0) throw new RevinoError('backup.noKeyFile');
    for (const { path, keyFile } of candidates) {
      try {
        return { key: await unwrapKeyWithPassphrase(keyFile, passphrase), keyFile, isKept: path === own };
      } catch (error) {
        if (!(error instanceof RevinoError) || error.code !== 'key.wrongPassphrase') throw error;
      }
    }
    throw new RevinoError('key.wrongPassphrase');
  }

  /** Different ones only: every backup of a shop carries a copy of the same. */
  #passphraseFiles(own: string): { readonly path: string; readonly keyFile: PassphraseKeyFile }[] {
    const shut = [...this.#listed.values()].filter(({ found }) => found.state === 'otherKey');
    const paths = [
      own,
      ...shut.flatMap(({ found }) => [keyFilePath(found.file), join(dirname(found.file), basename(own))]),
    ];
    const seen = new Set<string>();
    const files = [];
    for (const path of paths) {
      if (!existsSync(path)) continue;
      const text = readFileSync(path, 'utf8');
      if (seen.has(text)) continue;
      seen.add(text);
      const keyFile = readable(path);
      if (keyFile?.protection === 'passphrase') files.push({ path, keyFile });
      if (files.length === MOST_KEY_FILES) break;
    }
    return files;
  }
}

type Counts = { readonly customers: number; readonly visits: number };

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(b);

const readable = (path: string): KeyFile | null => {
  try {
    return readKeyFile(path);
  } catch (error) {
    if (error instanceof RevinoError) return null;
    throw error;
  }
};
