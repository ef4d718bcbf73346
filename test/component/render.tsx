/** Renders the real app over the in-memory shop in jsdom. */
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { followEvents, makeQueryClient } from '../../src-renderer/api/queryClient.ts';
import { App } from '../../src-renderer/app/App.tsx';
import { Providers } from '../../src-renderer/app/Providers.tsx';
import type { AppBridge } from '../../src-shared/contract/bridge.ts';
import { type MemoryBridge, type MemoryShop, makeMemoryBridge } from './memoryBridge.ts';

/** What jsdom lacks and the screens need: preferences of the system, sizes, and scrolling. */
const completeJsdom = (): void => {
  window.matchMedia = (media: string) =>
    ({
      media,
      matches: false,
      addEventListener: () => {},
      removeEventListener: () => {},
      addListener: () => {},
      removeListener: () => {},
      onchange: null,
      dispatchEvent: () => false,
    }) as MediaQueryList;
  window.ResizeObserver = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Element.prototype.scrollIntoView = () => {};
};

// Also after the last test of a file: what waits to be drawn must not outlive the window it would be drawn in.
afterEach(cleanup);
// A screen that is read when it is asked for takes its time where other tests keep the processors busy.
configure({ asyncUtilTimeout: 5000 });

export interface OnScreen {
  readonly memory: MemoryBridge;
  readonly user: ReturnType<typeof userEvent.setup>;
}

/** Opens the app at `place` (`/`, `/import` …) over a shop changed as given; `door` may answer more than the memory does. */
export const openApp = (
  shop: Partial<MemoryShop> = {},
  place = '/',
  door: (memory: MemoryBridge) => AppBridge = (memory) => memory.bridge,
): OnScreen => {
  completeJsdom();
  cleanup();
  localStorage.clear();
  location.hash = place;
  const memory = makeMemoryBridge(shop);
  Object.defineProperty(window, 'revino', { value: door(memory), configurable: true });
  const user = userEvent.setup();
  const client = makeQueryClient();
  followEvents(client);
  render(
    <Providers client={client}>
      <App />
    </Providers>,
  );
  return { memory, user };
};
