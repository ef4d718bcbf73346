/** The settings in a real window: every section judged by axe, lists kept by keyboard, a block pasted, both ways of taking out. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { wordsFor } from '../../src-shared/words/words.ts';
import { expect, good, newShop, type Revino, test } from './app.ts';

const SECTIONS = [
  'shop',
  'offerings',
  'staff',
  'access',
  'sources',
  'spend',
  'costs',
  'fields',
  'surveys',
  'lock',
  'backups',
  'data',
  'presets',
  'appearance',
  'about',
];

/** Between them they have every kind of control; the others would tell nothing new about the dark. */
const VARIED: readonly string[] = ['shop', 'offerings', 'spend', 'surveys', 'access', 'backups'];

const faultsOf = async (page: Page, screen: string): Promise<string[]> => {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  );
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${screen}: ${id}: ${node.html.slice(0, 160)}`));
};

const filledShop = async (revino: Revino): Promise<void> => {
  good(await revino.call('shop.create', newShop({ locale: 'pl', currency: 'PLN' })));
  const { id } = good(await revino.call('offering.create', { name: 'Strzyżenie', category: 'Włosy' }));
  good(await revino.call('offering.create', { name: 'Koloryzacja', category: 'Kolor' }));
  good(
    await revino.call('visit.record', {
      customerId: null,
      note: null,
      lines: [{ offeringName: 'Strzyżenie', amountMinor: 9000 }],
      visitUid: '0192f3c4-0000-7000-8000-000000000001',
    }),
  );
  good(await revino.call('offering.setArchived', { id, isArchived: false }));
  good(await revino.call('staff.create', { name: 'Ania' }));
  good(await revino.call('source.create', { name: 'Internet' }));
  const field = { subject: 'customer', kind: 'choice', name: 'Napój', choices: ['Kawa', 'Herbata'] } as const;
  good(await revino.call('ownField.create', { ...field, choices: [...field.choices] }));
  good(await revino.call('survey.addUsual', {}));
  await revino.window.reload();
};

const goTo = (page: Page, section: string) =>
  page.evaluate((id) => {
    location.hash = `#/settings/${id}`;
  }, section);

test('every section is fit for screen readers, light and dark, and in a narrow window', async ({
  openRevino,
}) => {
  test.slow();
  const revino = await openRevino();
  const { window: page, app } = revino;
  await filledShop(revino);
  const faults: string[] = [];
  for (const section of SECTIONS) {
    await goTo(page, section);
    await expect(page.locator('nav a[aria-current="page"]').last()).toHaveAttribute(
      'href',
      `#/settings/${section}`,
    );
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await page.waitForTimeout(100);
    const schemes = VARIED.includes(section) ? (['light', 'dark'] as const) : (['light'] as const);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      faults.push(...(await faultsOf(page, `${section}, ${colorScheme}`)));
    }
  }
  expect(faults).toEqual([]);

  // At 200 % of a small screen nothing but tables may be wider than the window.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  for (const section of SECTIONS) {
    await goTo(page, section);
    await page.waitForTimeout(50);
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect([section, isTooWide]).toEqual([section, false]);
  }
  // Nor may a column be squeezed to nothing.
  await goTo(page, 'offerings');
  const name = await page.getByLabel(`${wordsFor('pl').t('catalogue.name')}, Strzyżenie`).boundingBox();
  expect(name?.width).toBeGreaterThan(100);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
});

test('prices are typed down the column, and what history names is archived with its reason', async ({
  openRevino,
}) => {
  const { t } = wordsFor('pl');
  const revino = await openRevino();
  const { window: page } = revino;
  await filledShop(revino);
  await goTo(page, 'offerings');
  const price = t('catalogue.price', { currency: 'PLN' });
  await page.getByLabel(`${price}, Koloryzacja`).focus();
  await page.keyboard.type('250,5');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(`${price}, Strzyżenie`)).toBeFocused();
  await page.keyboard.type('dużo');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('alert')).toContainText(t('catalogue.notAnAmount', { example: '12,50' }));
  await page.getByLabel(`${price}, Strzyżenie`).fill('90');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toHaveCount(0);
  const interval = page.getByLabel(`${t('catalogue.interval')}, Strzyżenie`);
  await interval.fill('6 tygodni');
  await interval.press('Enter');
  await expect(interval).toHaveValue('6 tygodni');
  await expect(async () => {
    const { offerings } = good(await revino.call('offering.list', {}));
    expect(
      offerings.map(({ name, priceMinor, plannedIntervalDays }) => [name, priceMinor, plannedIntervalDays]),
    ).toEqual([
      ['Koloryzacja', 25_050, null],
      ['Strzyżenie', 9000, 42],
    ]);
  }).toPass();

  await page.getByRole('button', { name: t('catalogue.deleteNamed', { name: 'Koloryzacja' }) }).click();
  await expect(page.getByText(/^Usunięto: Koloryzacja/)).toBeVisible();
  await page.getByRole('button', { name: t('catalogue.deleteNamed', { name: 'Strzyżenie' }) }).click();
  await expect(page.getByText(/Strzyżenie przeniesiono do archiwum zamiast usunąć/)).toBeVisible();
  await expect(page.getByLabel(`${price}, Strzyżenie`)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel(`${price}, Strzyżenie`)).toBeVisible();
  expect(good(await revino.call('offering.list', {})).offerings).toMatchObject([
    { name: 'Strzyżenie', isArchived: false },
  ]);
});

test('a block from a spreadsheet is pasted into the months, and undone', async ({ openRevino }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  await filledShop(revino);
  await goTo(page, 'spend');
  const grid = page.getByRole('table');
  const year = Number((await grid.getByRole('rowheader').first().textContent())?.match(/\d{4}/)?.[0]);
  const paste = async (text: string) => {
    await grid.getByRole('textbox').first().focus();
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    }, text);
  };
  await paste('120,50\t30\r\n99\tnic\r\n');
  await expect(page.getByText(/„nic” to nie kwota/)).toBeVisible();
  expect(good(await revino.call('spend.list', { year })).spend).toEqual([]);
  await paste('120,50\t30\r\n99\t\r\n');
  await expect.poll(async () => good(await revino.call('spend.list', { year })).spend.length).toBe(3);
  await expect(grid.getByRole('textbox').first()).toHaveValue('120,50');
  // The cell that was pasted into holds text, but none that was typed.
  await page.keyboard.press('Control+z');
  await expect.poll(async () => good(await revino.call('spend.list', { year })).spend.length).toBe(0);
});
