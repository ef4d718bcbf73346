/**
 * Makes windows of ours: each with its preload, its role at the door, and the sandbox. Nobody else
 * constructs a BrowserWindow.
 */
import { join } from 'node:path';
import { BrowserWindow, type BrowserWindowConstructorOptions, type Session } from 'electron';
import type { WindowRole, WindowRoles } from '../ipc/sender.ts';

const preloads: Record<WindowRole, string> = { app: 'app.cjs', print: 'print.cjs', kiosk: 'kiosk.cjs' };
const roles = new Map<number, WindowRole>();

/** Who may use which door: bound when the window is made, gone with it. */
export const windowRoles: WindowRoles = { roleOf: (contentsId) => roles.get(contentsId) };

/** The bundle's own folder is out/main. */
const outFolder = join(import.meta.dirname, '..');
export const pagesFolder = join(outFolder, 'renderer');

export interface PageOptions extends BrowserWindowConstructorOptions {
  /** How large the page is drawn, 1 being usual. */
  readonly zoomFactor?: number;
  /** Where it is not the app's own. */
  readonly session?: Session;
}

export const makeWindow = (
  role: WindowRole,
  { zoomFactor = 1, session, ...options }: PageOptions,
): BrowserWindow => {
  const window = new BrowserWindow({
    ...options,
    webPreferences: {
      preload: join(outFolder, 'preload', preloads[role]),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor,
      ...(session ? { session } : {}),
      navigateOnDragDrop: false,
      v8CacheOptions: 'bypassHeatCheck',
      ...(role === 'print' ? { backgroundThrottling: false } : {}),
      ...(role === 'kiosk' ? { devTools: false } : {}),
    },
  });
  const { id } = window.webContents;
  roles.set(id, role);
  window.webContents.once('destroyed', () => roles.delete(id));
  return window;
};

/** All windows with a role. */
export const windowsWith = (role: WindowRole): BrowserWindow[] =>
  BrowserWindow.getAllWindows().filter((window) => roles.get(window.webContents.id) === role);
