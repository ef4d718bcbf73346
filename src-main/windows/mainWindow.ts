/** The one window people work in: opened at its remembered place, focused instead of opened twice. */
import { join } from 'node:path';
import { type BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Words } from '../../src-shared/words/words.ts';
import { APP_ORIGIN, isAppAddress } from '../security/appAddress.ts';
import { addEditMenu } from './editMenu.ts';
import { makeWindow, windowsWith } from './pageWindow.ts';
import type { LookKeeper } from './windowLook.ts';
import { MIN_HEIGHT, MIN_WIDTH, openingPlace, readWindowPlace, writeWindowPlace } from './windowPlace.ts';

const CRASH_PAUSE_MS = 30_000;

/** The canvas of the two themes, so that the window does not flash while the page is read. */
const canvasColour = (): string => (nativeTheme.shouldUseDarkColors ? '#101716' : '#f7faf9');

export const mainWindow = (): BrowserWindow | undefined => windowsWith('app')[0];

export interface MainWindowParts {
  readonly words: () => Words;
  readonly look: LookKeeper;
  /** Told of a page that keeps dying. */
  readonly onCrash: (error: Error) => void;
}

/** Opens the main window, or brings the one that is open to the front. */
export const showMainWindow = (dataFolder: string, parts: MainWindowParts): void => {
  const open = mainWindow();
  if (open) {
    if (open.isMinimized()) open.restore();
    open.show();
    open.focus();
    return;
  }
  openMainWindow(join(dataFolder, 'window.json'), parts);
};

/**
 * Closes the main window as a hand would. False: something in it is not recorded yet, and the person stays with it.
 */
export const closeMainWindow = async (): Promise<boolean> => {
  const window = mainWindow();
  if (!window) return true;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  window.once('closed', () => resolve(true));
  // A page that no longer answers has nothing left to save.
  window.once('unresponsive', () => window.destroy());
  window.webContents.once('will-prevent-unload', (event) => {
    if (!event.defaultPrevented) resolve(false);
  });
  window.close();
  return await promise;
};

/** Asks whether what was typed may be lost. In this one place the program waits: the answer is wanted at once. */
const mayLose = (window: BrowserWindow, { t }: Words): boolean => {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'question',
    title: 'Revino',
    message: t('dialog.unsavedTitle'),
    detail: t('dialog.unsavedDetail'),
    buttons: [t('dialog.goBack'), t('dialog.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer === 1;
};

const openMainWindow = (placeFile: string, { words, look, onCrash }: MainWindowParts): void => {
  const { isMaximized, isFullScreen, ...place } = openingPlace(
    readWindowPlace(placeFile),
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = makeWindow('app', {
    ...place,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Revino',
    backgroundColor: canvasColour(),
    fullscreen: isFullScreen,
    zoomFactor: look.zoomFactor,
  });
  if (isMaximized) window.maximize();
  look.follow(window);
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberPlace(placeFile, window));
  addEditMenu(window, words);
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLose(window, words())) event.preventDefault();
  });
  const followTheme = () => window.setBackgroundColor(canvasColour());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  let crashedAtMs = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const nowMs = Date.now();
    // Once is bad luck and mended unseen; a page that dies again at once would only flicker.
    if (nowMs - crashedAtMs < CRASH_PAUSE_MS) onCrash(new Error(`The window's process ended: ${reason}`));
    else loadApp(window);
    crashedAtMs = nowMs;
  });
  // An empty page (about:blank) is the one navigation that no guard is asked about.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isAppAddress(address)) loadApp(window);
  });
  loadApp(window);
};

const loadApp = (window: BrowserWindow): void => {
  window
    .loadURL(`${APP_ORIGIN}/index.html`)
    .catch((error: unknown) => console.error('The page was not loaded:', error));
};

const rememberPlace = (placeFile: string, window: BrowserWindow): void => {
  try {
    writeWindowPlace(placeFile, {
      ...window.getNormalBounds(),
      isMaximized: window.isMaximized(),
      isFullScreen: window.isFullScreen(),
    });
  } catch (error) {
    // A full disk or a folder that may not be written must not keep the window from closing.
    console.error('The place of the window could not be remembered:', error);
  }
};
