/** What people expect of any good desktop program: palette, shortcut sheet, size, colours, and nothing lost on closing. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLACES } from '../../src-renderer/ui/places.ts';
import { LOCALES } from '../../src-shared/contract/values.ts';
import { wordsFor } from '../../src-shared/words/words.ts';
import { expect, good, newShop, type Revino, seedShop, test } from './app.ts';

const choose = (revino: Revino, id: string): Promise<void> =>
  revino.app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

const openSeeded = async (
  open: (options?: { env?: Record<string, string> }) => Promise<Revino>,
  dataFolder: string,
): Promise<Revino> => {
  await seedShop(dataFolder);
  return await open();
};

test('the palette leads to screens, settings and people by a few letters, without a mouse', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openSeeded(openRevino, dataFolder);
  const { window: page } = revino;
  good(await revino.call('customer.create', { name: 'Łucja Żółkiewska', phone: null }));
  const palette = page.getByRole('dialog', { name: 'Find a command, a screen or a customer' });
  const field = palette.getByRole('combobox');

  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  // Typed on at once: the palette is only being read, and no letter may go astray.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('reten');
  await expect(field).toHaveValue('reten');
  await expect(palette.getByRole('option').first()).toHaveAccessibleName(/^Retention/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/retention$/);
  await expect(palette).toBeHidden();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('appear');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Appearance' })).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zolkiewska');
  await expect(palette.getByRole('option', { name: /Łucja Żółkiewska/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/customers\/\d+$/);
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Łucja Żółkiewska');

  // The other key: the front desk, with their visit.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('zolkiewska');
  await expect(palette.getByRole('option', { name: /Łucja Żółkiewska/ })).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Łucja Żółkiewska' })).toBeVisible();
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
});

test('F1 shows every shortcut, and the menu opens the same sheet', async ({ openRevino, dataFolder }) => {
  const { window: page, ...revino } = await openSeeded(openRevino, dataFolder);
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(sheet.getByText('Find a command')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await choose({ ...revino, window: page }, 'shortcuts');
  await expect(sheet).toBeVisible();
});

test('colours, size and full screen are chosen in menu or settings, and kept', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openSeeded(openRevino, dataFolder);
  const looks = (one: Revino) =>
    one.app.evaluate(({ BrowserWindow, Menu, nativeTheme }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return {
        theme: nativeTheme.themeSource,
        zoom: window?.webContents.getZoomFactor(),
        isDarkChosen: Menu.getApplicationMenu()?.getMenuItemById('appearance.dark')?.checked,
      };
    });
  // Playwright would answer for the system.
  await revino.window.emulateMedia({ colorScheme: null });
  await choose(revino, 'appearance.dark');
  for (let times = 0; times < 3; times++) await choose(revino, 'zoomIn');
  expect(await looks(revino)).toEqual({ theme: 'dark', zoom: 1.5, isDarkChosen: true });
  await expect
    .poll(() => revino.window.evaluate(() => document.documentElement.dataset.mantineColorScheme))
    .toBe('dark');
  await choose(revino, 'settings');
  await revino.window.getByRole('link', { name: 'Appearance' }).click();
  await expect(revino.window.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(revino.window.getByText('150 %')).toBeVisible();
  await revino.close();

  const again = await openRevino();
  await again.window.waitForTimeout(300);
  expect(await looks(again)).toEqual({ theme: 'dark', zoom: 1.5, isDarkChosen: true });
  for (let times = 0; times < 9; times++) await choose(again, 'zoomIn');
  expect((await looks(again)).zoom).toBe(2);
  await choose(again, 'zoomReset');
  expect((await looks(again)).zoom).toBe(1);
});

for (const locale of LOCALES) {
  test(`at 200 % on 1280x800 nothing runs out of the window, ${locale}`, async ({
    openRevino,
    dataFolder,
  }) => {
    test.slow();
    await seedShop(dataFolder, { locale });
    const revino = await openRevino();
    const { window: page } = revino;
    await revino.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
    );
    for (let times = 0; times < 5; times++) await choose(revino, 'zoomIn');
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThanOrEqual(640);
    const { t } = wordsFor(locale);
    const faults: string[] = [];
    const look = async (screen: string) => {
      const wide = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        // What scrolls inside a place of its own is meant to; what a person cannot reach is not.
        const scrolls = (node: Element | null): boolean =>
          node !== null &&
          (['auto', 'scroll'].includes(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
        const out = [...document.querySelectorAll('button, a, input, h1, h2, label')].filter((node) => {
          const { width, left, right } = node.getBoundingClientRect();
          return width > 1 && (right > clientWidth + 1 || left < -1) && !scrolls(node);
        });
        return [
          ...(scrollWidth > clientWidth ? [`${scrollWidth} > ${clientWidth}`] : []),
          ...out.map((node) => node.outerHTML.slice(0, 120)),
        ];
      });
      faults.push(...wide.map((what) => `${screen}: ${what}`));
      const shots = process.env.REVINO_SHOTS;
      if (shots !== undefined)
        await page.screenshot({ path: join(shots, `200-${locale}-${screen.replaceAll('/', '_')}.png`) });
    };
    for (const place of Object.values(PLACES)) {
      await page.evaluate((to) => {
        location.hash = to;
      }, place);
      await page.waitForTimeout(400);
      await look(place);
    }
    const sections = await page
      .getByRole('navigation', { name: t('settings.sections') })
      .getByRole('link')
      .all();
    for (const [at, section] of sections.entries()) {
      await section.click();
      await page.waitForTimeout(300);
      await look(`settings ${at}`);
    }
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: t('shortcuts.title') })).toBeVisible();
    await look('shortcuts');
    expect(faults).toEqual([]);
  });
}

test('the log is where Help leads, and says when it started and with what', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openSeeded(openRevino, dataFolder);
  await revino.app.evaluate(({ shell }) => {
    Object.assign(shell, {
      openPath: async (folder: string) => {
        Object.assign(globalThis, { opened: folder });
        return '';
      },
    });
  });
  await choose(revino, 'openLogFolder');
  const opened = await revino.app.evaluate(() => (globalThis as { opened?: string }).opened);
  expect(opened).toBe(join(dataFolder, 'logs'));
  const file = join(dataFolder, 'logs', 'revino.log');
  await expect.poll(() => existsSync(file)).toBe(true);
  await revino.close();
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
  expect(lines[0]).toMatchObject({ event: 'started', version: '0.1.0' });
  expect(lines.map(({ event }) => event)).toContain('state');
  expect(lines.at(-1)?.event).toBe('closed');
});

test('the window asks before it is closed over what is not recorded, also when Revino is to end', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openSeeded(openRevino, dataFolder);
  const answer = (button: number) =>
    revino.app.evaluate(({ dialog }, chosen) => {
      const asked = (globalThis as { asked?: number }).asked ?? 0;
      Object.assign(globalThis, { asked });
      Object.assign(dialog, {
        showMessageBoxSync: () => {
          (globalThis as unknown as { asked: number }).asked += 1;
          return chosen;
        },
      });
    }, button);
  const asked = () => revino.app.evaluate(() => (globalThis as { asked?: number }).asked);
  // As a form does that holds something (drafts.test.tsx); Chromium wants a hand to have been there.
  await revino.window.keyboard.press('Shift');
  await revino.window.mouse.click(5, 5);
  await revino.window.evaluate(() => {
    addEventListener('beforeunload', (event) => event.preventDefault());
  });
  await answer(0);
  await revino.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(asked).toBe(1);
  await revino.app.evaluate(({ app }) => app.quit());
  await expect.poll(asked).toBe(2);
  // Nothing was taken apart: the shop still answers.
  expect(good(await revino.call('app.state', {})).phase).toBe('ready');

  await answer(1);
  const exited = new Promise((done) => revino.app.process().once('exit', done));
  await revino.app.evaluate(({ app }) => app.quit());
  expect(await exited).toBe(0);
});

test('what is printed does not depend on how large the screen is drawn', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  good(
    await revino.call('shop.create', newShop({ protection: 'passphrase', passphrase: 'four good words' })),
  );
  const widthOfSheet = async () => {
    await revino.app.evaluate(({ app }) => {
      app.once('browser-window-created', (_event, { webContents }) => {
        webContents.once('did-finish-load', async () => {
          Object.assign(globalThis, { sheetWidth: await webContents.executeJavaScript('innerWidth') });
        });
      });
    });
    await revino.answerDialogs(join(dataFolder, 'key.pdf'));
    good(await revino.call('recoveryKey.savePdf', {}));
    return await revino.app.evaluate(() => (globalThis as { sheetWidth?: number }).sheetWidth);
  };
  const usual = await widthOfSheet();
  for (let times = 0; times < 5; times++) await choose(revino, 'zoomIn');
  expect(await widthOfSheet()).toBe(usual);
});

test('a job stays in the bar on every screen, and when the window is closed and opened again', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openSeeded(openRevino, dataFolder);
  const file = join(dataFolder, 'visits.csv');
  const rows = Array.from(
    { length: 400_000 },
    (_row, at) => `C${at % 4000},2025-0${(at % 9) + 1}-1${at % 9},${at % 90}.50`,
  );
  writeFileSync(file, `Customer,Date,Amount\n${rows.join('\n')}\n`);
  await revino.answerDialogs(file);
  const { fileToken, mapping } = good(await revino.call('import.pickFile', {})) ?? { fileToken: '' };
  if (!mapping) throw new Error('no file was opened');
  good(await revino.call('import.start', { fileToken, mapping, dryRun: false }));
  const tray = revino.window.getByTitle('Long work');
  await expect(tray).toContainText('Import');
  await revino.window.getByRole('link', { name: 'Settings' }).click();
  await expect(tray).toContainText('Import');

  const opened = revino.app.waitForEvent('window');
  await revino.app.evaluate(({ app, BrowserWindow }) => {
    app.once('window-all-closed', () => setImmediate(() => app.emit('activate')));
    BrowserWindow.getAllWindows()[0]?.close();
  });
  const page = await opened;
  const again = page.getByTitle('Long work');
  await expect(again).toContainText('Import');
  await again.click();
  const stop = page.getByRole('button', { name: 'Stop: Import' });
  await stop.click();
  await expect(page.getByText('Stopped. Nothing was changed.')).toBeVisible();
});
