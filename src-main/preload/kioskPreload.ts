/** The kiosk's bridge: three questions and one event, each by its own name; it can pass nothing else on. */
import { contextBridge, ipcRenderer } from 'electron';
import type { KioskBridge } from '../../src-shared/contract/bridge.ts';
import { KIOSK_BEGUN_CHANNEL, KIOSK_CHANNEL } from '../../src-shared/contract/channels.ts';

const listeners = new Set<(roundId: string) => void>();

ipcRenderer.on(KIOSK_BEGUN_CHANNEL, (_event, roundId: string) => {
  for (const listener of listeners) listener(roundId);
});

const bridge: KioskBridge = {
  begin: (input) => ipcRenderer.invoke(KIOSK_CHANNEL, 'kiosk.begin', input),
  answer: (input) => ipcRenderer.invoke(KIOSK_CHANNEL, 'kiosk.answer', input),
  leave: (input) => ipcRenderer.invoke(KIOSK_CHANNEL, 'kiosk.leave', input),
  onBegun: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld('revinoKiosk', bridge);
