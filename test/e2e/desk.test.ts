/** A morning at the desk with nothing but the keyboard. */
import { expect, good, newShop, test } from './app.ts';

test('everything at the desk by keyboard alone', async ({ openRevino }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'pl' })));
  await page.reload();
  const box = page.getByRole('combobox', { name: 'Kto przyszedł?' });
  const today = page.getByRole('complementary', { name: 'Dzisiaj' });
  await expect(box).toBeFocused();

  // A new person from what was typed, with a visit.
  await page.keyboard.type('Łucja Żak');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Telefon')).toBeFocused();
  await page.keyboard.type('601 234 118');
  await page.keyboard.press('Tab');
  await page.keyboard.type('120,50');
  await page.keyboard.press('Tab');
  await page.keyboard.type('strzyżenie');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Zapisano wizytę: Łucja Żak, 120,50 zł.')).toBeVisible();
  await expect(today.getByText('Łucja Żak')).toBeVisible();
  await expect(box).toBeFocused();

  // Found without diacritics, and by telephone; Enter opens, Esc leads back with the text still there.
  await page.keyboard.type('lucja');
  await expect(page.getByRole('option', { name: /Łucja Żak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kwota, PLN')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('lucja');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.type('601234');
  await expect(page.getByRole('option', { name: /Łucja Żak/ })).toBeVisible();

  // Recorded at once, and taken back.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Zapisano wizytę: Łucja Żak.')).toBeVisible();
  await expect(today.getByText('Łucja Żak')).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(today.getByText('Łucja Żak')).toHaveCount(1);

  // A guest without a card.
  await page.keyboard.press('Control+g');
  await page.keyboard.type('45');
  await page.keyboard.press('Enter');
  await expect(today.getByText('Gość bez karty')).toBeVisible();
  await expect(today.getByText(/45,00\szł/)).toBeVisible();

  const { visits, visitCount } = good(await revino.call('visit.today', {}));
  expect(visitCount).toBe(2);
  expect(visits.map(({ customerName, amountMinor }) => [customerName, amountMinor])).toEqual([
    [null, 4500],
    ['Łucja Żak', 12_050],
  ]);
});
