/** Every way out of the kiosk that a hand, a keyboard or a page could try, in the real window. */
import type { Page } from '@playwright/test';
import { expect, good, type Revino, test } from './app.ts';
import { kioskPage, openKiosk, shopWithCustomer, t } from './kioskStage.ts';

const FUNCTION_KEYS = Array.from({ length: 12 }, (_, at) => `F${at + 1}`);
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];
type Modifier = 'control' | 'alt' | 'shift' | 'meta';

/** As Electron writes them: a key, and what is held with it. */
const ESCAPES: readonly (readonly [string, readonly Modifier[]])[] = [
  ...['Escape', ...FUNCTION_KEYS, 'PrintScreen', 'PageUp', 'PageDown', 'Insert'].map(
    (key) => [key, []] as const,
  ),
  ...FUNCTION_KEYS.flatMap((key) => [
    [key, ['control']] as const,
    [key, ['alt']] as const,
    [key, ['shift']] as const,
    [key, ['control', 'shift']] as const,
  ]),
  ...LETTERS.flatMap((key) => [
    [key, ['control']] as const,
    [key, ['control', 'shift']] as const,
    [key, ['alt']] as const,
    [key, ['meta']] as const,
  ]),
  ...[
    'Plus',
    '-',
    '=',
    ',',
    '/',
    'Tab',
    'Left',
    'Right',
    'Home',
    'Backspace',
    'Enter',
    'Space',
    'Escape',
    'Delete',
  ].flatMap((key) => [
    [key, ['control']] as const,
    [key, ['alt']] as const,
    [key, ['control', 'alt']] as const,
  ]),
];

/** How the kiosk stands: whatever is tried, all of it stays so. */
const standing = ({ app }: Revino) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const all = BrowserWindow.getAllWindows();
    const kiosk = all.find(({ webContents }) => webContents.getURL().endsWith('/kiosk.html'));
    const shop = all.find((window) => window !== kiosk);
    const { width, height } = screen.getPrimaryDisplay().bounds;
    const bounds = kiosk?.getBounds();
    return {
      windows: all.length,
      kiosk: kiosk && {
        isVisible: kiosk.isVisible(),
        isMinimized: kiosk.isMinimized(),
        isKiosk: kiosk.isKiosk(),
        isOnTop: kiosk.isAlwaysOnTop(),
        // On X11 Chromium takes a pixel off a window that is told to be as large as the screen.
        covers: bounds?.x === 0 && bounds.y === 0 && bounds.width >= width - 1 && bounds.height >= height - 1,
        address: kiosk.webContents.getURL(),
        zoom: kiosk.webContents.getZoomFactor(),
        hasDevTools: kiosk.webContents.isDevToolsOpened(),
      },
      isShopSeen: shop?.isVisible(),
    };
  });

const FIRM = {
  windows: 2,
  kiosk: {
    isVisible: true,
    isMinimized: false,
    isKiosk: true,
    isOnTop: true,
    covers: true,
    address: 'app://revino/kiosk.html',
    zoom: 1,
    hasDevTools: false,
  },
  isShopSeen: false,
};

/** Presses keys as the system hands them to the window, not as a page makes them. */
const pressAll = ({ app }: Revino, keys: typeof ESCAPES) =>
  app.evaluate(
    async ({ BrowserWindow }, pressed) => {
      const kiosk = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('/kiosk.html'),
      );
      for (const [keyCode, modifiers] of pressed) {
        kiosk?.webContents.focus();
        kiosk?.webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers: [...modifiers] });
        kiosk?.webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers: [...modifiers] });
        await new Promise((done) => setTimeout(done, 5));
      }
    },
    keys as [string, Modifier[]][],
  );

