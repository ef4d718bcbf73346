/** Reasons to stay by keyboard alone: a plan of the trade is taken, a package sold, used and seen, a statement printed. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, good, newShop, test } from './app.ts';
import { readPdf } from './pdfText.ts';

test('a package is sold, used and seen on the card, and its statement is a PDF', async ({
  openRevino,
  dataFolder,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();

  await page.keyboard.press('Control+,');
  await page.getByRole('link', { name: 'Reasons to stay' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Take Five treatments' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Five treatments holds from the next visit on.')).toBeVisible();
  await page.getByRole('button', { name: 'Take Every 10th visit on us' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Every 10th visit on us holds from the next visit on.')).toBeVisible();

  const { customerId } = good(await revino.call('customer.create', { name: 'Anna Nowak', phone: null }));
  await page.keyboard.press('Control+1');
  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: /Anna Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.type('400');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Five treatments');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Visit recorded: Anna Nowak/)).toBeVisible();

  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: /Anna Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Massage');
  const pay = page.getByRole('button', { name: /Five treatments\s*5 of 5 left/ });
  await expect(pay).toBeVisible();
  await pay.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /Five treatments\s*then 4 of 5 left/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Visit recorded: Anna Nowak/).last()).toBeVisible();

  // Sold, it is turnover; used, an occasion of nothing.
  const today = good(await revino.call('visit.today', {}));
  expect(today.visits.map(({ amountMinor }) => amountMinor)).toEqual([0, 40_000]);
  expect(today.visitCount).toBe(2);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: /^Anna Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const held = page.getByRole('region', { name: 'What they hold' });
  await expect(held).toContainText('4 of 5 left');
  // The line that the package paid for has earned no stamp.
  await expect(held).toContainText('1 of 9 stamps');
  await page.getByRole('button', { name: 'Movements of Five treatments' }).focus();
  await page.keyboard.press('Enter');
  await expect(held.getByText('Bought')).toBeVisible();
  await expect(held.getByText('Used')).toBeVisible();

  const file = join(dataFolder, 'statement.pdf');
  await revino.answerDialogs(file);
  await page.getByRole('button', { name: 'Statement as PDF' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The statement is saved.')).toBeVisible({ timeout: 30_000 });
  const pdf = await readPdf(file);
  expect(pdf).toMatchObject({ pages: 1, title: 'Corner salon – Statement', language: 'en', pictures: 0 });
  expect(pdf.headings).toEqual(['Statement', 'Five treatments', 'Every 10th visit on us']);
  expect(pdf.text).toContain('Anna Nowak');
  for (const font of pdf.fonts) expect(font.isEmbedded).toBe(true);

  // Taken back by hand, and that taken back too.
  await page.getByRole('button', { name: 'Movements of Every 10th visit on us' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Take back: Earned/ }).focus();
  await page.keyboard.press('Enter');
  await expect(held).toContainText('0 of 9 stamps');
  await page.keyboard.press('Control+z');
  await expect(held).toContainText('1 of 9 stamps');
  expect(good(await revino.call('benefit.ofCustomer', { customerId })).holdings).toHaveLength(2);
});

test('a voucher that somebody brings pays for what they buy', async ({ openRevino }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  const [voucher] = good(await revino.call('benefitPlan.usual', {})).plans.filter(
    ({ rules }) => rules.kind === 'voucher',
  );
  const { planId } = good(await revino.call('benefitPlan.create', voucher!));
  const code = 'LATO-2026';
  good(
    await revino.call('benefit.grant', {
      planId,
      customerId: null,
      amount: 10_000,
      code,
      entryUid: randomUUID(),
    }),
  );
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await page.keyboard.press('Control+g');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.type('130');
  await page.getByRole('button', { name: 'Voucher number' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('lato 2026');
  await page.keyboard.press('Enter');
  const chip = page.getByRole('button', { name: /^Gift voucher/ });
  await expect(chip).toBeVisible();
  await chip.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('zł 30.00 left to pay')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Visit recorded/)).toBeVisible();
  const { holding } = good(await revino.call('benefit.byCode', { code }));
  expect(holding).toMatchObject({ balance: 0, given: 10_000 });
  expect(good(await revino.call('visit.today', {})).visits[0]?.amountMinor).toBe(3000);
});
