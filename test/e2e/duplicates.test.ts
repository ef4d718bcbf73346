/** Two cards of one person made one and two again, with nothing but the keyboard. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

const person = { phone: null, email: null, cardNumber: null };

const visitOf = (customerId: number, amountMinor: number, date: string) => ({
  visitUid: crypto.randomUUID(),
  customerId,
  note: null,
  lines: [
    { offeringName: 'Cut', quantityThousandths: 1000, amountMinor, discountMinor: null, staffId: null },
  ],
  at: { date, time: '10:00' },
});

/** Anna stands there twice, the Nowaks share a telephone, Ewa is alone. */
const openWithDuplicates = async (revino: Revino): Promise<{ page: Page; anna: number; again: number }> => {
  good(await revino.call('shop.create', newShop({ locale: 'en', timeZone: 'Europe/Warsaw' })));
  const add = async (name: string, known: Partial<typeof person> | object = {}) =>
    good(await revino.call('customer.create', { ...person, name, ...known })).customerId;
  const anna = await add('Anna Kowalska', { phone: '601 234 567', cardNumber: 'K-17' });
  const again = await add('Kowalska Anna', {
    phone: '601 234 567',
    email: 'anna@example.com',
    cardNumber: 'L-20',
  });
  await add('Jan Nowak', { phone: '602 345 678' });
  await add('Zofia Nowak', { phone: '602 345 678' });
  await add('Ewa Lis');
  for (const [id, amount, date] of [
    [anna, 10_000, '2026-02-03'],
    [anna, 12_000, '2026-03-03'],
    [again, 9000, '2026-03-03'],
  ] as const) {
    good(await revino.call('visit.record', visitOf(id, amount, date)));
  }
  await revino.window.reload();
  await expect(revino.window.getByRole('combobox')).toBeFocused();
  return { page: revino.window, anna, again };
};

const toDuplicates = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('duplicate');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Duplicate cards' })).toBeVisible();
};

test('two cards, compared, made one, and two again', async ({ openRevino }) => {
  const revino = await openRevino();
  const { page, anna } = await openWithDuplicates(revino);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('link', { name: 'Duplicate cards 1' })).toBeVisible();
  await toDuplicates(page);
  const first = page.getByRole('link', { name: /Anna Kowalska.*Kowalska Anna.*same phone, same name/ });
  await expect(first).toBeFocused();
  await expect(page.getByText('same phone, but different names')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: /Jan Nowak/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'One person or two?' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Both were here on');
  // The names differ, and the first is chosen: the arrow takes the other one.
  await expect(page.getByRole('radio', { name: 'Anna Kowalska', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const result = page.getByRole('region', { name: 'The one card' });
  await expect(result.getByRole('heading')).toHaveText('Kowalska Anna');
  await page.keyboard.press('ArrowUp');
  await expect(result.getByRole('heading')).toHaveText('Anna Kowalska');
  await expect(result).toContainText('2 visits together');
  await expect(result).toContainText('anna@example.com');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText('Anna Kowalska: one card now.')).toBeVisible();
  await expect(first).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Jan Nowak/ })).toBeFocused();
  const merged = good(await revino.call('customer.search', { text: 'L-20', limit: 5 })).customers;
  expect(merged.map(({ customerId }) => customerId)).toEqual([anna]);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('Anna Kowalska: two cards again.')).toBeVisible();
  await expect(first).toBeVisible();
  const apart = good(await revino.call('customer.search', { text: 'kowalska', limit: 5 })).customers;
  expect(apart).toHaveLength(2);
});

test('two people stay two, and a family is not shown again; that too can be taken back', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { page } = await openWithDuplicates(revino);
  await toDuplicates(page);
  await expect(page.getByRole('link', { name: /Kowalska Anna/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('link', { name: /Jan Nowak/ })).toBeFocused();
  await page.keyboard.press('Control+d');
  await expect(page.getByText('Jan Nowak and Zofia Nowak: two people.')).toBeVisible();
  await expect(page.getByRole('link', { name: /Jan Nowak/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Kowalska Anna/ })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('link', { name: /Jan Nowak/ })).toBeVisible();
});

test('from a card to the comparison, the other way round, and apart again from the history of the card', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { page, anna, again } = await openWithDuplicates(revino);
  await page.keyboard.type('L-20');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Kowalska Anna' })).toBeVisible();
  await page.keyboard.press('Control+.');
  await page.getByRole('button', { name: 'Is this the same person as…?' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Is this the same person as…?' })).toBeFocused();
  await page.keyboard.type('K-17');
  await expect(page.getByRole('option', { name: /Anna Kowalska/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'One person or two?' })).toBeVisible();
  // The card they came from stays, until it is swapped.
  await expect(page.getByRole('region', { name: 'The one card' }).getByRole('heading')).toHaveText(
    'Kowalska Anna',
  );
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('region', { name: 'The one card' }).getByRole('heading')).toHaveText(
    'Anna Kowalska',
  );
  await page.keyboard.press('Control+Enter');
  // The address of the card that is no more leads to the one it is now.
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Anna Kowalska');
  expect(good(await revino.call('customer.card', { customerId: again })).customerId).toBe(anna);
  await page.getByRole('button', { name: 'Take apart again' }).press('Enter');
  await expect(page.getByText('Kowalska Anna: two cards again.').first()).toBeVisible();
  expect(good(await revino.call('customer.card', { customerId: again })).customerId).toBe(again);
});

test('a card that is about to be made twice can become one with the first at once', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { page } = await openWithDuplicates(revino);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Ewa Lis');
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Save, then make one of both: Ewa Lis' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'One person or two?' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Ewa Lis: one card now.')).toBeVisible();
});

test('list and comparison have no fault that axe knows', async ({ openRevino }) => {
  const revino = await openRevino();
  const { page } = await openWithDuplicates(revino);
  const faultsOf = async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await toDuplicates(page);
  await expect(page.getByRole('link', { name: /Kowalska Anna/ })).toBeFocused();
  expect(await faultsOf()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'The one card' })).toBeVisible();
  expect(await faultsOf()).toEqual([]);
});
