/** Whether the kiosk is open, and whether it covers the only screen there is; apart, because every start asks. */
import type { BrowserWindow } from 'electron';
import { windowsWith } from './pageWindow.ts';

let coversAll = false;

export const kioskWindow = (): BrowserWindow | undefined => windowsWith('kiosk')[0];

export const covering = (isAll: boolean): void => {
  coversAll = isAll;
};
export const isCovering = (): boolean => coversAll && kioskWindow() !== undefined;

/** The kiosk that covers the only screen: nothing of the shop may come before it. */
export const coveringKiosk = (): BrowserWindow | undefined => (coversAll ? kioskWindow() : undefined);
