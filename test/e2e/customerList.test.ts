/** The list of all customers and the search at the desk with nothing but the keyboard, and a scanner that does not wait. */
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

const PEOPLE = [
  ['Agnieszka Kowalska', '601 234 118', '100200'],
  ['Joanna Kowalska-Nowak', '698 410 035', '100201'],
  ['Marek Kowalski', '512 880 447', null],
  ['Łukasz Żółć', '604 771 390', 'K-17'],
  ['Ștefan Țepeș', '0040 722 123 456', null],
] as const;

const openWithPeople = async (revino: Revino): Promise<Page> => {
  good(await revino.call('shop.create', newShop({ locale: 'en', timeZone: 'Europe/Warsaw' })));
  for (const [name, phone, cardNumber] of PEOPLE) {
    good(await revino.call('customer.create', { name, phone, email: null, cardNumber }));
  }
  await revino.window.reload();
  await expect(revino.window.getByRole('combobox')).toBeFocused();
  return revino.window;
};

test('many at once by keyboard: selected, tagged, put in the trash, taken back', async ({ openRevino }) => {
  const revino = await openRevino();
  const page = await openWithPeople(revino);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await expect(page.getByRole('row', { name: /Kowalska/ })).toHaveCount(2);

  // Shift and the arrows select from where the box stands; the focus never leaves it.
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('toolbar');
  await expect(bar).toContainText('3 selected');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('5 selected');

  await bar.getByRole('button', { name: 'Add a tag' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('VIP');
  await page.keyboard.press('Enter');
  await expect(page.getByText('VIP: tag added to 5 cards.')).toBeVisible();
  await expect(page.getByRole('grid')).toBeFocused();
  await expect(page.getByRole('row').filter({ hasText: 'VIP' })).toHaveCount(5);

  // One out, by Space, where the row stands.
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(bar).toContainText('4 selected');
  await bar.getByRole('button', { name: 'Put in the trash' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('4 cards are in the trash.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '1 customer' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: '5 customers' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('row').filter({ hasText: 'VIP' })).toHaveCount(0);
});

test('a filter is kept under a name, used with one press, and forgotten with undo; columns are chosen', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openWithPeople(revino);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('kowal');
  await expect(page.getByRole('heading', { name: '3 customers' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep this filter' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('The Kowalskis');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('button', { name: 'The Kowalskis' });
  await expect(kept).toHaveAttribute('aria-pressed', 'true');
  await kept.press('Enter');
  await expect(page.getByRole('heading', { name: '5 customers' })).toBeVisible();
  await kept.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('kowal');
  await expect(page.getByRole('heading', { name: '3 customers' })).toBeVisible();
  await page.getByRole('button', { name: 'remove', exact: true }).press('Enter');
  await expect(kept).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(kept).toBeVisible();

  await expect(page.getByRole('columnheader', { name: 'Card number' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Columns' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Card number' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Card number' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Card number' })).toBeVisible();
  await page.getByRole('button', { name: 'Card number' }).press('Enter');
  await expect(page.getByRole('row').nth(1)).toContainText('100200');
});

test('a scanner types a card and Enter faster than anything is drawn: that card, and no other', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openWithPeople(revino);
  const box = page.getByRole('combobox', { name: 'Who is here?' });
  await expect(box).toBeFocused();
  for (const [number, name] of [
    ['100201', 'Joanna Kowalska-Nowak'],
    ['100200', 'Agnieszka Kowalska'],
    ['K-17', 'Łukasz Żółć'],
  ] as const) {
    // Somebody else stands in the list when the scanner begins.
    await box.fill('marek');
    await expect(page.getByRole('option', { name: /Marek/ })).toBeVisible();
    await box.evaluate((input) => (input as HTMLInputElement).select());
    await page.keyboard.type(number, { delay: 0 });
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(box).toBeFocused();
  }
});

test('any spelling finds, and a new person is made of what was typed unless they are there already', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openWithPeople(revino);
  const box = page.getByRole('combobox', { name: 'Who is here?' });
  for (const [typed, name] of [
    ['stefna', 'Ștefan Țepeș'],
    ['ZOLC luk', 'Łukasz Żółć'],
    ['kowlaska agnieszka', 'Agnieszka Kowalska'],
    ['0118', ''],
    ['4118', 'Agnieszka Kowalska'],
  ] as const) {
    await box.fill(typed);
    if (name === '') await expect(page.getByRole('option')).toHaveCount(0);
    else await expect(page.getByRole('option').first()).toContainText(name);
  }
  await box.fill('marek kovalski 501 502 503 marek@poczta.pl');
  await page.keyboard.press('Control+n');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Marek Kovalski');
  await expect(page.getByLabel('Phone')).toHaveValue('501 502 503');
  await expect(page.getByLabel('E-mail')).toHaveValue('marek@poczta.pl');
  await expect(page.getByText('nearly the same name')).toBeVisible();
  await page.getByRole('button', { name: 'Marek Kowalski' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Marek Kowalski', exact: true })).toBeVisible();
});
