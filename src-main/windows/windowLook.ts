/**
 * Light or dark, and how large: choices of this computer, kept in look.json and known before the window opens, so
 * that it never flashes in the other colours. Main owns them because menus, dialogs and title bar follow them too.
 */
import { type BrowserWindow, nativeTheme } from 'electron';
import type { Appearance, WindowLook } from '../../src-shared/contract/windowContract.ts';
import { readKept, writeKept } from './keptFile.ts';
import { isZoom, NORMAL_ZOOM, nextZoom } from './zoomSteps.ts';

const USUAL: WindowLook = { appearance: 'auto', zoomPercent: NORMAL_ZOOM };

/** Checked by hand: this is read before the window opens, and a schema library would be read with it. */
const isWindowLook = (value: unknown): value is WindowLook => {
  if (typeof value !== 'object' || value === null) return false;
  const { appearance, zoomPercent } = value as Record<keyof WindowLook, unknown>;
  return (appearance === 'auto' || appearance === 'light' || appearance === 'dark') && isZoom(zoomPercent);
};

export class LookKeeper {
  readonly #file: string;
  #look: WindowLook;
  #window: BrowserWindow | null = null;
  /** Told of each change. */
  onChanged: (look: WindowLook) => void = () => undefined;

  constructor(file: string) {
    this.#file = file;
    this.#look = readKept(file, isWindowLook) ?? USUAL;
    this.#applyAppearance();
  }

  get look(): WindowLook {
    return this.#look;
  }

  /** What the window is opened with. */
  get zoomFactor(): number {
    return this.#look.zoomPercent / 100;
  }

  /** The window whose size is ours from now on. */
  follow(window: BrowserWindow): void {
    this.#window = window;
    const { webContents } = window;
    // Chromium keeps sizes by address for as long as it runs; what is on screen is what was chosen here.
    webContents.on('did-finish-load', () => webContents.setZoomFactor(this.zoomFactor));
    // Ctrl and the wheel.
    webContents.on('zoom-changed', (_event, direction) => this.zoom(direction));
    window.once('closed', () => {
      if (this.#window === window) this.#window = null;
    });
  }

  zoom(direction: 'in' | 'out' | 'reset'): void {
    const { zoomPercent } = this.#look;
    this.#change({ zoomPercent: direction === 'reset' ? NORMAL_ZOOM : nextZoom(zoomPercent, direction) });
    this.#window?.webContents.setZoomFactor(this.zoomFactor);
  }

  setAppearance(appearance: Appearance): void {
    this.#change({ appearance });
    this.#applyAppearance();
  }

  #applyAppearance(): void {
    const { appearance } = this.#look;
    nativeTheme.themeSource = appearance === 'auto' ? 'system' : appearance;
  }

  #change(part: Partial<WindowLook>): void {
    this.#look = { ...this.#look, ...part };
    try {
      writeKept(this.#file, this.#look);
    } catch (error) {
      // A full disk must not keep the letters small: it holds for as long as the window is open.
      console.error('The look of the window could not be remembered:', error);
    }
    this.onChanged(this.#look);
  }
}
