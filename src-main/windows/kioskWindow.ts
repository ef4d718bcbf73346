/**
 * The kiosk's window: full screen, over everything, with a browser session and a door of its own. Nothing that reaches
 * it but the answers of a survey does anything: keys, menus, zoom, other pages, other windows, files, closing.
 */
import { type BrowserWindow, nativeTheme, type Rectangle, type Session, screen, session } from 'electron';
import { KIOSK_BEGUN_CHANNEL, KIOSK_CHANNEL } from '../../src-shared/contract/channels.ts';
import type { Door } from '../ipc/door.ts';
import type { SenderEvent } from '../ipc/sender.ts';
import type { KioskScreen } from '../kiosk/kioskDesk.ts';
import { APP_ORIGIN } from '../security/appAddress.ts';
import { serveApp } from '../security/appProtocol.ts';
import { lockDownSession } from '../security/lockDown.ts';
import { isKioskKey } from './kioskKeys.ts';
import { type KioskPlace, kioskPlace } from './kioskPlace.ts';
import { mainWindow } from './mainWindow.ts';
import { covering, isCovering, kioskWindow } from './openKiosk.ts';
import { makeWindow, pagesFolder } from './pageWindow.ts';

const ADDRESS = `${APP_ORIGIN}/kiosk.html`;
const CRASH_PAUSE_MS = 3000;

let made: Session | null = null;
/** In memory, and apart from the app's: no storage, no zoom and no cache in common with the window that knows the shop. */
const kioskSession = (): Session => {
  if (made) return made;
  made = session.fromPartition('revino-kiosk');
  lockDownSession(made);
  serveApp(made, pagesFolder);
  return made;
};

export interface KioskWindowParts {
  /** Asked for anew with each call: the door is made after the window's keeper. */
  readonly door: () => Door<SenderEvent>;
  /** The page died; it is loaded again. */
  readonly onPageGone: (error: Error) => void;
}

export class KioskWindow implements KioskScreen {
  readonly #parts: KioskWindowParts;
  #displayId: number | null = null;
  /** Closed by whoever may, not by what happened in it. */
  #isLeft = false;

  constructor(parts: KioskWindowParts) {
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return kioskWindow() !== undefined;
  }

  get isOnlyScreen(): boolean {
    return this.isOpen ? isCovering() : (placeNow()?.isOnlyScreen ?? true);
  }

  open(): void {
    const place = placeNow();
    if (this.isOpen || place === null) return;
    this.#displayId = place.displayId;
    this.#isLeft = false;
    const window = makeWindow('kiosk', {
      ...place.bounds,
      kiosk: true,
      frame: false,
      show: false,
      closable: false,
      minimizable: false,
      maximizable: false,
      movable: false,
      resizable: false,
      skipTaskbar: true,
      title: '',
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#101716' : '#f7faf9',
      session: kioskSession(),
    });
    covering(place.isOnlyScreen);
    shutIn(window);
    this.#answer(window);
    this.#followScreens(window);
    this.#reviveAfterCrash(window);
    window.once('ready-to-show', () => {
      window.setAlwaysOnTop(true, 'screen-saver');
      window.show();
      // Gone only when the kiosk is there: the shop's screen is never bare.
      if (isCovering()) mainWindow()?.hide();
      else mainWindow()?.focus();
    });
    window.once('closed', () => {
      covering(false);
      // A page can close its own window and ask nobody. Before anything else happens there is another one.
      if (!this.#isLeft) {
        this.#parts.onPageGone(new Error('The kiosk’s window was closed from inside.'));
        this.open();
      } else if (place.isOnlyScreen) mainWindow()?.show();
    });
    load(window);
  }

  close(): void {
    this.#isLeft = true;
    kioskWindow()?.destroy();
  }

  begun(roundId: string): void {
    kioskWindow()?.webContents.send(KIOSK_BEGUN_CHANNEL, roundId);
  }

  /** Bound to this window alone: no other page can knock here. */
  #answer({ webContents }: BrowserWindow): void {
    webContents.ipc.handle(KIOSK_CHANNEL, (event, name: unknown, input: unknown) =>
      this.#parts.door()(event, name, input),
    );
  }

  /** A screen that is switched off is gone for the system: the kiosk waits for it, and never moves onto the desk's. */
  #followScreens(window: BrowserWindow): void {
    const follow = () => {
      const own = screen.getAllDisplays().find(({ id }) => id === this.#displayId);
      if (own) {
        if (!stands(window.getBounds(), own.bounds)) window.setBounds(own.bounds);
        window.setKiosk(true);
        if (!window.isVisible()) window.show();
        return;
      }
      const place = placeNow();
      if (place === null) return;
      if (isCovering() || !place.isOnlyScreen) {
        this.#displayId = place.displayId;
        window.setBounds(place.bounds);
        window.setKiosk(true);
        window.show();
      } else window.hide();
    };
    const events = ['display-added', 'display-removed', 'display-metrics-changed'] as const;
    for (const event of events) screen.on(event as 'display-added', follow);
    window.once('closed', () => {
      for (const event of events) screen.off(event as 'display-added', follow);
    });
  }

  #reviveAfterCrash(window: BrowserWindow): void {
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || window.isDestroyed()) return;
      this.#parts.onPageGone(new Error(`The kiosk's process ended: ${reason}`));
      // Not at once: a page that dies again and again would only heat the tablet.
      setTimeout(() => {
        if (!window.isDestroyed()) load(window);
      }, CRASH_PAUSE_MS);
    });
  }
}

/** Within a pixel: on X11 Chromium makes a window that is told to be as large as the screen one pixel smaller. */
const stands = (window: Rectangle, display: Rectangle): boolean =>
  window.x === display.x &&
  window.y === display.y &&
  Math.abs(window.width - display.width) <= 1 &&
  Math.abs(window.height - display.height) <= 1;

/** Where it would stand now. */
const placeNow = (): KioskPlace | null => {
  const main = mainWindow();
  const mainDisplayId = main ? screen.getDisplayMatching(main.getBounds()).id : null;
  return kioskPlace(screen.getAllDisplays(), mainDisplayId);
};

const load = (window: BrowserWindow): void => {
  window.loadURL(ADDRESS).catch((error: unknown) => console.error('The kiosk was not loaded:', error));
};

const shutIn = (window: BrowserWindow): void => {
  const { webContents } = window;
  window.removeMenu();
  webContents.setIgnoreMenuShortcuts(true);
  webContents.on('before-input-event', (event, input) => {
    if (!isKioskKey(input)) event.preventDefault();
  });
  // Whoever asks politely is refused; who may, destroys it.
  window.on('close', (event) => event.preventDefault());
  window.on('minimize', () => window.restore());
  window.on('leave-full-screen', () => {
    if (!window.isDestroyed()) window.setKiosk(true);
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  webContents.on('context-menu', (event) => event.preventDefault());
  webContents.on('will-navigate', (event) => event.preventDefault());
  // Also not the mail program, which the app's own window may open.
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  webContents.on('devtools-opened', () => webContents.closeDevTools());
  // An empty page (about:blank) is the one navigation that no guard is asked about.
  webContents.on('did-navigate', (_event, address) => {
    if (address !== ADDRESS) load(window);
  });
  webContents.on('did-finish-load', () => {
    webContents.setZoomFactor(1);
    void webContents.setVisualZoomLevelLimits(1, 1);
  });
  webContents.on('zoom-changed', () => webContents.setZoomFactor(1));
};
