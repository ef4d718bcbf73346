/** Somebody else changes a record while it is in a form: nothing is written over unseen, nothing typed is lost. */
import { expect, good, newShop, type Revino, test } from './app.ts';

const shopWithVisit = async (openRevino: () => Promise<Revino>) => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Nowak', phone: null }));
  const { visitId } = good(
    await revino.call('visit.record', {
      customerId,
      note: 'first',
      lines: [{ amountMinor: 5000 }],
      visitUid: crypto.randomUUID(),
    }),
  );
  await revino.window.reload();
  await expect(revino.window.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  const show = (place: string) =>
    revino.window.evaluate((hash) => {
      location.hash = hash;
    }, place);
  return { revino, page: revino.window, customerId, visitId, show };
};

test('a visit in its form and as a kept draft: refused, loaded anew, or saved over it', async ({
  openRevino,
}) => {
  const { revino, page, visitId, show } = await shopWithVisit(openRevino);
  const visit = async () => good(await revino.call('visit.get', { visitId }));
  /** As another window, an undo or an import would. */
  const changeElsewhere = async (amountMinor: number) => {
    const { date, time, customer, note } = await visit();
    const edit = {
      visitId,
      customerId: customer?.customerId ?? null,
      at: { date, time },
      note,
      staffId: null,
    };
    const lines = [{ lineId: null, amountMinor }];
    return good(await revino.call('visit.edit', { ...edit, lines, ownValues: [] }));
  };
  const note = page.getByLabel('Note');
  const amount = page.getByLabel('Amount, PLN');
  const changed = page.getByRole('alert').filter({ hasText: 'changed in another place' });

  // Nothing typed yet: the form shows what stands there now.
  await show(`/visits/${visitId}/edit`);
  await expect(amount).toHaveValue('50.00');
  await changeElsewhere(6000);
  await expect(amount).toHaveValue('60.00');

  await note.fill('hers');
  const { changeId } = await changeElsewhere(7000);
  await expect(changed).toBeVisible();
  await expect(amount).toHaveValue('60.00');
  await page.keyboard.press('Control+Enter');
  await expect(changed).toBeVisible();
  expect(await visit()).toMatchObject({ note: 'first', lines: [{ amountMinor: 7000 }] });
  await expect(note).toHaveValue('hers');
  // Put back elsewhere, it is the visit she looked at, and can be saved.
  good(await revino.call('change.undo', { changeId: changeId ?? 0 }));
  await expect(changed).toHaveCount(0);

  // Left for another screen and found again, the draft still knows what it started from.
  await page.getByRole('link', { name: 'Customers' }).click();
  await changeElsewhere(8000);
  await show(`/visits/${visitId}/edit`);
  await expect(note).toHaveValue('hers');
  await expect(changed).toBeVisible();
  await page.getByRole('button', { name: 'Load the newer version' }).click();
  await expect(changed).toHaveCount(0);
  await expect(amount).toHaveValue('80.00');
  await expect(note).toHaveValue('first');

  await note.fill('mine');
  await changeElsewhere(9000);
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(page.getByRole('heading', { name: /Anna Nowak/ })).toBeVisible();
  expect(await visit()).toMatchObject({ note: 'mine', lines: [{ amountMinor: 8000 }] });
});

test('a card: other fields come together, the same field is asked about', async ({ openRevino }) => {
  const { revino, page, customerId, show } = await shopWithVisit(openRevino);
  const opened = async () => good(await revino.call('customer.card', { customerId }));
  const changeElsewhere = async (change: object) => {
    const { card } = await opened();
    good(await revino.call('customer.save', { customerId, uid: null, card: { ...card, ...change } }));
  };
  const note = page.getByRole('textbox', { name: 'Note', exact: true });
  const changed = page.getByRole('alert').filter({ hasText: 'changed in another place' });

  await show(`/customers/${customerId}`);
  await note.fill('hers');
  await changeElsewhere({ cardNumber: '17' });
  await expect(page.getByLabel('Card number')).toHaveValue('17');
  await expect(changed).toHaveCount(0);
  await changeElsewhere({ note: 'theirs' });
  await expect(changed).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('button', { name: 'Load the newer version' })).toBeFocused();
  expect((await opened()).card.note).toBe('theirs');
  await expect(note).toHaveValue('hers');
  await page.keyboard.press('Enter');
  await expect(note).toHaveValue('theirs');
  await expect(changed).toHaveCount(0);

  await note.fill('mine');
  await changeElsewhere({ note: 'theirs again' });
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(changed).toHaveCount(0);
  await expect.poll(async () => (await opened()).card).toMatchObject({ note: 'mine', cardNumber: '17' });
});
