/**
 * The window's only way out: what the preload put on `window.revino`. Nothing else in the renderer
 * may touch it, so that tests can put another one in its place before the first call.
 */
import type { AppBridge } from '../../src-shared/contract/bridge.ts';

declare global {
  interface Window {
    readonly revino: AppBridge;
  }
}

export const bridge = (): AppBridge => window.revino;
