/**
 * Everything behind the window: the open shop, jobs, the figures' process, and the doors to them. It knows no
 * window but through what it is given.
 */
import { statSync } from 'node:fs';
import { app } from 'electron';
import { isTidyPending } from '../../db/tidyDatabase.ts';
import type { MainCommandId } from '../../src-shared/commands/appCommands.ts';
import { appContract, dropContract, type ProcedureName } from '../../src-shared/contract/contract.ts';
import type { ErrorCode } from '../../src-shared/contract/errors.ts';
import { kioskContract } from '../../src-shared/contract/kioskContract.ts';
import { DROP_MATRIX, ROLE_MATRIX } from '../../src-shared/contract/roleMatrix.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { AnalyticsClient } from '../analytics/analyticsClient.ts';
import { BackupKeeper } from '../backups/backupKeeper.ts';
import { createDoor, type Door } from '../ipc/door.ts';
import { broadcast } from '../ipc/events.ts';
import { appHandlers } from '../ipc/handlers/appHandlers.ts';
import type { AppServices } from '../ipc/handlers/appServices.ts';
import { isOwnTopFrame, type SenderEvent } from '../ipc/sender.ts';
import { JobRegistry } from '../jobs/jobRegistry.ts';
import { PickedFiles } from '../jobs/pickedFiles.ts';
import { spawnWorker } from '../jobs/spawnWorker.ts';
import { startTidy } from '../jobs/tidyJob.ts';
import { WriteGate } from '../jobs/writeGate.ts';
import { systemKeyStore } from '../keys/systemKeyStore.ts';
import { KioskDesk } from '../kiosk/kioskDesk.ts';
import { ownerPinsOf } from '../kiosk/ownerPins.ts';
import type { AppLog } from '../logging/appLog.ts';
import { jobEntry } from '../logging/logEntry.ts';
import { logFolderIn } from '../logging/logFolder.ts';
import { jobSeenBy } from '../people/jobsSeen.ts';
import { KIOSK_CALLER, Till } from '../people/till.ts';
import { keepSealedMonth, sealMonths } from '../services/sealService.ts';
import { localeOf, spokenLocale } from '../session/appState.ts';
import { shopFilesIn } from '../session/shopFiles.ts';
import { ShopSession } from '../session/shopSession.ts';
import { type AppActions, appActions } from '../windows/appActions.ts';
import { setAppMenu } from '../windows/appMenu.ts';
import { desktop } from '../windows/desktop.ts';
import type { KioskStart } from '../windows/kioskStart.ts';
import { KioskWindow } from '../windows/kioskWindow.ts';
import { windowRoles } from '../windows/pageWindow.ts';
import { watchTill } from '../windows/tillWatch.ts';
import type { LookKeeper } from '../windows/windowLook.ts';
import { migrationsFolder } from './builtFolders.ts';

/** The first screen needs no figures, and on two cores their reading would slow its drawing. */
const READ_AHEAD_AFTER_MS = 1500;
const SEAL_AGAIN_AFTER_MS = 6 * 60 * 60 * 1000;

/** Longer than a person waits without noticing. */
const SLOW_MS = 250;

export interface AppCoreParts {
  readonly dataFolder: string;
  readonly look: LookKeeper;
  readonly kioskStart: KioskStart;
  readonly log: AppLog;
  /** Opens the window or brings it to the front. */
  readonly showWindow: () => void;
  /** Something failed that no window asked for. */
  readonly onDefect: (error: unknown) => void;
  /** The language changed. */
  readonly onWords: (words: Words) => void;
}

export class AppCore {
  readonly callDoor: Door<SenderEvent>;
  readonly dropDoor: Door<SenderEvent>;
  readonly kiosk: KioskDesk;
  readonly #parts: AppCoreParts;
  readonly #session: ShopSession;
  readonly #till: Till;
  readonly #jobs: JobRegistry;
  readonly #gate = new WriteGate();
  readonly #backups: BackupKeeper;
  readonly #actions: AppActions;
  #analytics: AnalyticsClient | null = null;
  #words: Words = wordsFor('en');
  #isClosing = false;
  #isSealing = false;
  #isKioskToStart = false;
  #sealTimer: NodeJS.Timeout | null = null;

