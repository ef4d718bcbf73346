/**
 * When backups are made: soon after the start, once a day while the app is open, when it is closed after a change, and
 * when the owner asks. Keeps the record of how each place fared. Knows no window and no Electron.
 */
import { statSync } from 'node:fs';
import type { Database } from '../../db/openDatabase.ts';
import { RevinoError } from '../../src-shared/contract/errors.ts';
import type { Job } from '../../src-shared/contract/jobContract.ts';
import type { JobControl, JobRegistry } from '../jobs/jobRegistry.ts';
import type { ShopFiles } from '../session/shopFiles.ts';
import { runInWorker } from '../worker/runInWorker.ts';
import type { SpawnWorker } from '../worker/workerProcess.ts';
import {
  type BackupRecord,
  type PlaceRecord,
  placeIdOf,
  readBackupRecord,
  writeBackupRecord,
} from './backupRecord.ts';
import { duePlaces } from './backupWorry.ts';
import type { BackupOutcome, BackupPlace } from './makeBackup.ts';
import { markPlace } from './placeMark.ts';

export interface BackupKeeperParts {
  readonly files: ShopFiles;
  readonly spawn: SpawnWorker;
  readonly jobs: JobRegistry;
  /** The open shop, or null. */
  readonly openShop: () => { readonly db: Database; readonly key: Uint8Array | null } | null;
  readonly nowMs: () => number;
  /** Told what went wrong when nobody is there any more to be told. */
  readonly onDefect: (error: unknown) => void;
  /** Undefined: the checkout's own. */
  readonly migrationsDir?: string;
}

/** The window is long usable by then. */
export const START_BACKUP_AFTER_MS = 20_000;
/** How often an open app looks whether a backup is due: a stick put back in gets its own within the hour. */
export const LOOK_EVERY_MS = 3_600_000;
const FULL_CHECK_EVERY_MS = 7 * 86_400_000;
/** The owner has closed the window and may be about to switch the computer off. */
const PATIENCE_AT_QUIT_MS = 120_000;

type BackupResult = Extract<NonNullable<Job['result']>, { kind: 'backup' }>['value'];

interface OpenMark {
  readonly db: Database;
  /** When the files were last written to, as the shop was opened. */
  readonly writtenAtMs: number;
  /** Changes seen at the last good backup of this session, or at the opening. */
  changes: string;
  isBackedUp: boolean;
}

export class BackupKeeper {
  readonly #parts: BackupKeeperParts;
  #record: BackupRecord | null = null;
  #open: OpenMark | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isSettled = false;

  constructor(parts: BackupKeeperParts) {
    this.#parts = parts;
  }