/** What of it arrived in the page. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    window.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
      heard.push([ctrlKey && 'ctrl', altKey && 'alt', metaKey && 'meta', key].filter(Boolean).join('+'));
    });
  });
const heardBy = (page: Page) => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

test('no key leaves it, and none but those of an answer reaches the page', async ({ openRevino }) => {
  test.slow();
  const revino = await openRevino();
  await shopWithCustomer(revino);
  const { page } = await openKiosk(revino);
  await expect.poll(() => standing(revino)).toEqual(FIRM);
  await listen(page);
  await pressAll(revino, ESCAPES);
  await expect.poll(() => standing(revino)).toEqual(FIRM);
  expect(await heardBy(page)).toEqual([]);
  await expect(page.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible();
  // The control: the keys of an answer do arrive, by the same way.
  await pressAll(revino, [
    ['Tab', []],
    ['a', []],
    ['7', []],
  ]);
  await expect.poll(() => heardBy(page)).toEqual(['Tab', 'a', '7']);
});

test('neither does closing, minimising, leaving the full screen, or a shop’s menu that is put up again', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  await shopWithCustomer(revino);
  await openKiosk(revino);
  await expect.poll(() => standing(revino)).toEqual(FIRM);
  await revino.app.evaluate(({ BrowserWindow }) => {
    const kiosk = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/kiosk.html'),
    );
    kiosk?.close();
    kiosk?.minimize();
    kiosk?.webContents.openDevTools();
    kiosk?.webContents.emit('zoom-changed', {}, 'in');
  });
  good(await revino.call('shop.setLocale', { locale: 'pl' }));
  await expect.poll(() => standing(revino)).toEqual(FIRM);
});

test('nor a page that closes its own window: there is another one at once', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  await shopWithCustomer(revino);
  const { page } = await openKiosk(revino);
  await expect.poll(() => standing(revino)).toEqual(FIRM);
  const closed = page.waitForEvent('close');
  await page.evaluate(() => window.close());
  await closed;
  await expect.poll(() => standing(revino)).toEqual(FIRM);
  const next = await kioskPage(revino);
  await expect(next.getByText(t('kiosk.step', { at: 1, count: 3 }))).toBeVisible();
});

test('nor anything a page can do: other pages, windows, frames, files, the clipboard, the mail program', async ({
  openRevino,
}) => {
  const revino = await openRevino({ mayComplain: true });
  await shopWithCustomer(revino);
  await revino.app.evaluate(({ clipboard, shell }) => {
    clipboard.writeText('Wąsowska 601234567');
    Object.assign(globalThis, { openedOutside: [] });
    Object.assign(shell, {
      openExternal: async (address: string) => {
        (globalThis as unknown as { openedOutside: string[] }).openedOutside.push(address);
      },
    });
  });
  const { page } = await openKiosk(revino);
  // A real paste, into the only field there is.
  await page.getByRole('button', { name: '9', exact: true }).click();
  await page.getByRole('button', { name: t('kiosk.skip') }).click();
  await page.getByRole('textbox').focus();
  await revino.app.evaluate(({ webContents }) => {
    webContents
      .getAllWebContents()
      .find((one) => one.getURL().endsWith('/kiosk.html'))
      ?.paste();
  });
  await page.waitForTimeout(200);
  await expect(page.getByRole('textbox')).toHaveValue('');
  const isRefused = await page.evaluate(async () => {
    window.open('mailto:a@b.example');
    window.open('https://example.org');
    window.open('app://revino/index.html');
    location.href = 'app://revino/index.html';
    location.assign('https://example.org');
    history.back();
    const link = document.createElement('a');
    link.href = 'tel:+48601234567';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    const frame = document.createElement('iframe');
    frame.src = 'app://revino/index.html';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 300));
    frame.remove();
    link.remove();
    const isPrevented = (event: Event) => {
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const kinds = ['dragstart', 'dragover', 'drop', 'paste', 'copy', 'cut', 'contextmenu'];
    return {
      refused: kinds.filter((kind) => isPrevented(new Event(kind, { bubbles: true, cancelable: true }))),
      clipboard: await navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
      fullScreen: await document.exitFullscreen().then(
        () => 'left',
        () => 'refused',
      ),
    };
  });
  expect(isRefused).toEqual({
    refused: ['dragstart', 'dragover', 'drop', 'paste', 'copy', 'cut', 'contextmenu'],
    clipboard: 'refused',
    fullScreen: 'refused',
  });
  const outside = await revino.app.evaluate(
    () => (globalThis as unknown as { openedOutside: string[] }).openedOutside,
  );
  expect(outside).toEqual([]);
  await expect.poll(() => standing(revino)).toEqual(FIRM);
});
