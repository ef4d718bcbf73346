/** A customer served with the keyboard alone: every key that is pressed is counted, and the focus is looked at on the way. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, good, newShop, type Revino, test } from './app.ts';

/** Keys of the usual visit, the name included, and of everything the desk does for one person. */
const USUAL_AT_MOST = 10;
const WHOLE_AT_MOST = 12;

const dayOf = (daysAgo: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(Date.now() - daysAgo * 86_400_000);

const counted = (page: Page) => {
  let keys = 0;
  return {
    /** A chord is one: the hand moves once. */
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      keys += text.length;
      await page.keyboard.type(text);
    },
    /** How many so far, and from the beginning again. */
    take: () => {
      const taken = keys;
      keys = 0;
      return taken;
    },
  };
};

/** Three people who come every five weeks or have just begun, and one who is expected today. */
const fill = async (revino: Revino) => {
  const person = async (name: string, phone: string) =>
    good(await revino.call('customer.create', { name, phone })).customerId;
  const visit = async (customerId: number, daysAgo: number) =>
    good(
      await revino.call('visit.record', {
        customerId,
        at: { date: dayOf(daysAgo), time: '10:00' },
        note: null,
        lines: [
          { offeringName: 'Koloryzacja', amountMinor: 24_000 },
          { offeringName: 'Modelowanie', amountMinor: 8000 },
        ],
        visitUid: randomUUID(),
      }),
    );
  const agnieszka = await person('Agnieszka Kowalska', '601 234 118');
  for (const daysAgo of [191, 156, 121, 86, 51]) await visit(agnieszka, daysAgo);
  const marek = await person('Marek Nowak', '698 410 035');
  for (const daysAgo of [100, 65, 30]) await visit(marek, daysAgo);
  const ewa = await person('Ewa Szymańska', '512 880 447');
  good(
    await revino.call('appointment.make', {
      customerId: ewa,
      onDate: dayOf(0),
      atMinute: null,
      offeringId: null,
      staffId: null,
      note: null,
      madeAtVisitId: null,
    }),
  );
  good(await revino.call('gestureKind.create', { name: 'Krem do rąk', costMinor: 1500 }));
  return { agnieszka, marek, ewa };
};