  constructor(parts: AppCoreParts) {
    this.#parts = parts;
    this.#session = new ShopSession({
      files: shopFilesIn(parts.dataFolder),
      keyStore: systemKeyStore,
      migrationsDir: migrationsFolder,
      systemLocale: spokenLocale(app.getPreferredSystemLanguages()),
      systemTimeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
      nowMs: Date.now,
      onChanged: (state) => this.#onStateChanged(state),
      onDefect: (error) => parts.log.defect('main', error),
    });
    this.#till = new Till({
      session: this.#session,
      gate: this.#gate,
      nowMs: Date.now,
      steadyMs: () => performance.now(),
      onChanged: (state) => {
        this.#setMenu();
        broadcast('access.changed', state);
      },
    });
    this.#jobs = new JobRegistry({
      onChanged: (job) => {
        const seen = jobSeenBy(this.#till.caller, job);
        if (seen !== null) broadcast('job.changed', seen);
      },
      onDefect: (kind, error) => parts.log.defect(`job ${kind}`, error),
      onEnded: (job, ms) => parts.log.write(jobEntry(job, ms)),
      nowMs: Date.now,
    });
    this.#backups = new BackupKeeper({
      files: this.#session.files,
      spawn: spawnWorker,
      jobs: this.#jobs,
      openShop: () => (this.#session.protection === null ? null : this.#session.shop),
      onDefect: (error) => parts.log.defect('job backup', error),
      nowMs: Date.now,
      migrationsDir: migrationsFolder,
    });
    this.#actions = appActions({
      look: parts.look,
      words: () => this.#words,
      dataFolder: parts.dataFolder,
      logFolder: () => logFolderIn(parts.dataFolder),
    });
    let kioskDoor: Door<SenderEvent> | null = null;
    this.kiosk = new KioskDesk({
      session: this.#session,
      gate: this.#gate,
      pins: ownerPinsOf(this.#till),
      screen: new KioskWindow({
        door: () => {
          if (!kioskDoor) throw new Error('The kiosk has no door yet.');
          return kioskDoor;
        },
        onPageGone: (error) => {
          this.kiosk.forgetLink();
          parts.log.defect('kiosk', error);
        },
      }),
      nowMs: Date.now,
      dataChanged: () => this.#dataChanged(),
      onChanged: () => broadcast('kiosk.changed', {}),
      onLeft: parts.showWindow,
    });
    kioskDoor = createDoor({
      contract: kioskContract,
      handlers: this.kiosk.handlers,
      isAllowedSender: (event: SenderEvent) => isOwnTopFrame(event, 'kiosk', windowRoles),
      authorise: () => KIOSK_CALLER,
      onDefect: (procedure, error) => parts.log.defect(procedure, error),
      onAnswered: (procedure, _ms, code) => {
        if (code !== null) parts.log.write({ event: 'refused', procedure, code });
      },
    });
    parts.look.onChanged = (look) => {
      this.#setMenu();
      broadcast('window.lookChanged', look);
    };
    const handlers = appHandlers(this.#services());
    const isAllowedSender = (event: SenderEvent) => isOwnTopFrame(event, 'app', windowRoles);
    const onAnswered = (procedure: ProcedureName, ms: number, code: ErrorCode | null) => {
      if (code !== null) parts.log.write({ event: 'refused', procedure, code });
      // Commands wait for people (dialogs) and for imports (the gate); a question has no excuse.
      else if (ms >= SLOW_MS && appContract[procedure].type === 'query')
        parts.log.write({ event: 'slow', procedure, ms: Math.round(ms) });
    };
    this.callDoor = createDoor({
      contract: appContract,
      handlers: handlers.app,
      isAllowedSender,
      authorise: (procedure) => this.#till.authorise(ROLE_MATRIX[procedure]),
      onDefect: (procedure, error) => parts.log.defect(procedure, error),
      onAnswered,
    });
    this.dropDoor = createDoor({
      contract: dropContract,
      handlers: handlers.drop,
      isAllowedSender,
      authorise: (procedure) => this.#till.authorise(DROP_MATRIX[procedure]),
      onDefect: (_procedure, error) => parts.log.defect('drop', error),
    });
  }

  /** Opens the shop that is there, as far as that goes without asking. */
  openShop(): void {
    this.#session.open();
    watchTill(this.#till);
  }

  /** At once, or as soon as the shop is open. False: somebody is needed at the window first. */
  startAsKiosk(): boolean {
    this.#isKioskToStart = true;
    return this.#isReady() && this.#startKiosk();
  }

  #startKiosk(): boolean {
    if (!this.#isKioskToStart) return false;
    this.#isKioskToStart = false;
    return this.kiosk.openAtStart();
  }

  /** Resolves when no long work is running. */
  whenIdle(): Promise<void> {
    return this.#jobs.whenIdle();
  }

  /** Ends long work (rolled back), the processes, and the connection. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.kiosk.end();
    this.#jobs.cancelAll();
    await this.#jobs.whenIdle();
    this.#analytics?.end();
    await this.#backups.lastBackup();
    // The last connection to go, and one that writes: it folds the log in and leaves one file.
    this.#session.close();
  }

  #services(): AppServices {
    return {
      session: this.#session,
      till: this.#till,
      jobs: this.#jobs,
      analytics: () => this.#analyticsOfShop(),
      files: new PickedFiles(),
      gate: this.#gate,
      spawn: spawnWorker,
      backups: this.#backups,
      migrationsDir: migrationsFolder,
      reopenShop: () => this.#reopenShop(),
      removeDemo: () => this.#removeDemo(),
      desktop: {
        ...desktop,
        look: () => this.#parts.look.look,
        perform: async (command) => await this.#actions[command](),
        pageFailed: (kind, stack) =>
          this.#parts.log.defect('window', Object.assign(new Error(), { name: kind, stack })),
      },
      words: () => this.#words,
      nowMs: Date.now,
      dataChanged: () => this.#dataChanged(),
      kiosk: () => this.kiosk,
      kioskStart: this.#parts.kioskStart,
      version: app.getVersion(),
      electronVersion: process.versions.electron,
    };
  }

  #dataChanged(): void {
    this.#analytics?.changed();
    broadcast('data.changed', {});
  }

  #onStateChanged(state: AppState): void {
    this.#words = wordsFor(localeOf(state));
    this.#parts.onWords(this.#words);
    if (state.phase !== 'ready') this.kiosk.end();
    if (state.phase === 'ready') {
      this.#startKiosk();
      setTimeout(() => this.#readAhead(), READ_AHEAD_AFTER_MS);
      this.#backups.shopOpened();
    }
    this.#parts.log.write({
      event: 'state',
      phase: state.phase,
      code: state.phase === 'failed' ? state.code : null,
    });
    this.#till.changed();
    broadcast('app.stateChanged', state);
  }

  #setMenu(): void {
    setAppMenu({
      words: this.#words,
      hasOpenShop: this.#session.appState.phase === 'ready',
      role: this.#till.caller.role,
      hasPins: this.#till.isOn,
      look: this.#parts.look.look,
      onChosen: (item) => {
        this.#parts.showWindow();
        broadcast('menu.chosen', { item });
      },
      onPerform: (command) => void this.#perform(command),
      onUndo: () => broadcast('menu.undo', {}),
    });
  }

  /** Chosen in the native menu, so that there is no window to tell of a refusal. */
  async #perform(command: MainCommandId): Promise<void> {
    try {
      await this.#actions[command]();
    } catch (error) {
      this.#parts.onDefect(error);
    }
  }

  /** The figures' process begins to read before anybody asks, but not before the window is there. */
  #readAhead(): void {
    if (!this.#isReady()) return;
    this.#analyticsOfShop().start();
    this.#tellOfShop();
    this.#tidy();
    void this.#seal();
    // An app that is never closed has its months sealed too.
    this.#sealTimer ??= setInterval(() => this.#isReady() && void this.#seal(), SEAL_AGAIN_AFTER_MS).unref();
  }

  /** Somebody was forgotten, and the program ended before the database was written anew; or a backup brought them back. */
  #tidy(): void {
    if (!isTidyPending(this.#session.shop.db) || this.#jobs.isRunning('tidy')) return;
    startTidy({ session: this.#session, jobs: this.#jobs, gate: this.#gate, spawn: spawnWorker });
  }

  #isReady(): boolean {
    return !this.#isClosing && this.#session.appState.phase === 'ready';
  }

  /** Months that are over are closed when the window is long there, one after the other, in the figures' process. */
  async #seal(): Promise<void> {
    if (this.#isSealing) return;
    this.#isSealing = true;
    const { db } = this.#session.shop;
    const analytics = this.#analyticsOfShop();
    // Another client, or none: the shop is being closed, replaced or removed, and must not be opened again behind that.
    const isEnding = () =>
      this.#isClosing ||
      this.#analytics !== analytics ||
      this.#session.protection === null ||
      this.#session.shop.db !== db;
    try {
      const sealed = await sealMonths({
        nowMs: Date.now,
        openMonths: (nowMs) => analytics.ask('openMonths', { nowMs }),
        monthToSeal: (month) => analytics.ask('monthToSeal', { month }),
        keep: (month, sealedAtMs) =>
          this.#gate.run(() => !isEnding() && keepSealedMonth(db, month, sealedAtMs)),
        isEnding,
      });
      if (sealed > 0) broadcast('data.changed', {});
    } catch (error) {
      // The next start seals what is left. An app that ends in the middle of it is no defect.
      if (!isEnding()) this.#parts.onDefect(error);
    } finally {
      this.#isSealing = false;
    }
  }

  /** After a restore: everything that was read from the old database goes with it. */
  async #reopenShop(): Promise<void> {
    this.kiosk.end();
    this.#analytics?.end();
    this.#analytics = null;
    await this.#session.reopen();
    broadcast('data.changed', {});
  }

  #tellOfShop(): void {
    const { db } = this.#session.shop;
    const { version } = db.sqlite.prepare('select sqlite_version() as version').get() as { version: string };
    const { size = 0 } = statSync(db.file, { throwIfNoEntry: false }) ?? {};
    const databaseMegabytes = Math.round(size / 1_000_000);
    this.#parts.log.write({ event: 'shop', sqlite: version, databaseMegabytes });
  }

  /** The figures' process holds the file open, so it goes first. */
  async #removeDemo(): Promise<void> {
    this.#analytics?.end();
    this.#analytics = null;
    await this.#session.removeDemo();
  }

  #analyticsOfShop(): AnalyticsClient {
    const { db, key } = this.#session.shop;
    this.#analytics ??= new AnalyticsClient(spawnWorker, { file: db.file, key });
    return this.#analytics;
  }
}
