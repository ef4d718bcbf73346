/** The kiosk's only way out: what its preload put on `window.revinoKiosk`. */
import type { KioskBridge } from '../../src-shared/contract/bridge.ts';

declare global {
  interface Window {
    readonly revinoKiosk: KioskBridge;
  }
}

export const bridge = (): KioskBridge => window.revinoKiosk;
