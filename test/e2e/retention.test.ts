/** Who comes back, by window: the CDNOW sample's figures and every cohort cell, by keyboard too. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, repoFolder, seedShop, test } from './app.ts';

const fixtures = join(repoFolder, 'test/fixtures/cdnow');
const CDNOW = join(fixtures, 'CDNOW_sample.txt');
const MAPPING = {
  kind: 'visits',
  layout: 'whitespace',
  header: false,
  dateFormat: 'yyyyMMdd',
  decimal: '.',
  columns: { customer: 1, date: 2, amount: 4 },
};

const counts: Record<string, number[]> = JSON.parse(
  readFileSync(join(fixtures, 'cdnow_descriptive.json'), 'utf8'),
).sample.cohort_counts;

const seedCdnow = async (dataFolder: string): Promise<void> => {
  const mapping = join(dataFolder, 'cdnow.map.json');
  writeFileSync(mapping, JSON.stringify(MAPPING));
  await seedShop(dataFolder, { currency: 'USD', visits: { file: CDNOW, mapping } });
};

/** What each cell of the grid says to those who hear it, row by row, sizes first. */
const spokenCells = (page: Page): Promise<string[][]> =>
  page
    .getByRole('grid')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.getAttribute('aria-label') ?? '')),
    );

test('every cohort cell of the CDNOW sample, and 1,139 of 2,357 came twice', async ({
  openRevino,
  dataFolder,
}) => {
  await seedCdnow(dataFolder);
  const { window: page } = await openRevino();
  await page.getByRole('link', { name: 'Retention' }).click();
  await expect(page.getByText('388 of 812 customers')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Came at least twice/ })).toContainText('1,139 of 2,357');

  await page.getByRole('combobox', { name: 'Count those who came' }).selectOption('classic');
  await expect(
    page.getByRole('gridcell', { name: /^January 1997, month 1: February 1997, 124 of/ }),
  ).toBeVisible();
  const spoken = await spokenCells(page);
  expect(spoken).toHaveLength(3);
  const people = spoken.map((row) =>
    row.flatMap((label) => label.match(/^([\d,]+) new customers$|, (\d+) of \d+ came: /)?.slice(1) ?? []),
  );
  expect(people.map((row) => row.flatMap((text) => (text ? [Number(text.replace(',', ''))] : [])))).toEqual(
    Object.values(counts),
  );
  // February lacks one month that January has, March two: not zero, but not known.
  expect(spoken.map((row) => row.filter((label) => label.endsWith('not known yet')).length)).toEqual([
    0, 1, 2,
  ]);
});

test('the cells are walked by keyboard, each with its interval beside it', async ({
  openRevino,
  dataFolder,
}) => {
  await seedCdnow(dataFolder);
  const { window: page } = await openRevino();
  await page.getByRole('link', { name: 'Retention' }).click();
  const first = page.getByRole('gridcell', { name: /^January 1997, month 1:/ });
  await first.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const last = page.getByRole('gridcell', { name: /^February 1997, month 17:.*not known yet/ });
  await expect(last).toBeFocused();
  await page.keyboard.press('ArrowUp');
  const rising = page.getByRole('gridcell', { name: /^January 1997, month 17: June 1998/ });
  await expect(rising).toBeFocused();
  await expect(rising).toHaveAccessibleName(
    /33 of 781 came then or later: 4\.2%, 95% interval 3\.0–5\.9%, still rising/,
  );
  await expect(page.getByText('33 of 781 came then or later: 4.2%')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('33 of 781 came then or later: 4.2%')).toHaveCount(0);
});

test('a narrow window keeps its page width and scrolls the wide table alone', async ({
  openRevino,
  dataFolder,
}) => {
  await seedCdnow(dataFolder);
  const { window: page, app } = await openRevino();
  // 1280 x 800 at 125 %.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1024, 640));
  await page.getByRole('link', { name: 'Retention' }).click();
  await page.getByRole('combobox', { name: 'Show as' }).selectOption('money');
  await expect(
    page.getByRole('gridcell', { name: /^January 1997, month 0: January 1997, \$/ }),
  ).toBeVisible();
  const sizes = await page.evaluate(() => ({
    page: [document.documentElement.scrollWidth, document.documentElement.clientWidth],
    grid: document.querySelector('[role=grid]')?.parentElement?.scrollWidth ?? 0,
    frame: document.querySelector('[role=grid]')?.parentElement?.clientWidth ?? 0,
  }));
  expect(sizes.page[0]).toBe(sizes.page[1]);
  expect(sizes.grid).toBeGreaterThan(sizes.frame);
  // The names of the rows stay in sight at the far end.
  await page.getByRole('gridcell', { name: /^January 1997, month 17:/ }).focus();
  await expect(page.getByRole('rowheader', { name: 'January 1997' })).toBeInViewport({ ratio: 1 });
});

test('what opens on the screen is as accessible as the screen', async ({ openRevino, dataFolder }) => {
  await seedCdnow(dataFolder);
  const { window: page } = await openRevino();
  await page.getByRole('link', { name: 'Retention' }).click();
  const faults: string[] = [];
  const look = async (state: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      faults.push(...violations.map(({ id, impact }) => `${state}, ${colorScheme}: ${id} (${impact})`));
    }
  };
  await page.getByRole('gridcell', { name: /^January 1997, month 17:/ }).focus();
  await expect(page.getByText('33 of 781 came then or later: 4.2%')).toBeVisible();
  await look('a cell with its detail');
  await page.getByRole('textbox', { name: 'As of' }).focus();
  await page.keyboard.type('never');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await look('a day that cannot be read');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'How is this counted: Came at least twice' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('an explanation');
  expect(faults).toEqual([]);
});
