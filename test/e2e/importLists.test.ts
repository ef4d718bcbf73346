/** A list of customers by window: seen before it happens, brought in, remembered, recognised, and taken back whole. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, good, newShop, test } from './app.ts';

const LIST = [
  'Imię i nazwisko;Telefon;E-mail;Data urodzenia;Etykiety;Zgoda SMS',
  'Anna Nowak;601 234 567;anna@example.com;12.03.1980;VIP;tak',
  'Łucja Żółć;602 333 444;;31.02.1970;;nie',
  'Jan Kowalski;601 234 567;jan@example.com;01.01.1975;;',
  'Anna Nowak;;;;;',
  ';;;05.05.1990;;',
];

test('customers: dry run, import, recognised again, taken back', async ({ openRevino, dataFolder }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop()));
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeVisible();
  const file = join(dataFolder, 'klienci.csv');
  writeFileSync(file, `${LIST.join('\n')}\n`);
  await revino.answerDialogs(file);

  await page.getByRole('link', { name: 'Import' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('combobox', { name: 'What is in the file' })).toHaveValue('Customers');
  const preview = page.getByRole('table');
  await expect(preview.getByText('Łucja Żółć')).toBeVisible();
  await expect(preview.getByText('12 Mar 1980')).toBeVisible();
  await expect(preview.getByText('Stays out: no name')).toBeVisible();
  await page.getByRole('button', { name: 'How are people recognised?' }).click();
  await expect(page.getByText('Nobody is joined by name alone.', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('This file brings 4 customers')).toBeVisible();
  await expect(page.getByText('2 new customers may be there already')).toBeVisible();
  await expect(page.getByText('row 3, Birthday: 31.02.1970')).toBeVisible();
  const differences = page.getByRole('region', { name: 'What it does, row by row' });
  await expect(differences.getByText('anna@example.com')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: 'Your customers are here' })).toBeVisible();

  await page.getByRole('textbox', { name: 'Name it' }).fill('Our list');
  await page.getByRole('button', { name: 'Remember' }).click();
  await expect(page.getByText('Revino will recognise such a file as “Our list”.')).toBeVisible();

  // A newer copy of the list: recognised by its columns, and only what differs is said.
  writeFileSync(file, `${LIST.map((row) => row.replace('anna@', 'nowak@')).join('\n')}\n`);
  await page.getByRole('button', { name: 'Bring in another file' }).click();
  await expect(page.getByRole('region', { name: 'Earlier imports' }).getByText('klienci.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('Read the way you saved as Our list.')).toBeVisible();
  await page.getByRole('radio', { name: 'take what the file says' }).check();
  await page.getByRole('button', { name: 'Check the whole file' }).click();
  await expect(page.getByText('This file changes 1 customer')).toBeVisible();
  await expect(differences.locator('s')).toHaveText('anna@example.com');
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByRole('heading', { name: 'Your customers are here' })).toBeVisible();

  await page.getByRole('button', { name: /^Take this import back/ }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(page.getByRole('heading', { name: 'The import was taken back' })).toBeVisible();
  await expect(page.getByText('1 value is what it was before.')).toBeVisible();
  await page.getByRole('button', { name: 'Back to imports' }).click();
  const earlier = page.getByRole('region', { name: 'Earlier imports' });
  await expect(earlier.getByText('taken back')).toHaveCount(1);
  await earlier.getByRole('button', { name: /^Take back/ }).click();
  await page.getByRole('button', { name: 'Yes, take it back' }).click();
  await expect(page.getByText('Taken away: 4 customers.')).toBeVisible();
  expect(good(await revino.call('retention.coverage', {})).customers).toBe(0);
  expect(good(await revino.call('import.batches', {})).map(({ undoneAtMs }) => undoneAtMs === null)).toEqual([
    false,
    false,
  ]);
});
