/** The first start, the lock and a shop that cannot be opened, each as the person meets it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, good, newShop, test } from './app.ts';

test('a passphrase locks the shop at the next start; wrong ones are refused in words', async ({
  openRevino,
}) => {
  const first = await openRevino();
  const { recoveryKey } = good(
    await first.call(
      'shop.create',
      newShop({ protection: 'passphrase', passphrase: 'four good words here' }),
    ),
  );
  expect(recoveryKey).not.toBeNull();
  await first.close();

  const second = await openRevino();
  const { window: page } = second;
  await expect(page.getByRole('heading', { name: 'Your records are locked' })).toBeVisible();
  await page.getByLabel('Passphrase').fill('something else');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Passphrase').fill('four good words here');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await second.close();

  const third = await openRevino();
  await third.window.getByRole('button', { name: /use the recovery key/ }).click();
  await third.window.getByLabel('Recovery key').fill((recoveryKey ?? '').toLowerCase());
  await third.window.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(third.window.getByRole('combobox', { name: 'Who is here?' })).toBeVisible();
});

test('the recovery key on screen is the one that opens the shop, and can be saved as PDF', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  await page.getByRole('radio', { name: 'Polski' }).check();
  await page.getByLabel('Jak nazywa się firma?').fill('Salon Pod Wierzbą');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.getByLabel('Hasło, co najmniej 8 znaków').fill('cztery dobre słowa');
  await page.getByLabel('Jeszcze raz to samo').fill('cztery dobre słowa');
  await page.keyboard.press('Enter');
  const groups = page.getByRole('list', { name: 'Klucz odzyskiwania firmy Salon Pod Wierzbą' });
  await expect(groups.getByRole('listitem')).toHaveCount(14);
  const shown = (await groups.getByRole('listitem').allTextContents()).join('-');
  await revino.answerDialogs(join(dataFolder, 'klucz.pdf'));
  await page.getByRole('button', { name: 'Zapisz jako PDF' }).click();
  await expect(page.getByText('Zapisano.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Otwórz Revino' }).click();
  await expect(page.getByRole('combobox', { name: 'Kto przyszedł?' })).toBeFocused();
  await revino.close();

  const again = await openRevino();
  expect(good(await again.call('app.state', {})).phase).toBe('locked');
  good(await again.call('shop.unlock', { recoveryKey: shown }));
  await expect(again.window.getByRole('combobox', { name: 'Kto przyszedł?' })).toBeVisible();
});

test('a file that is no shop is explained and left as it is', async ({ openRevino, dataFolder }) => {
  writeFileSync(join(dataFolder, 'shop.revino'), 'this is a shopping list, not a database'.repeat(200));
  const revino = await openRevino();
  const { window: page } = revino;
  await expect(page.getByRole('heading', { name: 'Revino cannot open your records' })).toBeVisible();
  await expect(page.getByRole('alert')).not.toContainText(/database\.|[{}]/);
  await expect(page.getByRole('button', { name: 'Open the folder' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy the details' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await revino.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('database.');
});