  /** To be called whenever a shop has been opened. */
  shopOpened(): void {
    const shop = this.#parts.openShop();
    if (!shop || this.#open?.db === shop.db) return;
    const { db } = shop;
    this.#open = { db, writtenAtMs: writtenAt(db.file), changes: changesOf(db), isBackedUp: false };
    this.#isSettled = false;
    this.#lookIn(START_BACKUP_AFTER_MS);
  }

  get record(): BackupRecord {
    const { files } = this.#parts;
    this.#record ??= readBackupRecord(files.backupRecord, files.backups);
    return this.#record;
  }

  /** False until the first look after the start, when an old backup is no reason to worry yet. */
  get isSettled(): boolean {
    return this.#isSettled;
  }

  get places(): BackupPlace[] {
    return this.record.places.map(asPlace);
  }

  /** @throws RevinoError `backup.unknownPlace` */
  folderOf(placeId: string): string {
    const place = this.record.places.find((known) => placeIdOf(known) === placeId);
    if (!place) throw new RevinoError('backup.unknownPlace');
    return place.folder;
  }

  /** Adding a folder twice does no harm. @throws RevinoError `backup.placeNotWritable`, `backup.placeIsOwn` */
  addPlace(folder: string): void {
    const { files, nowMs } = this.#parts;
    if (folder === files.folder || folder === files.backups) throw new RevinoError('backup.placeIsOwn');
    const mark = markPlace(folder);
    const others = this.record.places.filter((place) => place.mark !== mark);
    const known = this.record.places.find((place) => place.mark === mark);
    const added = known ?? { mark, addedAtMs: nowMs(), lastGoodMs: null, failure: null };
    this.#keep({ ...this.record, places: [...others, { ...added, folder }] });
  }

  /** @throws RevinoError `backup.unknownPlace`, also for the own place */
  removePlace(placeId: string): void {
    const places = this.record.places.filter(({ mark }) => mark === null || mark !== placeId);
    if (places.length === this.record.places.length) throw new RevinoError('backup.unknownPlace');
    this.#keep({ ...this.record, places });
  }

  /** A backup to every place, now. Answers the job. @throws RevinoError `shop.none`, `backup.running` */
  backUpNow(): string {
    if (!this.#parts.openShop()) throw new RevinoError('shop.none');
    if (this.#parts.jobs.isRunning('backup')) throw new RevinoError('backup.running');
    return this.#startJob(this.record.places);
  }

  /**
   * The last backup of the session, if there was a change; to be called while the shop is still open. It never throws:
   * nobody is there to be told, and the record tells it at the next start.
   */
  async lastBackup(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const shop = this.#parts.openShop();
    const open = this.#open;
    this.#open = null;
    if (!shop || !open || !this.#isChanged(open)) return;
    const patience = AbortSignal.timeout(PATIENCE_AT_QUIT_MS);
    try {
      const access = { file: shop.db.file, key: shop.key };
      await this.#make(access, this.record.places, false, { signal: patience });
    } catch (error) {
      this.#parts.onDefect(error);
    }
  }

  #isChanged(open: OpenMark): boolean {
    const newest = this.record.places[0]?.lastGoodMs ?? null;
    if (newest === null || changesOf(open.db) !== open.changes) return true;
    // What an earlier session wrote, and could not back up because it was killed.
    return !open.isBackedUp && open.writtenAtMs > newest;
  }

  #lookIn(delayMs: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), delayMs);
    this.#timer.unref();
  }

  #look(): void {
    this.#lookIn(LOOK_EVERY_MS);
    const { jobs, nowMs, openShop } = this.#parts;
    if (!openShop()) return;
    // An import changes everything: the next look backs up what it has made.
    if (jobs.isRunning('backup') || jobs.isRunning('import')) return;
    const due = duePlaces(this.record, nowMs());
    if (due.length > 0) this.#startJob(due);
    else this.#isSettled = true;
  }

  #startJob(places: readonly PlaceRecord[]): string {
    return this.#parts.jobs.start('backup', async (control) => {
      const shop = this.#parts.openShop();
      if (!shop) throw new RevinoError('shop.none');
      const open = this.#open;
      const changes = changesOf(shop.db);
      const { liveCheck } = this.record;
      const checksLive = this.#parts.nowMs() - (liveCheck?.atMs ?? 0) >= FULL_CHECK_EVERY_MS;
      try {
        const access = { file: shop.db.file, key: shop.key };
        const outcome = await this.#make(access, places, checksLive, control);
        const isOwnGood = outcome.places.some(({ placeId, backupFile }) => placeId === 'own' && backupFile);
        if (open && isOwnGood) Object.assign(open, { changes, isBackedUp: true });
        return { kind: 'backup', value: resultOf(outcome) };
      } finally {
        this.#isSettled = true;
      }
    });
  }

  async #make(
    { file, key }: { readonly file: string; readonly key: Uint8Array | null },
    places: readonly PlaceRecord[],
    checksLive: boolean,
    control: Pick<JobControl, 'signal'> & Partial<Pick<JobControl, 'report'>>,
  ): Promise<BackupOutcome> {
    const { spawn, nowMs, migrationsDir } = this.#parts;
    const startedAtMs = nowMs();
    const order = {
      file,
      key,
      places: places.map(asPlace),
      nowMs: startedAtMs,
      checksLive,
      ...(migrationsDir === undefined ? {} : { migrationsDir }),
    };
    try {
      const outcome = await runInWorker(spawn, 'makeBackup', order, control);
      this.#keep(afterwards(this.record, outcome));
      return outcome;
    } catch (error) {
      if (error instanceof RevinoError && error.code === 'database.corrupt') {
        this.#keep({ ...this.record, liveCheck: { atMs: startedAtMs, isSound: false } });
      }
      throw error;
    }
  }

  #keep(record: BackupRecord): void {
    this.#record = record;
    writeBackupRecord(this.#parts.files.backupRecord, record);
  }
}

const asPlace = (place: PlaceRecord): BackupPlace => ({
  placeId: placeIdOf(place),
  folder: place.folder,
  mark: place.mark,
});

const afterwards = (record: BackupRecord, outcome: BackupOutcome): BackupRecord => {
  const { madeAtMs, isLiveSound } = outcome;
  return {
    ...record,
    places: record.places.map((place) => {
      const fared = outcome.places.find(({ placeId }) => placeId === placeIdOf(place));
      if (!fared) return place;
      if (fared.failure === null) return { ...place, lastGoodMs: madeAtMs, failure: null };
      return {
        ...place,
        failure: { code: fared.failure.code, params: { ...fared.failure.params }, atMs: madeAtMs },
      };
    }),
    liveCheck: isLiveSound === null ? record.liveCheck : { atMs: madeAtMs, isSound: isLiveSound },
  };
};

/** A place that is not there now is no failure of the job; when nothing at all was backed up, the first reason is. */
const resultOf = ({ places }: BackupOutcome): BackupResult => {
  const good = places.filter(({ failure }) => failure === null).length;
  const [first] = places.flatMap(({ failure }) => failure ?? []);
  if (good === 0 && first) throw new RevinoError(first.code, first.params);
  return { good, failed: places.length - good };
};

/** Changes by this connection, and by every other one that wrote. */
const changesOf = ({ sqlite }: Database): string => {
  const own = sqlite.prepare('SELECT total_changes()').pluck().get();
  return `${String(own)} ${String(sqlite.pragma('data_version', { simple: true }))}`;
};

/** The log counts only with something in it: opening makes an empty one. */
const writtenAt = (file: string): number => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const times = [statSync(file).mtimeMs, ...(log && log.size > 0 ? [log.mtimeMs] : [])];
  return Math.max(...times);
};
