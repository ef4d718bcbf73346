/** From the start to the window, and back: first start, menu, window place, second instance, closing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { electronArgs, electronEnv, expect, good, newShop, test, toolchain } from './app.ts';

test('a first start shows the window and makes nothing before the owner says so', async ({ openRevino }) => {
  const revino = await openRevino();
  expect(good(await revino.call('app.state', {}))).toEqual({
    phase: 'noShop',
    systemLocale: 'en',
    systemTimeZone: 'Europe/Warsaw',
    isKeyStoreAvailable: false,
  });
  await expect(revino.window.getByText('Let us set up your shop')).toBeVisible();
  for (const file of ['shop.revino', 'shop.revino.key.json', 'shop.revino.lock'])
    expect(existsSync(join(revino.dataFolder, file)), file).toBe(false);
});

test('a shop made now is there at the next start', async ({ openRevino }) => {
  const first = await openRevino();
  expect(good(await first.call('shop.create', newShop()))).toEqual({ recoveryKey: null });
  expect(await first.call('shop.create', newShop())).toMatchObject({ error: { code: 'shop.exists' } });
  await first.close();

  const second = await openRevino();
  const state = good(await second.call('app.state', {}));
  expect(state).toMatchObject({ phase: 'ready', protection: 'none', shop: { name: 'Corner salon' } });
  expect(good(await second.call('app.about', {}))).toMatchObject({
    electron: toolchain().electronVersion,
    dataFolder: second.dataFolder,
    protection: 'none',
  });
});

test('a refused first start leaves nothing behind and can be tried again', async ({ openRevino }) => {
  const revino = await openRevino();
  const refusals = [
    [newShop({ timeZone: 'Mars/Olympus' }), 'shop.invalidTimeZone'],
    [newShop({ currency: 'QQQ' }), 'shop.invalidCurrency'],
    [newShop({ protection: 'passphrase', passphrase: 'short' }), 'key.weakPassphrase'],
    [newShop({ protection: 'keyStore' }), 'key.storeUnavailable'],
    [
      newShop({ protection: 'passphrase', passphrase: 'long enough', currency: 'QQQ' }),
      'shop.invalidCurrency',
    ],
  ] as const;
  for (const [shop, code] of refusals) {
    expect(await revino.call('shop.create', shop)).toMatchObject({ ok: false, error: { code } });
    for (const file of ['shop.revino', 'shop.revino-wal', 'shop.revino.key.json'])
      expect(existsSync(join(revino.dataFolder, file)), `${code} ${file}`).toBe(false);
  }
  good(await revino.call('shop.create', newShop()));
});

test('two clicks at once make one shop', async ({ openRevino }) => {
  const revino = await openRevino();
  const answers = await Promise.all([
    revino.call('shop.create', newShop({ protection: 'passphrase', passphrase: 'long enough now' })),
    revino.call('shop.create', newShop()),
  ]);
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual([
    'ok',
    'shop.exists',
  ]);
});

test('the menu speaks the shop’s language and tells the window what was chosen', async ({ openRevino }) => {
  const revino = await openRevino();
  const menu = () =>
    revino.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items ?? [];
      const desk = Menu.getApplicationMenu()?.getMenuItemById('desk');
      return {
        top: items.map(({ label }) => label.replace('&', '')),
        deskEnabled: desk?.enabled,
        keys: desk?.accelerator,
      };
    });
  expect(await menu()).toEqual({
    top: ['File', 'Edit', 'View', 'Go to', 'Help'],
    deskEnabled: false,
    keys: 'CmdOrCtrl+1',
  });
  good(await revino.call('shop.create', newShop({ locale: 'pl' })));
  expect(await menu()).toMatchObject({
    top: ['Plik', 'Edycja', 'Widok', 'Przejdź', 'Pomoc'],
    deskEnabled: true,
  });
  good(await revino.call('shop.setLocale', { locale: 'ro' }));
  expect(await menu()).toMatchObject({ top: ['Fișier', 'Editare', 'Vizualizare', 'Mergi la', 'Ajutor'] });

  const chosen = revino.window.evaluate(
    () =>
      new Promise((resolve) => {
        globalThis.window.revino.subscribe('menu.chosen', resolve);
      }),
  );
  // Subscribing is a call into the page; the click below must come after it.
  await revino.window.waitForTimeout(200);
  await revino.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('retention')?.click());
  expect(await chosen).toEqual({ item: 'retention' });
});

test('the window comes back where it was, unless that place is gone', async ({ openRevino }) => {
  const bounds = { x: 120, y: 90, width: 1100, height: 720 };
  const first = await openRevino();
  await first.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to),
    bounds,
  );
  await first.window.waitForTimeout(200);
  await first.close();
  const placeFile = join(first.dataFolder, 'window.json');
  expect(JSON.parse(readFileSync(placeFile, 'utf8'))).toEqual({
    ...bounds,
    isMaximized: false,
    isFullScreen: false,
  });

  const boundsNow = async () => {
    const revino = await openRevino();
    const found = await revino.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.getBounds(),
    );
    await revino.close();
    return found;
  };
  expect(await boundsNow()).toEqual(bounds);
  writeFileSync(placeFile, JSON.stringify({ ...bounds, x: 90_000, isMaximized: false }));
  expect(await boundsNow()).toMatchObject({ width: 1280, height: 800 });
  writeFileSync(placeFile, '{"x":');
  expect(await boundsNow()).toMatchObject({ width: 1280, height: 800 });
});

test('a second instance brings the first to the front and ends', async ({ openRevino }) => {
  const revino = await openRevino();
  await revino.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(toolchain().electronPath, electronArgs, {
    env: electronEnv(revino.dataFolder),
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect
    .poll(() => revino.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  expect((await revino.call('app.state', {})).ok).toBe(true);
});

test('closing the window ends the app and lets the database go', async ({ openRevino }) => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop()));
  const exited = once(revino.app.process(), 'exit');
  await revino.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect((await exited)[0]).toBe(0);
  expect(existsSync(join(revino.dataFolder, 'shop.revino-wal'))).toBe(false);
  const again = await openRevino();
  expect(good(await again.call('app.state', {})).phase).toBe('ready');
});

test('an unexpected error is shown once, with its details to copy, and the app goes on', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  await revino.app.evaluate(({ dialog }) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shown });
    Object.assign(dialog, {
      showMessageBox: async (options: unknown) => {
        shown.push(options);
        return { response: 1, checkboxChecked: false };
      },
    });
    setTimeout(() => {
      throw new Error('a planted fault');
    });
    void Promise.reject(new Error('another one'));
  });
  await expect
    .poll(() => revino.app.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown.length))
    .toBeGreaterThan(0);
  const shown = await revino.app.evaluate(() => (globalThis as unknown as { shown: object[] }).shown[0]);
  expect(shown).toMatchObject({ message: 'Something unexpected happened in Revino', type: 'error' });
  expect(await revino.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /planted fault|another one/,
  );
  expect((await revino.call('app.state', {})).ok).toBe(true);
});

test('a page that dies is drawn again', async ({ openRevino }) => {
  const revino = await openRevino({ mayComplain: true });
  good(await revino.call('shop.create', newShop()));
  const painted = await revino.app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) return 'no window';
    const loaded = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
    contents.forcefullyCrashRenderer();
    await loaded;
    return await contents.executeJavaScript("window.revino.call('app.state', {}).then((a) => a.value.phase)");
  });
  expect(painted).toBe('ready');
});
