/**
 * The app with its window: opens the window first, has what lies behind it (AppCore) read meanwhile, and takes both
 * apart again in the right order. It imports as little as a window needs, because nothing is seen before that is read.
 */
import { join } from 'node:path';
import { app, session as browserSession, ipcMain } from 'electron';
import { CALL_CHANNEL, DROP_CHANNEL } from '../../src-shared/contract/channels.ts';
import { type Words, wordsFor } from '../../src-shared/words/words.ts';
import { AppLog } from '../logging/appLog.ts';
import type { DefectPlace } from '../logging/logEntry.ts';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { KIOSK_SWITCH, KioskStart } from '../windows/kioskStart.ts';
import { closeMainWindow, mainWindow, showMainWindow } from '../windows/mainWindow.ts';
import { coveringKiosk, kioskWindow } from '../windows/openKiosk.ts';
import { pagesFolder } from '../windows/pageWindow.ts';
import { showUnexpectedError } from '../windows/unexpectedError.ts';
import { LookKeeper } from '../windows/windowLook.ts';
import type { AppCore } from './appCore.ts';

/** The window comes first; what is to be told until then waits. */
const LOG_AFTER_MS = 2500;

export class DesktopApp {
  readonly #dataFolder: string;
  #look: LookKeeper | null = null;
  readonly #log: AppLog;
  #core: Promise<AppCore> | null = null;
  /** Of the last known state: an error dialog must not ask a database that may be what failed. */
  #words: Words = wordsFor('en');
  #closing: Promise<boolean> | null = null;
  #isClosed = false;

  constructor(dataFolder: string) {
    this.#dataFolder = dataFolder;
    this.#log = new AppLog({ dataFolder });
  }

  /** To be called once, when Electron is ready. */
  open(args: readonly string[] = []): void {
    const look = new LookKeeper(join(this.#dataFolder, 'look.json'));
    this.#look = look;
    // On Windows the name under which the taskbar groups the windows; elsewhere it means nothing.
    app.setAppUserModelId('app.revino.desktop');
    lockDownSession(browserSession.defaultSession);
    serveApp(browserSession.defaultSession, pagesFolder);
    const kioskStart = new KioskStart(join(this.#dataFolder, 'kiosk.json'));
    const core = this.#loadCore(look, kioskStart);
    this.#core = core;
    // What the page asks waits until there is somebody to answer.
    ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) =>
      (await core).callDoor(event, name, input),
    );
    ipcMain.handle(DROP_CHANNEL, async (event, name: unknown, input: unknown) =>
      (await core).dropDoor(event, name, input),
    );
    if (args.includes(KIOSK_SWITCH) || kioskStart.startsAsKiosk) void this.#startAsKiosk(core);
    else this.show();
    this.#tellOfStart();
  }

  /** Started again while it runs: comes to the front, or becomes the kiosk that was asked for. */
  startedAgain(args: readonly string[]): void {
    if (args.includes(KIOSK_SWITCH) && this.#core && !this.#closing) void this.#startAsKiosk(this.#core);
    else this.show();
  }

  /** Opens the window or brings it to the front. */
  show(): void {
    if (!this.#core || !this.#look) return;
    const covering = coveringKiosk();
    if (covering) {
      covering.focus();
      return;
    }
    if (this.#closing) {
      // Started again while this one was ending: the newcomer has left already, so another one follows us.
      app.relaunch();
      return;
    }
    showMainWindow(this.#dataFolder, {
      words: () => this.#words,
      look: this.#look,
      onCrash: (error) => this.showUnexpected(error, 'page process'),
    });
  }

  showUnexpected(error: unknown, place: DefectPlace = 'main'): void {
    this.#log.defect(place, error);
    // It is no message for whoever stands before the kiosk.
    if (!coveringKiosk()) void showUnexpectedError(error, this.#words);
  }

  /** All windows are closed: long work goes on, then the app ends. Opening a window again keeps it. */
  async quitWhenIdle(): Promise<void> {
    if (process.platform === 'darwin') return;
    await (await this.#core)?.whenIdle();
    if (!mainWindow() && !kioskWindow()) app.quit();
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /**
   * Closes the window, ends long work (rolled back), the processes, and the connection. False: the window holds what
   * is not recorded yet, its owner wants to go back to it, and everything stays.
   */
  close(): Promise<boolean> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<boolean> {
    if (!(await closeMainWindow())) {
      this.#closing = null;
      return false;
    }
    await (await this.#core)?.close();
    this.#log.write({ event: 'closed' });
    await this.#log.open();
    this.#isClosed = true;
    return true;
  }

  #tellOfStart(): void {
    this.#log.write({
      event: 'started',
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome ?? '',
      system: `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
      isPackaged: app.isPackaged,
    });
    setTimeout(() => void this.#log.open(), LOG_AFTER_MS);
  }

  /** The window only where somebody is needed first: to unlock the shop, or to read the code that leaves the kiosk. */
  async #startAsKiosk(core: Promise<AppCore>): Promise<void> {
    if (!(await core).startAsKiosk()) this.show();
  }

  /** Read while the page's process is being started, when this one has nothing else to do. */
  async #loadCore(look: LookKeeper, kioskStart: KioskStart): Promise<AppCore> {
    const { AppCore } = await import('./appCore.ts');
    const core = new AppCore({
      dataFolder: this.#dataFolder,
      look,
      kioskStart,
      log: this.#log,
      showWindow: () => this.show(),
      onDefect: (error) => this.showUnexpected(error, 'menu'),
      onWords: (words) => {
        this.#words = words;
      },
    });
    core.openShop();
    return core;
  }
}