test('find, open, visit, next appointment, opinion: with few keys, and each where the hand expects it', async ({
  openRevino,
}) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'pl' })));
  const { agnieszka, ewa } = await fill(revino);
  await page.reload();
  const box = page.getByRole('combobox', { name: 'Kto przyszedł?' });
  const today = page.getByRole('complementary', { name: 'Dzisiaj' });
  const amount = page.getByLabel('Kwota, PLN', { exact: true });
  await expect(box).toBeFocused();
  const keys = counted(page);

  // The usual visit: found, opened, as the last time, recorded.
  await keys.type('kowa');
  await expect(page.getByRole('option', { name: /Agnieszka Kowalska/ })).toContainText('Zwykle co 5 tygodni');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'Agnieszka Kowalska' })).toBeVisible();
  await expect(amount).toBeFocused();
  await expect(page.getByText('Zwykle co 5 tygodni', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Jak ostatnio/ })).toBeVisible();
  await keys.press('Control+r');
  await expect(amount).toHaveValue('240,00');
  await expect(amount).toBeFocused();
  await keys.press('Control+Enter');
  await expect(page.getByText('Zapisano wizytę: Agnieszka Kowalska, 320,00 zł.')).toBeVisible();
  await expect(box).toBeFocused();
  const usual = keys.take();
  console.log(`The usual visit at the desk: ${usual} keys, the name included (at most ${USUAL_AT_MOST}).`);
  expect(usual).toBeLessThanOrEqual(USUAL_AT_MOST);

  // Taken back, and once more, quicker than what is known of them can come, with the next appointment and an opinion.
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Cofnięto wizytę: Agnieszka Kowalska.')).toBeVisible();
  keys.take();
  await keys.type('601');
  await keys.press('Enter');
  await expect(amount).toBeFocused();
  await keys.press('Control+r');
  await keys.press('Control+t');
  // What their rhythm suggests stands there, on a day the shop is open, and is said in words.
  const when = page.getByLabel('Kiedy następna wizyta');
  await expect(when).toBeFocused();
  await expect(page.getByText(/, za\s5\stygodni, bez godziny/)).toBeVisible();
  await keys.press('Control+Enter');
  await expect(page.getByText(/320,00\szł\. Następna: /)).toBeVisible();
  await keys.press('Control+u');
  await expect(page.getByRole('heading', { name: 'Opinia: Agnieszka Kowalska' })).toBeVisible();
  await keys.press('9');
  await keys.press('Control+Enter');
  await expect(page.getByText('Zapisano opinię: Agnieszka Kowalska.')).toBeVisible();
  await expect(box).toBeFocused();
  const whole = keys.take();
  console.log(`Found, visit, next appointment and opinion: ${whole} keys (at most ${WHOLE_AT_MOST}).`);
  expect(whole).toBeLessThanOrEqual(WHOLE_AT_MOST);
  const glance = good(await revino.call('customer.glance', { customerId: agnieszka }));
  expect(glance.occasions).toBe(6);
  expect(glance.booked).toHaveLength(1);

  // Who is expected: down from the empty box, Enter opens; Esc goes back one step at a time.
  await expect(today.getByText('Umówiono 1 osobę: jeszcze nikogo nie było, czekamy na 1.')).toBeVisible();
  await keys.press('ArrowDown');
  await expect(today.getByRole('button', { name: /^Otwórz: Ewa Szymańska/ })).toBeFocused();
  await keys.press('Escape');
  await expect(box).toBeFocused();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ewa Szymańska' })).toBeVisible();
  await expect(page.getByText('Pierwsza wizyta: przywitaj', { exact: false })).toBeVisible();
  await expect(amount).toBeFocused();
  // A promise, a gesture and a day as people say it; a word that is none is refused where it stands.
  await keys.type('90');
  await keys.press('Control+p');
  await keys.type('Nowe kolory');
  await keys.press('Control+b');
  const gesture = page.getByRole('combobox', { name: 'Gest' });
  await expect(gesture).toBeFocused();
  await keys.press('ArrowDown');
  await expect(page.getByRole('option', { name: /Krem do rąk/ })).toBeVisible();
  await keys.press('ArrowDown');
  await keys.press('Enter');
  await expect(gesture).toHaveValue(/Krem do rąk/);
  await keys.press('Control+t');
  await expect(when).toBeFocused();
  await keys.type('kiedyś');
  await keys.press('Control+Enter');
  await expect(page.getByText('To nie jest przyszły dzień.', { exact: false })).toBeVisible();
  await expect(when).toBeFocused();
  await keys.press('Control+a');
  await keys.type('za 3 tygodnie 14:30');
  await keys.press('Control+Enter');
  await expect(page.getByText(/Zapisano wizytę: Ewa Szymańska, 90,00\szł\. Następna: /)).toBeVisible();
  await expect(today.getByText('Umówiono 1 osobę: była 1, na nikogo już nie czekamy.')).toBeVisible();
  expect(good(await revino.call('customer.glance', { customerId: ewa }))).toMatchObject({
    occasions: 1,
    booked: [{ atMinute: 870 }],
    promises: [{ text: 'Nowe kolory' }],
  });
  // Taken back, everything agreed at it goes too, and she is expected again.
  await expect(box).toBeFocused();
  await keys.press('Control+z');
  await expect(today.getByRole('button', { name: /^Otwórz: Ewa Szymańska/ })).toBeVisible();
  expect(good(await revino.call('customer.glance', { customerId: ewa }))).toMatchObject({
    occasions: 0,
    booked: [{ onDate: dayOf(0) }],
    promises: [],
  });
});

test('the whole card is a key away, and what was typed is found again', async ({ openRevino }) => {
  const revino = await openRevino();
  const { window: page } = revino;
  good(await revino.call('shop.create', newShop({ locale: 'en' })));
  const { marek } = await fill(revino);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: /Marek Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Amount, PLN')).toBeFocused();
  await page.keyboard.type('64');
  await page.keyboard.press('Control+t');
  await page.keyboard.type('in 2 weeks');
  await page.keyboard.press('Control+.');
  await expect(page).toHaveURL(new RegExp(`#/customers/${marek}$`));
  await page.keyboard.press('Control+1');
  await expect(page.getByLabel('Amount, PLN')).toHaveValue('64');
  await expect(page.getByLabel('When they come next')).toHaveValue('in 2 weeks');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Visit recorded: Marek Nowak, .*64\.00\. Next: /)).toBeVisible();
  // From any part of the screen Esc leads back to the box, with what was typed in it.
  await page.keyboard.type('nowak');
  await expect(page.getByRole('option', { name: /Marek Nowak/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'full card' }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toBeFocused();
  await expect(page.getByRole('combobox', { name: 'Who is here?' })).toHaveValue('nowak');
});
