/** Serving customers without a mouse, beyond the visit itself: from card to desk and back, and every screen in reach. */
import { expect, good, newShop, seedShop, test } from './app.ts';

test('from the card to an opinion and a visit, by keyboard; what is typed survives another screen', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  const phone = '694 297 118';
  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Nowak', phone }));
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  // Found by telephone, which stands there as on the card.
  await page.keyboard.type('694297');
  await expect(page.getByRole('option', { name: /Anna Nowak/ })).toContainText(phone);

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a command, a screen or a customer' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('nowak');
  await expect(palette.getByRole('option', { name: /^Anna Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Anna Nowak');
  await page.keyboard.press('Control+u');
  await expect(page.getByRole('heading', { name: 'Opinion: Anna Nowak' })).toBeVisible();
  await page.keyboard.type('8');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Opinion saved: Anna Nowak.')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`#/customers/${customerId}$`));

  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.type('64');
  await page.keyboard.press('Control+4');
  await expect(page.getByText('Not saved, and kept: Anna Nowak.')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByLabel('Amount, PLN')).toHaveValue('64');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Visit recorded: Anna Nowak, zł 64.00.')).toBeVisible();

  // Finished from the list of the desk, and back at the desk.
  good(
    await revino.call('visit.record', {
      customerId,
      note: null,
      lines: [],
      visitUid: '7d1f4f0e-3c75-4f0a-9a38-0c9f8a8a3b11',
    }),
  );
  await expect(page.getByText('To be finished')).toBeVisible();
  await page.keyboard.press('Control+d');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Visit changed: Anna Nowak.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  expect(good(await revino.call('visit.today', {})).unfinished).toEqual([]);
});

test('in the smallest window every screen is in reach, and the bar overlaps nothing', async ({
  openRevino,
  dataFolder,
}) => {
  await seedShop(dataFolder, { locale: 'pl' });
  const revino = await openRevino();
  const { app, window: page } = revino;
  const name = 'Salon Kosmetyczno-Fryzjerski „Pod Wierzbą” Anna Kwiatkowska';
  good(await revino.call('shop.change', { name }));
  for (const zoom of [1, 2]) {
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(960, 640);
      window?.webContents.setZoomFactor(factor);
    }, zoom);
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(960 / zoom);
    const seen = await page.evaluate(() => {
      const parts = [...document.querySelectorAll('header > *')].map((part) => part.getBoundingClientRect());
      const links = [...document.querySelectorAll('header nav a')].map((link) =>
        link.getBoundingClientRect(),
      );
      return {
        screens: links.filter(({ left, right }) => left >= 0 && right <= window.innerWidth).length,
        overlaps: parts.filter(({ left, width }, at) => width > 0 && left < (parts[at - 1]?.right ?? 0))
          .length,
        pushedSideways: document.documentElement.scrollWidth > window.innerWidth,
      };
    });
    expect(seen, `at ${zoom * 100} %`).toEqual({ screens: 7, overlaps: 0, pushedSideways: false });
  }
});
