/** When nobody is at the till any more: nothing touched in the window for a while, or the system locked its screen. */
import { powerMonitor, type WebContents } from 'electron';
import type { Till } from '../people/till.ts';
import { windowsWith } from './pageWindow.ts';

const LOOK_EVERY_MS = 5000;

/** For the whole life of the program. Not the system's own idle time: a hand on the kiosk is not a hand at the till. */
export const watchTill = (till: Pick<Till, 'touched' | 'lock' | 'lockIfIdle'>): void => {
  const watched = new WeakSet<WebContents>();
  const look = () => {
    for (const { webContents } of windowsWith('app')) {
      if (watched.has(webContents)) continue;
      watched.add(webContents);
      webContents.on('input-event', () => till.touched());
    }
    till.lockIfIdle();
  };
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
  powerMonitor.on('lock-screen', () => till.lock());
  powerMonitor.on('suspend', () => till.lock());
};
