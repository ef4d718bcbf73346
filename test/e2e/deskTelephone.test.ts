/** Somebody telephones while a queue is waiting: their appointment is moved or called off, by keyboard from the box. */
import { randomUUID } from 'node:crypto';
import { expect, good, newShop, test } from './app.ts';

const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(Date.now());

test('moved, called off and taken back in few keys; the arrows walk all rows of today', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'pl' })));
  const named = async (name: string) =>
    good(await revino.call('customer.create', { name, phone: null })).customerId;
  const ewa = await named('Ewa Szymańska');
  const marek = await named('Marek Nowak');
  const plan = { offeringId: null, staffId: null, note: null, madeAtVisitId: null };
  good(
    await revino.call('appointment.make', { ...plan, customerId: ewa, onDate: today(), atMinute: 23 * 60 }),
  );
  good(
    await revino.call('visit.record', {
      customerId: marek,
      note: null,
      lines: [{ offeringName: 'Strzyżenie', amountMinor: 6500 }],
      visitUid: randomUUID(),
    }),
  );
  const booked = async () => good(await revino.call('customer.glance', { customerId: ewa })).booked;
  await page.reload();
  const box = page.getByRole('combobox', { name: 'Kto przyszedł?' });
  await expect(box).toBeFocused();

  // From row to row, over the headings: who is expected, then what was recorded.
  await expect(page.getByRole('link', { name: /Marek Nowak/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Otwórz: Ewa Szymańska/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: /Marek Nowak/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();

  await page.keyboard.type('szym');
  await expect(page.getByRole('option', { name: /Ewa/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ewa Szymańska' })).toBeVisible();
  // Esc in an open list of choices closes the list, in the visit and in the dialog, and nothing around it.
  await page.keyboard.type('64');
  await page.keyboard.press('Tab');
  await page.keyboard.type('strz');
  await expect(page.getByRole('option', { name: /Strzyżenie/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /Strzyżenie/ })).toBeHidden();
  await expect(page.getByLabel('Kwota, PLN', { exact: true })).toHaveValue('64');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nie zapisano wizyty: Ewa Szymańska.')).toBeVisible();
  await expect(box).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Kwota, PLN', { exact: true })).toBeFocused();

  await page.keyboard.press('Control+y');
  await expect(page.getByRole('button', { name: /Odwołaj termin/ })).toBeVisible();
  await page.keyboard.press('7');
  await expect(page.getByLabel('Kiedy następna wizyta')).toBeFocused();
  await page.keyboard.type('za 5 tygodni 14');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /Strzyżenie/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option', { name: /Strzyżenie/ })).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Przeniesiono na /)).toBeVisible();
  expect(await booked()).toMatchObject([{ atMinute: 14 * 60 }]);
  await page.keyboard.press('Control+y');
  await expect(page.getByRole('button', { name: /Odwołaj termin/ })).toBeVisible();
  await page.keyboard.press('8');
  // The dialog has gone by then, and it is told all the same.
  await expect(page.getByText(/Termin odwołany/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await booked()).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(booked).toMatchObject([{ atMinute: 14 * 60 }]);
});

test('a visit of the wrong person is put right without going round all its fields', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'ro', currency: 'RON' })));
  const named = async (name: string) =>
    good(await revino.call('customer.create', { name, phone: null })).customerId;
  const wrong = await named('Ștefan Popescu');
  const right = await named('Maria Ionescu');
  const { visitId } = good(
    await revino.call('visit.record', {
      customerId: wrong,
      note: null,
      lines: [{ offeringName: 'Tuns', amountMinor: 6500 }],
      visitUid: randomUUID(),
    }),
  );
  await page.reload();
  await expect(page.getByRole('link', { name: /Ștefan Popescu/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/visits/${visitId}$`));
  await expect(page.getByRole('button', { name: /^Modifică/ })).toBeFocused();
  await page.keyboard.press('Control+e');
  const customer = page.getByLabel('Client', { exact: false }).and(page.locator('input'));
  await expect(customer).toHaveValue('Ștefan Popescu');
  await page.keyboard.press('Control+p');
  await expect(customer).toBeFocused();
  await page.keyboard.type('ionescu');
  // The best of the answer is where Enter acts.
  await expect(page.getByRole('option', { name: /Maria Ionescu/ })).toHaveAttribute(
    'data-combobox-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(customer).toHaveValue('Maria Ionescu');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => good(await revino.call('customer.glance', { customerId: right })).occasions)
    .toBe(1);
});
