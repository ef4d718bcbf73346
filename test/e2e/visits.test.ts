/** A visit and what becomes of it, with nothing but the keyboard; the keys of the usual case are counted. */
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, runNode, test } from './app.ts';

/** Presses and types, counting what the hand does. */
const handsOf = (page: Page) => {
  let count = 0;
  return {
    get count() {
      return count;
    },
    type: async (text: string) => {
      count += text.length;
      await page.keyboard.type(text);
    },
    press: async (...keys: string[]) => {
      for (const key of keys) {
        count++;
        await page.keyboard.press(key);
      }
    },
  };
};

const shopWithAnna = async (openRevino: () => Promise<Revino>): Promise<Revino> => {
  const revino = await openRevino();
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  good(await revino.call('customer.create', { name: 'Anna Nowak', phone: null }));
  await revino.window.reload();
  await expect(revino.window.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  return revino;
};

const visitsOf = async (revino: Revino) => {
  const today = good(await revino.call('visit.today', {}));
  return [...today.visits].reverse();
};

test('found, opened, amount, recorded: the usual visit takes ten keys', async ({ openRevino }) => {
  const revino = await shopWithAnna(openRevino);
  const { window: page } = revino;
  const hands = handsOf(page);
  await hands.type('now');
  await expect(page.getByRole('option', { name: /Anna Nowak/ })).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await hands.type('89,50');
  await hands.press('Enter');
  await expect(page.getByText('Visit recorded: Anna Nowak, zł 89.50.')).toBeVisible();
  expect(hands.count).toBe(10);
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  expect((await visitsOf(revino)).map(({ amountMinor }) => amountMinor)).toEqual([8950]);
});

test('two lines, a discount, another day, an opinion, change, refund, cancel, undo, all by keyboard', async ({
  openRevino,
}) => {
  test.slow();
  const revino = await shopWithAnna(openRevino);
  const { window: page } = revino;
  const hands = handsOf(page);
  const box = page.getByRole('combobox', { name: 'Who is here?' });

  // Two lines, the first with ten percent off, two pieces of the second.
  await hands.type('ann');
  await expect(page.getByRole('option', { name: /Anna Nowak/ })).toBeVisible();
  await hands.press('Enter', 'Control+e');
  await hands.type('100');
  await hands.press('Tab');
  await hands.type('Haircut');
  await hands.press('Tab', 'Tab');
  await hands.type('10%');
  await hands.press('Control+i');
  await expect(page.getByLabel('Amount, PLN, line 2')).toBeFocused();
  await hands.type('15,50');
  await hands.press('Tab');
  await hands.type('Shampoo');
  await hands.press('Tab');
  await hands.type('2');
  await expect(page.getByText('Total zł 121.00')).toBeVisible();
  await hands.press('Control+Enter');
  await expect(page.getByText('Visit recorded: Anna Nowak, zł 121.00.')).toBeVisible();
  await expect(box).toBeFocused();

  // What she thought of it: ten by "1" and "0", then the comment, then saved by Enter.
  await hands.press('Control+u');
  await expect(page.getByRole('heading', { name: 'Opinion: Anna Nowak' })).toBeVisible();
  await hands.type('10');
  await expect(page.getByRole('radio', { name: '10' })).toBeChecked();
  await hands.type('3');
  await expect(page.getByLabel('What went wrong, and what can we put right?')).toBeVisible();
  await hands.press('Enter');
  await hands.type('The wait was long');
  await hands.press('Enter');
  await expect(page.getByText('Opinion saved: Anna Nowak.')).toBeVisible();
  await expect(box).toBeFocused();
  // Names and words are most of it: a visit with everything in it, then an opinion with a sentence.
  expect(hands.count).toBeLessThanOrEqual(70);

  const [recorded] = await visitsOf(revino);
  const visitId = recorded!.visitId;
  const visit = async () => good(await revino.call('visit.get', { visitId }));
  expect(await visit()).toMatchObject({
    lines: [
      { offeringName: 'Haircut', amountMinor: 9000, discountMinor: 1000 },
      { offeringName: 'Shampoo', amountMinor: 3100, quantityThousandths: 2000 },
    ],
    opinions: [{ nps: 3, comment: 'The wait was long' }],
  });

  // Opened from Today by Tab and Enter; Change has the focus.
  const entry = page.getByRole('link', { name: /^Open the visit: Anna Nowak/ });
  await entry.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Change' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Price, PLN', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('200');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Visit changed: Anna Nowak.')).toBeVisible();
  expect((await visit()).lines[0]).toMatchObject({ amountMinor: 19_000, discountMinor: 1000 });
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The change was taken back: Anna Nowak.')).toBeVisible();
  expect((await visit()).lines[0]).toMatchObject({ amountMinor: 9000, discountMinor: 1000 });

  // One of the two shampoos is paid back.
  await page.keyboard.press('Control+r');
  const shampoo = page.getByRole('checkbox', { name: /Shampoo/ });
  await page.keyboard.press('Tab');
  await expect(shampoo).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('At most 2 can still be paid back.')).toBeVisible();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('1');
  await expect(page.getByLabel('Amount paid back for Shampoo, PLN')).toHaveValue('15.50');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Paid back: Anna Nowak, zł 15.50.')).toBeVisible();
  expect((await visit()).lines[1]).toMatchObject({
    refundable: { quantityThousandths: 1000, amountMinor: 1550 },
  });

  // It cannot be cancelled over the refund; the refund taken back, it can, and comes back.
  const tabTo = async (name: string) => {
    for (let tabs = 0; tabs < 12; tabs++) {
      if (await page.getByRole('button', { name }).evaluate((one) => one === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} was not reached`);
  };
  await tabTo('Cancel the visit');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('In your words')).toBeFocused();
  await page.keyboard.type('Wrong person');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('cancel the refund first');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The refund was taken back: Anna Nowak.')).toBeVisible();
  await tabTo('Cancel the visit');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Visit cancelled: Anna Nowak.')).toBeVisible();
  await expect(page.getByText('Recorded by mistake.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Visit brought back: Anna Nowak.')).toBeVisible();
  expect((await visit()).cancelled).toBeNull();

  // The log of all that is whole, and so is the database.
  const { dataFolder } = revino;
  await revino.close();
  await runNode(
    `const { checkDatabase } = await import('./db/checkDatabase.ts');
     const report = checkDatabase({ file: process.argv[1], key: null, depth: 'full' });
     if (!report.isSound) throw new Error(JSON.stringify(report.problems));`,
    [`${dataFolder}/shop.revino`],
  );
});

test('the opinions screen: scores, filter, change, delete and back', async ({ openRevino }) => {
  const revino = await shopWithAnna(openRevino);
  const { window: page } = revino;
  await page.getByRole('link', { name: 'Opinions' }).click();
  await expect(page.getByRole('heading', { name: 'No opinions yet' })).toBeVisible();
  await page.keyboard.press('Control+u');
  await page.keyboard.type('9');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Opinion saved.')).toBeVisible();
  const give = async (nps: number | null, csat: number | null, comment: string | null) =>
    good(
      await revino.call('opinion.record', {
        customerId: 1,
        visitId: null,
        surveyId: null,
        staffId: null,
        channel: 'phone',
        on: null,
        nps,
        csat,
        ces: null,
        comment,
        answers: [],
        opinionUid: crypto.randomUUID(),
      }),
    );
  await give(2, 1, 'Cold water');
  await give(10, 5, null);
  await expect(page.getByText('3 opinions')).toBeVisible();
  const nps = page.getByRole('region', { name: 'NPS' });
  await expect(nps).toContainText('33');
  await expect(nps).toContainText('3 answers');
  await page.getByRole('radio', { name: 'Low' }).check();
  await expect(page.getByText('1 opinion', { exact: true })).toBeVisible();
  await expect(page.getByText('Cold water')).toBeVisible();

  await page.getByRole('button', { name: /Change the opinion of .*Anna Nowak/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('radio', { name: '2', exact: true })).toBeFocused();
  await page.keyboard.type('8');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Opinion changed.')).toBeVisible();
  await expect(nps).toContainText('67');
  await page.keyboard.press('Control+z');
  await expect(nps).toContainText('33');

  await page.getByRole('button', { name: /Delete the opinion of .*Anna Nowak/ }).click();
  await expect(page.getByText('No opinion fits this filter.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Cold water')).toBeVisible();
});
