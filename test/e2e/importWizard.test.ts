/**
 * The main road, by window: first start, the CDNOW sample through the wizard, the same file again, and what
 * can go otherwise on the way: a dropped file, a stopped import, rows that stay out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, good, newShop, repoFolder, test } from './app.ts';

const CDNOW = join(repoFolder, 'test/fixtures/cdnow/CDNOW_sample.txt');

const chooseColumn = async (page: Page, field: string, column: RegExp): Promise<void> => {
  const box = page.getByRole('combobox', { name: field, exact: true });
  await box.click();
  // Its own list: those of other fields are there too, unseen.
  const list = page.locator(`[id="${await box.getAttribute('aria-controls')}"]`);
  await list.getByRole('option', { name: column }).click();
  await expect(box).toHaveValue(column);
};

/** The account of rows: name of each count and its figure. */
const accountOf = async (page: Page): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page
      .locator('dl > div')
      .evaluateAll((rows) =>
        rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd')?.textContent]),
      ),
  );

test('first start, then the CDNOW sample by window, twice', async ({ openRevino }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  await page.getByLabel('What is your shop called?').fill('CDNOW');
  await page.getByRole('combobox', { name: 'Your customers pay in' }).fill('USD');
  await page.getByRole('option', { name: /^USD/ }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('radio', { name: /No, only from some point on/ }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Passphrase, at least 8 characters').fill('four good words here');
  await page.getByLabel('The same once more').fill('four good words here');
  await page.getByRole('button', { name: 'Create the shop' }).click();
  await expect(page.getByRole('heading', { name: 'Keep this recovery key' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open Revino' })).toBeDisabled();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Open Revino' }).click();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();

  await revino.answerDialogs(CDNOW);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.keyboard.press('Control+o');
  await expect(page.getByRole('heading', { name: 'Is this how your file reads?' })).toBeVisible();
  await chooseColumn(page, 'Customer no.', /^column 2/);
  await chooseColumn(page, 'Date', /^column 3/);
  await chooseColumn(page, 'Amount', /^column 5/);
  const firstRow = page.getByRole('table').getByRole('row').nth(1);
  await expect(firstRow).toContainText('1 Jan 1997');
  await expect(firstRow).toContainText('$29.33');

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'The file is checked' })).toBeVisible();
  await expect(page.getByText('2,357 new customers')).toBeVisible();
  await expect(page.getByText('$244,091.94')).toBeVisible();
  expect(good(await revino.call('retention.coverage', {})).visits).toBe(0);
  await page.getByRole('radio', { name: /Yes, from the very first customer/ }).check();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: 'Your visits are here' })).toBeVisible();
  await expect(page.getByText('2,357 new customers')).toBeVisible();
  await expect(page.getByText('$244,091.94')).toBeVisible();
  await expect(page.getByText('From 1 January 1997 to 30 June 1998')).toBeVisible();
  expect(await accountOf(page)).toEqual({ 'Rows in the file': '6,919', new: '6,919' });
  const coverage = good(await revino.call('retention.coverage', {}));
  expect(coverage).toMatchObject({ customers: 2357, firstVisitOn: '1997-01-01', lastVisitOn: '1998-06-30' });
  expect(good(await revino.call('app.state', {}))).toMatchObject({ shop: { isHistoryComplete: true } });

  // The same file again: nothing is created.
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await chooseColumn(page, 'Customer no.', /^column 2/);
  await chooseColumn(page, 'Date', /^column 3/);
  await chooseColumn(page, 'Amount', /^column 5/);
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('every row is already in Revino')).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: 'Your visits are here' })).toBeVisible();
  expect(await accountOf(page)).toEqual({ 'Rows in the file': '6,919', 'already in Revino': '6,919' });
  expect(good(await revino.call('retention.coverage', {}))).toEqual(coverage);

  await page.getByRole('button', { name: 'See who comes back' }).click();
  await expect(page.getByRole('link', { name: 'Retention' })).toHaveAttribute('aria-current', 'page');
});

const csvOf = (rows: readonly string[]): string =>
  ['Customer no;Date;Service;Amount', ...rows, ''].join('\n');

test('a dropped file is read, ambiguous dates are asked about, bad rows are saved with their reasons', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop()));
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeVisible();
  const file = join(dataFolder, 'visits.csv');
  writeFileSync(
    file,
    csvOf([
      '7;03/04/2026;Haircut;120,00',
      '8;05/04/2026;Colour;abc',
      '9;06/04/2026;Haircut;80,50',
      '7;07/04/2026;;60',
    ]),
  );

  // A real File with a path comes from a file field; it is then let go over the window.
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = 'from-the-file-manager';
    document.body.append(field);
  });
  await page.setInputFiles('#from-the-file-manager', file);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>('#from-the-file-manager');
    const dropped = field?.files?.[0];
    if (!dropped) throw new Error('no file');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(dropped);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      window.dispatchEvent(new DragEvent(type, { dataTransfer, cancelable: true, bubbles: true }));
    }
    field.remove();
  });
  await expect(page.getByText('visits.csv')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check the whole file' })).toBeDisabled();
  await page.getByRole('radio', { name: '3 April 2026' }).click();
  await expect(page.getByText(/^Stays out: not an amount/)).toBeVisible();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('2 new customers')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: 'Your visits are here' })).toBeVisible();
  expect(await accountOf(page)).toMatchObject({
    'Rows in the file': '4',
    new: '3',
    'not understood, stay out': '1',
  });

  const rejected = join(dataFolder, 'rejected.csv');
  await revino.answerDialogs(rejected);
  await page.getByRole('button', { name: 'Save these rows as CSV' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  const saved = readFileSync(rejected, 'utf8');
  expect(saved).toContain('"8";"05/04/2026";"Colour";"abc"');
  expect(saved).toContain('not an amount');
});

test('a stopped import changes nothing; leaving the screen loses nothing', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop()));
  await page.reload();
  const file = join(dataFolder, 'many.csv');
  const rows = Array.from(
    { length: 200_000 },
    (_, at) => `${at % 40_000};${String((at % 27) + 1).padStart(2, '0')}.05.2026;Haircut;${at % 300},50`,
  );
  writeFileSync(file, csvOf(rows));
  await revino.answerDialogs(file);
  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('40,000 new customers')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('progressbar', { name: 'Bringing the file in' })).toBeVisible();
  await page.getByRole('link', { name: 'Front desk' }).click();
  await expect(page.getByTitle('Long work')).toContainText('%');
  await page.getByRole('link', { name: /Import/ }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText(/Nothing was brought in/)).toBeVisible({ timeout: 30_000 });
  expect(good(await revino.call('retention.coverage', {}))).toMatchObject({ visits: 0, customers: 0 });
  await page.getByRole('button', { name: 'Back to the file' }).click();
  await expect(page.getByRole('table')).toBeVisible();
});
