/**
 * The app with its window: puts the parts together once Electron is ready, and takes them apart again
 * in the right order. It decides nothing that a part can decide itself.
 */
import { app, session as browserSession, ipcMain, nativeTheme } from 'electron';
import { CALL_CHANNEL, DROP_CHANNEL } from '../../src-shared/contract/channels.ts';
import { appContract, dropContract } from '../../src-shared/contract/contract.ts';
import type { AppState } from '../../src-shared/contract/shopContract.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { AnalyticsClient } from '../analytics/analyticsClient.ts';
import { createDoor } from '../ipc/door.ts';
import { broadcast } from '../ipc/events.ts';
import { appHandlers } from '../ipc/handlers/appHandlers.ts';
import type { AppServices } from '../ipc/handlers/appServices.ts';
import { isOwnTopFrame, type SenderEvent } from '../ipc/sender.ts';
import { JobRegistry } from '../jobs/jobRegistry.ts';
import { PickedFiles } from '../jobs/pickedFiles.ts';
import { spawnWorker } from '../jobs/spawnWorker.ts';
import { WriteGate } from '../jobs/writeGate.ts';
import { systemKeyStore } from '../keys/systemKeyStore.ts';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { localeOf, spokenLocale } from '../session/appState.ts';
import { shopFilesIn } from '../session/shopFiles.ts';
import { ShopSession } from '../session/shopSession.ts';
import { setAppMenu } from '../windows/appMenu.ts';
import { desktop } from '../windows/desktop.ts';
import { mainWindow, showMainWindow } from '../windows/mainWindow.ts';
import { pagesFolder, windowRoles } from '../windows/pageWindow.ts';
import { showUnexpectedError } from '../windows/unexpectedError.ts';
import { migrationsFolder } from './builtFolders.ts';

export class DesktopApp {
  readonly #dataFolder: string;
  #parts: { readonly session: ShopSession; readonly jobs: JobRegistry } | null = null;
  #analytics: AnalyticsClient | null = null;
  /** Of the last known state: an error dialog must not ask a database that may be what failed. */
  #words: Words = wordsFor('en');
  #closing: Promise<void> | null = null;
  #isClosed = false;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
  }

  /** To be called once, when Electron is ready. */
  open(): void {
    nativeTheme.themeSource = 'system';
    // On Windows the name under which the taskbar groups the windows; elsewhere it means nothing.
    app.setAppUserModelId('app.revino.desktop');
    lockDownSession(browserSession.defaultSession);
    serveApp(browserSession.defaultSession, pagesFolder);
    const services = this.#makeServices();
    this.#parts = services;
    this.#openDoors(services);
    // The page starts in its own process while the database is opened here; what it asks waits for that.
    this.show();
    services.session.open();
  }

  /** Opens the window or brings it to the front. */
  show(): void {
    if (!this.#parts) return;
    if (this.#closing) {
      // Started again while this one was ending: the newcomer has left already, so another one follows us.
      app.relaunch();
      return;
    }
    showMainWindow(this.#dataFolder, {
      words: () => this.#words,
      onCrash: (error) => this.showUnexpected(error),
    });
  }

  showUnexpected(error: unknown): void {
    void showUnexpectedError(error, this.#words);
  }

  /** All windows are closed: long work goes on, then the app ends. Opening a window again keeps it. */
  quitWhenIdle(): void {
    if (process.platform === 'darwin') return;
    void this.#parts?.jobs.whenIdle().then(() => {
      if (!mainWindow()) app.quit();
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Ends long work (rolled back), the processes, and the connection. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const parts = this.#parts;
    if (parts) {
      parts.jobs.cancelAll();
      await parts.jobs.whenIdle();
      this.#analytics?.end();
      parts.session.close();
    }
    this.#isClosed = true;
  }

  #makeServices(): AppServices {
    const onDefect = (what: string, error: unknown) => console.error(`Defect in ${what}:`, error);
    const session = new ShopSession({
      files: shopFilesIn(this.#dataFolder),
      keyStore: systemKeyStore,
      migrationsDir: migrationsFolder,
      systemLocale: spokenLocale(app.getPreferredSystemLanguages()),
      systemTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      nowMs: Date.now,
      onChanged: (state) => this.#onStateChanged(session, state),
    });
    const jobs = new JobRegistry({
      onChanged: (job) => broadcast('job.changed', job),
      onDefect,
      nowMs: Date.now,
    });
    return {
      session,
      jobs,
      analytics: () => this.#analyticsOf(session),
      files: new PickedFiles(),
      gate: new WriteGate(),
      spawn: spawnWorker,
      desktop,
      words: () => this.#words,
      nowMs: Date.now,
      dataChanged: () => {
        this.#analytics?.changed();
        broadcast('data.changed', {});
      },
      version: app.getVersion(),
      electronVersion: process.versions.electron,
    };
  }

  #openDoors(services: AppServices): void {
    const isAllowedSender = (event: SenderEvent) => isOwnTopFrame(event, 'app', windowRoles);
    const onDefect = (procedure: string, error: unknown) => console.error(`Defect in ${procedure}:`, error);
    const handlers = appHandlers(services);
    const shared = { isAllowedSender, onDefect };
    const callDoor = createDoor({ contract: appContract, handlers: handlers.app, ...shared });
    const dropDoor = createDoor({ contract: dropContract, handlers: handlers.drop, ...shared });
    ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => callDoor(event, name, input));
    ipcMain.handle(DROP_CHANNEL, (event, name: unknown, input: unknown) => dropDoor(event, name, input));
  }

  #onStateChanged(session: ShopSession, state: AppState): void {
    this.#words = wordsFor(localeOf(state));
    // The figures are read while the window is drawn: nobody waits for them at the first look.
    if (state.phase === 'ready') this.#analyticsOf(session).start();
    setAppMenu({
      words: this.#words,
      hasOpenShop: state.phase === 'ready',
      onChosen: (item) => {
        this.show();
        broadcast('menu.chosen', { item });
      },
    });
    broadcast('app.stateChanged', state);
  }

  #analyticsOf(session: ShopSession): AnalyticsClient {
    const { db, key } = session.shop;
    this.#analytics ??= new AnalyticsClient(spawnWorker, { file: db.file, key });
    return this.#analytics;
  }
}
