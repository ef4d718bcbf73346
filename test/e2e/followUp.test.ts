/** The next step with a customer by keyboard alone: agreed, promised, wished, put right; whom to ask why. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

const openShop = async (revino: Revino): Promise<Page> => {
  good(await revino.call('shop.create', newShop()));
  await revino.window.reload();
  return revino.window;
};

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

const openCard = async (page: Page, customerId: number, name: string): Promise<void> => {
  await page.evaluate((id) => {
    location.hash = `/customers/${id}`;
  }, customerId);
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
};

/** The command of one row. */
const command = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('from the card: an appointment that becomes a visit, a promise, a wish, a case, who recommended them', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openShop(revino);
  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Kowalska', phone: null }));
  good(await revino.call('customer.create', { name: 'Ewa Nowak', phone: '601234567' }));
  good(await revino.call('source.create', { name: 'Recommendation', isRecommendation: true }));
  const followUp = async () => good(await revino.call('customer.followUp', { customerId }));
  await openCard(page, customerId, 'Anna Kowalska');

  // An appointment for today: two keys to its form, the day as it is said, saved by keyboard.
  await press(page, 'Control+t', '1');
  await expect(page.getByLabel('When they come next')).toBeFocused();
  await page.keyboard.type('yesterday');
  await press(page, 'Control+Enter');
  await expect(page.getByText('This is not a day ahead.')).toBeVisible();
  await page.getByLabel('When they come next').fill('');
  await page.keyboard.type('today 23:30');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(async () => (await followUp()).appointments.length).toBe(1);

  // Recorded on that day, it is that visit; taken back with the visit, it is open again.
  const visit = {
    customerId,
    note: null,
    lines: [],
    visitUid: '0192f3c4-0000-7000-8000-000000000001',
  };
  const { visitId } = good(await revino.call('visit.record', visit));
  expect((await followUp()).appointments).toEqual([]);
  good(await revino.call('visit.cancel', { visitId, reason: null }));
  expect((await followUp()).appointments).toHaveLength(1);

  await press(page, 'Control+t', '2');
  await page.keyboard.type('We will have the new colours');
  await press(page, 'Enter');
  await expect(page.getByText('We will have the new colours').first()).toBeVisible();
  await command(page, 'Kept: We will have the new colours').focus();
  await press(page, 'Enter');
  await expect.poll(async () => (await followUp()).promises.length).toBe(0);
  await expect(page.getByText('Promise kept: Anna Kowalska.')).toBeVisible();
  await press(page, 'Control+z');
  await expect.poll(async () => (await followUp()).promises.length).toBe(1);

  await press(page, 'Control+t', '4');
  await page.keyboard.type('Open on Sundays');
  await press(page, 'Control+Enter');
  await expect.poll(async () => (await followUp()).wishes.map(({ step }) => step)).toEqual(['wished']);

  await press(page, 'Control+t', '5');
  await page.keyboard.type('The colour was gone after a week');
  await press(page, 'Control+Enter');
  await expect.poll(async () => (await followUp()).cases.length).toBe(1);

  // Who recommended them: two keys, a few letters, Enter.
  await press(page, 'Control+t', '6');
  await expect(page.getByRole('combobox', { name: 'Who recommended us' })).toBeFocused();
  await page.keyboard.type('ewa');
  await expect(page.getByRole('option', { name: /Ewa Nowak/ })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  await expect.poll(async () => (await followUp()).recommendedBy?.name).toBe('Ewa Nowak');
  await expect(page.getByLabel('Source')).toHaveValue('Recommendation');

  // The same from the desk, with the person at the counter.
  await press(page, 'Control+1');
  await page.keyboard.type('ewa');
  await expect(page.getByRole('option', { name: /Ewa Nowak/ })).toBeVisible();
  await press(page, 'Enter', 'Control+y', '6');
  await page.keyboard.type('anna');
  await expect(page.getByRole('option', { name: /Anna Kowalska/ })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter');
  // Each of the two cannot have sent the other.
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await press(page, 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await openCard(page, customerId, 'Anna Kowalska');

  // Left without a trace by Esc.
  await press(page, 'Control+t', '4', 'Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect((await followUp()).wishes).toHaveLength(1);
});

test('gestures: listed in the settings, given within the budget, above it with a plain note', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openShop(revino);
  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Kowalska', phone: null }));
  await openCard(page, customerId, 'Anna Kowalska');
  await press(page, 'Control+t', '3');
  await expect(page.getByText('No gestures are listed yet.')).toBeVisible();
  await press(page, 'Escape');

  await page.evaluate(() => {
    location.hash = '/settings/gestures';
  });
  await page.getByLabel('New gesture').focus();
  await page.keyboard.type('Coffee');
  await page.getByLabel('Cost', { exact: true }).focus();
  await page.keyboard.type('4');
  await press(page, 'Enter');
  await expect(page.getByRole('textbox', { name: 'Cost: Coffee' })).toHaveValue('4.00');
  await page.getByLabel('All gestures of a month, at most').focus();
  await page.keyboard.type('5');
  await press(page, 'Enter');
  await expect.poll(async () => good(await revino.call('gestureBudget.read', {})).perMonthMinor).toBe(500);

  await openCard(page, customerId, 'Anna Kowalska');
  const give = async () => {
    await press(page, 'Control+t', '3');
    await expect(page.getByRole('radio', { name: /Coffee/ })).toBeFocused();
    await press(page, 'Space');
  };
  await give();
  await press(page, 'Control+Enter');
  await expect(page.getByText('Coffee for Anna Kowalska: written down.')).toBeVisible();
  await give();
  await expect(page.getByText('This is more than is left of this month’s budget.')).toBeVisible();
  await press(page, 'Control+Enter');
  await expect(page.getByText('written down, above the budget.')).toBeVisible();
  // Of no consequence for any visit or figure.
  expect(good(await revino.call('visit.today', {})).visits).toEqual([]);
});

test('the lists: a low score opens a case, which is put right; a wish is answered and told', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const page = await openShop(revino);
  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Kowalska', phone: null }));
  const go = async (path: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, path);
  };
  await go('/opinions/cases');
  await expect(page.getByRole('heading', { name: 'No cases yet' })).toBeVisible();
  good(
    await revino.call('opinion.record', {
      nps: 3,
      csat: null,
      ces: null,
      comment: 'Waited an hour',
      answers: [],
      customerId,
      visitId: null,
      surveyId: null,
      staffId: null,
      channel: 'desk',
      on: null,
      opinionUid: '0192f3c4-0000-7000-8000-000000000002',
    }),
  );
  await expect(page.getByText('1 case waits to be put right.')).toBeVisible();
  await command(page, 'Put right: Anna Kowalska, Waited an hour').focus();
  await press(page, 'Enter');
  await expect(page.getByLabel('What was done')).toBeFocused();
  await page.keyboard.type('Rang and said sorry');
  await press(page, 'Control+Enter');
  await expect(page.getByText('Nothing waits to be put right.')).toBeVisible();
  await expect(page.getByText('Rang and said sorry')).toBeVisible();

  // By telephone, of somebody who is looked for here.
  await press(page, 'Control+n');
  await expect(page.getByRole('combobox', { name: 'Whose case it is' })).toBeFocused();
  await page.keyboard.type('anna');
  await expect(page.getByRole('option', { name: /Anna Kowalska/ })).toBeVisible();
  await press(page, 'ArrowDown', 'Enter', 'Tab');
  await page.getByLabel('What went wrong').focus();
  await page.keyboard.type('The door was locked');
  await press(page, 'Control+Enter');
  await expect(command(page, 'Put right: Anna Kowalska, The door was locked')).toBeVisible();

  good(await revino.call('wish.make', { customerId, text: 'Open on Sundays', staffId: null }));
  await go('/customers/wishes');
  await command(page, 'Solution found: Anna Kowalska, Open on Sundays').focus();
  await press(page, 'Enter');
  await page.keyboard.type('From May on');
  await press(page, 'Control+Enter');
  await command(page, 'Told: Anna Kowalska, Open on Sundays').focus();
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'They know; will they come?' })).toBeVisible();
  for (const path of [
    '/customers/wishes',
    '/customers/appointments',
    '/opinions/cases',
    '/opinions/ask-why',
  ]) {
    await go(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test('ask why: the few to call, the answer by keyboard, counted and taken back', async ({ openRevino }) => {
  const revino = await openRevino();
  const page = revino.window;
  good(
    await revino.call('shop.createDemo', {
      trade: 'salon',
      currency: 'PLN',
      timeZone: 'Europe/Warsaw',
      locale: 'en',
    }),
  );
  await expect
    .poll(async () => good(await revino.call('app.state', {})).phase, { timeout: 60_000 })
    .toBe('ready');
  await page.reload();
  // By the palette.
  await expect(page.locator('main input').first()).toBeFocused();
  await press(page, 'Control+k');
  await page.keyboard.type('ask why');
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Ask why', level: 1 })).toBeVisible();
  const { customers } = good(await revino.call('lapse.toAsk', {}));
  expect(customers).toHaveLength(10);
  const first = customers[0]!.customer.name;
  await command(page, `Write down the answer: ${first}`).first().focus();
  await press(page, 'Enter');
  await expect(page.getByRole('radio', { name: 'price' })).toBeFocused();
  await press(page, 'ArrowRight');
  await page.getByLabel('In their words').focus();
  await page.keyboard.type('It was cold');
  await press(page, 'Control+Enter');
  await expect(page.getByText(`Answer of ${first} written down.`)).toBeVisible();
  await expect(page.getByText('“It was cold”')).toBeVisible();
  await expect
    .poll(async () =>
      good(await revino.call('lapse.toAsk', {})).customers.map(({ customer }) => customer.customerId),
    )
    .not.toContain(customers[0]!.customer.customerId);
  await press(page, 'Control+z');
  await expect(page.getByText('“It was cold”')).toHaveCount(0);
});
