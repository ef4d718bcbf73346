/** People at the till in a real window: PINs given, the till locked, somebody of the desk signed in by keyboard alone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

const UID = '0192f3c4-0000-7000-8000-000000000001';

const staffed = async (revino: Revino) => {
  good(await revino.call('shop.create', newShop({ locale: 'en', currency: 'PLN' })));
  const maria = good(await revino.call('staff.create', { name: 'Maria' })).id;
  const ania = good(await revino.call('staff.create', { name: 'Ania' })).id;
  const anna = good(await revino.call('customer.create', { name: 'Anna Lis', phone: null })).customerId;
  good(
    await revino.call('visit.record', {
      customerId: anna,
      note: null,
      staffId: maria,
      lines: [{ offeringName: 'Cut', amountMinor: 13_107 }],
      visitUid: UID,
    }),
  );
  await revino.window.reload();
  return { maria, ania };
};

const bar = (page: Page) => page.getByRole('navigation', { name: 'Screens' });
const screensOf = (page: Page) => bar(page).getByRole('link').allTextContents();
const pinField = (page: Page, name: string) => page.getByLabel(`PIN of ${name}`);

test('an owner gives PINs, the desk signs in by keyboard, sees its own, and everybody comes back to their place', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  await staffed(revino);

  await page.evaluate(() => {
    location.hash = '#/settings/access';
  });
  await page.getByLabel('It begins with you, the owner.').selectOption('Maria');
  await page.getByLabel('New PIN').fill('11111');
  await page.getByLabel('The same once more').fill('11111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Maria · owner')).toBeVisible();
  await expect(page.getByText('One person can sign in.')).toBeVisible();

  await page.getByLabel('Role: Ania').selectOption('front desk');
  const form = page.getByRole('form', { name: 'PIN for Ania' });
  await form.getByLabel('New PIN').fill('2222');
  await form.getByLabel('The same once more').fill('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 people can sign in.')).toBeVisible();

  // Locked: nothing of the shop is on the page, and nothing is answered.
  await page.keyboard.press('Control+l');
  await expect(pinField(page, 'Maria')).toBeFocused();
  await expect(bar(page)).toBeHidden();
  expect(await revino.call('visit.today', {})).toMatchObject({
    ok: false,
    error: { code: 'access.signedOut' },
  });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  // By first letter, a wrong PIN, the right one.
  await page.keyboard.press('a');
  await expect(pinField(page, 'Ania')).toBeFocused();
  await page.keyboard.type('9999');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Wrong PIN. 4 more tries, then it waits for a while.')).toBeVisible();
  await page.keyboard.type('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ania · front desk')).toBeVisible();
  expect(await screensOf(page)).toEqual(['Front desk', 'Customers', 'Settings']);
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  expect(await page.locator('body').innerText()).not.toMatch(/131[.,]07/);
  await page.evaluate(() => {
    location.hash = '#/reports';
  });
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  expect(await revino.call('export.start', { subject: { what: 'customers' }, format: 'csv' })).toMatchObject({
    error: { code: 'access.notAllowed', params: { people: 'Maria' } },
  });
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await expect(page.getByRole('link', { name: 'People and PINs' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Backups' })).toBeHidden();

  // A half-typed visit of hers waits for her alone.
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await page.keyboard.press('Control+g');
  await page.getByLabel('Amount, PLN').fill('45,50');
  await page.keyboard.press('Control+l');
  await expect(pinField(page, 'Ania')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('11111');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Maria · owner')).toBeVisible();
  await expect(page.getByLabel('Amount, PLN')).toBeHidden();
  await page.keyboard.press('Control+g');
  await expect(page.getByLabel('Amount, PLN')).toHaveValue('');
  await page.keyboard.press('Escape');
  // How she looks at a list is hers as well: an order that she may see the desk may not.
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Value' }).click();
  await expect(page.getByRole('columnheader', { name: 'Value' })).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('Control+l');
  await page.keyboard.press('a');
  await page.keyboard.type('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Ania · front desk')).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('row', { name: /Anna Lis/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Value' })).toBeHidden();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+g');
  await expect(page.getByLabel('Amount, PLN')).toHaveValue('45,50');
  // The same person again: nothing has moved, the cursor stands where it stood.
  await page.getByLabel('Amount, PLN').focus();
  await page.keyboard.press('Control+l');
  await page.keyboard.type('2222');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await expect(page.getByLabel('Amount, PLN')).toHaveValue('45,50');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Visit recorded/)).toBeVisible();
  const today = good(await revino.call('visit.today', {}));
  expect(today.visits.map(({ amountMinor, hasAmount }) => [amountMinor, hasAmount])).toEqual([
    [null, true],
    [null, true],
  ]);
});

test('the till locks when the system locks its screen, under an open dialog too, and stays locked over a restart', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino({ dataFolder });
  const { window: page, app } = revino;
  const { maria } = await staffed(revino);
  good(await revino.call('access.setPerson', { staffId: maria, role: 'owner', pin: '11111' }));
  await expect(page.getByText('Maria · owner')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect(pinField(page, 'Maria')).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  // By hand alone.
  for (const digit of '11111') await page.getByRole('button', { name: `Digit ${digit}` }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Maria · owner')).toBeVisible();

  for (let at = 0; at < 5; at++) good(await revino.call('access.signIn', { staffId: maria, pin: '0000' }));
  await revino.close();
  const again = await openRevino({ dataFolder });
  await expect(pinField(again.window, 'Maria')).toBeFocused();
  await again.window.keyboard.type('11111');
  await again.window.keyboard.press('Enter');
  await expect(again.window.getByText(/Too many wrong PINs\. The next try is in 0:\d\d\./)).toBeVisible();
  expect(await again.call('customer.search', { text: 'a' })).toMatchObject({
    error: { code: 'access.signedOut' },
  });
});
